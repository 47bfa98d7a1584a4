import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import make
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hudhud.errors import RecordBusy, RecordMissing, UnknownId
from hudhud.records import DatePrecision, Document, PublishedAt, Skipped, View
from hudhud.store import Origin, Store

ITEM = Origin("feed", "market.txt", "raw1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


def fill(store: Store) -> None:
    document = make.document()
    store.add_document(ITEM, document, [make.claim(of=document), make.claim(make.figure(), document)], reader="test 1")


def test_a_document_and_its_claims_come_back_as_they_were(path: Path) -> None:
    document = make.document()
    claims = [
        make.claim(of=document, attribution=make.said_by("Amal Dorre", "Oudar Radio")),
        make.claim(make.figure(), document, place=None, occurred=None),
    ]
    with Store.open(path, write=True) as store:
        assert store.add_document(ITEM, document, claims, reader="test 1") == 2
    with Store.open(path) as store:
        assert list(store.documents()) == [document]
        assert store.document(document.document_id) == document
        assert list(store.claims()) == claims


def test_one_text_of_one_publisher_is_kept_once(path: Path) -> None:
    document = make.document()
    with Store.open(path, write=True) as store:
        fill(store)
        again = store.add_document(Origin("feed", "copy.txt", "raw2"), document, [make.claim()], reader="test 1")
        assert again is None
        assert store.counts() == {"documents": 1, "claims": 2, "skipped": 0}
        assert store.has_read(Origin("feed", "copy.txt", "raw2"), "test 1")


def test_a_claim_given_twice_counts_once(path: Path) -> None:
    document = make.document()
    with Store.open(path, write=True) as store:
        assert store.add_document(ITEM, document, [make.claim(of=document)] * 2, reader="test 1") == 1


def test_a_newer_readers_claims_stand_before_the_older_ones_which_are_kept(path: Path) -> None:
    document = make.document()
    newer = make.claim(make.figure(), document, reader="test 2")
    with Store.open(path, write=True) as store:
        store.add_document(ITEM, document, [make.claim(of=document)], reader="test 1")
        assert store.unread("test 1") == []
        assert store.unread("test 2") == [document.document_id]
        store.add_reading(document.document_id, [newer], reader="test 2")
        assert list(store.claims()) == [newer]
        assert store.unread("test 2") == []
        assert len([line for line in store.dump() if line.startswith("claims ")]) == 2


def test_an_older_reader_that_comes_back_counts_again(path: Path) -> None:
    document = make.document()
    first, second = make.claim(of=document), make.claim(make.figure(), document, reader="test 2")
    with Store.open(path, write=True) as store:
        store.add_document(ITEM, document, [first], reader="test 1")
        store.add_reading(document.document_id, [second], reader="test 2")
        store.add_reading(document.document_id, [first], reader="test 1")
        assert list(store.claims()) == [first]


@pytest.mark.parametrize(
    ("published", "as_of", "is_seen"),
    [
        (PublishedAt(date(2024, 3, 12), DatePrecision.DAY, "printed"), date(2024, 3, 12), True),
        (PublishedAt(date(2024, 3, 12), DatePrecision.DAY, "printed"), date(2024, 3, 11), False),
        (
            PublishedAt(date(2024, 3, 1), DatePrecision.MONTH, "inferred", last=date(2024, 3, 31)),
            date(2024, 3, 30),
            False,
        ),
        (
            PublishedAt(date(2024, 3, 1), DatePrecision.MONTH, "inferred", last=date(2024, 3, 31)),
            date(2024, 3, 31),
            True,
        ),
        (PublishedAt(None, DatePrecision.UNKNOWN, "unknown"), date(2100, 1, 1), False),
    ],
)
def test_as_of_a_day_shows_what_was_surely_published_by_then(
    path: Path, published: PublishedAt, as_of: date, is_seen: bool
) -> None:
    document = make.document(published=published)
    with Store.open(path, write=True) as store:
        store.add_document(ITEM, document, [make.claim(of=document)], reader="test 1")
        assert [*store.documents(as_of=as_of)] == [document] * is_seen
        assert len([*store.claims(as_of=as_of)]) == is_seen
        assert store.n_undated() == (published.day is None)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Documents of ten days, months and years, and one without a date."""
    with Store.open(tmp_path_factory.mktemp("dated") / "case.db", write=True) as store:
        for n in range(10):
            day = make.days_after(n * 40)
            last = make.days_after((0, 30, 365)[n % 3], day)
            published = PublishedAt(day, DatePrecision.RANGE, "inferred", last=last)
            add(store, make.document(f"Report {n} from Oudar. It is short.", published=published))
        add(store, make.document("A report of no known day. It is short.", on=None))
        yield store


def add(store: Store, document: Document) -> None:
    item = Origin("feed", document.document_id, document.document_id)
    store.add_document(item, document, [make.claim(of=document)], reader="test 1")


@given(as_of=st.dates(date(2024, 1, 1), date(2026, 12, 31)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_view_of_a_day_never_sees_past_it_and_misses_nothing_before(dated: Store, as_of: date) -> None:
    seen = {document.document_id for document in dated.documents(as_of=as_of)}
    for document in dated.documents():
        last = document.published.last_day
        assert (document.document_id in seen) == (last is not None and last <= as_of)
    assert {claim.document_id for claim in dated.claims(as_of=as_of)} == seen


def test_an_item_set_aside_is_known_until_the_reader_changes_and_forgotten_once_read(path: Path) -> None:
    with Store.open(path, write=True) as store:
        store.add_skipped(ITEM, Skipped("market.txt", "clean", "no article in it", "Look at it."), reader="test 1")
        assert store.skipped() == [Skipped("market.txt", "clean", "no article in it", "Look at it.")]
        assert store.has_read(ITEM, "test 1")
        assert not store.has_read(ITEM, "test 2")
        fill(store)
        assert store.skipped() == []
        assert store.has_read(ITEM, "test 2")


def test_an_item_under_another_name_is_known_and_noted(path: Path) -> None:
    renamed = Origin("feed", "renamed.txt", ITEM.raw_id)
    with Store.open(path, write=True) as store:
        fill(store)
        store.add_skipped(Origin("feed", "renamed.txt"), Skipped("renamed.txt", "ingest", "empty"), reader="test 1")
        assert store.has_read(renamed, "test 2")
        assert store.skipped() == []
        assert sum(line.startswith("raw_items ") for line in store.dump()) == 2
        assert not store.has_read(Origin("feed", "market.txt", "raw9"), "test 1")


def test_judgements_come_back_in_order(path: Path) -> None:
    made = [make.judgement("same", "A", "B"), make.judgement("undo", number=2, withdraws="j1", slots={"a": "b"})]
    with Store.open(path, write=True) as store:
        for judgement in made:
            store.add_judgement(judgement)
        assert store.judgements() == made
        assert store.holds("j1")
        assert not store.holds("A")


def test_an_unknown_document_says_so(path: Path) -> None:
    with Store.open(path, write=True) as store, pytest.raises(UnknownId, match="nope"):
        store.document("nope")


def test_what_was_derived_is_stale_once_anything_it_follows_from_changes(path: Path) -> None:
    empty = View(None, {}, {})
    with Store.open(path, write=True) as store:
        assert store.derived(rules="r1") is None
        store.replace_derived(empty, rules="r1")
        assert store.derived(rules="r1") is not None
        assert store.derived(rules="r2") is None
        fill(store)
        assert store.derived(rules="r1") is None
        store.replace_derived(empty, rules="r1")
        store.add_judgement(make.judgement())
        assert store.derived(rules="r1") is None


def test_a_second_writer_is_told_and_readers_go_on(path: Path) -> None:
    with Store.open(path, write=True) as writer:
        fill(writer)
        with pytest.raises(RecordBusy), Store.open(path, write=True):
            pass
        with Store.open(path) as reader, reader.moment():
            before = reader.counts()
            writer.add_document(
                Origin("feed", "b.txt", "raw2"), make.document("Another text. It is short."), [], reader="test 1"
            )
            assert reader.counts() == before
        with Store.open(path) as reader:
            assert reader.counts()["documents"] == 2
    with Store.open(path, write=True):
        pass


READ = """
import sys
from hudhud.store import Store
for _ in range(12):
    with Store.open(sys.argv[1]) as store, store.moment():
        print(store.counts()["documents"], len(list(store.documents())), flush=True)
"""


def test_readers_in_other_processes_see_whole_documents_while_one_writes(path: Path) -> None:
    with Store.open(path, write=True) as store:
        fill(store)
        command = [sys.executable, "-c", READ, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as other:
            n = 0
            while other.poll() is None:
                n += 1
                add(store, make.document(f"Report {n} from Oudar. It is short."))
                time.sleep(0.01)  # a document takes longer to read than to keep
            assert other.stdout
            assert other.stderr
            assert other.stderr.read() == ""
            seen = [tuple(map(int, line.split())) for line in other.stdout.read().splitlines()]
    assert len(seen) == 12
    assert seen == sorted(seen)
    assert all(counted == listed for counted, listed in seen)
    assert seen[0] < seen[-1]


def test_the_lock_of_a_killed_writer_is_gone(path: Path) -> None:
    held = (
        "import sys, time; from hudhud.store import Store; "
        "store = Store.open(sys.argv[1], write=True); print('open', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", held, str(path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        with pytest.raises(RecordBusy):
            Store.open(path, write=True)
        other.kill()
        other.wait()
    with Store.open(path, write=True) as store:
        fill(store)


def test_a_failed_write_leaves_nothing_behind(path: Path) -> None:
    with Store.open(path, write=True) as store:

        def claims():  # type: ignore[no-untyped-def]
            yield make.claim()
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            store.add_document(ITEM, make.document(), claims(), reader="test 1")
        assert store.counts() == {"documents": 0, "claims": 0, "skipped": 0}
        fill(store)


def test_nothing_is_made_by_looking(path: Path) -> None:
    with pytest.raises(RecordMissing, match="hudhud run"):
        Store.open(path)
    assert not list(path.parent.iterdir())


def test_two_records_that_say_the_same_dump_the_same(tmp_path: Path) -> None:
    dumps = []
    documents = [make.document(), make.document("Another text. It is short.")]
    for name, order in (("a.db", documents), ("b.db", documents[::-1])):
        with Store.open(tmp_path / name, write=True) as store:
            for document in order:
                add(store, document)
            dumps.append(list(store.dump()))
    assert dumps[0] == dumps[1]
