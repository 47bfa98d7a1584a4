"""Countries as parties: their names, adjectives and capitals → the name news uses. Facts from countries.tsv."""

from functools import cache
from importlib import resources

__all__ = ["country_code", "country_of_adjective", "country_of_capital", "government_of", "people_of_adjective"]

# Names that news uses where the table's first name is official or new.
_NEWS_NAMES = {"Türkiye": "Turkey", "Czechia": "Czech Republic", "Eswatini": "Swaziland", "Cabo Verde": "Cape Verde"}


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    capitals: dict[str, str] = {}
    codes: dict[str, str] = {}
    text = (resources.files("hudhud.lexicon") / "countries.tsv").read_text(encoding="utf-8")
    header, *rows = text.splitlines()
    columns = header.split("\t")
    for row in rows:
        cell = dict(zip(columns, row.split("\t"), strict=False))
        name = _NEWS_NAMES.get(cell["name"], cell["name"])
        codes[name] = cell["iso2"]
        names.update((alias.casefold(), name) for alias in (cell["name"], name, *cell["also"].split("|")) if alias)
        adjectives.update((word.casefold(), name) for word in cell["adjectives"].split("|") if word)
        if cell["capital"]:
            capitals.setdefault(cell["capital"].casefold(), name)
    names.pop("the states", None)
    capitals["washington"] = "United States"
    return names, adjectives, capitals, codes


def government_of(text: str) -> str | None:
    """The country that a name is a name of (`US`, `Britain`), or None."""
    return _tables()[0].get(text.casefold().removeprefix("the ").strip())


def country_of_adjective(text: str) -> str | None:
    """The country of an adjective or demonym (`Libyan`, `Americans`), or None."""
    return _tables()[1].get(text.casefold().strip())


# Peoples without a state of the name, as news names them.
_PEOPLES = {
    "kurdish": "Kurds",
    "palestinian": "Palestinians",
    "houthi": "Houthis",
    "druze": "Druze",
    "tuareg": "Tuareg",
    "yazidi": "Yazidis",
    "rohingya": "Rohingya",
    "uyghur": "Uyghurs",
    "uighur": "Uighurs",
    "chechen": "Chechens",
    "tigrayan": "Tigrayans",
    "oromo": "Oromo",
    "hazara": "Hazaras",
    "berber": "Berbers",
    "tebu": "Tebu",
    "bedouin": "Bedouin",
}


def people_of_adjective(text: str) -> str | None:
    """The people of an adjective (`Kurdish`), where no country is called so, or None."""
    return _PEOPLES.get(text.casefold().strip())


def country_of_capital(text: str) -> str | None:
    """The country whose capital is so named (`Washington`, `Ankara`), or None."""
    return _tables()[2].get(text.casefold().strip())


def country_code(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of a country by its news name, or None."""
    return _tables()[3].get(name)
