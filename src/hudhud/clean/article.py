"""RawDocument → Document."""

import re
from dataclasses import dataclass
from datetime import date

from hudhud.clean.byline import read_byline
from hudhud.clean.characters import decode, fold, tidy
from hudhud.clean.dateline import Dateline, read_dateline
from hudhud.clean.dates import PrintedDate, date_line, leading_date
from hudhud.clean.language import language_of
from hudhud.clean.lines import is_prose
from hudhud.clean.origin import is_agency, is_same, publisher_of, reprint_of
from hudhud.clean.page import Page, read_html, read_text
from hudhud.clean.published import published_at
from hudhud.clean.sentences import paragraph_spans, sentence_spans
from hudhud.clean.title import plain_title, title_dates
from hudhud.clean.zones import Zones, sort_lines
from hudhud.records import Document, Dropped, RawDocument, Skipped, document_id

__all__ = ["clean"]

_HTML = "text/html"
_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}"
_SIGNED = re.compile(
    rf"(?:By|From) (?:(?P<who>{_NAME}(?:(?: ?,| and) {_NAME})*) ?, (?:Special to )?[A-Z]{{2,6}}|"
    r"the [A-Z]{2,6} Wire Staff) (?=[A-Z“\"`])"
)


def clean(raw: RawDocument, *, today: date | None = None) -> Document | Skipped:
    """The article in a raw document: its text without the page round it, its header, and what was cut out.

    Every line of a plain-text page ends in the text or in `dropped`. `today` is the clock: a date of publication
    more than two days after it is not believed; without it every date is. Nothing is fetched and nothing raises:
    what holds no article comes back as `Skipped`.
    """
    is_html = raw.media_type == _HTML
    markup = tidy(decode(raw.data, is_html=is_html))
    page = read_html(markup, url=raw.url) if is_html else read_text(markup)
    zones = sort_lines(page, title=_one_line(raw.title) or page.title)
    lead = _read_lead(zones)
    text = "\n\n".join(zones.paragraphs)
    if not _is_article(zones.paragraphs, is_html=is_html):
        return Skipped(raw.name, "clean", "no article text found", "Check that the file holds an article.")
    return _document(raw, page, zones, lead, text, today)


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stood before the first paragraph's own words."""

    dateline: Dateline | None = None
    printed: PrintedDate | None = None
    author: str | None = None


def _read_lead(zones: Zones) -> _Lead:
    """Cut the printed date, the byline and the dateline off the first paragraph."""
    if not zones.paragraphs:
        return _Lead()
    printed = author = None
    dated = leading_date(zones.paragraphs[0])
    if dated:
        printed = dated[0]
        _cut(zones, dated[1], "date")
    signed = _SIGNED.match(zones.paragraphs[0])
    if signed:
        author = signed["who"]
        _cut(zones, signed.end(), "byline")
    dateline = read_dateline(zones.paragraphs[0])
    if dateline:
        _cut(zones, dateline.end, "dateline")
    else:
        dash = re.match(r"(?:--|[–—])\s*(?=[A-Z“\"\d])", zones.paragraphs[0])
        if dash:
            _cut(zones, dash.end(), "dateline")
    return _Lead(dateline, printed, author)


def _cut(zones: Zones, end: int, reason: str) -> None:
    first = zones.paragraphs[0]
    zones.dropped.insert(0, Dropped(first[:end].strip(), reason))
    zones.paragraphs[0] = first[end:]


def _is_article(paragraphs: list[str], *, is_html: bool) -> bool:
    """An HTML page holds an article where one line reads as prose; a plain text where any word is left."""
    if is_html:
        return any(map(is_prose, paragraphs))
    return any(character.isalnum() for paragraph in paragraphs for character in paragraph)


def _document(raw: RawDocument, page: Page, zones: Zones, lead: _Lead, text: str, today: date | None) -> Document:
    around = [*page.before, *zones.head, *(item.text for item in zones.dropped), *zones.tail, *page.behind]
    title, tail = plain_title(zones.title) if zones.title else (None, None)
    author = _author(raw, page, zones, lead)
    agency = lead.dateline.agency if lead.dateline else None
    publisher = _one_line(raw.publisher) or publisher_of(around, author=author, site=page.name_of_site, title_tail=tail)
    reprinted_from = reprint_of(around, publisher=publisher) or page.taken_from or _agency_copy(agency, author)
    publisher = publisher or (agency if agency and is_agency(agency) else None)
    if is_same(reprinted_from, publisher) and not reprint_of(around, publisher=None):
        reprinted_from = None
    published, ahead = published_at(
        printed=_printed(page, zones, lead), fields=page.dates, given=raw.published, text=text, today=today
    )
    outside = tuple(Dropped(line, "markup") for line in (*page.before, *page.behind))
    return Document(
        document_id=document_id(text, publisher),
        name=raw.name,
        text=text,
        title=title,
        publisher=publisher,
        author=author,
        published=published,
        language=language_of(text),
        reprinted_from=reprinted_from,
        url=raw.url or page.url,
        place_line=lead.dateline.place if lead.dateline else None,
        sentences=sentence_spans(text),
        dropped=(*zones.dropped, *ahead, *outside),
        paragraphs=paragraph_spans(text),
    )


def _agency_copy(agency: str | None, author: str | None) -> str | None:
    return next((name for name in (agency, author) if name and is_agency(name)), None)


def _one_line(value: str | None) -> str | None:
    return fold(tidy(value).replace("\n", " ")) or None if value else None


def _author(raw: RawDocument, page: Page, zones: Zones, lead: _Lead) -> str | None:
    """The feed's author, the markup's, or the first that a line before or behind the text names."""
    signed = (read_byline(line) for line in (*zones.head, *page.before, *zones.tail))
    named = (byline.author for byline in signed if byline)
    return next((name for name in (_one_line(raw.author), page.author, lead.author, *named) if name), None)


def _printed(page: Page, zones: Zones, lead: _Lead) -> list[PrintedDate]:
    """The dates on the lines before the text, then behind it."""
    found = [lead.printed] if lead.printed else []
    found.extend(title_dates(zones.title or ""))
    for line in (*zones.head, *page.before, *zones.tail):
        byline = read_byline(line)
        printed = date_line(line) or (byline.printed if byline else None)
        if printed:
            found.append(printed)
    return found
