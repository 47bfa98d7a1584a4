"""Relative and vague places: bench/data/relative_places.csv, or a file of that form in the folder of --data.

Right: the answer lies within the radius that the program states, and that radius is no wider than the row allows.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import hudhud
from bench.report import Baseline, Report
from hudhud.lexicon.gazetteer import Gazetteer
from hudhud.read.place_offsets import distance_km
from hudhud.read.places import FoundPlace, find_mentions
from hudhud.records import Place

__all__ = ["run"]

_OWN = Path(__file__).resolve().parents[1] / "data" / "relative_places.csv"


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, the words that tell the place, and a point they are true of."""

    sentence: str
    phrase: str
    lat: float
    lon: float
    max_radius_km: float


def run(data: Path, split: str) -> Report:
    """Measure the table; `split` is its file's name where it is not our own."""
    path = data / f"{split}.csv"
    rows = _read(path if path.is_file() else _OWN)
    wrong = [row for row in rows if not _is_right(_told(row), row)]
    for row in wrong:
        print(f"wrong: {row.phrase} {_told(row)}")
    bare = sum(_is_right(found.bare if (found := _found(row)) else None, row) for row in rows)
    metrics = {"within": 1.0 - len(wrong) / len(rows)}
    baseline = Baseline("the named place itself", {"within": bare / len(rows)})
    return Report("relative_places", split, len(rows), metrics, baseline, hudhud.__version__)


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(line for line in file if not line.startswith("#"))
        return [
            Row(r["sentence"], r["phrase"], float(r["lat"]), float(r["lon"]), float(r["max_radius_km"])) for r in lines
        ]


def _found(row: Row) -> FoundPlace | None:
    Gazetteer.open()
    start = row.sentence.find(row.phrase)
    end = start + len(row.phrase)
    near = [
        place
        for place in find_mentions(row.sentence)
        if place.place.span and place.place.span.start < end and start < place.place.span.end
    ]
    return max(
        near, key=lambda place: place.place.span.end - place.place.span.start if place.place.span else 0, default=None
    )


def _told(row: Row) -> Place | None:
    found = _found(row)
    return found.place if found else None


def _is_right(place: Place | None, row: Row) -> bool:
    if place is None or place.lat is None or place.lon is None or place.radius_km is None:
        return False
    apart = distance_km(place.lat, place.lon, row.lat, row.lon)
    return apart <= place.radius_km <= row.max_radius_km
