"""Build the shipped gazetteer: `python gazetteer/build.py --data FOLDER [--out FILE]`.

FOLDER holds the `world` files that README.md names. The result is the same for the same input.
"""

import argparse
import json
import math
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import geometry
import sources
from country_names import ADMIN1_POINTS, table
from sources import Row

from hudhud.lexicon.key_filter import KeyFilter
from hudhud.lexicon.spelling import fold, skeleton

SOURCE = Path(__file__).resolve().parents[1] / "src" / "hudhud"
# Countries whose places news writes in many transliterations: all spellings kept, skeletons indexed.
TRANSLITERATED = set(
    "LY TN DZ MA EH EG SD SS SY LB IL PS JO IQ IR SA YE OM AE QA KW BH TR AF PK UA RU BY MD GE AM AZ KZ UZ TM TJ KG "
    "SO DJ ER ET ML NE TD MR NG BF CM CF KE UG CD MM".split()
)
ARABIC = set("LY TN DZ MA EH EG SD SY LB IL PS JO IQ IR SA YE OM AE QA KW BH AF PK SO DJ ER TD MR ML NE".split())
CYRILLIC = set("UA RU BY MD KZ KG TJ UZ MN BG RS MK GE AM AZ TM".split())
_GENERIC = re.compile(
    r"^(?:the )?(?:county|province|governorate|state|district|region|city|municipality|borough|town|shire|republic|"
    r"autonomous region) of |"
    r" (?:county|parish|borough|province|governorate|district|region|oblast|raion|rayon|department|prefecture|"
    r"municipality|state|wilaya|wilayat|state|shabiyah|division|subdistrict|city council|council area|county borough)$",
    re.IGNORECASE,
)
KNOWN_ABROAD = 15_000  # people; smaller towns elsewhere keep their own name only, which saves 9 MB
# dr5hn puts some cities at the middle of their province and gives them its people: a row that GeoNames has not under
# that name within this distance is a small place.
_SAME_CITY_KM = 60.0
_SAME_KM = 25.0  # a name of the same spelling nearer than this is the same place
RADIUS_A1, RADIUS_A2 = 40, 15


class Build:
    """The rows so far, with what is needed to find copies."""

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self.by_key: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self.cells: dict[tuple[int, int], list[Row]] = defaultdict(list)
        self.next_id = -1

    def add(self, row: Row) -> None:
        """Take in a row."""
        self.rows[row.place_id] = row
        if row.kind == "P":
            self.cells[int(row.lat // 1), int(row.lon // 1)].append(row)
        if row.country in TRANSLITERATED:
            for key in self.keys(row):
                self.by_key[row.country, key].append(row)

    def nearest(self, lat: float, lon: float, country: str = "") -> Row | None:
        """The nearest town, of `country` where it is told, within some three degrees."""
        for reach in (1, 3):
            span = range(-reach, reach + 1)
            near = (row for dy in span for dx in span for row in self.cells[int(lat // 1) + dy, int(lon // 1) + dx])
            found = min(
                (row for row in near if not country or row.country == country),
                key=lambda row: (row.lat - lat) ** 2 + ((row.lon - lon) * math.cos(lat / 57.3)) ** 2,
                default=None,
            )
            if found:
                return found
        return None

    def made_id(self) -> int:
        """Ids of our own are below zero, so that they meet no GeoNames id."""
        self.next_id -= 1
        return self.next_id + 1

    def twin(self, country: str, names: Iterable[str], lat: float, lon: float, within: float = _SAME_KM) -> Row | None:
        """The place already here that has one of the names and lies near."""
        found = [row for name in names for row in self.by_key.get((country, fold(name)), ()) if row.kind in "PSD"]
        near = [row for row in found if geometry.distance_km((row.lat, row.lon), (lat, lon)) < within]
        return max(near, key=lambda row: row.population, default=None)

    def merge(self, row: Row, names: Iterable[str]) -> None:
        """More spellings for a row."""
        row.names.extend(names)
        for name in names:
            self.by_key[row.country, fold(name)].append(row)

    @staticmethod
    def keys(row: Row) -> set[str]:
        """Every key a place is found by."""
        keys = {fold(name) for name in [row.name, *row.names] if is_kept(name, row)}
        if row.country in ARABIC:
            keys |= {
                bare
                for key in keys
                if len(bare := re.sub(r"^(?:al|el|a[snrztdj]|ash|ad|adh|at|ath) (?=..)", "", key)) > 3
            }
            keys |= {key[2:] for key in keys if key.startswith("ال") and len(key) > 4}
        if row.kind in ("R", "W"):
            keys |= {key[4:] for key in keys if key.startswith("the ") and key != "the channel"}
        if row.kind in ("A1", "A2"):
            keys |= {_GENERIC.sub("", key) for key in keys} - {""}
        return {key for key in keys if len(key) > 1}


def is_kept(name: str, row: Row) -> bool:
    """Whether a spelling is worth its bytes: not a code, not a machine transliteration, a script news writes it in."""
    first = name[:1]
    if not first or len(name) > 60 or any(character.isdigit() for character in name):
        return False
    if name == row.name or row.kind != "P":
        return True
    if row.country not in TRANSLITERATED and row.population < KNOWN_ABROAD:
        return False
    if first < "ʰ":
        return not first.islower() and not (name.isupper() and len(name) <= 4)
    large = row.population >= 100_000
    return ("\u0600" <= first <= "\u06ff" and (row.country in ARABIC or large)) or (
        "\u0400" <= first <= "\u04ff" and (row.country in CYRILLIC or large)
    )


def spread(points: list[tuple[float, float]], middle: tuple[float, float], least: int) -> int:
    """The distance inside which four in five of the points lie."""
    distances = sorted(geometry.distance_km(middle, point) for point in points)
    return max(least, round(distances[int(len(distances) * 0.8)])) if distances else least


def add_admin1(build: Build, world: Path, towns: dict[str, list[Row]]) -> dict[str, int]:
    """First-order areas at the middle of their towns; the capital's spellings are theirs where the names agree."""
    codes = {}
    middles = sources.state_middles(world) | ADMIN1_POINTS
    for code, name, plain, place_id in sources.admin_areas(world, 1):
        inside = towns.get(code, [])
        if not inside:
            continue
        middle = geometry.centre([(t.lat, t.lon) for t in inside], [math.log10(t.population + 500) - 2 for t in inside])
        middle = middles.get(code, middle)
        country, admin1 = code.split(".")
        names = [name, plain]
        bones = skeleton(_GENERIC.sub("", fold(plain)))
        in_letters = country in TRANSLITERATED
        seat = max(
            (t for t in inside if in_letters and bones and skeleton(t.name) == bones),
            key=lambda t: t.population,
            default=None,
        )
        if seat:
            names += [seat.name, *(n for n in seat.names if is_kept(n, seat))]
        radius = spread([(t.lat, t.lon) for t in inside], middle, RADIUS_A1)
        row = Row(place_id, plain, country, admin1, *middle, "A1", sum(t.population for t in inside), radius, names)
        build.add(row)
        codes[code] = place_id
    return codes


def add_admin2(build: Build, world: Path) -> None:
    """Second-order areas at the middle of their towns; one without a town that names it is left out."""
    first = {code: plain for code, _, plain, _ in sources.admin_areas(world, 1)}
    by_name = defaultdict(list)
    for country, state, county, lat, lon, population in sources.county_of_towns():
        by_name[country, fold(state), fold(county)].append((lat, lon, population))
    for code, name, plain, place_id in sources.admin_areas(world, 2):
        country, admin1, _ = code.split(".")
        inside = by_name.get((country, fold(first.get(f"{country}.{admin1}", "")), fold(name)))
        if not inside or place_id in build.rows:
            continue
        points = [(lat, lon) for lat, lon, _ in inside]
        middle = geometry.centre(points)
        people = sum(population for _, _, population in inside)
        build.add(
            Row(place_id, plain, country, admin1, *middle, "A2", people, spread(points, middle, RADIUS_A2), [name])
        )


def add_region_cities(build: Build, world: Path) -> None:
    """dr5hn and OpenStreetMap: new spellings for what is there, new rows for what is not."""
    for country, name, lat, lon, population, names in sources.dr5hn(world):
        same = build.twin(country, [name, *names[:2]], lat, lon, _SAME_CITY_KM)
        if same:
            build.merge(same, [name, *names])
        elif country != "TR" or "Mahallesi" not in name:
            admin1 = nearest_admin1(build, country, lat, lon)
            build.add(Row(build.made_id(), name, country, admin1, lat, lon, "P", min(population, 20_000), names=names))
    for name, lat, lon, kind, names in sources.libya(world):
        same = build.twin("LY", [name, *names], lat, lon)
        if same:
            build.merge(same, [name, *names])
        else:
            size = {"city": 30_000, "town": 8_000, "village": 1_000}.get(kind, 100)
            admin1 = nearest_admin1(build, "LY", lat, lon)
            build.add(Row(build.made_id(), name, "LY", admin1, lat, lon, "P", size, names=names))


def nearest_admin1(build: Build, country: str, lat: float, lon: float) -> str:
    """The first-order area of the nearest town of the country."""
    town = build.nearest(lat, lon, country)
    return town.admin1 if town else ""


def add_points(build: Build, world: Path) -> None:
    """Natural Earth's airports and ports, named after what they serve."""
    for layer, word in (("airports", "Airport"), ("ports", "Port")):
        for name, lat, lon, _ in sources.points(world, layer):
            town = build.nearest(lat, lon)
            if not name or not town:
                continue
            base = re.sub(
                r"\s*(?:Int'l|Int’l|International|Airport|Air Base|Afb|Municipal|Regional)\b\.?", "", name
            ).strip()
            names = (
                [f"{base} Airport", f"{base} International Airport"]
                if word == "Airport"
                else [f"{base} Port", f"port of {base}"]
            )
            build.add(Row(build.made_id(), names[0], town.country, town.admin1, lat, lon, "S", 0, 5, names))


def add_supplement(build: Build, path: Path) -> None:
    """The hand-made places; one that is there already gives its spellings and, if told, its radius."""
    for line in sources.supplement(path):
        lat, lon, kind = float(line["lat"]), float(line["lon"]), line["kind"]
        names = [name for name in line["also"].split("|") if name]
        same = build.twin(line["country"], [line["name"], *names], lat, lon) if kind == "P" else None
        if same:
            build.merge(same, [same.name, line["name"], *names])
            same.name = line["name"]
            same.population = max(same.population, int(line["size"] or 0))
            continue
        country = line["country"]
        admin1 = nearest_admin1(build, country, lat, lon) if country and kind in "PSD" else ""
        row = Row(
            build.made_id(),
            line["name"],
            country,
            admin1,
            lat,
            lon,
            kind,
            int(line["size"] or 0),
            int(line["radius_km"] or 0),
            names,
        )
        build.add(row)


def add_countries(build: Build, world: Path) -> None:
    """Countries with their names in English and Arabic; the table for the lexicon is written beside."""
    lines = []
    for country in table(world):
        lines.append(country.line())
        place_id = country.geonames_id or build.made_id()
        row = Row(
            place_id,
            country.name,
            country.iso2,
            "",
            country.lat,
            country.lon,
            "C",
            country.population,
            country.radius_km,
            country.names,
        )
        build.add(row)
    header = (
        "iso2\tiso3\tname\talso\tadjectives\tcapital\tregion\tsubregion\tneighbours\tlat\tlon\tradius_km\tpopulation\n"
    )
    (SOURCE / "lexicon" / "countries.tsv").write_text(header + "".join(lines), encoding="utf-8")


SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, lat INTEGER, lon INTEGER,
    kind TEXT, population INTEGER, radius_km INTEGER) STRICT;
CREATE TABLE spelling (key TEXT, id INTEGER, PRIMARY KEY (key, id)) STRICT, WITHOUT ROWID;
CREATE TABLE bones (bones TEXT, id INTEGER, PRIMARY KEY (bones, id)) STRICT, WITHOUT ROWID;
CREATE TABLE admin (code TEXT PRIMARY KEY, id INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE part (country TEXT, direction TEXT, lat REAL, lon REAL, radius_km INTEGER,
    PRIMARY KEY (country, direction)) STRICT, WITHOUT ROWID;
CREATE TABLE border (one TEXT, other TEXT, points TEXT, PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID;
CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
"""


def write(build: Build, codes: dict[str, int], world: Path, out: Path) -> None:
    """Write the file; rows in order of id and key, so that the same input gives the same bytes."""
    out.unlink(missing_ok=True)
    database = sqlite3.connect(out)
    database.executescript("PRAGMA page_size=4096;" + SCHEMA)
    rows = sorted(build.rows.values(), key=lambda row: row.place_id)
    database.executemany(
        "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)",
        (
            (
                r.place_id,
                r.name,
                r.country,
                r.admin1,
                round(r.lat * 1e4),
                round(r.lon * 1e4),
                r.kind,
                r.population,
                r.radius_km,
            )
            for r in rows
        ),
    )
    keys = sorted({(key, row.place_id) for row in rows for key in Build.keys(row)})
    database.executemany("INSERT INTO spelling VALUES (?,?)", keys)
    wide = {row.place_id for row in rows if row.country in TRANSLITERATED and row.kind in ("P", "S", "D", "A1")}
    bones = sorted({(skeleton(key), place_id) for key, place_id in keys if place_id in wide and len(skeleton(key)) > 2})
    database.executemany("INSERT INTO bones VALUES (?,?)", bones)
    database.executemany("INSERT INTO admin VALUES (?,?)", sorted(codes.items()))
    write_shapes(database, build, world)
    known = KeyFilter.of({key for key, _ in keys})
    database.execute("INSERT INTO about VALUES ('filter', ?)", (known.bits,))
    database.commit()
    database.execute("VACUUM")
    database.close()
    print(
        f"{len(rows)} places, {len(keys)} spellings, {len(bones)} skeletons, {out.stat().st_size / 1e6:.1f} MB",
        file=sys.stderr,
    )


def write_shapes(database: sqlite3.Connection, build: Build, world: Path) -> None:
    """Write the parts of countries, borders and coasts."""
    outlines = sources.borders_file(world)
    towns = defaultdict(list)
    for row in build.rows.values():
        if row.kind == "P" and row.population >= 1000:
            towns[row.country].append((row.lat, row.lon))
    for country, rings in sorted(outlines.items()):
        area = geometry.grid(rings) or [geometry.centre([(y, x) for ring in rings for x, y in ring])]
        for direction in geometry.DIRECTIONS:
            (lat, lon), radius = geometry.part(area, towns[country], direction)
            database.execute(
                "INSERT INTO part VALUES (?,?,?,?,?)", (country, direction, round(lat, 3), round(lon, 3), round(radius))
            )
    for (one, other), points in sorted(geometry.edges(outlines).items()):
        told = json.dumps(sorted({(round(lat, 2), round(lon, 2)) for lat, lon in points}), separators=(",", ":"))
        database.execute("INSERT OR REPLACE INTO border VALUES (?,?,?)", (one, other, told))


def main() -> None:
    """Read everything, write the gazetteer and the table of countries."""
    parser = argparse.ArgumentParser(description="Build the gazetteer that ships.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the world files (README.md)")
    parser.add_argument("--out", type=Path, default=SOURCE / "data" / "gazetteer.sqlite")
    given = parser.parse_args()
    build = Build()
    by_code = defaultdict(list)
    for row in sources.towns():
        build.add(row)
        by_code[f"{row.country}.{row.admin1}"].append(row)
    add_countries(build, given.data)
    codes = add_admin1(build, given.data, by_code)
    add_admin2(build, given.data)
    add_region_cities(build, given.data)
    add_points(build, given.data)
    add_supplement(build, SOURCE / "lexicon" / "supplement.csv")
    write(build, codes, given.data, given.out)


if __name__ == "__main__":
    main()
