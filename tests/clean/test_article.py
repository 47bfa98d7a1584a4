import re
from datetime import date
from itertools import pairwise, takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import WrittenPage, written_pages

from hudhud.clean import clean
from hudhud.clean.characters import fold, tidy
from hudhud.records import DatePrecision, Document, RawDocument, Skipped

PAGES = written_pages()


def document(text: str | bytes, media_type: str = "text/plain", **fields: str | None) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    cleaned = clean(RawDocument("page", media_type, data, **fields))
    assert isinstance(cleaned, Document)
    return cleaned


def with_dateline(page: Document) -> str:
    """The text with what was cut off its first words put back."""
    cut = takewhile(lambda item: item.reason in ("dateline", "date", "byline"), page.dropped)
    return fold(" ".join((*reversed([item.text for item in cut]), page.text)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_header_is_read_from_the_page(page: WrittenPage) -> None:
    found = clean(page.raw)
    assert isinstance(found, Document)
    day = found.published.day
    assert {
        "title": found.title,
        "author": found.author,
        "publisher": found.publisher,
        "published": day.isoformat() if day else None,
        "how": found.published.how,
        "reprinted_from": found.reprinted_from,
        "place_line": found.place_line,
    } == {key: value for key, value in page.header.items() if key not in ("keep", "drop")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_article_lines_stay_and_boilerplate_goes(page: WrittenPage) -> None:
    found = clean(page.raw)
    assert isinstance(found, Document)
    whole = with_dateline(found)
    paragraphs = {fold(span.of(found.text)) for span in found.paragraphs}
    assert [line for line in page.keep if fold(tidy(line)) not in whole] == []
    is_html = page.raw.media_type == "text/html"
    left = [line for line in page.drop if (fold(line) in paragraphs) or (is_html and line in found.text)]
    assert left == []


def test_what_the_feed_gives_stands_before_what_the_text_says() -> None:
    page = next(page for page in PAGES if page.name == "reprint-blog.txt")
    found = document(page.raw.data, publisher="Other Paper", published="2022-03-05", title="Another title")
    assert (found.publisher, found.title) == ("Other Paper", "Another title")
    assert (found.published.day, found.published.how) == (date(2022, 3, 3), "printed")


def test_a_given_day_is_kept_where_none_is_printed() -> None:
    found = document(
        "The army left Tarfa at dawn, two residents said by telephone.", published="2022-03-05T23:50:00-08:00"
    )
    assert (found.published.day, found.published.how) == (date(2022, 3, 5), "given")
    assert found.published.precision is DatePrecision.DAY


def test_a_date_in_the_future_is_not_believed() -> None:
    raw = RawDocument("a", "text/plain", b"The army left Tarfa at dawn, two men said.", published="2031-01-01")
    found = clean(raw, today=date(2026, 11, 20))
    assert isinstance(found, Document)
    assert (found.published.day, found.published.how) == (None, "unknown")
    assert [(item.text, item.reason) for item in found.dropped] == [("2031-01-01", "future date")]


def test_a_reprint_by_permission_of_a_blog_that_describes_itself_is_that_blogs() -> None:
    text = (
        "Troops left the oasis of Tarfa on Sunday after a week of talks, an officer said.\n\n"
        "Valley Notes is the most read blog on the politics of the Sahl. It is run by two retired teachers.\n\n"
        "This article was used with explicit permission from the author."
    )
    found = document(text)
    assert (found.publisher, found.reprinted_from) == ("Valley Notes", "Valley Notes")
    assert len(found.paragraphs) == 1


def test_an_agencys_dateline_tells_whose_text_it_is() -> None:
    text = "SAHL CITY, Oct 3 (AP) — Two bridges were closed on Monday after shelling, the police said in a statement."
    assert document(text).publisher == "AP"
    found = document(text, publisher="The Morning Post")
    assert (found.reprinted_from, found.place_line) == ("AP", "SAHL CITY")
    assert found.text.startswith("Two bridges")


def test_a_page_without_an_article_is_set_aside() -> None:
    page = b"<html><body><nav><a>Home</a><a>News</a></nav><ul><li><a>One</a></li><li><a>Two</a></li></ul></body></html>"
    for data, kind in (
        (page, "text/html"),
        (b"", "text/html"),
        (b"<<<>>>", "text/html"),
        (b"Menu\nHome\n", "text/plain"),
    ):
        found = clean(RawDocument("a", kind, data))
        assert isinstance(found, Skipped)
        assert found.reason == "no article text found"


def test_text_that_hides_or_turns_characters_is_laid_open() -> None:
    found = document("The a\u200brmy\u202e left\x00 Tar\xadfa\u2066 at\xa0dawn, two residents\u2009said by telephone.")
    assert found.text == "The army left Tarfa at dawn, two residents said by telephone."


def test_other_languages_are_kept_with_their_name() -> None:
    found = document("Die Armee hat am Sonntag nach einer Woche Verhandlungen die Oase verlassen, sagte ein Offizier.")
    assert found.language == "de"


PAGE_LINES = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        """Menu|Home|Related articles|1 Comment|Leave a Reply|By Jane Roe|3 May 2021|Photo: AFP|Share this:
        The army left the town of Tarfa on Sunday after a week of talks, an officer said.|“No.”|What next?
        © 2021 The Ledger|Source: The Ledger|TARFA (AP) - Two men were hurt.|• one|Read more: Two held|___""".split("|")
    ),
)


@given(st.text(max_size=400), st.sampled_from(["text/plain", "text/html", "application/json"]))
@settings(max_examples=60, deadline=None)
def test_cleaning_never_raises(text: str, media_type: str) -> None:
    assert isinstance(clean(RawDocument("a", media_type, text.encode("utf-8", "replace"))), Document | Skipped)


@given(st.binary(max_size=300), st.sampled_from(["text/plain", "text/html"]))
@settings(max_examples=60, deadline=None)
def test_cleaning_never_raises_over_any_bytes(data: bytes, media_type: str) -> None:
    assert isinstance(clean(RawDocument("a", media_type, data)), Document | Skipped)


@given(st.lists(PAGE_LINES, max_size=20), st.sampled_from(["\n", "\n\n"]))
@settings(max_examples=80, deadline=None)
def test_every_line_given_is_in_the_text_or_among_the_dropped(lines: list[str], gap: str) -> None:
    page = gap.join(lines)
    found = clean(RawDocument("a", "text/plain", page.encode("utf-8", "replace")))
    if isinstance(found, Skipped):
        return
    cut = [item.text for item in found.dropped]
    held = re.sub(r"\s", "", "".join((*cut, found.text)))
    in_order = re.sub(r"\s", "", with_dateline(found))
    for line in tidy(page.encode("utf-8", "replace").decode()).split("\n"):
        bare = re.sub(r"\s", "", line)
        assert bare in held or bare in in_order


@given(st.lists(PAGE_LINES, max_size=20))
@settings(max_examples=60, deadline=None)
def test_spans_slice_the_text_in_order_and_cross_no_paragraph(lines: list[str]) -> None:
    found = clean(RawDocument("a", "text/plain", "\n\n".join(lines).encode("utf-8", "replace")))
    if isinstance(found, Skipped):
        return
    for spans in (found.sentences, found.paragraphs):
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert all(span.of(found.text).strip() == span.of(found.text) != "" for span in spans)
    assert all("\n\n" not in span.of(found.text) for span in found.sentences)
    assert all(
        any(part.start <= span.start and span.end <= part.end for part in found.paragraphs) for span in found.sentences
    )
