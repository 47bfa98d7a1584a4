"""Countries: two public tables and the names that news uses and neither has."""

import math
from dataclasses import dataclass
from pathlib import Path

import sources

__all__ = ["ADMIN1_POINTS", "Country", "table"]

ALSO = {
    "US": ["U.S.", "US", "USA", "U.S.A.", "America", "United States", "the States", "United States of America"],
    "GB": ["UK", "U.K.", "Britain", "Great Britain"], "AE": ["UAE", "U.A.E.", "Emirates"], "RU": ["Russia"],
    "CD": ["DRC", "DR Congo", "D.R. Congo", "Congo-Kinshasa", "Democratic Republic of Congo", "Zaire"],
    "CG": ["Congo-Brazzaville", "Congo Republic"], "CF": ["CAR", "Central African Republic"], "CI": ["Ivory Coast"],
    "KR": ["South Korea"], "KP": ["North Korea", "DPRK"], "MM": ["Burma", "Myanmar"], "CZ": ["Czech Republic"],
    "MK": ["Macedonia"], "SZ": ["Swaziland"], "TL": ["East Timor"], "CV": ["Cape Verde"], "PS": ["Palestine"],
    "VA": ["Vatican"], "SA": ["KSA", "Saudi"], "TR": ["Türkiye"], "SS": ["South Sudan"],
    "BA": ["Bosnia"], "NL": ["Holland"], "XK": ["Kosovo"], "EH": ["Western Sahara"], "CN": ["PRC"],
}  # fmt: skip
ADJECTIVES = {
    "US": ["American", "Americans"], "GB": ["British", "Britons", "Briton"], "AF": ["Afghan", "Afghans"],
    "FR": ["French", "Frenchman", "Frenchmen"], "NL": ["Dutch"], "ES": ["Spanish", "Spaniards", "Spaniard"],
    "SE": ["Swedish", "Swedes", "Swede"], "DK": ["Danish", "Danes", "Dane"], "PL": ["Polish", "Poles", "Pole"],
    "TR": ["Turkish", "Turks", "Turk"], "IE": ["Irish"], "IL": ["Israeli", "Israelis"], "FI": ["Finnish", "Finns"],
    "AE": ["Emirati", "Emiratis"], "SA": ["Saudi", "Saudis", "Saudi Arabian"], "IR": ["Iranian", "Iranians"],
    "CD": ["Congolese"], "CF": ["Central African"], "PH": ["Filipino", "Filipinos", "Philippine"],
    "TH": ["Thai", "Thais"], "UZ": ["Uzbek", "Uzbeks"], "KZ": ["Kazakh", "Kazakhs"], "KG": ["Kyrgyz"],
    "TJ": ["Tajik", "Tajiks"], "TM": ["Turkmen"], "AR": ["Argentine", "Argentinian", "Argentines"],
    "BD": ["Bangladeshi", "Bangladeshis"], "NE": ["Nigerien", "Nigeriens"], "ML": ["Malian", "Malians"],
    "BF": ["Burkinabe", "Burkinabé"], "CI": ["Ivorian", "Ivorians"], "RS": ["Serbian", "Serb", "Serbs"],
    "HR": ["Croatian", "Croat", "Croats"], "BA": ["Bosnian", "Bosnians"], "CZ": ["Czech", "Czechs"],
    "SK": ["Slovak", "Slovaks"], "SI": ["Slovene", "Slovenian"], "KR": ["South Korean", "South Koreans"],
    "KP": ["North Korean", "North Koreans"], "PS": ["Palestinian", "Palestinians"], "XK": ["Kosovar", "Kosovan"],
    "SS": ["South Sudanese"], "EH": ["Sahrawi", "Sahrawis"], "NZ": ["New Zealander", "New Zealanders"],
    "CH": ["Swiss"], "YE": ["Yemeni", "Yemenis"], "IQ": ["Iraqi", "Iraqis"], "KW": ["Kuwaiti", "Kuwaitis"],
    "QA": ["Qatari", "Qataris"], "OM": ["Omani", "Omanis"], "BH": ["Bahraini", "Bahrainis"],
    "SO": ["Somali", "Somalis"],
    "PK": ["Pakistani", "Pakistanis"], "GR": ["Greek", "Greeks"], "MM": ["Burmese"], "LA": ["Lao", "Laotian"],
}  # fmt: skip
# Too common as words to be a country's name.
_NOT_NAMES = {"CAR"}
# Where GeoNames puts the point of a wide country or state, from its public pages; the middle of a map is often
# hundreds of kilometres off, and other gazetteers and test sets follow GeoNames.
COUNTRY_POINTS = {
    "US": (39.76, -98.5), "CA": (60.10867, -113.64258), "AU": (-25.0, 135.0), "JP": (35.68536, 139.75309),
    "IN": (22.0, 79.0), "GB": (54.75844, -2.69531), "NZ": (-42.0, 174.0),
}  # fmt: skip
ADMIN1_POINTS = {
    "CA.01": (52.28333, -117.469), "CA.02": (53.99983, -125.0032), "CA.03": (55.00019, -97.00049),
    "CA.05": (52.0, -56.0), "CA.08": (49.25014, -84.49983), "CA.10": (52.00017, -71.99907),
    "CA.11": (54.0001, -106.00099), "AU.02": (-33.0, 147.0), "AU.03": (-20.0, 134.0), "AU.04": (-20.0, 145.0),
    "AU.05": (-30.0, 135.0), "AU.07": (-37.0, 145.0), "AU.08": (-25.0, 122.0),
}  # fmt: skip


@dataclass(slots=True)
class Country:
    """One country on its way into the table and the gazetteer."""

    iso2: str
    iso3: str
    name: str
    names: list[str]
    adjectives: list[str]
    capital: str
    region: str
    subregion: str
    neighbours: str
    lat: float
    lon: float
    radius_km: int
    population: int
    geonames_id: int

    def line(self) -> str:
        """Its line in countries.tsv."""
        fields = (
            self.iso2, self.iso3, self.name, "|".join(self.names), "|".join(self.adjectives), self.capital, self.region,
            self.subregion, self.neighbours, self.lat, self.lon, self.radius_km, self.population,
        )  # fmt: skip
        return "\t".join(str(value) for value in fields) + "\n"


def table(world: Path) -> list[Country]:
    """Every country, by code."""
    found = []
    for country in sources.countries(world):
        code = country["cca2"]
        info = country["geonames"]
        name = "Turkey" if code == "TR" else country["name"]["common"]
        spellings = [name for name in country["altSpellings"] if len(name) > 3 and name[0].isupper()]
        arabic = country["translations"].get("ara", {})
        names = [country["name"]["official"], *ALSO.get(code, []), *spellings, *filter(None, [arabic.get("common")])]
        english = country["demonyms"].get("eng", {}) if country.get("demonyms") else {}
        demonyms = [*ADJECTIVES.get(code, []), *(word.strip() for word in english.get("m", "").split(","))]
        found.append(
            Country(
                code,
                country["cca3"],
                name,
                [other for other in dict.fromkeys(names) if other not in _NOT_NAMES | {name}],
                [word for word in dict.fromkeys(_plurals(demonyms)) if word],
                (country.get("capital") or [""])[0],
                country["region"],
                country.get("subregion") or "",
                info[17] if info else "",
                *COUNTRY_POINTS.get(code, tuple(map(float, country["latlng"]))),
                max(3, round(math.sqrt(max(country["area"], 1) / math.pi))),
                int(info[7]) if info else 0,
                int(info[16]) if info and info[16] else 0,
            )
        )
    return sorted(found, key=lambda country: country.iso2)


def _plurals(words: list[str]) -> list[str]:
    return [
        form for word in words for form in ([word, word + "s"] if word.endswith(("an", "i", "eer", "er")) else [word])
    ]
