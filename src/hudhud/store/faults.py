"""What SQLite reports → the error tree."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hudhud.errors import HudhudError, NotARecord, RecordBusy, RecordFull, WrongOption

__all__ = ["told"]

# SQLite can report a full disk as a plain I/O error (the shared-memory file cannot grow). With less room than
# two of its 32 KiB shared-memory pages left, that is what happened.
_NO_ROOM = 64 * 1024


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's and the disk's errors about the record at `path` into errors that say what to do.

    Errors that only a fault in Hudhud itself can cause pass as they are.
    """
    try:
        yield
    except sqlite3.Error as error:
        meant = _meant(error, path)
        if meant is None:
            raise
        raise meant from error
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        raise RecordFull(path=str(path)) from error


def _meant(error: sqlite3.Error, path: Path) -> HudhudError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(path)):
        return RecordFull(path=str(path))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RecordBusy(path=str(path))
    if code == sqlite3.SQLITE_NOTADB:
        return NotARecord(path=str(path), reason="it is no SQLite file")
    if code == sqlite3.SQLITE_CORRUPT:
        return NotARecord(path=str(path), reason="the file is damaged")
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return WrongOption(
            option="the record file", given=str(path), allowed="a file that may be written, in a folder that is there"
        )
    return None


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False
