import sqlite3
import stat
from pathlib import Path

import make
import pytest

from hudhud.errors import NotARecord, RecordMissing, WrongOption, WrongRecordVersion
from hudhud.store import Origin, Store
from hudhud.store.schema import APPLICATION_ID, VERSION


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    with Store.open(path, write=True) as store:
        document = make.document()
        store.add_document(Origin("feed", "a.txt", "r1"), document, [make.claim(of=document)], reader="test 1")
    return path


def sql(path: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        with connection:
            return connection.execute(statement).fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize("table", ["documents", "claims", "judgements"])
@pytest.mark.parametrize(
    "statement",
    ["UPDATE {} SET number = number + 1", "DELETE FROM {}", "INSERT OR REPLACE INTO {} SELECT * FROM {}"],
)
def test_what_was_read_cannot_be_changed_by_anybody(path: Path, table: str, statement: str) -> None:
    with Store.open(path, write=True) as store:
        store.add_judgement(make.judgement())
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} are append-only"):
        sql(path, statement.format(table, table))


def test_documents_are_found_by_words_without_their_accents(tmp_path: Path) -> None:
    with Store.open(tmp_path / "case.db", write=True) as store:
        document = make.document("Fighters left Şabrātah. Nothing more is known.")
        store.add_document(Origin("feed", "a.txt", "r1"), document, [], reader="test 1")
    assert sql(tmp_path / "case.db", "SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'sabratah'") == [(1,)]


def test_claims_are_found_by_place(path: Path) -> None:
    inside = "SELECT number FROM claim_places WHERE min_lat > 29 AND max_lat < 31 AND min_lon > 13 AND max_lon < 15"
    assert sql(path, inside) == [(1,)]


def test_every_table_view_and_column_is_explained(path: Path) -> None:
    explained = set(sql(path, "SELECT name, column_name FROM about WHERE says <> ''"))
    names = sql(
        path,
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'",
    )
    for (name,) in names:
        if str(name).startswith(("claim_places", "event_places", "documents_fts")):
            continue
        columns = [row[1] for row in sql(path, f"PRAGMA table_info({name})")]
        assert {(name, column) for column in ("", *columns)} <= explained


def test_every_view_opens(path: Path) -> None:
    for (name,) in sql(path, "SELECT name FROM sqlite_master WHERE type = 'view'"):
        sql(path, f"SELECT * FROM {name}")


def test_the_file_says_whose_it_is(path: Path) -> None:
    assert sql(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert sql(path, "PRAGMA user_version") == [(VERSION,)]
    assert sql(path, "PRAGMA journal_mode") == [("wal",)]
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("write", [False, True])
def test_a_record_of_a_newer_version_is_left_as_it_is(path: Path, write: bool) -> None:
    sql(path, f"PRAGMA user_version = {VERSION + 5}")
    with pytest.raises(WrongRecordVersion, match=f"version {VERSION + 5}; this Hudhud reads version {VERSION}"):
        Store.open(path, write=write)
    assert sql(path, "PRAGMA user_version") == [(VERSION + 5,)]


def test_a_record_of_an_older_version_is_not_read_without_bringing_it_forward(path: Path) -> None:
    sql(path, f"PRAGMA user_version = {VERSION - 1}")
    with pytest.raises(WrongRecordVersion):
        Store.open(path)


@pytest.mark.parametrize("write", [False, True])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, not a record.")
    with pytest.raises(NotARecord, match="no SQLite file"):
        Store.open(path, write=write)
    assert path.read_text() == "These are notes, not a record."


@pytest.mark.parametrize("write", [False, True])
def test_another_programs_database_is_left_as_it_is(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "other.db"
    sql(path, "CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(NotARecord, match="another program"):
        Store.open(path, write=write)
    assert sql(path, "SELECT name FROM sqlite_master") == [("bookmarks",)]


def test_a_damaged_record_is_told(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:] = b"\x55" * (len(data) - 100)
    path.write_bytes(data)
    with pytest.raises(NotARecord, match="damaged"):
        Store.open(path)


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="folder"):
        Store.open(tmp_path)


def test_a_file_that_a_killed_first_run_left_is_taken_up(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    path.touch()
    with pytest.raises(NotARecord, match="empty"):
        Store.open(path)
    sql(path, "PRAGMA journal_mode = WAL")
    with pytest.raises(NotARecord, match="empty"):
        Store.open(path)
    with Store.open(path, write=True) as store:
        assert store.counts()["documents"] == 0


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="folder that is there"):
        Store.open(tmp_path / "nowhere" / "case.db", write=True)
    with pytest.raises(RecordMissing):
        Store.open(tmp_path / "nowhere" / "case.db")


def test_a_record_on_a_read_only_medium_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(stat.S_IRUSR)
    path.with_name("case.db-writer").unlink()
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    # Root may write anywhere, so the system is asked to say what it says to everybody else.
    monkeypatch.setattr("os.access", lambda *_: False)
    try:
        with Store.open(path) as store:
            assert store.counts()["documents"] == 1
    finally:
        path.parent.chmod(stat.S_IRWXU)
    assert [file.name for file in path.parent.iterdir()] == ["case.db"]


def test_datasette_finds_the_search_index_of_the_documents(path: Path) -> None:
    # The pattern that Datasette 0.65 looks for.
    found = "SELECT name FROM sqlite_master WHERE sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"documents\"%'"
    assert sql(path, found) == [("documents_fts",)]
