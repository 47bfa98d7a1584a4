"""Countries: codes, names, adjectives, capitals, neighbours; the table is countries.tsv, made by gazetteer/build.py."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from hudhud.lexicon.spelling import fold

__all__ = ["Country", "adjectives", "capitals", "countries", "country_named"]


@dataclass(frozen=True, slots=True)
class Country:
    """One country. `iso2` and `iso3` are ISO 3166-1; `region` and `subregion` are the UN's (M49)."""

    iso2: str
    iso3: str
    name: str
    also: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    region: str
    subregion: str
    neighbours: tuple[str, ...]
    lat: float
    lon: float
    radius_km: int
    population: int


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """ISO2 → country, all 250."""
    lines = files("hudhud.lexicon").joinpath("countries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {country.iso2: country for country in map(_country, lines)}


def _country(line: str) -> Country:
    fields = line.split("\t")
    return Country(
        fields[0], fields[1], fields[2], _parts(fields[3]), _parts(fields[4]), fields[5], fields[6], fields[7],
        tuple(code for code in fields[8].split(",") if code),
        float(fields[9]), float(fields[10]), int(fields[11]), int(fields[12]),
    )  # fmt: skip


def _parts(joined: str) -> tuple[str, ...]:
    return tuple(part for part in joined.split("|") if part)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    """Folded name → ISO2. A name of two countries goes to the more populous."""
    ordered = sorted(countries().values(), key=lambda country: country.population)
    return {fold(name): country.iso2 for country in ordered for name in (*country.also, country.name)}


def country_named(name: str) -> Country | None:
    """The country that `name` names, in any listed spelling (`Britain`, `U.S.`, `ليبيا`); None where it is none."""
    code = _by_name().get(fold(name.removeprefix("the ").removeprefix("The ")))
    return countries()[code] if code else None


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Adjective or name of the people, as written → ISO2: `Libyan`, `Libyans`, `Dutch`."""
    ordered = sorted(countries().values(), key=lambda country: country.population)
    return {word: country.iso2 for country in ordered for word in country.adjectives}


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """Folded name of a capital → ISO2."""
    ordered = sorted(countries().values(), key=lambda country: country.population)
    return {fold(country.capital): country.iso2 for country in ordered if country.capital} | {"washington": "US"}
