import csv
import io
import json
import signal
import subprocess
import sys
import time
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import make
import pytest
from click.testing import CliRunner

from hudhud.answer import ANSWERS, Answer
from hudhud.cli import main
from hudhud.cli.ask import QUESTIONS
from hudhud.cli.show import cell, show
from hudhud.store import Store

HEAVY = ("trafilatura", "numpy", "onnxruntime", "pydantic", "rich", "tokenizers", "lxml", "hudhud.read", "sqlite3")


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def hudhud(*words: str | Path, cwd: Path, **environment: str) -> Done:
    """One command, in this process: a process each would take minutes."""
    with chdir(cwd):
        done = CliRunner().invoke(main, [*map(str, words)], env={"COLUMNS": "120", **environment})
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Done(done.exit_code, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record of four articles in it."""
    place = tmp_path_factory.mktemp("case")
    done = hudhud("run", make.folder(place / "feed", 4), cwd=place)
    assert done.returncode == 0, done.stderr
    return place


@pytest.mark.parametrize("words", [["--help"], ["ask", "--help"], ["ask", "timeline", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "hudhud", *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "click" in loaded
    assert not [name for name in loaded if name.startswith(HEAVY)]


def test_importing_the_package_loads_nothing_of_it(tmp_path: Path) -> None:
    program = "import sys, hudhud; print([name for name in sys.modules if name.startswith('hudhud.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system what its children used")
def test_help_is_there_at_once(tmp_path: Path) -> None:
    import resource

    def used() -> float:
        told = resource.getrusage(resource.RUSAGE_CHILDREN)
        return told.ru_utime + told.ru_stime

    seconds = []
    for _ in range(5):
        begun = used()
        subprocess.run([sys.executable, "-m", "hudhud", "--help"], capture_output=True, check=True, cwd=tmp_path)
        seconds.append(used() - begun)
    # Seconds of work and not of the clock: those of a busy machine say nothing.
    assert min(seconds) < 0.15


def test_a_run_writes_the_record_named_by_option_variable_or_default(tmp_path: Path) -> None:
    folder = make.folder(tmp_path / "feed", 1)
    assert hudhud("run", folder, "--record", "one.db", cwd=tmp_path).returncode == 0
    assert hudhud("run", folder, cwd=tmp_path, HUDHUD_RECORD="two.db").returncode == 0
    assert hudhud("run", folder, cwd=tmp_path).returncode == 0
    assert {path.name for path in tmp_path.glob("*.db")} == {"one.db", "two.db", "hudhud.db"}


def test_a_run_tells_what_it_did_on_standard_error(case: Path) -> None:
    done = hudhud("run", "feed", cwd=case)
    assert done.stdout == ""
    assert "0 new, 4 known, 0 set aside" in done.stderr


@pytest.mark.parametrize("question", list(QUESTIONS))
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_question_is_answered_in_every_form(case: Path, question: str, form: str) -> None:
    words = {"search": ["market"], "evidence": [first_id(case)], "changes": ["--since", "2024"]}.get(question, [])
    done = hudhud("ask", question, *words, "--format", form, cwd=case)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    if form == "json":
        assert all("id" in json.loads(line) for line in done.stdout.splitlines())
    if form == "csv":
        rows = list(csv.reader(io.StringIO(done.stdout)))
        assert len({len(row) for row in rows}) == 1


def test_every_answer_there_is_can_be_asked_for() -> None:
    assert set(QUESTIONS) == set(ANSWERS)


def first_id(case: Path) -> str:
    with Store.open(case / "hudhud.db") as store:
        return next(store.claims()).claim_id


def test_evidence_prints_the_marked_words_their_article_and_the_reader(case: Path) -> None:
    with Store.open(case / "hudhud.db") as store:
        claim = next(store.claims())
        document = store.document(claim.document_id)
    done = hudhud("ask", "evidence", claim.claim_id, cwd=case)
    shown = " ".join(done.stdout.split())
    assert f"[{' '.join(claim.quote.split())}]" in shown
    assert document.name in shown
    assert claim.reader in shown


def test_an_id_that_nobody_has_is_told(case: Path) -> None:
    done = hudhud("ask", "evidence", "0123456789abcdef", cwd=case)
    assert (done.returncode, done.stdout) == (1, "")
    assert "0123456789abcdef" in done.stderr


def test_claims_are_exported_as_lines(case: Path) -> None:
    done = hudhud("export", "claims", "-", cwd=case)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines
    assert {"document", "span", "kind", "quote", "factuality", "attributed_to", "time", "place"} <= set(lines[0])
    assert hudhud("export", "claims", "out.jsonl", cwd=case).returncode == 0
    assert (case / "out.jsonl").read_text(encoding="utf-8") == done.stdout


def test_no_export_is_begun_without_a_record(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("kept")
    assert hudhud("export", "claims", "out.jsonl", cwd=tmp_path).returncode == 1
    assert (tmp_path / "out.jsonl").read_text() == "kept"


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["ask", "timeline"], 1, "hudhud: There is no record at hudhud.db. Make one with: hudhud run"),
        (["run", "nowhere"], 1, "hudhud: Cannot read nowhere: it is not there."),
        (["ask", "timeline", "--since", "yesterday"], 2, "'yesterday' is no day. Write 2017-03-24"),
        (["ask", "timeline", "--top", "0"], 2, "--top"),
        (["ask", "changes"], 2, "--since"),
        (["ask", "weather"], 2, "weather"),
        (["dance"], 2, "dance"),
        (["judge", "set", "id", "slot"], 1, "ID SLOT=VALUE"),
    ],
)
def test_errors_are_one_line_and_no_traceback(tmp_path: Path, words: list[str], status: int, told: str) -> None:
    done = hudhud(*words, cwd=tmp_path)
    assert done.returncode == status
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_second_writer_is_told_and_readers_go_on(tmp_path: Path) -> None:
    folder = make.folder(tmp_path / "feed", 2)
    hudhud("run", folder, cwd=tmp_path)
    with Store.open(tmp_path / "hudhud.db", write=True):
        done = hudhud("run", folder, cwd=tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "Another process is writing" in done.stderr
        assert hudhud("ask", "timeline", cwd=tmp_path).returncode == 0


def test_a_judgement_is_logged_and_taken_back(tmp_path: Path) -> None:
    hudhud("run", make.folder(tmp_path / "feed", 1), cwd=tmp_path)
    claim_id = first_id(tmp_path)
    done = hudhud("judge", "wrong", claim_id, "--reason", "misread", "--by", "Amal", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (made,) = [
        json.loads(line) for line in hudhud("judge", "log", "--format", "json", cwd=tmp_path).stdout.splitlines()
    ]
    assert (made["verb"], made["about"], made["author"], made["reason"]) == ("wrong", [claim_id], "Amal", "misread")
    assert hudhud("judge", "undo", made["id"], cwd=tmp_path, HUDHUD_AUTHOR="Amal").returncode == 0
    assert "undo" in hudhud("judge", "log", cwd=tmp_path).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_reader_that_has_enough_breaks_nothing(case: Path) -> None:
    command = f'"{sys.executable}" -m hudhud export claims - | head -c 1'
    done = subprocess.run(["sh", "-c", command], cwd=case, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="stops with a signal")
def test_stopped_by_hand_it_says_what_is_kept(tmp_path: Path) -> None:
    folder = make.folder(tmp_path / "feed", 400)
    with subprocess.Popen(
        [sys.executable, "-m", "hudhud", "run", str(folder), "--record", "case.db"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    ) as other:
        while not (tmp_path / "case.db").exists() or not n_documents(tmp_path / "case.db"):
            time.sleep(0.05)
        other.send_signal(signal.SIGINT)
        _, told = other.communicate()
    assert other.returncode == 130
    kept = n_documents(tmp_path / "case.db")
    assert kept >= 1
    assert f"stopped. {kept} documents read in this run are kept in case.db" in told


@pytest.mark.slow
def test_the_demo_shows_what_a_record_tells_and_begins_anew_each_time(tmp_path: Path) -> None:
    with Store.open(tmp_path / "demo.db", write=True) as store:
        store.set_info("made_by", "hudhud demo")
        store.add_judgement(make.judgement())
    done = hudhud("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert hudhud("judge", "log", "--format", "json", "--record", "demo.db", cwd=tmp_path).stdout == ""
    for told in (
        "Timeline\n",
        "Figures\n",
        "Disputes\n",
        str(tmp_path / "demo.db"),
        "hudhud ask situation --record demo.db",
    ):
        assert told in done.stdout
    (command,) = [line for line in done.stdout.splitlines() if line.startswith("  hudhud ask evidence")]
    assert "who says so" in hudhud(*command.split("  ")[1].split()[1:], cwd=tmp_path).stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo.db", "demo.db-writer"]


def test_the_demo_replaces_no_record_of_anybodys(tmp_path: Path) -> None:
    with Store.open(tmp_path / "demo.db", write=True) as store:
        before = list(store.dump())
    done = hudhud("demo", cwd=tmp_path)
    assert done.returncode == 1
    assert "no demo made it" in done.stderr
    with Store.open(tmp_path / "demo.db") as store:
        assert list(store.dump()) == before


def n_documents(record: Path) -> int:
    from hudhud.errors import RecordError

    try:
        with Store.open(record) as store:
            return store.counts()["documents"]
    except RecordError:
        return 0


def answer(**row: object) -> Answer:
    return Answer("Figures", (("what", "what"), ("low", "low")), ({"id": "f1", **row},), ("One note.",))


def test_a_table_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    show(answer(what="people at the market", low=23.0), "table")
    assert capsys.readouterr().out.splitlines() == [
        "Figures",
        "what                  low  id",
        "--------------------  ---  --",
        "people at the market  23   f1",
        "One note.",
    ]


def test_an_empty_answer_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    show(Answer("Figures", (("what", "what"),), ()), "table")
    assert "Take a filter away" in capsys.readouterr().out
    show(Answer("Figures", (("what", "what"),), ()), "json")
    told = capsys.readouterr()
    assert told.out == ""
    assert "Take a filter away" in told.err


def test_data_gives_the_keys_that_people_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    show(answer(what="people", low=None, claim_ids=("c1", "c2")), "csv")
    assert capsys.readouterr().out == "what,low,id,claim_ids\npeople,,f1,c1; c2\n"
    show(answer(what="people", low=None, claim_ids=("c1", "c2")), "json")
    assert json.loads(capsys.readouterr().out) == {"id": "f1", "what": "people", "low": None, "claim_ids": ["c1", "c2"]}


def test_wide_tables_fit_the_page(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    show(answer(what="people at the market " * 20, low=23), "table")
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= 60


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "yes"),
        (23.0, "23"),
        (1.5, "1.5"),
        (20000.0, "20,000"),
        (("a", "b"), "a; b"),
        (make.DAY, "2024-03-12"),
    ],
)
def test_a_cell_is_as_people_write(value: object, shown: str) -> None:
    assert cell(value) == shown
