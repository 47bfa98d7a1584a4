"""The record: what was read, and what follows from it, in one file."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from hudhud.errors import UnknownId
from hudhud.records import (
    Actor,
    Claim,
    Dispute,
    Document,
    Estimate,
    Event,
    Judgement,
    RawDocument,
    Skipped,
    State,
    View,
    from_plain,
    to_plain,
)
from hudhud.store.derived import insert_derived, select_derived
from hudhud.store.dump import dump_lines
from hudhud.store.faults import told
from hudhud.store.lock import WriterLock
from hudhud.store.rows import claim_row, document_of, document_row, dumps
from hudhud.store.schema import connect
from hudhud.store.told_events import PassageRow, select_events, select_passages

__all__ = ["HAND", "Origin", "Store"]

T = TypeVar("T", Actor, Event, Estimate, State, Dispute)
# How the reader of hand-coded events is called: what people coded, no reader of articles reads again.
HAND = "hand: "


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item came from: the folder it was fed in with, its name there and the hash of what was fed in.

    `raw_id` is empty for an item that could not even be opened.
    """

    folder: str
    name: str
    raw_id: str = ""

    @classmethod
    def of(cls, folder: Path, item: RawDocument | Skipped) -> "Origin":
        """The origin of an item that `ingest` gave for a folder, or one file in it; only its own name is kept."""
        raw_id = item.raw_id if isinstance(item, RawDocument) else ""
        place = folder.resolve()
        return cls(place.parent.name if place.is_file() else place.name, item.name, raw_id)


class Store:
    """One record file. Open it with `Store.open`; one writer at a time, any number of readers.

    Documents, claims and judgements are only ever added. Every method that adds is one transaction: killed at
    any moment, the record holds all of it or nothing.
    """

    def __init__(self, path: Path, *, write: bool, now: Callable[[], datetime]) -> None:
        self.path = path
        self._now = now
        self._lock = WriterLock(path) if write else None
        try:
            with told(path):
                self._connection = connect(path, write=write)
        except BaseException:
            if self._lock:
                self._lock.release()
            raise

    @classmethod
    def open(
        cls, path: str | Path, *, write: bool = False, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> "Store":
        """Open the record at `path`; with `write`, make it where there is none, and keep other writers out.

        Raises:
            RecordMissing: If nothing is there and `write` is not set.
            NotARecord: If the file is not a record.
            WrongRecordVersion: If another version of Hudhud wrote it.
            RecordBusy: If `write` is set and another writer has it open.
        """
        return cls(Path(path), write=write, now=now)

    def close(self) -> None:
        """Close the file; a writer folds its log into it first and lets the next writer in."""
        try:
            if self._lock:
                # Folding in is housekeeping: where a reader holds it up or the disk is full, the log stays.
                with suppress(sqlite3.Error):
                    self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()
        finally:
            if self._lock:
                self._lock.release()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # What was read.

    def documents(self, *, as_of: date | None = None) -> Iterator[Document]:
        """The documents in order of arrival; with `as_of`, those surely published by then.

        A document known to be of some day in March is surely published on 31 March; one of unknown date never.
        """
        rows = self._rows(f"SELECT plain, text FROM documents{_PUBLISHED} ORDER BY number", _bounds(as_of))
        return (document_of(plain, text) for plain, text in rows)

    def document(self, document_id: str) -> Document:
        """One document.

        Raises:
            UnknownId: If the record does not hold it.
        """
        for plain, text in self._rows("SELECT plain, text FROM documents WHERE document_id = ?", (document_id,)):
            return document_of(plain, text)
        raise UnknownId(given=document_id, path=str(self.path))

    def claims(self, *, as_of: date | None = None) -> Iterator[Claim]:
        """The claims of each document's last reading, in order of arrival; with `as_of` as `documents` bounds them."""
        rows = self._rows(
            f"SELECT claims_now.plain FROM claims_now JOIN documents USING (document_id){_PUBLISHED} "
            "ORDER BY claims_now.number",
            _bounds(as_of),
        )
        return (from_plain(Claim, json.loads(plain)) for (plain,) in rows)

    def judgements(self) -> list[Judgement]:
        """Every judgement, in the order in which they were made."""
        rows = self._rows("SELECT plain FROM judgements ORDER BY number")
        return [from_plain(Judgement, json.loads(plain)) for (plain,) in rows]

    def skipped(self) -> list[Skipped]:
        """The items set aside, by folder and name."""
        rows = self._rows("SELECT name, stage, reason, advice FROM skipped ORDER BY folder, name, stage")
        return [Skipped(*row) for row in rows]

    def n_undated(self) -> int:
        """How many documents have no known date, and so are in no view as of a day."""
        return int(next(self._rows("SELECT count(*) FROM documents WHERE published_last IS NULL"))[0])

    def counts(self) -> dict[str, int]:
        """How many documents, claims and items set aside the record holds."""
        tables = {"documents": "documents", "claims": "claims_now", "skipped": "skipped"}
        return {name: int(next(self._rows(f"SELECT count(*) FROM {table}"))[0]) for name, table in tables.items()}

    def has_read(self, origin: Origin, reader: str) -> bool:
        """Whether this very item is in the record, or was set aside by this very reader.

        An item that was read under another name is noted under this one too.
        """
        sql = "SELECT folder, name, document_id, reader FROM raw_items WHERE raw_id = ?"
        before = list(self._rows(sql, (origin.raw_id,)))
        for folder, name, document_id, by in before:
            if (folder, name) == (origin.folder, origin.name) and (document_id or by == reader):
                return True
        known = next((document_id for _, _, document_id, _ in before if document_id), None)
        if known:
            with self._transaction():
                self._add_item(origin, known, reader)
        return known is not None

    def unread(self, reader: str) -> list[str]:
        """The ids of the documents whose last reading is not by `reader` nor by hand, in order of arrival."""
        rows = self._rows(
            "SELECT document_id, (SELECT reader FROM readings AS r WHERE r.document_id = d.document_id "
            "ORDER BY number DESC LIMIT 1) AS last FROM documents AS d WHERE ? IS NOT last ORDER BY number",
            (reader,),
        )
        return [document_id for document_id, last in rows if not (last or "").startswith(HAND)]

    def holds(self, name: str) -> bool:
        """Whether `name` is an id of anything in the record, or a name of an actor."""
        return any(any(self._rows(f"SELECT 1 FROM {table} WHERE {column} = ?", (name,))) for table, column in _NAMED)

    def info(self, key: str) -> str | None:
        """What `set_info` kept under `key`."""
        return next((value for (value,) in self._rows("SELECT value FROM record_info WHERE key = ?", (key,))), None)

    def dump(self) -> Iterator[str]:
        """The whole record as lines; two records that say the same have the same lines, whenever they were made."""
        with told(self.path):
            yield from dump_lines(self._connection)

    # Adding.

    def add_document(self, origin: Origin, document: Document, claims: Iterable[Claim], *, reader: str) -> int | None:
        """Keep an item, the document it holds and the claims of its reading; the number of claims added.

        The text of one publisher is kept once: where the record has it, only the item is added, and None returned.
        """
        with self._transaction() as connection:
            known = "SELECT 1 FROM documents WHERE document_id = ?"
            n_claims = None
            if not connection.execute(known, (document.document_id,)).fetchone():
                self._insert("documents", {**document_row(document), "recorded_at": self._instant()})
                n_claims = self._add_reading(document.document_id, claims, reader)
            self._add_item(origin, document.document_id, reader)
            return n_claims

    def add_reading(self, document_id: str, claims: Iterable[Claim], *, reader: str) -> int:
        """Keep what another reader found in a document; from now on these claims count; the number added."""
        with self._transaction():
            return self._add_reading(document_id, claims, reader)

    def add_skipped(self, origin: Origin, skipped: Skipped, *, reader: str) -> None:
        """Keep why an item was set aside."""
        with self._transaction():
            self._forget_skipped(origin)
            self._insert(
                "skipped",
                {**to_plain(skipped), "folder": origin.folder, "name": origin.name, "recorded_at": self._instant()},
            )
            if origin.raw_id:
                self._add_item(origin, None, reader)

    def add_judgement(self, judgement: Judgement) -> None:
        """Append a person's decision."""
        plain = to_plain(judgement)
        row = {key: value for key, value in plain.items() if key != "slots"}
        with self._transaction():
            self._insert("judgements", {**row, "targets": dumps(plain["targets"]), "plain": dumps(plain)})

    def set_info(self, key: str, value: str) -> None:
        """Keep a line about the record itself."""
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO record_info VALUES (?, ?)", (key, value))

    # What follows.

    def replace_derived(self, view: View, *, rules: str) -> None:
        """Put what `rules` made of the whole record in place of what was there before."""
        with self._transaction() as connection:
            insert_derived(connection, view)
            connection.execute(
                "INSERT OR REPLACE INTO record_info VALUES ('derived_from', ?)", (self._fingerprint(rules),)
            )

    def derived(self, *, rules: str) -> dict[str, Any] | None:
        """What was derived, as fields of a View; None where claims, judgements or rules have changed since."""
        with self._transaction():
            return select_derived(self._connection) if self.is_derived(rules=rules) else None

    def is_derived(self, *, rules: str) -> bool:
        """Whether what `rules` make of the record as it stands is there."""
        return self.info("derived_from") == self._fingerprint(rules)

    def each(self, kind: type[T]) -> Iterator[T]:
        """Actors, events, estimates, states or disputes as they were derived, one at a time."""
        rows = self._rows(f"SELECT plain FROM {_TABLE_OF[kind]} ORDER BY number")
        return (from_plain(kind, json.loads(plain)) for (plain,) in rows)

    def actor(self, actor_id: str) -> Actor | None:
        """One actor, None where there is none of that id."""
        rows = self._rows("SELECT plain FROM actors WHERE actor_id = ?", (actor_id,))
        return next((from_plain(Actor, json.loads(plain)) for (plain,) in rows), None)

    def events(self) -> Iterator[tuple[Event, tuple[Estimate, ...]]]:
        """Every event as it was derived, with the estimates of its figures, one at a time."""
        with told(self.path):
            yield from select_events(self._connection)

    def passages(self, event_id: str) -> list[PassageRow]:
        """The words behind an event, each with the header of its document."""
        with told(self.path):
            return list(select_passages(self._connection, event_id))

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Read inside it, and a writer that goes on meanwhile stays out of sight."""
        with self._transaction():
            yield

    def _fingerprint(self, rules: str) -> str:
        tables = ("documents", "readings", "claims", "judgements")
        newest = [next(self._rows(f"SELECT coalesce(max(number), 0) FROM {table}"))[0] for table in tables]
        return dumps([rules, *newest])

    def _add_reading(self, document_id: str, claims: Iterable[Claim], reader: str) -> int:
        # A reader that gives one claim twice is told once.
        unique = {claim.claim_id: claim for claim in claims}
        n_claims = len(unique)
        at = self._instant()
        self._insert(
            "readings",
            {"document_id": document_id, "reader": reader, "n_claims": n_claims, "recorded_at": at},
        )
        known = "SELECT claim_id FROM claims WHERE document_id = ? AND reader = ?"
        for (claim_id,) in self._connection.execute(known, (document_id, reader)).fetchall():
            unique.pop(claim_id, None)  # the reader comes back after another: its claims are there
        for claim in unique.values():
            self._insert("claims", {**claim_row(claim), "reader": reader, "recorded_at": at})
        return n_claims

    def _forget_skipped(self, origin: Origin) -> None:
        self._connection.execute("DELETE FROM skipped WHERE folder = ? AND name = ?", (origin.folder, origin.name))

    def _add_item(self, origin: Origin, document_id: str | None, reader: str) -> None:
        if document_id:
            self._forget_skipped(origin)
        self._connection.execute(
            "INSERT OR REPLACE INTO raw_items VALUES (?, ?, ?, ?, ?, ?)",
            (origin.raw_id, origin.folder, origin.name, document_id, reader, self._instant()),
        )

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        marks = ", ".join(f":{name}" for name in row)
        self._connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)

    def _rows(self, sql: str, values: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
        with told(self.path):
            yield from self._connection.execute(sql, tuple(values))

    def _instant(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self._is_inside():
            yield self._connection
            return
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE" if self._lock else "BEGIN")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                # SQLite itself rolls back when the disk is full.
                if self._is_inside():
                    self._connection.execute("ROLLBACK")

    def _is_inside(self) -> bool:
        return self._connection.in_transaction


_NAMED = (
    ("claims", "claim_id"),
    ("documents", "document_id"),
    ("judgements", "judgement_id"),
    ("actor_names", "name"),
    ("actors", "actor_id"),
    ("actors", "name"),
    ("events", "event_id"),
    ("estimates", "estimate_id"),
    ("states", "state_id"),
    ("disputes", "dispute_id"),
)
_TABLE_OF: dict[type, str] = {
    Actor: "actors",
    Event: "events",
    Estimate: "estimates",
    State: "states",
    Dispute: "disputes",
}
_PUBLISHED = " WHERE (?1 IS NULL OR documents.published_last <= ?1)"


def _bounds(as_of: date | None) -> tuple[str | None]:
    return (as_of.isoformat() if as_of else None,)
