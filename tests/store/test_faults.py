import errno
import pickle
import sqlite3
from collections import deque
from pathlib import Path

import make
import pytest

from hudhud.errors import RecordBusy, RecordFull
from hudhud.store import Origin, Store
from hudhud.store.faults import told


def add(store: Store, number: int) -> None:
    document = make.document(f"Report {number} from Oudar. " + "The road is closed. " * 200)
    store.add_document(Origin("feed", f"{number}.txt", f"r{number}"), document, [], reader="test 1")


def test_on_a_full_disk_what_was_committed_is_kept_and_the_rest_goes_on_later(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Store.open(path, write=True) as store:
        add(store, 0)
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages + 8}")
        with pytest.raises(RecordFull, match="What was committed is kept") as full:
            deque((add(store, number) for number in range(1, 100)), maxlen=0)
        kept = store.counts()["documents"]
        assert 1 <= kept < 100
        assert pickle.loads(pickle.dumps(full.value)).path == str(path)
    with Store.open(path, write=True) as store:
        assert store.counts()["documents"] == kept
        for number in range(100):
            add(store, number)
        assert store.counts()["documents"] == 100


def test_a_disk_that_is_full_for_others_too_is_told_alike(tmp_path: Path) -> None:
    with pytest.raises(RecordFull), told(tmp_path / "case.db"):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_other_faults_pass_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), told(tmp_path / "case.db"):
        raise FileNotFoundError(errno.ENOENT, "No such file")
    with pytest.raises(sqlite3.OperationalError), told(tmp_path / "case.db"):
        sqlite3.connect(":memory:").execute("SELECT nothing FROM nowhere")


def test_a_foreign_program_that_keeps_the_file_locked_is_told(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Store.open(path, write=True) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        store._connection.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(RecordBusy):
            add(store, 1)
        other.execute("ROLLBACK")
        other.close()
        add(store, 1)
