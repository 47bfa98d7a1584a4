"""A path → an open connection to a record of this version."""

import os
import sqlite3
from importlib.resources import files
from pathlib import Path

from hudhud.errors import NotARecord, RecordMissing, WrongRecordVersion
from hudhud.store.about import about_rows

__all__ = ["APPLICATION_ID", "VERSION", "connect"]

APPLICATION_ID = 0x48554448  # "HUDH", which `file` and SQLite tools show
_MIGRATIONS = ("0001_tables.sql", "0002_views.sql")
VERSION = len(_MIGRATIONS)
_MAGIC = b"SQLite format 3\x00"


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to the record at `path`; with `write`, a new or older file is brought to this version.

    Raises:
        RecordMissing: If nothing is there and `write` is not set.
        NotARecord: If the file is no SQLite file, or another program's.
        WrongRecordVersion: If a newer Hudhud wrote it, or an older one and `write` is not set.
    """
    _look(path, write=write)
    connection = _open(path, write=write)
    try:
        _check(connection, path, write=write)
    except BaseException:
        connection.close()
        raise
    return connection


def _look(path: Path, *, write: bool) -> None:
    if not path.exists():
        if write:
            return
        raise RecordMissing(path=str(path))
    if path.is_dir():
        raise NotARecord(path=str(path), reason="it is a folder")
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head and head != _MAGIC:
        raise NotARecord(path=str(path), reason="it is no SQLite file")
    if not head and not write:
        raise NotARecord(path=str(path), reason="it is empty")


def _open(path: Path, *, write: bool) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if write else _reading_mode(path)}"
    connection = sqlite3.connect(uri, uri=True, timeout=10.0, isolation_level=None, check_same_thread=False)
    if not write:
        connection.execute("PRAGMA query_only = ON")
    return connection


def _reading_mode(path: Path) -> str:
    """How a reader opens the file: able to write where it may, since only so it can clear the log's files away.

    Where the folder is on a read-only medium the log's index cannot be made; there nobody writes either, so the
    file may be read as it is.
    """
    if not os.access(path.parent, os.W_OK):
        return "ro" if path.with_name(path.name + "-wal").exists() else "ro&immutable=1"
    return "rw" if os.access(path, os.W_OK) else "ro"


def _check(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    application = _pragma(connection, "application_id")
    version = _pragma(connection, "user_version")
    is_blank = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if is_blank and application == 0 and write:
        # A killed first run can leave a file with no tables: it is taken up where it stopped.
        connection.execute("PRAGMA journal_mode = WAL")
    elif application != APPLICATION_ID:
        raise NotARecord(path=str(path), reason="it is empty" if is_blank else "another program wrote this SQLite file")
    if version > VERSION or (version < VERSION and not write):
        raise WrongRecordVersion(path=str(path), given=version, allowed=VERSION)
    if write:
        # NORMAL: a crash of the process loses nothing; a power cut can lose the last documents committed,
        # never the file, and the next run reads them again.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, version)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    missing = _MIGRATIONS[version:]
    if not missing:
        return
    folder = files("hudhud.store").joinpath("sql")
    script = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in missing)
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {VERSION};"
        )
        connection.execute("DELETE FROM about")
        connection.executemany("INSERT INTO about (name, column_name, says) VALUES (?, ?, ?)", about_rows(connection))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
