"""One writer at a time: a lock that vanishes with its process."""

import sqlite3
from pathlib import Path

from hudhud.errors import RecordBusy
from hudhud.store.faults import told

__all__ = ["WriterLock"]


class WriterLock:
    """Holds the right to write to a record for a whole run, not only for one transaction.

    The lock is an SQLite transaction held open on a side file (`case.db-writer`, empty), so it works wherever
    SQLite does, readers of the record never meet it, and the system drops it when the process dies. The side
    file stays behind: removing it would let two writers lock two files of one name.
    """

    def __init__(self, record: Path) -> None:
        """Take the lock.

        Raises:
            RecordBusy: If another process or store holds it.
        """
        side = record.with_name(record.name + "-writer")
        with told(record):
            self._connection = sqlite3.connect(side, timeout=0, isolation_level=None, check_same_thread=False)
            try:
                self._connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                self._connection.close()
                if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                    raise RecordBusy(path=str(record)) from error
                raise

    def release(self) -> None:
        """Give the lock back."""
        self._connection.close()
