"""What was fed in, and the article it holds."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from hudhud.records.values import DatePrecision, Span

__all__ = ["Document", "Dropped", "PublishedAt", "RawDocument", "Skipped", "document_id"]


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One article as it came: bytes or text out of a feed, not yet cleaned.

    `name` is the file's name inside the folder, for a JSON line with its line number (`feed.jsonl:12`).
    `media_type` is `text/plain`, `text/html` or `application/json`. `published`, `publisher`, `title`, `url`
    are what the feed gives beside the text (`articles.json`, fields of a JSON line), None where it gives
    nothing.
    """

    name: str
    media_type: str
    data: bytes
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None

    @property
    def raw_id(self) -> str:
        """A hash of everything that was fed in, by which a second run knows what it has read."""
        told = "\x1f".join(
            value or "" for value in (self.media_type, self.published, self.publisher, self.title, self.url)
        )
        return hashlib.sha256(told.encode() + b"\x1e" + self.data).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class PublishedAt:
    """When a document was published: `day` is the first day of the period that `precision` allows.

    `how` is `printed` (in the article), `given` (by the feed), `inferred` (from the text) or `unknown`.
    """

    day: date | None
    precision: DatePrecision
    how: str
    text: str = ""
    last: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day it may have been published on; `day` itself where precision is a day."""
        return self.last or self.day


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the raw text that is not the article's, and why it was dropped.

    `reason` is one of `menu`, `teaser`, `comment`, `licence`, `picture credit`, `author note`, `byline`,
    `title`, `date`, `dateline`, `reprint line`, `subscription`, `share`, `markup`, `repeated`,
    `advertisement`, `future date`.
    """

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its header, its clean text, its sentences, and what was cut out.

    `sentences` are spans into `text`, in order. `place_line` is the place of a dateline (`TRIPOLI`), where one
    is printed. `name` is the file it came from.
    """

    document_id: str
    name: str
    text: str
    title: str | None
    publisher: str | None
    author: str | None
    published: PublishedAt
    language: str | None
    reprinted_from: str | None
    url: str | None
    place_line: str | None
    sentences: tuple[Span, ...]
    dropped: tuple[Dropped, ...] = field(default=())
    paragraphs: tuple[Span, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Skipped:
    """An item set aside: its name, the stage that could not take it (`ingest`, `clean`, `read`) and why."""

    name: str
    stage: str
    reason: str
    advice: str = ""


def document_id(text: str, publisher: str | None) -> str:
    """The id of a document: a hash of its clean text and publisher, the same on every machine."""
    return hashlib.sha256(f"{publisher or ''}\x1f{text}".encode()).hexdigest()[:16]
