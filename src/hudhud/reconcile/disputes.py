"""What cannot all be right → Disputes, the weightiest first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hudhud.reconcile.copies import Origins
from hudhud.reconcile.nearness import overlap
from hudhud.reconcile.offices import is_single, office_of
from hudhud.reconcile.profiles import digest
from hudhud.reconcile.told import outermost
from hudhud.records import (
    Bound,
    Claim,
    Dispute,
    DisputeSide,
    Document,
    Estimate,
    Event,
    Factuality,
    ReportedFigure,
    State,
    StatementDetail,
)

__all__ = ["disputes"]

_KIND_WEIGHT = {"denial": 1.5, "figures": 1.0, "control": 1.2, "holders": 1.2, "place": 1.0, "time": 1.0}
_DEVELOPING = timedelta(days=3)  # while a toll of one outlet rises it is news, no dispute


class _Weigher:
    def __init__(self, claims: Mapping[str, Claim], documents: Mapping[str, Document], origins: Origins) -> None:
        self.claims, self.documents, self.origins = claims, documents, origins

    def side(self, says: str, claim_ids: Sequence[str]) -> DisputeSide:
        claims = [self.claims[claim_id] for claim_id in claim_ids]
        said_by = tuple(dict.fromkeys(name for one in claims for name in self.sources(one)))
        return DisputeSide(says, said_by, tuple(claim_ids), self.origins.count(one.document_id for one in claims))

    def sources(self, claim: Claim) -> list[str]:
        """Everyone in the chain of who says so; the publisher where the outlet itself asserts it."""
        chain = [link.source.name for link in claim.attribution]
        if isinstance(claim.detail, StatementDetail):
            return [claim.detail.speaker.name, *chain]
        return chain or [outermost(claim, self.documents.get(claim.document_id))]

    def dispute(self, kind: str, about: str, sides: Sequence[DisputeSide]) -> Dispute:
        ids = sorted(claim_id for side in sides for claim_id in side.claim_ids)
        days = [self.day(claim_id) for claim_id in ids]
        told = sum(side.n_origins for side in sides) + min(side.n_origins for side in sides)
        return Dispute(
            dispute_id=f"dis-{digest(kind + ' '.join(ids))}",
            kind=kind,
            about=about,
            sides=tuple(sides),
            weight=round(_KIND_WEIGHT[kind] * told, 3),
            first_published=min((day for day in days if day), default=None),
        )

    def day(self, claim_id: str) -> date | None:
        document = self.documents.get(self.claims[claim_id].document_id)
        return document.published.day if document else None


def disputes(
    events: Sequence[Event],
    estimates: Sequence[Estimate],
    states: Sequence[State],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    origins: Origins,
    *,
    denials: Mapping[str, Sequence[str]] | None = None,
    rivals: Sequence[tuple[str, str, str]] = (),
) -> tuple[Dispute, ...]:
    """Find rival figures, assertions with their denials, offices with two holders and places with two.

    `denials` are the ids of statements that deny an event, `rivals` pairs of events that may be one with a `place` or
    a `time` told wrong.
    """
    weigher = _Weigher(claims, documents, origins)
    found = [
        *_denials(events, states, denials or {}, weigher),
        *(one for estimate in estimates if (one := _rival_figures(estimate, weigher))),
        *_holders(states, weigher),
        *_control(states, weigher),
        *_rival_events(rivals, {event.event_id: event for event in events}, weigher),
    ]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.kind, one.about, one.dispute_id)))


def _denials(
    events: Sequence[Event], states: Sequence[State], stated: Mapping[str, Sequence[str]], weigher: _Weigher
) -> list[Dispute]:
    found = []
    for event in events:
        told = [
            claim_id for claim_id in event.claim_ids if weigher.claims[claim_id].factuality is not Factuality.DENIED
        ]
        denied = [claim_id for claim_id in event.claim_ids if weigher.claims[claim_id].factuality is Factuality.DENIED]
        denied += stated.get(event.event_id, ())
        if told and denied:
            sides = [weigher.side("it happened", told), weigher.side("it did not", denied)]
            found.append(weigher.dispute("denial", event.headline, sides))
    for state in states:
        if state.claims_for and state.claims_against:
            about = " ".join(filter(None, (state.subject, state.value.replace("_", " "), state.object)))
            sides = [weigher.side("it is so", state.claims_for), weigher.side("it is not", state.claims_against)]
            found.append(weigher.dispute("denial", about, sides))
    return found


def _rival_figures(estimate: Estimate, weigher: _Weigher) -> Dispute | None:
    """The figures of one happening or day that exclude each other; tolls that grew and levels that moved are none."""
    rivals = [one for one in estimate.figures if one.is_current or (estimate.event_id and one.said_by == ())]
    groups: dict[str, list[ReportedFigure]] = defaultdict(list)
    for one in rivals:
        if any(_excludes(one, other) and not _revises(one, other) for other in rivals):
            groups[_words(one)].append(one)
    if len(groups) < 2:
        return None
    sides = [weigher.side(says, [one.claim_id for one in figures]) for says, figures in groups.items()]
    place = f" at {estimate.place.name}" if estimate.place else ""
    return weigher.dispute("figures", f"{estimate.quantity}: {estimate.what}{place}", sides)


def _excludes(left: ReportedFigure, right: ReportedFigure) -> bool:
    infinite = float("inf")
    lefts = (left.low if left.low is not None else -infinite, left.high if left.high is not None else infinite)
    rights = (right.low if right.low is not None else -infinite, right.high if right.high is not None else infinite)
    return lefts[1] < rights[0] or rights[1] < lefts[0]


def _revises(left: ReportedFigure, right: ReportedFigure) -> bool:
    """Whether one outlet or source tells a newer number of a thing that is still being counted."""
    if left.published is None or right.published is None or left.published == right.published:
        return False
    one_voice = left.said_by == right.said_by and (left.said_by or left.publisher == right.publisher)
    return bool(one_voice) and abs(left.published - right.published) <= _DEVELOPING


def _words(figure: ReportedFigure) -> str:
    low, high = (f"{value:g}" if value is not None else "" for value in (figure.low, figure.high))
    match figure.bound:
        case Bound.AT_LEAST:
            return f"at least {low}"
        case Bound.AT_MOST:
            return f"at most {high}"
        case Bound.BETWEEN:
            return f"{low} to {high}"
        case Bound.ABOUT:
            return f"about {low}"
    return low if low == high else f"{low} to {high}"


def _holders(states: Sequence[State], weigher: _Weigher) -> list[Dispute]:
    """Two people told to hold one office at one time."""
    offices: dict[tuple[str, str], list[State]] = defaultdict(list)
    for one in states:
        holds = one.kind == "office" and one.standing in ("holds", "acting") and one.factuality is Factuality.ACTUAL
        if holds and one.object and one.claims_for and one.until is None and is_single(one.value):
            offices[office_of(one.value), one.object].append(one)
    return [
        weigher.dispute("holders", f"{office} of {body}", [weigher.side(one.subject, one.claims_for) for one in held])
        for (office, body), held in sorted(offices.items())
        if len(held) > 1
    ]


def _control(states: Sequence[State], weigher: _Weigher) -> list[Dispute]:
    """Two parties told to hold one place at one time, or one place told to be contested by several."""
    places: dict[str, list[State]] = defaultdict(list)
    for one in states:
        if one.kind == "control" and one.claims_for and one.place and one.value in ("holds", "gains", "contests"):
            places[one.place.gazetteer_id or one.place.name].append(one)
    found = []
    for held in places.values():
        rivals = [one for one in held if one.until is None and any(_at_once(one, other, weigher) for other in held)]
        if len(rivals) > 1 and rivals[0].place:
            sides = [weigher.side(f"{one.subject} {one.value}", one.claims_for) for one in rivals]
            found.append(weigher.dispute("control", f"control of {rivals[0].place.name}", sides))
    return found


def _rival_events(
    rivals: Sequence[tuple[str, str, str]], events: Mapping[str, Event], weigher: _Weigher
) -> list[Dispute]:
    """What seems one happening, told of two places or of two days."""
    found = []
    for kind, *ids in rivals:
        sides = [
            weigher.side(_where_or_when(kind, events[event_id]), _told(events[event_id], weigher)) for event_id in ids
        ]
        found.append(weigher.dispute(kind, events[ids[0]].headline, sides))
    return found


def _told(event: Event, weigher: _Weigher) -> list[str]:
    return [one for one in event.claim_ids if weigher.claims[one].factuality is not Factuality.DENIED]


def _where_or_when(kind: str, event: Event) -> str:
    if kind == "place":
        return f"at {event.place.name}" if event.place else "elsewhere"
    return f"on {event.occurred.start}" if event.occurred else "at another time"


def _at_once(left: State, right: State, weigher: _Weigher) -> bool:
    """Whether two claims to one place are told of one time: overlapping periods, or articles a month apart at most."""
    if left is right or left.subject == right.subject:
        return False
    shared = overlap(weigher.claims[left.claims_for[-1]].occurred, weigher.claims[right.claims_for[-1]].occurred)
    if shared is not None:
        return shared
    days = left.last_told, right.last_told
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= 31
