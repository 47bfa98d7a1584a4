import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import make
import pytest

from hudhud import pipeline
from hudhud.errors import RecordBusy, UnknownId, UnreadableInput, WrongOption
from hudhud.pipeline import Step
from hudhud.records import Claim, Document
from hudhud.store import Store

TODAY = date(2026, 11, 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make.folder(tmp_path / "feed")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


def run(folder: Path, record: Path, **more: object) -> pipeline.RunReport:
    return pipeline.run(folder, record, today=TODAY, **{"reader": make.TinyReader(), **more})  # type: ignore[arg-type]


def dump(record: Path) -> list[str]:
    with Store.open(record) as store:
        return list(store.dump())


def test_a_folder_is_read_into_the_record(folder: Path, record: Path) -> None:
    report = run(folder, record)
    assert (report.n_new, report.n_known, report.n_skipped, report.n_claims) == (3, 0, 0, 3)
    assert report.totals == {"documents": 3, "claims": 3, "skipped": 0}
    view = pipeline.view(record)
    assert len(view.documents) == len(view.claims) == 3
    assert all(claim.span.of(view.documents[claim.document_id].text) == claim.quote for claim in view.claims.values())


def test_a_second_run_reads_only_what_is_new(folder: Path, record: Path) -> None:
    run(folder, record)
    before = dump(record)
    report = run(folder, record)
    assert (report.n_new, report.n_known, report.n_claims) == (0, 3, 0)
    assert dump(record) == before
    (folder / "market-9.txt").write_text(make.article(9))
    assert run(folder, record).n_new == 1


def test_a_newer_reader_reads_everything_again(folder: Path, record: Path) -> None:
    run(folder, record)
    report = run(folder, record, reader=make.TinyReader("2"))
    assert (report.n_new, report.n_known, report.n_again, report.n_claims) == (0, 3, 3, 3)
    assert {claim.reader for claim in pipeline.view(record).claims.values()} == {"tiny 2"}


def test_progress_is_told_a_step_at_a_time(folder: Path, record: Path) -> None:
    steps: list[Step] = []
    run(folder, record, progress=steps.append)
    assert [(step.name, step.outcome, step.n_claims) for step in steps] == [
        (f"market-00{n}.txt", "new", 1) for n in range(3)
    ]


def test_a_reader_that_trips_over_one_document_sets_it_aside_and_goes_on(folder: Path, record: Path) -> None:
    report = run(folder, record, reader=make.TinyReader(trips_over="market number 1"))
    assert (report.n_new, report.n_skipped) == (2, 1)
    (skipped,) = pipeline.view(record).skipped
    assert (skipped.name, skipped.stage, skipped.reason) == (
        "market-001.txt",
        "read",
        "ZeroDivisionError: tripped over market number 1",
    )
    # The same reader, mended: what a fault set aside is tried again on every run.
    report = run(folder, record)
    assert (report.n_new, report.n_known, report.n_skipped) == (1, 2, 0)
    assert pipeline.view(record).skipped == ()


class WildReader(make.TinyReader):
    """A reader whose claims cannot be stored where a text speaks of market 1."""

    def read(self, document: Document) -> list[Claim]:
        odd = "market number 1" in document.text
        return [replace(claim, quote="\udcff") if odd else claim for claim in super().read(document)]


def test_claims_that_cannot_be_kept_cost_their_document_only(folder: Path, record: Path) -> None:
    report = run(folder, record, reader=WildReader())
    assert (report.n_new, report.n_skipped) == (2, 1)
    (skipped,) = pipeline.view(record).skipped
    assert skipped.name == "market-001.txt"
    assert "UnicodeEncodeError" in skipped.reason


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_no_text_is_read_all_the_same(folder: Path, record: Path) -> None:
    Path(os.fsdecode(bytes(folder) + b"/caf\xe9.txt")).write_text(make.article(7))
    assert run(folder, record).n_new == 4
    assert "caf\ufffd.txt" in {document.name for document in pipeline.view(record).documents.values()}
    assert run(folder, record).n_known == 4


def test_an_older_reading_stays_where_the_newer_reader_trips(folder: Path, record: Path) -> None:
    run(folder, record)
    report = run(folder, record, reader=make.TinyReader("2", trips_over="market number 1"))
    assert (report.n_again, report.n_skipped) == (2, 1)
    readers = sorted(claim.reader for claim in pipeline.view(record).claims.values())
    assert readers == ["tiny 1", "tiny 2", "tiny 2"]


def test_a_folder_that_is_not_there_makes_no_record(tmp_path: Path, record: Path) -> None:
    with pytest.raises(UnreadableInput, match="not there"):
        run(tmp_path / "nowhere", record)
    assert not record.exists()


def test_a_second_run_beside_the_first_is_told(folder: Path, record: Path) -> None:
    with Store.open(record, write=True), pytest.raises(RecordBusy):
        run(folder, record)


def test_a_view_as_of_a_day_knows_nothing_later(folder: Path, record: Path) -> None:
    run(folder, record)
    early = pipeline.view(record, as_of=make.days_after(1))
    assert len(early.documents) == len(early.claims) == 2
    assert all(document.published.last_day <= make.days_after(1) for document in early.documents.values())  # type: ignore[operator]


def test_a_view_as_of_a_day_is_what_a_record_of_that_day_would_hold(tmp_path: Path, record: Path) -> None:
    run(make.folder(tmp_path / "feed", 3), record)
    early = tmp_path / "early.db"
    run(make.folder(tmp_path / "early" / "feed", 2), early)
    then, now = pipeline.view(record, as_of=make.days_after(1)), pipeline.view(early)
    for part in ("documents", "claims", "actors", "events", "estimates", "states", "disputes", "copies"):
        assert getattr(then, part) == getattr(now, part)


def test_what_is_loaded_is_what_would_be_worked_out(folder: Path, record: Path) -> None:
    run(folder, record)
    assert pipeline.view(record) == pipeline.reconcile_record(record)


def test_an_unknown_question_is_told(folder: Path, record: Path) -> None:
    run(folder, record)
    from hudhud.answer.table import Question

    with pytest.raises(WrongOption, match="timeline"):
        pipeline.ask(record, "weather", Question())


def test_undated_documents_are_named_where_a_day_is_asked(folder: Path, record: Path) -> None:
    from hudhud.answer.table import Question

    (folder / "articles.json").unlink()
    (folder / "note.txt").write_text(
        make.article(7).replace("Oudar Courier, 12 March 2024\n\n", "").replace("Tuesday", "one")
    )
    run(folder, record)
    n_undated = sum(document.published.day is None for document in pipeline.view(record).documents.values())
    assert n_undated
    answer = pipeline.ask(record, "timeline", Question(), as_of=date(2024, 12, 31))
    assert any("no known date" in note for note in answer.notes)


def test_a_judgement_is_kept_and_can_be_taken_back(folder: Path, record: Path) -> None:
    run(folder, record)
    claim_id = next(iter(pipeline.view(record).claims))
    made = pipeline.judge(record, "wrong", (claim_id,), author="tester", reason="misread")
    pipeline.judge(record, "undo", (), author="tester", withdraws=made.judgement_id)
    assert [judgement.verb for judgement in pipeline.judgements(record)] == ["wrong", "undo"]
    with pytest.raises(UnknownId, match="nobody"):
        pipeline.judge(record, "wrong", ("nobody",), author="tester")
    with pytest.raises(WrongOption, match="same"):
        pipeline.judge(record, "like", (claim_id,), author="tester")


def test_every_claim_is_exported_with_its_document(folder: Path, record: Path) -> None:
    run(folder, record)
    lines = list(pipeline.export_claims(record))
    assert [line["document"] for line in lines] == ["market-000", "market-001", "market-002"]
    assert [line["low"] for line in lines] == [1, 2, 3]


KILLED = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
import make
from hudhud import pipeline
import hudhud.ingest, hudhud.clean, hudhud.reconcile
print("begin", flush=True)
pipeline.run(Path(sys.argv[1]), Path(sys.argv[2]), reader=make.TinyReader(), today=date(2026, 11, 20))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
def test_killed_at_any_moment_and_run_again_the_record_is_that_of_an_undisturbed_run(tmp_path: Path) -> None:
    folder = make.folder(tmp_path / "feed", 24)
    (folder / "broken.txt").write_bytes(b"")
    begun = time.monotonic()
    run(folder, tmp_path / "whole.db")
    whole = time.monotonic() - begun
    chance = random.Random(20261120)
    record = tmp_path / "killed.db"
    n_killed = 0
    for part in (0.02, 0.1, 0.2, 0.3, 0.4, 0.5):
        command = [sys.executable, "-c", KILLED, str(folder), str(record)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(Path(__file__).parent)}
        ) as other:
            assert other.stdout
            assert other.stdout.readline() == "begin\n"
            time.sleep(whole * part * chance.uniform(0.5, 1.5))
            n_killed += other.poll() is None
            other.kill()
    assert n_killed >= 3
    run(folder, record)
    assert dump(record) == dump(tmp_path / "whole.db")
