"""A record → lines that are equal where two records say the same."""

import sqlite3
from collections.abc import Iterator

from hudhud.store.derived import TABLES
from hudhud.store.rows import dumps

__all__ = ["dump_lines"]

_BASE = ("documents", "readings", "claims", "judgements", "raw_items", "skipped", "record_info")
# The clock and the order of arrival are no part of what a record says.
_LEFT_OUT = {"recorded_at", "number"}


def dump_lines(connection: sqlite3.Connection) -> Iterator[str]:
    """Every row of every table but the indexes, in an order that depends on nothing but the rows."""
    for table in (*_BASE, *(table for table in TABLES if table != "event_places")):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in _LEFT_OUT]
        names = ", ".join(columns)
        for row in connection.execute(f"SELECT {names} FROM {table} ORDER BY {names}"):
            yield f"{table} {dumps(row)}"
