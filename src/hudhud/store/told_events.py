"""Events one at a time, each with the passages and estimates behind it, for exports that hold one and no more."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from hudhud.records import Estimate, Event, from_plain

__all__ = ["PassageRow", "select_events", "select_passages"]


class PassageRow(NamedTuple):
    """A claim's words and the header of the document they stand in; days are ISO 8601."""

    claim_id: str
    quote: str
    said_by: str
    factuality: str
    document_id: str
    name: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    url: str | None


_PASSAGES = """
    SELECT c.claim_id, c.quote, c.said_by, c.factuality, d.document_id, d.name, d.title, d.publisher, d.published_on,
        d.language, d.url
    FROM event_claims AS e
    JOIN claims AS c ON c.number = (SELECT max(number) FROM claims AS last WHERE last.claim_id = e.claim_id)
    JOIN documents AS d ON d.document_id = c.document_id
    WHERE e.event_id = ? ORDER BY d.published_on, c.number
"""
# Of every event in order with its estimates in order; SQLite keeps the index that the join needs in a file of its own.
_ESTIMATES = """
    SELECT events.number, estimates.number FROM estimates JOIN events ON events.event_id = estimates.event_id
    ORDER BY events.number, estimates.number
"""


def select_events(connection: sqlite3.Connection) -> Iterator[tuple[Event, tuple[Estimate, ...]]]:
    """Every event in order, with the estimates of its figures."""
    pairs = connection.execute(_ESTIMATES)
    pair = pairs.fetchone()
    for number, plain in connection.execute("SELECT number, plain FROM events ORDER BY number"):
        estimates = []
        while pair and pair[0] == number:
            (told,) = connection.execute("SELECT plain FROM estimates WHERE number = ?", (pair[1],)).fetchone()
            estimates.append(_of(Estimate, told))
            pair = pairs.fetchone()
        yield _of(Event, plain), tuple(estimates)


def select_passages(connection: sqlite3.Connection, event_id: str) -> Iterator[PassageRow]:
    """The words of the claims behind an event, by day of publication."""
    return (PassageRow(*row) for row in connection.execute(_PASSAGES, (event_id,)))


def _of(kind: Any, plain: str) -> Any:
    return from_plain(kind, json.loads(plain))
