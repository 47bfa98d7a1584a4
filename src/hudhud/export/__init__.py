"""Record → file."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from hudhud.export.claims import claim_line

__all__ = ["FORMATS", "Format", "claim_line", "writer"]


class Format(NamedTuple):
    """One format: what OUT looks like, a line of help, and the module whose `write` makes it, imported on use.

    `kind` is `stream` (a text file, or standard output), `file` (a file that must be seekable) or `folder`.
    """

    out: str
    line: str
    module: str
    kind: str = "stream"


# What can be exported beside `claims`; `hudhud export NAME OUT`.
FORMATS: dict[str, Format] = {
    "csv": Format("FOLDER", "One CSV table a noun: documents, claims, actors, events, ...", "csv_tables", "folder"),
    "parquet": Format("FOLDER", "The same tables as Parquet, for DuckDB, pandas and polars.", "parquet", "folder"),
    "geojson": Format("OUT.geojson", "Events on a map, with everything that is told of them.", "geojson"),
    "geoparquet": Format("OUT.parquet", "Events on a map as GeoParquet.", "geoparquet", "file"),
    "plover": Format("OUT.jsonl", "PLOVER's JSON records, one event a line.", "plover"),
    "polecat": Format("OUT.tsv", "POLECAT's table of 40 columns.", "polecat"),
    "acled": Format("OUT.csv", "ACLED's table of 31 columns; deaths at their low bound.", "acled"),
    "ucdp": Format("OUT.csv", "UCDP GED's table of 49 columns: deadly events with best, low, high.", "ucdp"),
    "cameo": Format("OUT.tsv", "GDELT 2.0's table of 61 columns with CAMEO codes.", "cameo"),
    "ftm": Format("OUT.jsonl", "FollowTheMoney entities, one a line.", "ftm"),
    "ftm-statements": Format(
        "OUT.jsonl", "FollowTheMoney statements: one value of one publisher a line.", "statements"
    ),
    "timemap": Format("OUT.json", "Events, sources and associations for a TimeMap.", "timemap"),
    "ical": Format("OUT.ics", "The timeline as a calendar.", "ical"),
    "rss": Format("OUT.xml", "What the newest articles changed, as a feed.", "rss"),
}


def writer(name: str) -> Callable[..., Any]:
    """The `write(material, out)` of a format: a text stream, or the path of a file or folder, as its `kind` says."""
    found: Callable[..., Any] = import_module(f"hudhud.export.{FORMATS[name].module}").write
    return found
