"""The comments inside the CREATE statements → rows that people read."""

import re
import sqlite3
from collections.abc import Iterator
from importlib.resources import files

__all__ = ["about_rows"]

_COLUMN = re.compile(r"^\s+(?P<name>[a-z_]+) (?:TEXT|INTEGER|REAL)\b.*?--\s*(?P<says>.+)$")
_REMARK = re.compile(r"^\s+--\s*(?P<says>.+)$")
_VIRTUAL = {
    "documents_fts": "Full-text index over documents: title and text, accents folded. "
    "SELECT rowid, snippet(documents_fts, 1, '', '', '', 9) FROM documents_fts WHERE documents_fts MATCH 'ceasefire'",
    "claim_places": "Spatial index over claims with a point: number is claims.number.",
    "event_places": "Spatial index over events with a point: number is events.number.",
}


def about_rows(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Name, column (empty for the whole) and meaning of every table, view and column.

    A comment in the CREATE statement says what a column is there; what its name means everywhere stands in
    `columns.tsv`.
    """
    meanings = _meanings()
    statements = connection.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
    for name, sql in statements.fetchall():
        if name in _VIRTUAL:
            yield name, "", _VIRTUAL[name]
        elif not name.startswith(tuple(f"{virtual}_" for virtual in _VIRTUAL)):
            lines = sql.splitlines()
            yield name, "", " ".join(match["says"] for line in lines if (match := _REMARK.match(line)))
            here = {match["name"]: match["says"] for line in lines if (match := _COLUMN.match(line))}
            for _, column, *_ in connection.execute(f"PRAGMA table_info({name})").fetchall():
                yield name, column, here.get(column) or meanings[column]


def _meanings() -> dict[str, str]:
    text = files("hudhud.store").joinpath("sql", "columns.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in text.splitlines())
