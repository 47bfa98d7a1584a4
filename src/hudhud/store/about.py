"""The comments inside the CREATE statements → rows that people read."""

import re
import sqlite3
from collections.abc import Iterator

__all__ = ["about_rows"]

_COLUMN = re.compile(r"^\s+(?P<name>[a-z_]+) (?:TEXT|INTEGER|REAL)\b.*?--\s*(?P<says>.+)$")
_REMARK = re.compile(r"^\s+--\s*(?P<says>.+)$")
_VIRTUAL = {
    "documents_fts": "Full-text index over documents: title and text, accents folded. "
    "SELECT * FROM documents_fts WHERE documents_fts MATCH 'ceasefire'",
    "claim_places": "Spatial index over claims with a point: number is claims.number.",
    "event_places": "Spatial index over events with a point: number is events.number.",
}


def about_rows(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Name, column (empty for the whole) and meaning of every table, view and commented column.

    The CREATE statements are the one place where meanings are written, so file and page cannot disagree.
    """
    statements = connection.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
    for name, sql in statements.fetchall():
        if name in _VIRTUAL:
            yield name, "", _VIRTUAL[name]
        elif not name.startswith(tuple(f"{virtual}_" for virtual in _VIRTUAL)):
            yield from _meanings(name, sql.splitlines())


def _meanings(name: str, lines: list[str]) -> Iterator[tuple[str, str, str]]:
    remarks = [match["says"] for line in lines if (match := _REMARK.match(line))]
    yield name, "", " ".join(remarks)
    for line in lines:
        if match := _COLUMN.match(line):
            yield name, match["name"], match["says"]
