"""View → what hand and machine found alike, what the machine missed and what only it has, each with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hudhud.answer.filters import Asked, event_days, when, where
from hudhud.answer.table import Answer, Question
from hudhud.errors import WrongOption
from hudhud.reconcile.nearness import apart_km, days, is_broad, overlap
from hudhud.records import Claim, Event, EventDetail, Factuality, Place, View
from hudhud.store import HAND

__all__ = ["compare"]

_COLUMNS = (
    ("verdict", "verdict"),
    ("when", "when"),
    ("what", "what"),
    ("place", "where"),
    ("other", "the other's words"),
    ("why", "why"),
    ("id", "id"),
)
_SLACK_DAYS = 2  # news of an evening is dated by the next day, and coders by the last; not measured
_NEAR_KM = 30.0  # beside the places' own radius; not measured
# What both PLOVER types can be called for one happening.
_KIN = (
    frozenset({"ASSAULT", "COERCE"}),
    frozenset({"ASSAULT", "PROTEST"}),
    frozenset({"AGREE", "RETREAT", "CONCEDE"}),
    frozenset({"MOBILIZE", "RETREAT"}),
    frozenset({"COERCE", "MOBILIZE"}),
)


@dataclass(frozen=True, slots=True)
class _Coded:
    claim: Claim
    event: Event
    type: str
    first: date | None


def compare(view: View, question: Question) -> Answer:
    """Hand-coded events of `question.against` (acled, ucdp), or of every coder, beside what was read from articles.

    `matched`: one event of each, by the record's own joining or by kind, day and place. `missed`: coded, and found in
    no article, with what came nearest. `extra`: read from articles of the time and countries that the coders cover,
    of a kind that they code, and not coded.

    Raises:
        WrongOption: If nothing of that coder is in the record.
    """
    sources = sorted({_source(claim) for claim in view.claims.values() if claim.reader.startswith(HAND)})
    against = (question.against or "").lower()
    if against and sources and against not in sources:
        raise WrongOption(option="--with", given=against, allowed=", ".join(sources))
    asked = Asked(view, question)
    coded = [one for one in _coded(view, against) if asked.event(one.event)]
    read = [event for one in view.events if asked.event(one) and (event := _as_read(view, one))]
    matched, missed = _matched(coded, read)
    rows = [_row("matched", view, one, event, why) for one, event, why in matched]
    rows += [_row("missed", view, one, None, _why_missed(view, one, read)) for one in missed]
    may = read
    if {_source(one.claim) for one in coded} == {"ucdp"}:  # which codes deaths alone
        deadly = {one.event_id for one in view.estimates if one.quantity == "killed"}
        may = [event for event in read if event.event_id in deadly]
    used = {event.event_id for _, event, _ in matched}
    extra = _extra(coded, may, used)
    n_other = len(read) - len(extra) - len(used)
    rows += [_extra_row(event) for event in extra]
    rows.sort(key=lambda row: (row["first"] or date.max, row["verdict"], row["id"]))
    told = f"{len(matched)} matched, {len(missed)} missed, {len(extra)} extra."
    notes = (told, f"{n_other} events of other kinds, times, countries or certainty are no match for the coders'.")
    return Answer(
        f"Compared with {against or ', '.join(sources) or 'nothing'}",
        _COLUMNS,
        tuple(rows[: question.top]),
        notes if coded else (),
        empty="Nothing hand-coded is in the record. Bring it in: hudhud import acled FILE or hudhud import ucdp FILE.",
    )


def _source(claim: Claim) -> str:
    return claim.reader.removeprefix(HAND).split()[0]


def _coded(view: View, against: str) -> list[_Coded]:
    found = []
    for event in view.events:
        for key in event.claim_ids:
            claim = view.claims.get(key)
            if claim is None or not claim.reader.startswith(HAND) or not isinstance(claim.detail, EventDetail):
                continue
            if not against or _source(claim) == against:
                first = claim.occurred.start if claim.occurred else None
                found.append(_Coded(claim, event, claim.detail.type, first))
    return found


def _read_claims(view: View, event: Event) -> list[Claim]:
    claims = (view.claims[key] for key in event.claim_ids if key in view.claims)
    return [claim for claim in claims if not claim.reader.startswith(HAND)]


def _as_read(view: View, event: Event) -> Event | None:
    """The event as articles hold it: what coders assert and articles only deny is denied; None where none tell."""
    held = [claim.factuality for claim in _read_claims(view, event)]
    if not held:
        return None
    return replace(event, factuality=Factuality.ACTUAL if Factuality.ACTUAL in held else held[0])


def _matched(coded: list[_Coded], read: list[Event]) -> tuple[list[tuple[_Coded, Event, str]], list[_Coded]]:
    """Pairs, the surest first, each event once; and the coded ones left over."""
    known = {event.event_id for event in read if event.factuality is Factuality.ACTUAL}
    by_type: dict[str, list[Event]] = {}
    for event in read:
        by_type.setdefault(event.type, []).append(event)
    pairs = []
    for at, one in enumerate(coded):
        if one.event.event_id in known:
            pairs.append((10.0, at, one.event, "the record itself joins them"))
            continue
        for event in _of_kin(one.type, by_type):
            if found := _likeness(one, event):
                pairs.append((found[0], at, event, found[1]))
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2].event_id))
    taken: dict[int, tuple[_Coded, Event, str]] = {}
    used: set[str] = set()
    for _, at, event, why in pairs:
        if at not in taken and event.event_id not in used:
            taken[at] = (coded[at], event, why)
            used.add(event.event_id)
    return list(taken.values()), [one for at, one in enumerate(coded) if at not in taken]


def _of_kin(kind: str, by_type: dict[str, list[Event]]) -> Iterable[Event]:
    kin = {kind}.union(*(group for group in _KIN if kind in group))
    return (event for other in sorted(kin) for event in by_type.get(other, ()))


def _likeness(one: _Coded, event: Event) -> tuple[float, str] | None:
    """How well an event fits what was coded, with the reason; None where kind, day or place forbid it."""
    if event.factuality is not Factuality.ACTUAL or not overlap(one.claim.occurred, event.occurred, slack=_SLACK_DAYS):
        return None
    apart = _apart(one.claim.place, event.place)
    if apart is None or apart > _NEAR_KM:
        return None
    is_same_day = bool(overlap(one.claim.occurred, event.occurred))
    score = 2.0 * (one.type == event.type) + is_same_day + (1 - apart / (2 * _NEAR_KM))
    day = "same day" if is_same_day else f"within {_SLACK_DAYS} days"
    kind = "same kind" if one.type == event.type else f"{one.type} coded, {event.type} read"
    return score, f"{kind}, {day}, {apart:.0f} km apart"


def _apart(left: Place | None, right: Place | None) -> float | None:
    """Kilometres between two places beyond their own radius; nought where the names are one, None where unknown."""
    if left is None or right is None or is_broad(left) or is_broad(right):
        return None
    if left.name.casefold() == right.name.casefold():
        return 0.0
    apart = apart_km(left, right)
    return None if apart is None else max(apart - (left.radius_km or 0.0) - (right.radius_km or 0.0), 0.0)


def _why_missed(view: View, one: _Coded, read: list[Event]) -> str:
    """What stands nearest to a coded event, from the loosest to the strictest question."""
    on_day = [event for event in read if overlap(one.claim.occurred, event.occurred, slack=_SLACK_DAYS)]
    if not on_day:
        return "no article tells of anything on these days"
    near = [
        event for event in on_day if (apart := _apart(one.claim.place, event.place)) is not None and apart <= _NEAR_KM
    ]
    if not near:
        spots = sorted(
            (apart, event.headline) for event in on_day if (apart := _apart(one.claim.place, event.place)) is not None
        )
        return (
            f"nearest on these days is {spots[0][0]:.0f} km off: {spots[0][1]}"
            if spots
            else "no place is told on these days"
        )
    if all(event.factuality is not Factuality.ACTUAL for event in near):
        return f"told there and then only as {near[0].factuality.value}: {near[0].headline}"
    kinds = sorted({event.type for event in near})
    if one.type not in kinds:
        return f"there and then only {', '.join(kinds)} is read"
    return f"taken by another coded event: {near[0].headline}"


def _extra(coded: list[_Coded], read: list[Event], used: set[str]) -> list[Event]:
    """Events of the kinds, days and countries that the coders cover and did not code."""
    kinds = {one.type for one in coded}
    lands = {one.claim.place.country for one in coded if one.claim.place}
    spans = [span for one in coded if (span := days(one.claim.occurred))]
    first, last = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else (None, None)
    extra = []
    for event in read:
        if event.event_id in used:
            continue
        start, end = event_days(event)
        is_covered = (
            event.type in kinds
            and event.factuality is Factuality.ACTUAL
            and event.place is not None
            and event.place.country in lands
            and first is not None
            and last is not None
            and (start or date.max) <= last
            and (end or date.min) >= first
        )
        if is_covered:
            extra.append(event)
    return extra


def _row(verdict: str, view: View, one: _Coded, event: Event | None, why: str) -> dict[str, Any]:
    words = [claim.quote for claim in _read_claims(view, event)] if event else []
    return {
        "id": one.claim.claim_id,
        "verdict": verdict,
        "when": when(one.claim.occurred),
        "what": one.claim.quote,
        "place": where(one.claim.place),
        "other": words[0] if words else "",
        "why": why,
        "type": one.type,
        "event": event.event_id if event else None,
        "coder": _source(one.claim),
        "first": one.first,
    }


def _extra_row(event: Event) -> dict[str, Any]:
    return {
        "id": event.event_id,
        "verdict": "extra",
        "when": when(event.occurred, event.first_published),
        "what": event.headline,
        "place": where(event.place),
        "other": "",
        "why": f"{event.type} of {event.n_origins} independent tellings, not coded",
        "type": event.type,
        "event": event.event_id,
        "coder": None,
        "first": event_days(event)[0],
    }
