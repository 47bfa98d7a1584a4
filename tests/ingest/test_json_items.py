import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudhud.ingest import read_folder
from hudhud.ingest.json_items import read_json_lines
from hudhud.ingest.media import MAX_BYTES
from hudhud.ingest.side_file import Beside
from hudhud.records import RawDocument, Skipped

TEXT = "The army left Tarfa at dawn."


def one(tmp_path: Path, item: Any, name: str = "feed.jsonl") -> RawDocument:
    (tmp_path / name).write_text(json.dumps(item))
    (found,) = read_folder(tmp_path)
    assert isinstance(found, RawDocument)
    return found


@pytest.mark.parametrize("key", ["text", "body", "content", "html", "articleBody", "full_text"])
def test_the_text_is_found_under_its_usual_names(tmp_path: Path, key: str) -> None:
    assert one(tmp_path, {"n": 1, key: TEXT}).data == TEXT.encode()


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ({"published": "2022-03-05"}, "2022-03-05"),
        ({"pubDate": "Sat, 05 Mar 2022 10:00:00 GMT"}, "Sat, 05 Mar 2022 10:00:00 GMT"),
        ({"published_at": None, "date": "2022-03-05"}, "2022-03-05"),
        ({"timestamp": 1646480000}, "2022-03-05"),
        ({"timestamp": 1646480000000}, "2022-03-05"),
        ({"date": 2022}, "2022"),
        ({"date": {"$date": "2022-03-05T00:00:00Z"}}, "2022-03-05T00:00:00Z"),
        ({"date": 1e300}, None),
        ({"date": True}, None),
        ({}, None),
    ],
)
def test_the_date_is_found_under_its_usual_names(tmp_path: Path, fields: dict[str, Any], published: str | None) -> None:
    assert one(tmp_path, {"text": TEXT, **fields}).published == published


def test_the_other_fields_are_found_in_their_usual_shapes(tmp_path: Path) -> None:
    item = {
        "content": {"rendered": "<p>Two men</p><p>were hurt.</p>"},
        "title": {"rendered": "Two hurt"},
        "source": {"id": None, "name": "The Ledger"},
        "authors": [{"name": "Jane Roe"}, "Omar Zayd"],
        "link": "https://ledger.example/1",
    }
    found = one(tmp_path, item)
    assert (found.media_type, found.title, found.publisher, found.author, found.url) == (
        "text/html",
        "Two hurt",
        "The Ledger",
        "Jane Roe, Omar Zayd",
        "https://ledger.example/1",
    )


def test_paragraphs_in_a_list_are_one_text(tmp_path: Path) -> None:
    assert one(tmp_path, {"text": ["One.", "Two."]}).data == b"One.\n\nTwo."


def test_a_broken_line_in_the_middle_loses_nothing_else(tmp_path: Path) -> None:
    lines = [b'{"text": "One"}', b'{"text": "Tw', b"[1, 2]", b'{"text": "\xff"}', b'{"n": 3}', b'{"text": "Two"}']
    (tmp_path / "feed.jsonl").write_bytes(b"\n".join(lines))
    found = list(read_folder(tmp_path))
    assert [item.name for item in found] == [f"feed.jsonl:{at}" for at in range(1, 7)]
    assert [item.data for item in found if isinstance(item, RawDocument)] == [b"One", b"Two"]
    reasons = [item.reason for item in found if isinstance(item, Skipped)]
    assert [reason.split(" (")[0] for reason in reasons] == [
        "not valid JSON",
        "a JSON object was expected, list was given",
        "not UTF-8",
        "no text among the fields n",
    ]


def test_a_line_over_the_limit_is_passed_over_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * (MAX_BYTES + 10) + b'"}\n{"text": "Two"}\n')
    found = list(read_json_lines(path, "feed.jsonl", Beside()))
    assert [type(item) for item in found] == [Skipped, RawDocument]
    assert found[1].name == "feed.jsonl:2"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ({"text": TEXT}, ["a.json"]),
        ([{"text": TEXT}, {"text": TEXT}], ["a.json:1", "a.json:2"]),
        ({"status": "ok", "articles": [{"content": TEXT}]}, ["a.json:1"]),
    ],
)
def test_a_json_file_is_an_article_or_a_list_of_them(tmp_path: Path, value: Any, names: list[str]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(value))
    assert [item.name for item in read_folder(tmp_path)] == names


def test_json_lines_in_a_json_file_are_read_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "One"}\n{"text": "Two"}\n')
    assert [item.name for item in read_folder(tmp_path)] == ["a.json:1", "a.json:2"]


def test_deep_nesting_and_lone_surrogates_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[" * 100_000 + '\n{"text": "One \\ud800", "publisher": "\\udfff"}\n')
    broken, found = read_folder(tmp_path)
    assert isinstance(broken, Skipped)
    assert isinstance(found, RawDocument)
    assert found.data == b"One ?"
    assert found.raw_id


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "body", "date", "source", "title", "x", "articles"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
@settings(deadline=None)
def test_any_json_gives_one_item_a_line(tmp_path_factory: pytest.TempPathFactory, values: list[Any]) -> None:
    path = tmp_path_factory.mktemp("feed") / "feed.jsonl"
    path.write_text("\n".join(map(json.dumps, values)) + "\n")
    found = list(read_json_lines(path, "feed.jsonl", Beside()))
    assert len(found) == (len(values) or 1)
