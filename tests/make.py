"""Real records for tests, built from a few words each."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hudhud.records import (
    Attribution,
    Bound,
    Claim,
    DatePrecision,
    Detail,
    Document,
    EventDetail,
    Factuality,
    FigureDetail,
    Judgement,
    Party,
    Period,
    Place,
    PublishedAt,
    RawDocument,
    Span,
    StatementDetail,
    claim_id,
    document_id,
)

DAY = date(2024, 3, 12)
TEXT = (
    "Shells hit the market in Oudar on Tuesday, killing at least 23 people. "
    "The Northern Command denied that it fired them, its spokeswoman Amal Dorre said."
)


def party(name: str, text: str | None = None) -> Party:
    return Party(name, text or name)


def period(start: date | None = DAY, end: date | None = None, **more: Any) -> Period:
    precision = DatePrecision.DAY if end in (None, start) else DatePrecision.RANGE
    return Period(start, end or start, more.pop("precision", precision), **more)


def place(name: str = "Oudar", **more: Any) -> Place:
    return Place(name, more.pop("text", name), **{"country": "LY", "lat": 30.0, "lon": 14.0, "radius_km": 5.0, **more})


def sentences(text: str) -> tuple[Span, ...]:
    spans, start = [], 0
    for part in text.split(". "):
        end = min(start + len(part) + 1, len(text))
        spans.append(Span(start, end))
        start = end + 1
    return tuple(spans)


def document(
    text: str = TEXT, publisher: str | None = "Oudar Courier", *, on: date | None = DAY, **more: Any
) -> Document:
    published = (
        PublishedAt(on, DatePrecision.DAY, "printed") if on else PublishedAt(None, DatePrecision.UNKNOWN, "unknown")
    )
    values: dict[str, Any] = {
        "document_id": document_id(text, publisher),
        "name": "market.txt",
        "title": "Shells hit market",
        "author": None,
        "published": published,
        "language": "en",
        "reprinted_from": None,
        "url": None,
        "place_line": None,
        "sentences": sentences(text),
        **more,
    }
    return Document(text=text, publisher=publisher, **values)


def raw(name: str = "market.txt", text: str = TEXT, **more: Any) -> RawDocument:
    return RawDocument(name, more.pop("media_type", "text/plain"), more.pop("data", text.encode()), **more)


def event(type: str = "ASSAULT", mode: str | None = "heavy-weapons", **more: Any) -> EventDetail:
    return EventDetail(type, mode, more.pop("actors", ()), more.pop("recipients", (party("market"),)), **more)


def figure(low: float | None = 23, high: float | None = None, **more: Any) -> FigureDetail:
    bound = Bound.EXACT if low == high else Bound.AT_LEAST if high is None else Bound.AT_MOST
    return FigureDetail(
        more.pop("quantity", "killed"), more.pop("of", "people"), low, high, more.pop("bound", bound), **more
    )


def statement(content: str, speaker: str = "Amal Dorre", **more: Any) -> StatementDetail:
    return StatementDetail(party(speaker), more.pop("act", "say"), content, more.pop("is_direct", False), **more)


def claim(detail: Detail | None = None, of: Document | None = None, quote: str | None = None, **more: Any) -> Claim:
    """A claim about `quote`, which must stand in the document; its first sentence where none is given."""
    of = of or document()
    detail = detail or event()
    quote = of.sentences[0].of(of.text) if quote is None else quote
    span = Span(of.text.index(quote), of.text.index(quote) + len(quote))
    values: dict[str, Any] = {
        "factuality": Factuality.ACTUAL,
        "attribution": (),
        "occurred": period(),
        "place": place(),
        "score": 0.5,
        "reader": "test 1",
        **more,
    }
    return Claim(claim_id(of.document_id, span, detail), of.document_id, span, quote, detail, **values)


def said_by(*names: str) -> tuple[Attribution, ...]:
    return tuple(Attribution(party(name), "said") for name in names)


def judgement(verb: str = "wrong", *targets: str, number: int = 1, **more: Any) -> Judgement:
    at = f"2024-04-01T12:00:{number:02d}+00:00"
    return Judgement(f"j{number}", verb, targets, more.pop("author", "tester"), more.pop("reason", "seen"), at, **more)


def days_after(n: int, day: date = DAY) -> date:
    return day + timedelta(days=n)


class TinyReader:
    """A reader that finds numbers of dead, for tests of what surrounds a reader."""

    def __init__(self, version: str = "1", *, trips_over: str | None = None) -> None:
        self.name = f"tiny {version}"
        self.trips_over = trips_over

    def read(self, document: Document) -> list[Claim]:
        if self.trips_over and self.trips_over in document.text:
            raise ZeroDivisionError(f"tripped over {self.trips_over}")
        return [
            claim(
                figure(float(found[1]), float(found[1])),
                document,
                found[0],
                occurred=None,
                reader=self.name,
                place=None,
            )
            for found in re.finditer(r"(\d+) people were killed[^.]*\.", document.text)
        ]


def article(number: int = 1, *, killed: int = 3, on: str = "12 March 2024") -> str:
    """A short article as plain text, long enough that nothing takes it for a remnant."""
    return (
        f"Market {number} shelled in Oudar\n\nOudar Courier, {on}\n\n"
        f"OUDAR - Shells hit market number {number} in the old town of Oudar on Tuesday morning, officials said. "
        f"At least {killed} people were killed at market {number}, according to the Oudar hospital. "
        "The Northern Command denied that it had fired the shells and asked for an inquiry by the joint commission. "
        "Shops stayed closed for the rest of the day, and families left for the villages south of the town.\n\n"
        "The governor of the province said that the road to the coast remained open, and that help was on its way.\n"
    )


def folder(path: Path, n: int = 3) -> Path:
    """A folder of `n` articles, with an articles.json that dates them."""
    path.mkdir(parents=True, exist_ok=True)
    told = {}
    for number in range(n):
        name = f"market-{number:03d}.txt"
        day = days_after(number)
        text = article(number, killed=number + 1, on=f"{day.day} {day:%B %Y}")
        (path / name).write_text(text, encoding="utf-8")
        told[name] = {"published": day.isoformat(), "publisher": "Oudar Courier"}
    (path / "articles.json").write_text(json.dumps(told), encoding="utf-8")
    return path
