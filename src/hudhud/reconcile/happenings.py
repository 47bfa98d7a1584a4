"""Clusters of claims → Events, with what they fulfil."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hudhud.reconcile.actors import Resolved
from hudhud.reconcile.copies import Origins
from hudhud.reconcile.denials import DENIED_IN_STATEMENT
from hudhud.reconcile.events import Cluster
from hudhud.reconcile.nearness import same_place, spread
from hudhud.reconcile.profiles import digest
from hudhud.reconcile.told import Told, outermost
from hudhud.records import (
    Claim,
    Document,
    Event,
    Evidence,
    Factuality,
    Party,
    Period,
    Place,
    PlacePrecision,
    StatementDetail,
)

__all__ = ["happenings"]

_FINE = list(PlacePrecision)
_HEADLINE = 160  # characters
_ORDER = [
    Factuality.ACTUAL,
    Factuality.DENIED,
    Factuality.FUTURE,
    Factuality.REQUESTED,
    Factuality.POSSIBLE,
    Factuality.CONDITIONAL,
]
_FULFILLED_WITHIN = timedelta(days=120)  # after the plan was told; not measured


def happenings(
    clusters: Sequence[Cluster],
    documents: Mapping[str, Document],
    resolved: Resolved,
    origins: Origins,
    denied: Mapping[int, Sequence[Claim]] | None = None,
) -> tuple[Event, ...]:
    """Make an event of each cluster, link plans to what fulfils them, and order by day.

    `denied` are the statements that deny the cluster of a number.
    """
    names = {key: resolved.actors[actor].name for key, actor in resolved.of_party.items()}
    events = [_event(found, documents, resolved, origins, names) for found in clusters]
    for at, statements in (denied or {}).items():
        events[at] = _with_denials(events[at], statements, names)
    linked = _fulfilments(events)
    return tuple(sorted(linked, key=lambda event: (_first_day(event), event.event_id)))


def _first_day(event: Event) -> date:
    start = event.occurred.start if event.occurred else None
    return start or (event.occurred.end if event.occurred else None) or event.first_published or date.max


def _event(
    found: Cluster,
    documents: Mapping[str, Document],
    resolved: Resolved,
    origins: Origins,
    names: Mapping[tuple[str, str], str],
) -> Event:
    told = sorted(found.members, key=lambda one: (one.published or date.max, one.claim.claim_id))
    claims = [one.claim for one in told]
    denied = [claim for claim in claims if claim.factuality is Factuality.DENIED]
    asserted = [claim for claim in claims if claim.factuality is not Factuality.DENIED]
    actors, actor_ids = _parties(told, "actors", resolved)
    recipients, recipient_ids = _parties(told, "recipients", resolved)
    document_ids = tuple(dict.fromkeys(claim.document_id for claim in claims))
    counts = Counter(one.detail.mode for one in told if one.detail.mode)
    return Event(
        event_id=f"evt-{digest(claims[0].claim_id)}",
        type=told[0].detail.type,
        mode=min(counts, key=lambda mode: (-counts[mode], mode)) if counts else None,
        contexts=tuple(sorted({context for one in told for context in one.detail.contexts})),
        actor_ids=actor_ids,
        recipient_ids=recipient_ids,
        actors=actors,
        recipients=recipients,
        occurred=_period([one.period for one in told]),
        place=_place([one.place for one in told]),
        factuality=min((claim.factuality for claim in claims), key=_ORDER.index),
        headline=_headline(told),
        asserted_by=_sources(asserted, documents, names),
        denied_by=_sources(denied, documents, names) if denied else (),
        claim_ids=tuple(claim.claim_id for claim in claims),
        document_ids=document_ids,
        n_origins=origins.count(document_ids),
        n_publishers=origins.count_publishers(document_ids),
        first_published=min((one.published for one in told if one.published), default=None),
        evidence=tuple(sorted(set(found.evidence), key=lambda reason: (-reason.score, reason.rule, reason.note))),
    )


def _with_denials(event: Event, statements: Sequence[Claim], names: Mapping[tuple[str, str], str]) -> Event:
    speakers = [one.detail.speaker.name for one in statements if isinstance(one.detail, StatementDetail)]
    said = [names.get((one.claim_id, name), name) for one, name in zip(statements, speakers, strict=True)]
    notes = {Evidence(DENIED_IN_STATEMENT, 0.7, one.quote[:80]) for one in statements}
    return replace(
        event,
        denied_by=tuple(dict.fromkeys((*event.denied_by, *said))),
        evidence=(*event.evidence, *sorted(notes, key=lambda note: note.note)),
    )


def _sources(
    claims: Sequence[Claim], documents: Mapping[str, Document], names: Mapping[tuple[str, str], str]
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outermost(claim, documents.get(claim.document_id), names) for claim in claims))


def _parties(told: Sequence[Told], slot: str, resolved: Resolved) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names, most told first, and ids of the resolved ones. A description stands only where nobody is named."""
    named: Counter[str] = Counter()
    described: Counter[str] = Counter()
    for one in told:
        parties: tuple[Party, ...] = getattr(one.detail, slot)
        for party in parties:
            actor_id = resolved.of_party.get((one.claim.claim_id, party.name))
            if actor_id:
                named[actor_id] += 1
            else:
                described[party.name] += 1
    ids = tuple(sorted(named, key=lambda actor_id: (-named[actor_id], resolved.actors[actor_id].name)))
    names = tuple(resolved.actors[actor_id].name for actor_id in ids)
    return names or tuple(sorted(described, key=lambda name: (-described[name], name))), ids


def _period(periods: Sequence[Period | None]) -> Period | None:
    """The narrowest period that is told; of equally narrow ones the most told, then the earliest."""
    known = [period for period in periods if period]
    counts = Counter((period.start, period.end) for period in known)
    return min(
        known,
        key=lambda period: (
            spread(period) or 99999,
            -counts[period.start, period.end],
            period.start or date.min,
            period.end or date.max,
            period.text,
        ),
        default=None,
    )


def _place(places: Sequence[Place | None]) -> Place | None:
    """The finest place that is told and has a point."""
    known = [place for place in places if place]
    counts = Counter(place.name for place in known)
    return min(
        known,
        key=lambda place: (
            place.lat is None,
            _FINE.index(place.precision),
            -counts[place.name],
            place.radius_km or 9999,
            place.name,
            place.text,
        ),
        default=None,
    )


def _headline(told: Sequence[Told]) -> str:
    """The words of the claim that says most in least: parties named, of an origin's first publication."""
    best = min(
        told,
        key=lambda one: (
            -len(one.detail.actors[:1]) - len(one.detail.recipients[:1]) - (one.place is not None),
            len(one.claim.quote) > _HEADLINE,
            one.claim.is_headline,
            one.published or date.max,
            one.claim.claim_id,
        ),
    )
    text = " ".join(best.claim.quote.split())
    return text if len(text) <= _HEADLINE else text[: _HEADLINE - 1].rsplit(" ", 1)[0] + "…"


def _fulfilments(events: list[Event]) -> list[Event]:
    """Note on what happened which plan, demand or warning it fulfils; the two stay two events."""
    ahead: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.factuality not in (Factuality.ACTUAL, Factuality.DENIED):
            for actor_id in event.actor_ids:
                ahead[event.type, actor_id].append(event)
    return [_linked(event, ahead) if event.factuality is Factuality.ACTUAL else event for event in events]


def _linked(event: Event, ahead: Mapping[tuple[str, str], list[Event]]) -> Event:
    plans = {
        plan.event_id: plan
        for actor_id in event.actor_ids
        for plan in ahead.get((event.type, actor_id), ())
        if _fulfils(event, plan)
    }
    if not plans:
        return event
    ids = tuple(sorted(plans))
    notes = tuple(
        Evidence("comes after a plan", 0.7, f"{plans[one].event_id}: {plans[one].headline[:80]}") for one in ids
    )
    return replace(event, follows=ids, evidence=(*event.evidence, *notes))


def _fulfils(event: Event, plan: Event) -> bool:
    start = event.occurred.start if event.occurred else None
    if start is None or plan.first_published is None:
        return False
    if not timedelta(0) <= start - plan.first_published <= _FULFILLED_WITHIN:
        return False
    near = same_place(event.place, plan.place)
    shared = set(event.recipient_ids) & set(plan.recipient_ids)
    return (near is not None and near >= 0.9) or (bool(shared) and (near is None or near > 0))
