import pytest

from hudhud.clean.origin import is_agency, is_known, is_same, publisher_of, reprint_of


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Join our brand new verified TWN Telegram channel and get the news first!", "TWN"),
        ("Sahl Watch is the most read blog on the valley. It is run by two teachers.", "Sahl Watch"),
        ("© 2021 The Harbour Ledger. All rights reserved.", "The Harbour Ledger"),
        ("Copyright 2021 The Associated Press. All rights reserved.", None),
        ("The post Two held in Tarfa appeared first on Valley Notes.", "Valley Notes"),
        ("Follow us on Telegram", None),
        ("All rights reserved", None),
    ],
)
def test_a_page_names_its_publisher_in_many_ways(line: str, publisher: str | None) -> None:
    assert publisher_of([line], author=None, site=None, title_tail=None) == publisher


def test_the_markup_and_a_desk_count_before_footers() -> None:
    footer = ["© 2021 Some Holding Ltd"]
    assert publisher_of(footer, author=None, site="The Ledger", title_tail=None) == "The Ledger"
    assert publisher_of(footer, author="Harbour Ledger Staff", site=None, title_tail=None) == "Harbour Ledger"


@pytest.mark.parametrize(
    ("lines", "publisher", "origin"),
    [
        (["This article was originally published by The Levant Courier."], "Valley Notes", "The Levant Courier"),
        (["First published on 3 May 2021"], None, None),
        (["Source: nytimes.com"], None, "New York Times"),
        (["Source: Valley Notes"], "Valley Notes", None),
        (["This article was used with explicit permission from the author."], None, None),
        (["The post Two held in Tarfa appeared first on Valley Notes."], None, None),
    ],
)
def test_an_article_is_from_whom_its_reprint_line_says(
    lines: list[str], publisher: str | None, origin: str | None
) -> None:
    assert reprint_of(lines, publisher=publisher) == origin


def test_aliases_are_one_publisher() -> None:
    assert is_same("AFP", "Agence France-Presse")
    assert is_same("The Guardian", "Guardian")
    assert not is_same("The Guardian", "Reuters")
    assert not is_same(None, None)
    assert is_agency("AP")
    assert not is_agency("The Guardian")
    assert is_known("BBC News")
