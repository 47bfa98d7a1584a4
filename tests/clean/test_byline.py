import pytest

from hudhud.clean.byline import desk_publisher, read_byline


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By JANE ROE and Omar Zayd", "JANE ROE and Omar Zayd"),
        ("(Author: Harbour Ledger Editorial Staff)", "Harbour Ledger Editorial Staff"),
        ("By Jane Roe, Middle East correspondent", "Jane Roe"),
        ("By Jane Roe in Tarfa | 3 May 2024", "Jane Roe"),
        ("May 3, 2024 by Jane Roe", "Jane Roe"),
        ("Posted on 3 May 2024 by Jane Roe", "Jane Roe"),
        ("Jane Roe, 3 May 2024", "Jane Roe"),
        ("By Leila al-Masri", "Leila al-Masri"),
    ],
)
def test_the_writer_is_read_off_the_line(line: str, author: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert byline.author == author


@pytest.mark.parametrize("line", ["By admin", "Posted by web_editor", "By: editor"])
def test_software_is_no_writer(line: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert byline.author is None


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the army had left.",
        "By the end of the day nobody was left",
        "By far the worst was Tarfa",
        "Two held in Tarfa",
    ],
)
def test_sentences_that_begin_alike_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


def test_a_desk_signs_for_its_publisher() -> None:
    assert desk_publisher("Harbour Ledger Editorial Staff") == "Harbour Ledger"
    assert desk_publisher("Jane Roe") is None
