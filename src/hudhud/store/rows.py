"""Records → the columns that people and indexes look at, beside the record itself as JSON."""

import json
from collections.abc import Iterable
from typing import Any

from hudhud.records import (
    Attribution,
    Claim,
    ControlDetail,
    Detail,
    Document,
    EventDetail,
    FigureDetail,
    OfficeDetail,
    Party,
    Period,
    Place,
    PresenceDetail,
    RelationDetail,
    StatementDetail,
    from_plain,
    to_plain,
)

__all__ = ["claim_row", "document_of", "document_row", "dumps", "joined", "period_row", "place_row"]

Row = dict[str, Any]


def dumps(plain: Any) -> str:
    """JSON in one canonical form, so that equal records are equal characters."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def joined(names: Iterable[str]) -> str:
    """Several names in one cell."""
    return "; ".join(names)


def document_row(document: Document) -> Row:
    """The columns of `documents`; the JSON leaves out the text, which has a column of its own."""
    plain = to_plain(document)
    del plain["text"]
    published = document.published
    return {
        "document_id": document.document_id,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "published_on": published.day and published.day.isoformat(),
        "published_last": published.last_day and published.last_day.isoformat(),
        "published_precision": published.precision.value,
        "published_how": published.how,
        "language": document.language,
        "reprinted_from": document.reprinted_from,
        "url": document.url,
        "text": document.text,
        "plain": dumps(plain),
    }


def document_of(plain: str, text: str) -> Document:
    """The document that `document_row` made columns of."""
    return from_plain(Document, {**json.loads(plain), "text": text})


def claim_row(claim: Claim) -> Row:
    """The columns of `claims`."""
    detail = claim.detail
    return {
        "claim_id": claim.claim_id,
        "reader": claim.reader,
        "document_id": claim.document_id,
        "kind": claim.kind.value,
        "what": _what(detail, claim.place),
        "quote": claim.quote,
        "said_by": _chain(claim.attribution),
        "factuality": claim.factuality.value,
        **period_row(claim.occurred),
        "occurred_text": claim.occurred and claim.occurred.text,
        **place_row(claim.place),
        "place_text": claim.place and claim.place.text,
        "low": detail.low if isinstance(detail, FigureDetail) else None,
        "high": detail.high if isinstance(detail, FigureDetail) else None,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "score": claim.score,
        "plain": dumps(to_plain(claim)),
    }


def period_row(period: Period | None) -> Row:
    """First day, last day and precision; empty where unknown or open."""
    if period is None:
        return {"occurred_from": None, "occurred_to": None, "occurred_precision": None}
    return {
        "occurred_from": period.start and period.start.isoformat(),
        "occurred_to": period.end and period.end.isoformat(),
        "occurred_precision": period.precision.value,
    }


def place_row(place: Place | None) -> Row:
    """Name, country, point and radius; empty where unknown."""
    if place is None:
        return {"place": None, "country": None, "lat": None, "lon": None, "radius_km": None}
    return {
        "place": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
    }


def _chain(attribution: tuple[Attribution, ...]) -> str:
    return " via ".join(link.source.name for link in attribution)


def _names(parties: tuple[Party, ...]) -> str:
    return joined(party.name for party in parties) or "?"


def _what(detail: Detail, place: Place | None) -> str:
    where = place.name if place else "?"
    match detail:
        case EventDetail():
            type_ = f"{detail.type} ({detail.mode})" if detail.mode else detail.type
            return f"{type_}: {_names(detail.actors)} → {_names(detail.recipients)}"
        case FigureDetail():
            return f"{detail.quantity}: {_numbers(detail)} {detail.of}".rstrip()
        case StatementDetail():
            return f"{detail.speaker.name} ({detail.act}): {detail.content}"
        case OfficeDetail():
            of = f" of {detail.organisation.name}" if detail.organisation else ""
            return f"{detail.person.name}: {detail.role}{of} ({detail.holds})"
        case RelationDetail():
            return f"{detail.subject.name} {detail.relation.replace('_', ' ')} {detail.object.name}"
        case ControlDetail():
            return f"{detail.actor.name} {detail.change} {where}"
        case PresenceDetail():
            return f"{detail.force.name} at {where}"


def _numbers(figure: FigureDetail) -> str:
    low, high = (None if end is None else f"{end:,.10g}" for end in (figure.low, figure.high))
    if low == high:
        return f"about {low}" if figure.bound == "about" else low or "?"
    if high is None:
        return f"at least {low}"
    return f"at most {high}" if low is None else f"{low} to {high}"
