"""Annotated claims (`gold/claims`) and their texts → Documents and Claims: a reader that makes no mistakes."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hudhud.records import (
    Attribution,
    Bound,
    Claim,
    ControlDetail,
    DatePrecision,
    Detail,
    Document,
    EventDetail,
    Factuality,
    FigureDetail,
    OfficeDetail,
    Party,
    Period,
    Place,
    PlacePrecision,
    PresenceDetail,
    PublishedAt,
    RelationDetail,
    Span,
    StatementDetail,
    claim_id,
    document_id,
)

__all__ = ["gold_claims", "gold_documents"]

READER = "annotators"


def gold_documents(articles: Path, claims: Path) -> dict[str, Document]:
    """Name (without its extension) → document, of every article that has claims; headers from the annotation."""
    told = json.loads((articles / "articles.json").read_text(encoding="utf-8"))
    found: dict[str, Document] = {}
    for path in sorted(claims.glob("*.claims.jsonl")):
        name = path.name.removesuffix(".claims.jsonl")
        text = (articles / f"{name}.txt").read_text(encoding="utf-8")
        header_path = claims / f"{name}.header.json"
        header = json.loads(header_path.read_text(encoding="utf-8")) if header_path.exists() else {}
        given = told.get(f"{name}.txt", {})
        publisher = given.get("publisher") or header.get("publisher")
        day = date.fromisoformat(given["published"]) if given.get("published") else None
        found[name] = Document(
            document_id=document_id(text, publisher),
            name=f"{name}.txt",
            text=text,
            title=header.get("title"),
            publisher=publisher,
            author=header.get("author"),
            published=PublishedAt(day, DatePrecision.DAY, "given" if day else "unknown"),
            language="en",
            reprinted_from=header.get("reprinted_from"),
            url=None,
            place_line=None,
            sentences=tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S.*?(?:[.!?]['”\"]*(?=\s)|\n|$)", text)),
        )
    return found


def gold_claims(documents: dict[str, Document], claims: Path) -> Iterator[Claim]:
    """The annotated claims of these documents; the first accepted name that the article uses stands for a party."""
    for name, document in documents.items():
        for line in (claims / f"{name}.claims.jsonl").read_text(encoding="utf-8").splitlines():
            yield _claim(json.loads(line), document)


def _claim(row: dict[str, Any], document: Document) -> Claim:
    detail, span = _detail(row, document.text), _span(row["quote"], document.text)
    return Claim(
        claim_id=claim_id(document.document_id, Span(span.start, span.end), detail) + row["id"][-3:],
        document_id=document.document_id,
        span=span,
        quote=row["quote"],
        detail=detail,
        factuality=Factuality(row["factuality"]),
        attribution=tuple(Attribution(_party(names, document.text)) for names in row["attributed_to"]),
        occurred=_period(row["time"]),
        place=_place(row["place"]),
        score=1.0,
        reader=READER,
    )


def _span(quote: str, text: str) -> Span:
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    match = re.search(pattern, text)
    return Span(match.start(), match.end()) if match else Span(0, min(len(quote), len(text)))


def _party(names: list[str], text: str) -> Party:
    """The first accepted name that the article itself uses."""
    name = next((name for name in names if name in text), names[0])
    return Party(name, name)


def _detail(row: dict[str, Any], text: str) -> Detail:
    match row["kind"]:
        case "event":
            kind = row["type"][0] if isinstance(row["type"], list) else row["type"]
            people = [tuple(_party(names, text) for names in row[slot]) for slot in ("actors", "recipients")]
            return EventDetail(kind, row["mode"], people[0], people[1])
        case "figure":
            return FigureDetail(
                row["quantity"], (row["of"] or [""])[0], row["low"], row["high"], Bound(row["bound"]), row["cumulative"]
            )
        case "statement":
            to = tuple(_party(names, text) for names in row["addressees"])
            return StatementDetail(_party(row["speaker"], text), row["act"], row["content"], row["direct"], to)
        case "office":
            body = _party(row["organisation"], text) if row["organisation"] else None
            return OfficeDetail(_party(row["person"], text), row["role"][0], body, row["holds"])
        case "relation":
            return RelationDetail(
                _party(row["subject"], text), row["relation"], _party(row["object"], text), row["hedge"]
            )
        case "control":
            return ControlDetail(_party(row["actor"], text), row["change"])
    return PresenceDetail(_party(row["force"], text), row["mission"])


def _period(time: dict[str, Any] | None) -> Period | None:
    if not time:
        return None
    start, end = (date.fromisoformat(day) if day else None for day in (time["start"], time["end"]))
    precision = DatePrecision.DAY if start and start == end else DatePrecision.RANGE
    return Period(start, end, precision, time.get("text") or "")


def _place(place: dict[str, Any] | None) -> Place | None:
    if not place:
        return None
    within = float(place.get("within_km") or 25)
    precision = PlacePrecision.COUNTRY if within >= 300 else PlacePrecision.TOWN
    name = place["name"][-1] if isinstance(place["name"], list) else place["name"]
    lat, lon = place.get("lat"), place.get("lon")
    return Place(name, place.get("text") or name, place.get("country"), lat, lon, within, precision)
