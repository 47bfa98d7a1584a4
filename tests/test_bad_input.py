"""What comes from outside broken: a clear reason for it, and nothing else lost."""

import json
import random
import shutil
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import make
import pytest
from click.testing import CliRunner

from hudhud import pipeline
from hudhud.cli import main
from hudhud.records import View

TODAY = date(2026, 11, 20)
GOOD = make.article(1, killed=7)
PAGE = (
    "<html><head><title>Market shelled</title></head><body><article><h1>Market shelled</h1>{}</article></body></html>"
)


def read(tmp_path: Path, *files: tuple[str, bytes | str]) -> View:
    """The record of a folder with these files and one good article."""
    folder = tmp_path / "feed"
    folder.mkdir(exist_ok=True)
    for name, data in (*files, ("zz-good.txt", make.article(99, killed=9))):
        (folder / name.partition(":")[0]).write_bytes(data if isinstance(data, bytes) else data.encode())
    report = pipeline.run(folder, tmp_path / "case.db", reader=make.TinyReader(), today=TODAY)
    view = pipeline.view(tmp_path / "case.db")
    n_articles = sum(name != "articles.json" for name, _ in files) + 1
    assert report.n_new + report.n_skipped + report.n_known >= n_articles
    assert "zz-good.txt" in {document.name for document in view.documents.values()}, "the good article is lost"
    return view


def reason(view: View, name: str) -> str:
    """Why `name` was set aside, as `hudhud ask skipped` has it."""
    (skipped,) = [item for item in view.skipped if item.name == name]
    assert skipped.reason
    assert name not in {document.name for document in view.documents.values()}
    return skipped.reason


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t \n", "empty"),
        ("noise.txt", random.Random(1).randbytes(5000), ""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(3000), ""),
        ("zeros.html", bytes(4096), ""),
        ("nothing.html", b"<html><body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></body></html>", ""),
        ("broken.jsonl:1", b'{"text": "never closed', ""),
    ],
)
def test_what_is_no_article_is_set_aside_with_the_reason(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    assert word in reason(read(tmp_path, (name, data)), name)


def test_a_text_of_fifty_megabytes_is_set_aside_or_read_and_nothing_else_lost(tmp_path: Path) -> None:
    sentence = b"The road to the coast remained open on Tuesday, and help was on its way to the town. "
    view = read(tmp_path, ("huge.txt", sentence * (50_000_000 // len(sentence))))
    assert reason(view, "huge.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "latin-1"])
def test_an_article_in_another_encoding_is_read_as_it_was_meant(tmp_path: Path, encoding: str) -> None:
    text = GOOD.replace("officials said", "Gouverneur Bélaïd Çakır said").replace("ı", "i")
    view = read(tmp_path, ("page.txt", text.encode(encoding)))
    (document,) = [document for document in view.documents.values() if document.name == "page.txt"]
    assert "Bélaïd Çakir" in document.text


def test_a_wrong_declaration_of_the_encoding_loses_no_article(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in GOOD.split("\n\n")).replace("officials", "café owners")
    page = PAGE.format(body).replace("<head>", '<head><meta charset="utf-8">').encode("windows-1252")
    view = read(tmp_path, ("page.html", page))
    (document,) = [document for document in view.documents.values() if document.name == "page.html"]
    assert "owners said" in document.text


@pytest.mark.parametrize(
    "broken",
    [
        lambda page: page.replace("</p>", "").replace("</article></body></html>", ""),
        lambda page: page.replace("<body>", "<body><div><table><tr><td>").replace("<p>", "<p><b><i></b>"),
        lambda page: page[: int(len(page) * 0.8)],
        lambda page: page.replace("<article>", "<article <<>> a='<b'>"),
    ],
)
def test_broken_html_gives_its_article(tmp_path: Path, broken: object) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in GOOD.split("\n\n"))
    view = read(tmp_path, ("page.html", broken(PAGE.format(body))))  # type: ignore[operator]
    (document,) = [document for document in view.documents.values() if document.name == "page.html"]
    assert "7 people were killed" in document.text


def test_a_broken_line_in_the_middle_of_a_feed_costs_that_line_only(tmp_path: Path) -> None:
    line = {"text": GOOD, "published": "2024-03-12", "publisher": "Oudar Courier"}
    lines = [json.dumps({**line, "text": make.article(n)}) for n in (1, 2, 3)]
    lines[1] = lines[1][:100]
    view = read(tmp_path, ("feed.jsonl", "\n".join(lines)))
    assert reason(view, "feed.jsonl:2")
    assert {"feed.jsonl:1", "feed.jsonl:3"} <= {document.name for document in view.documents.values()}


def test_a_date_in_the_future_is_not_believed(tmp_path: Path) -> None:
    told = {"page.txt": {"published": "2031-01-01", "publisher": "Oudar Courier"}}
    text = GOOD.replace("Oudar Courier, 12 March 2024\n\n", "").replace("on Tuesday morning", "")
    view = read(tmp_path, ("articles.json", json.dumps(told)), ("page.txt", text))
    named = [document for document in view.documents.values() if document.name == "page.txt"]
    assert all(document.published.day is None or document.published.day <= TODAY for document in named)
    assert named or reason(view, "page.txt")


def test_what_was_set_aside_is_told_on_request(tmp_path: Path) -> None:
    read(tmp_path, ("empty.txt", b""))
    done = CliRunner().invoke(main, ["ask", "skipped", "--format", "json", "--record", str(tmp_path / "case.db")])
    (row,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert row["name"] == "empty.txt"
    assert "empty" in row["reason"]


def test_a_file_that_was_mended_is_read_and_no_longer_set_aside(tmp_path: Path) -> None:
    assert reason(read(tmp_path, ("page.txt", b"")), "page.txt")
    view = read(tmp_path, ("page.txt", GOOD))
    assert not view.skipped
    assert "page.txt" in {document.name for document in view.documents.values()}


RUN = """
import sys
from datetime import date
from pathlib import Path
import make
from hudhud import pipeline
from hudhud.errors import HudhudError
try:
    pipeline.run(Path(sys.argv[1]), Path(sys.argv[2]), reader=make.TinyReader(), today=date(2026, 11, 20))
except HudhudError as error:
    print(error)
"""
SMALL_DISK = 'mount -t tmpfs -o size=1200k tmpfs "$1" && "$2" -c "$3" "$4" "$1/case.db" && cp "$1/case.db"* "$5"'


@pytest.mark.skipif(not shutil.which("unshare"), reason="makes a small disk of its own with unshare")
def test_on_a_full_disk_what_was_read_is_kept_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder, disk, saved = make.folder(tmp_path / "feed", 60), tmp_path / "disk", tmp_path / "saved"
    disk.mkdir()
    saved.mkdir()
    for path in folder.glob("*.txt"):
        path.write_text(path.read_text() + "\n\nThe convoy left the town in the morning and came back at night. " * 150)
    words = ["unshare", "-rm", "sh", "-c", SMALL_DISK, "sh", disk, sys.executable, RUN, folder, saved]
    environment = {"PYTHONPATH": str(Path(__file__).parent), "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"}
    done = subprocess.run(list(map(str, words)), env=environment, capture_output=True, text=True, check=False)
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip(f"this system lends no small disk: {done.stderr}")
    assert "No room left on the disk" in done.stdout, done.stderr
    with suppress(FileNotFoundError):
        (saved / "case.db-shm").unlink()
    kept = len(pipeline.view(saved / "case.db").documents)
    assert 0 < kept < 60
    report = pipeline.run(folder, saved / "case.db", reader=make.TinyReader(), today=TODAY)
    assert report.totals["documents"] == 60
    assert report.n_new == 60 - kept
