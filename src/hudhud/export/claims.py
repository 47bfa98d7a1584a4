"""Claim → one line of the annotated format, as analysts write claims down."""

from pathlib import PurePosixPath
from typing import Any

from hudhud.records import (
    Attribution,
    Claim,
    ControlDetail,
    Detail,
    EventDetail,
    FigureDetail,
    OfficeDetail,
    Party,
    Period,
    Place,
    PresenceDetail,
    RelationDetail,
    StatementDetail,
)

__all__ = ["claim_line"]

Line = dict[str, Any]


def claim_line(claim: Claim, *, document_name: str) -> Line:
    """The claim with the slots that annotators use: names as lists of accepted forms, the best first.

    `document` is the name of the file without its extension; line 12 of `feed.jsonl` is `feed-12`.
    """
    return {
        "id": claim.claim_id,
        "document": _stem(document_name),
        "kind": claim.kind.value,
        "span": [claim.span.start, claim.span.end],
        "quote": claim.quote,
        "factuality": claim.factuality.value,
        "attributed_to": [_link(link) for link in claim.attribution],
        "time": _time(claim.occurred),
        "place": _place(claim.place),
        **_slots(claim.detail),
        "score": claim.score,
        "reader": claim.reader,
    }


def _stem(name: str) -> str:
    file, _, line = name.partition(":")
    stem = PurePosixPath(file.replace("\\", "/")).with_suffix("").as_posix()
    return f"{stem}-{line}" if line else stem


def _accepted(party: Party | None) -> list[str] | None:
    if party is None:
        return None
    return list(dict.fromkeys(name for name in (party.name, party.text) if name))


def _all(parties: tuple[Party, ...]) -> list[list[str] | None]:
    return [_accepted(party) for party in parties]


def _link(link: Attribution) -> list[str] | None:
    return _accepted(link.source)


def _time(period: Period | None) -> Line | None:
    if period is None or (period.start is None and period.end is None):
        return None
    start, end = period.start, period.end
    return {"start": start and start.isoformat(), "end": end and end.isoformat(), "text": period.text}


def _place(place: Place | None) -> Line | None:
    if place is None:
        return None
    return {
        "name": list(dict.fromkeys(name for name in (place.name, place.text) if name)),
        "country": place.country,
        "text": place.text,
        "lat": place.lat,
        "lon": place.lon,
        "within_km": place.radius_km,
    }


def _slots(detail: Detail) -> Line:
    match detail:
        case EventDetail():
            return {
                "type": detail.type,
                "mode": detail.mode,
                "actors": _all(detail.actors),
                "recipients": _all(detail.recipients),
            }
        case FigureDetail():
            return {
                "quantity": detail.quantity,
                "of": [detail.of] if detail.of else [],
                "low": detail.low,
                "high": detail.high,
                "bound": detail.bound.value,
                "cumulative": detail.is_cumulative,
            }
        case StatementDetail():
            return {
                "speaker": _accepted(detail.speaker),
                "act": detail.act,
                "content": detail.content,
                "direct": detail.is_direct,
                "addressees": _all(detail.addressees),
            }
        case OfficeDetail():
            return {
                "person": _accepted(detail.person),
                "role": [detail.role],
                "organisation": _accepted(detail.organisation),
                "holds": detail.holds,
            }
        case RelationDetail():
            return {
                "subject": _accepted(detail.subject),
                "relation": detail.relation,
                "object": _accepted(detail.object),
                "hedge": detail.hedge,
            }
        case ControlDetail():
            return {"actor": _accepted(detail.actor), "change": detail.change}
        case PresenceDetail():
            return {"force": _accepted(detail.force), "mission": detail.mission}
