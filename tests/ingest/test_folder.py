import json
import os
from pathlib import Path

import pytest

from hudhud.errors import UnreadableInput
from hudhud.ingest import read_folder
from hudhud.ingest.media import MAX_BYTES
from hudhud.records import RawDocument, Skipped

TEXT = "The army left Tarfa at dawn, two residents said.\n"


def read(folder: Path) -> dict[str, RawDocument | Skipped]:
    return {item.name: item for item in read_folder(folder)}


def reason(folder: Path, name: str) -> str:
    item = read(folder)[name]
    assert isinstance(item, Skipped)
    assert item.stage == "ingest"
    return item.reason


def test_articles_come_in_the_order_of_their_names_with_their_kinds(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.html").write_text("<p>Two</p>")
    (tmp_path / "c.md").write_text(TEXT)
    (tmp_path / "a.jsonl").write_text('{"text": "One"}\n\n{"text": "Two"}\n')
    (tmp_path / ".hidden.txt").write_text(TEXT)
    found = list(read_folder(tmp_path))
    assert [item.name for item in found] == ["a.jsonl:1", "a.jsonl:3", "b/two.html", "c.md"]
    assert [item.media_type for item in found if isinstance(item, RawDocument)] == [
        "text/plain",
        "text/plain",
        "text/html",
        "text/plain",
    ]


def test_one_file_can_be_named_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "articles.json").write_text('{"a.txt": {"publisher": "The Ledger"}}')
    (only,) = read_folder(tmp_path / "a.txt")
    assert isinstance(only, RawDocument)
    assert (only.name, only.publisher) == ("a.txt", "The Ledger")


def test_the_side_file_gives_what_is_known_beside_the_text(tmp_path: Path) -> None:
    side = {
        "a.txt": {"published": "2022-03-05", "publisher": "The Ledger"},
        "b.txt": {"published": "2022-03-06", "publisher": None},
    }
    (tmp_path / "articles.json").write_text(json.dumps(side))
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    found = list(read_folder(tmp_path))
    assert [(item.name, item.published, item.publisher) for item in found if isinstance(item, RawDocument)] == [
        ("a.txt", "2022-03-05", "The Ledger"),
        ("b.txt", "2022-03-06", None),
    ]


def test_a_broken_side_file_is_told_and_the_articles_are_read(tmp_path: Path) -> None:
    (tmp_path / "articles.json").write_text("{")
    (tmp_path / "a.txt").write_text(TEXT)
    assert "cannot be read" in reason(tmp_path, "articles.json")
    assert isinstance(read(tmp_path)["a.txt"], RawDocument)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n ", "empty"),
        ("a.jsonl", b"\n", "empty"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "binary"),
        ("a.html", b"\x89PNG\r\n", "picture"),
        ("a.bin", b"%PDF-1.7", "PDF"),
        ("a.docx", b"PK\x03\x04", "office document"),
        ("feed.xml", b'<?xml version="1.0"?><rss></rss>', "XML"),
        ("a.json", b'{"headline": "No text here"}', "no text among the fields headline"),
    ],
)
def test_what_holds_no_article_is_set_aside_with_its_reason(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert why in reason(tmp_path, name)


def test_a_file_without_a_known_ending_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("<!DOCTYPE html><html><body><p>Two</p></body></html>")
    (tmp_path / "note.dat").write_text(TEXT)
    (tmp_path / "saved.txt").write_text("<html><body><p>Two</p></body></html>")
    kinds = {item.name: item.media_type for item in read_folder(tmp_path) if isinstance(item, RawDocument)}
    assert kinds == {"page": "text/html", "note.dat": "text/plain", "saved.txt": "text/html"}


def test_utf_16_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-16"))
    assert isinstance(read(tmp_path)["a.txt"], RawDocument)


def test_a_text_of_fifty_megabytes_is_set_aside_unread(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"The army left Tarfa. " * 2_400_000)
    (tmp_path / "a.txt").write_text(TEXT)
    assert reason(tmp_path, "big.txt") == "50 MB were given, one article may have 10 MB"
    assert isinstance(read(tmp_path)["a.txt"], RawDocument)


def test_the_limit_is_told_with_the_size(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    assert reason(tmp_path, "big.txt") == "10 MB were given, one article may have 10 MB"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    (outside / "secret.txt").write_text(TEXT)
    (folder / "a.txt").write_text(TEXT)
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "dead.txt").symlink_to(folder / "gone.txt")
    (folder / "up").symlink_to(outside)
    assert reason(folder, "link.txt") == "a link that leads out of the folder"
    assert reason(folder, "dead.txt") == "a link that leads nowhere"
    assert reason(folder, "up") == "a link to a folder"
    assert isinstance(read(folder)["a.txt"], RawDocument)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_nobody_may_read_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert "cannot be opened" in reason(tmp_path, "a.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a device or a pipe" in reason(tmp_path, "pipe.txt")


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file or folder"):
        list(read_folder(tmp_path / "none"))


def test_names_and_ids_are_the_same_in_a_second_run(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.html"):
        (tmp_path / name).write_text(TEXT + name)
    first, second = (
        [(item.name, item.raw_id) for item in read_folder(tmp_path) if isinstance(item, RawDocument)] for _ in range(2)
    )
    assert first == second != []
