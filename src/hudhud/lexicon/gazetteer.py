"""A name → the places that bear it, out of a read-only file that ships."""

import csv
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# The floor that keeps SQL to the store is about the record. This file is data that never changes: SQLite is its
# format because it is looked up by key without being read into memory.
import sqlite3  # isort: skip

from rapidfuzz import fuzz

from hudhud.errors import DataMissing, UnreadableInput
from hudhud.lexicon.key_filter import KeyFilter
from hudhud.lexicon.spelling import fold, skeleton

__all__ = ["Area", "Entry", "Gazetteer", "add_places"]

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "gazetteer.sqlite"
_CANDIDATES = 40  # of one skeleton, the most populous first
_LIKE = 62  # of 100: the ratio under which two spellings of one skeleton are two names
_COLUMNS = "place.id, name, country, admin1, lat, lon, kind, population, radius_km"
# What GeoNames' feature classes are here; classes it has and this gazetteer has not are sites.
_KIND_OF_CLASS = {"A": "A2", "P": "P", "H": "W", "T": "R", "L": "R"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    `kind`: P town or village, A1 and A2 first- and second-order administrative area, C country, S site (airport,
    base, field, crossing), D district of a town, R region, W water. `admin1` is GeoNames' code inside the country.
    `radius_km` is 0 where the population tells it. Ids under zero are not GeoNames'.
    """

    id: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    kind: str
    population: int
    radius_km: int


@dataclass(frozen=True, slots=True)
class Area:
    """A stretch of land without an entry of its own: a country's south, a border, a coast."""

    lat: float
    lon: float
    radius_km: float


class Gazetteer:
    """Look-ups by name. Open it once a process; it may be used from several threads."""

    def __init__(self, path: Path, added: Path | None = None) -> None:
        if not path.is_file():
            raise DataMissing(path=path, advice="Install hudhud again, or build the file with gazetteer/build.py.")
        self._shipped = _connect(path)
        self._added = _connect(added) if added and added.is_file() else None
        self._known = KeyFilter(self._about("filter"))
        self.look_up_key = lru_cache(maxsize=16384)(self._look_up_key)
        self.spelled_like = lru_cache(maxsize=2048)(self._spelled_like)

    @classmethod
    def open(cls, path: Path | None = None) -> "Gazetteer":
        """The shipped gazetteer (or the one at `path`), opened once, with the file that HUDHUD_PLACES names."""
        return _opened(path or _SHIPPED, os.environ.get("HUDHUD_PLACES", ""))

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """The places of exactly this name in any of their spellings, accents and case aside; most populous first."""
        return self.look_up_key(fold(name))

    def _look_up_key(self, key: str) -> tuple[Entry, ...]:
        """The places under a folded key."""
        found: list[Entry] = []
        query = f"SELECT {_COLUMNS} FROM spelling JOIN place USING (id) WHERE key = ? ORDER BY population DESC"
        if self._added:
            found += map(_entry, self._added.execute(query, (key,)))
        if key in self._known:
            found += map(_entry, self._shipped.execute(query, (key,)))
        return tuple(found)

    def _spelled_like(self, name: str) -> tuple[Entry, ...]:
        """Places whose name is another transliteration of `name`, the likest first.

        Only for names that `look_up` does not know: a consonant skeleton finds candidates, a comparison of the
        spellings keeps those that are like enough.
        """
        bones, key = skeleton(name), fold(name)
        if len(bones) < 3:
            return ()
        query = f"SELECT {_COLUMNS} FROM bones JOIN place USING (id) WHERE bones = ? ORDER BY population DESC LIMIT ?"
        found = [_entry(row) for row in self._shipped.execute(query, (bones, _CANDIDATES))]
        scored = [(_likeness(key, fold(entry.name)), entry) for entry in found]
        kept = sorted((pair for pair in scored if pair[0] >= _LIKE), key=lambda pair: -pair[0])
        return tuple(entry for _, entry in kept)

    def admin(self, country: str, code: str) -> Entry | None:
        """The first-order area of a country by its GeoNames code."""
        row = self._shipped.execute(
            f"SELECT {_COLUMNS} FROM admin JOIN place USING (id) WHERE code = ?",
            (f"{country}.{code}",),
        ).fetchone()
        return _entry(row) if row else None

    def part(self, country: str, direction: str) -> Area | None:
        """A country's part by direction: `n`, `ne`, … `nw`."""
        query = "SELECT lat, lon, radius_km FROM part WHERE country = ? AND direction = ?"
        row = self._shipped.execute(query, (country, direction)).fetchone()
        return Area(*row) if row else None

    def border(self, one: str, other: str) -> tuple[tuple[float, float], ...]:
        """Points (lat, lon) of the border of two countries; of one country's coast where `other` is empty."""
        pair = tuple(sorted((one, other))) if other else (one, "")
        row = self._shipped.execute("SELECT points FROM border WHERE one = ? AND other = ?", pair).fetchone()
        return tuple((lat, lon) for lat, lon in json.loads(row[0])) if row else ()

    def _about(self, name: str) -> bytes:
        row = self._shipped.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else b"\xff"


@lru_cache(maxsize=4)
def _opened(path: Path, added: str) -> Gazetteer:
    return Gazetteer(path, Path(added) if added else None)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)


def _entry(row: Sequence[object]) -> Entry:
    place_id, name, country, admin1, lat, lon, kind, population, radius = row
    return Entry(place_id, name, country, admin1, lat / 1e4, lon / 1e4, kind, population, radius)  # type: ignore[arg-type, operator]


def _likeness(one: str, other: str) -> float:
    """0 to 100; the article and the vowels count half."""
    bare_one, bare_other = one.removeprefix("al ").removeprefix("el "), other.removeprefix("al ").removeprefix("el ")
    return max(fuzz.ratio(bare_one, bare_other), fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")))


def add_places(source: Path, target: Path) -> int:
    """Add a user's own places to `target` (made where it is not there) and say how many.

    `source` is a GeoNames dump (19 tab-separated columns, as download.geonames.org gives them) or a CSV with a
    header: `name,lat,lon` and, if told, `country,kind,population,radius_km,also` (`also`: spellings parted by |).
    Adding a file twice adds nothing new. The shipped gazetteer is never changed.

    Raises:
        UnreadableInput: If the file is neither.
    """
    with sqlite3.connect(target) as database:
        database.executescript(
            "CREATE TABLE IF NOT EXISTS place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT,"
            " lat INTEGER, lon INTEGER, kind TEXT, population INTEGER, radius_km INTEGER) STRICT;"
            "CREATE TABLE IF NOT EXISTS spelling (key TEXT, id INTEGER, PRIMARY KEY (key, id)) STRICT, WITHOUT ROWID;"
        )
        added = 0
        for entry, spellings in _read(source):
            row = (entry.id, entry.name, entry.country, entry.admin1, round(entry.lat * 1e4), round(entry.lon * 1e4))
            database.execute(
                "INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?)",
                (*row, entry.kind, entry.population, entry.radius_km),
            )
            keys = {fold(spelling) for spelling in spellings} - {""}
            database.executemany("INSERT OR IGNORE INTO spelling VALUES (?,?)", [(key, entry.id) for key in keys])
            added += 1
    database.close()
    _opened.cache_clear()
    return added


def _read(source: Path) -> Iterator[tuple[Entry, list[str]]]:
    try:
        with source.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            yield from _dump(file) if first.count("\t") >= 14 else _table(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        raise UnreadableInput(
            name=source,
            reason=f"it is neither a GeoNames dump nor a CSV with name, lat and lon ({error})",
            advice="docs/how-to/places.md shows both forms.",
        ) from error


def _dump(lines: Iterator[str]) -> Iterator[tuple[Entry, list[str]]]:
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        kind = _KIND_OF_CLASS.get(fields[6], "S")
        if kind == "A2" and fields[7] == "ADM1":
            kind = "A1"
        lat, lon = float(fields[4]), float(fields[5])
        entry = Entry(int(fields[0]), fields[1], fields[8], fields[10], lat, lon, kind, int(fields[14] or 0), 0)
        yield entry, [fields[1], fields[2], *fields[3].split(",")]


def _table(rows: Iterator[dict[str, str]]) -> Iterator[tuple[Entry, list[str]]]:
    for row in rows:
        lat, lon = float(row["lat"]), float(row["lon"])
        entry = Entry(
            _own_id(row["name"], lat, lon), row["name"], row.get("country") or "", "", lat, lon, row.get("kind") or "P",
            int(row.get("population") or 0), int(row.get("radius_km") or 0),
        )  # fmt: skip
        yield entry, [row["name"], *(row.get("also") or "").split("|")]


def _own_id(name: str, lat: float, lon: float) -> int:
    """An id from what the place is, under those of the shipped file, so that adding twice adds once."""
    from hashlib import blake2b

    digest = blake2b(f"{name}|{lat:.3f}|{lon:.3f}".encode(), digest_size=5).digest()
    return -1_000_000_000 - int.from_bytes(digest, "big")
