"""Claims of office, relation, control, presence and agreement → States on two clocks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hudhud.lexicon.spelling import fold
from hudhud.ontology.claims import SYMMETRIC_RELATIONS
from hudhud.reconcile.actors import Resolved
from hudhud.reconcile.copies import Origins
from hudhud.reconcile.mentions import subject_country
from hudhud.reconcile.offices import is_single, office_of
from hudhud.reconcile.profiles import digest
from hudhud.reconcile.told import outermost
from hudhud.records import (
    Claim,
    ControlDetail,
    Document,
    Event,
    Factuality,
    OfficeDetail,
    Party,
    Place,
    PresenceDetail,
    RelationDetail,
    State,
)

__all__ = ["states"]

_ENDS = {"former", "loses"}


@dataclass(frozen=True, slots=True)
class _Held:
    """One claim that something holds, with what it is filed under."""

    claim: Claim
    key: tuple[str, ...]
    subject: Party
    value: str
    object: Party | None
    standing: str
    published: date | None


def states(
    claims: Sequence[Claim],
    events: Sequence[Event],
    documents: Mapping[str, Document],
    resolved: Resolved,
    origins: Origins,
) -> tuple[State, ...]:
    """Make the states of a record: one for each holder and thing held, offices with their succession."""
    filed: dict[tuple[str, ...], list[_Held]] = defaultdict(list)
    about = subject_country(claims)
    for claim in claims:
        held = _held(claim, documents, resolved, about.get(claim.document_id, ""))
        if held:
            filed[held.key].append(held)
    filed = _with_bodies(filed)
    names = {key: resolved.actors[actor].name for key, actor in resolved.of_party.items()}
    made = [_state(key, filed[key], documents, resolved, origins, names) for key in sorted(filed)]
    bodies = {_state_id(key): key[2] for key in filed}
    made = [*_taken(_succeeded(made, bodies)), *_agreements(events)]
    return tuple(sorted(made, key=lambda one: (one.kind, one.object, one.value, one.subject, one.state_id)))


def _with_bodies(filed: Mapping[tuple[str, ...], list[_Held]]) -> dict[tuple[str, ...], list[_Held]]:
    """An office told without its body, of one who is told to hold it in one body elsewhere, is that body's."""
    bodies: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for key in filed:
        if key[0] == "office" and not key[2].startswith("of "):
            bodies[key[1], key[3]].add(key)
    found: dict[tuple[str, ...], list[_Held]] = defaultdict(list)
    for key, held in filed.items():
        known = bodies[key[1], key[3]] if key[0] == "office" and key[2].startswith("of ") else set()
        found[next(iter(known)) if len(known) == 1 else key] += held
    return found


def _held(claim: Claim, documents: Mapping[str, Document], resolved: Resolved, about: str) -> _Held | None:
    """What a claim holds; an office of no named body is filed under the country the article is about."""
    document = documents.get(claim.document_id)
    day = document.published.day if document else None
    match claim.detail:
        case OfficeDetail(person=person, role=role, organisation=body, holds=holds):
            who, what = _id(claim, person, resolved), _id(claim, body, resolved) if body else f"of {about}"
            return _Held(claim, ("office", office_of(role), what, who), person, role, body, holds, day)
        case RelationDetail(subject=subject, relation=relation, object=other, hedge=hedge):
            ends = [_id(claim, subject, resolved), _id(claim, other, resolved)]
            if relation in SYMMETRIC_RELATIONS:
                ends.sort()
            return _Held(claim, ("relation", relation, *ends), subject, relation, other, hedge or "", day)
        case ControlDetail(actor=actor, change=change):
            place = _place_key(claim.place)
            return _Held(claim, ("control", place, _id(claim, actor, resolved)), actor, change, None, "", day)
        case PresenceDetail(force=force, mission=mission):
            place = _place_key(claim.place)
            return _Held(
                claim, ("presence", place, _id(claim, force, resolved)), force, "present", None, mission or "", day
            )
    return None


def _id(claim: Claim, party: Party, resolved: Resolved) -> str:
    """The actor's id, or for a description its words: two articles' `French special forces` are filed together."""
    return resolved.of_party.get((claim.claim_id, party.name)) or f"~{fold(party.name)}"


def _place_key(place: Place | None) -> str:
    if place is None:
        return "?"
    return place.gazetteer_id or f"{place.country or ''} {fold(place.name)}"


def _state(
    key: tuple[str, ...],
    held: Sequence[_Held],
    documents: Mapping[str, Document],
    resolved: Resolved,
    origins: Origins,
    names: Mapping[tuple[str, str], str],
) -> State:
    held = sorted(held, key=lambda one: (one.published or date.max, one.claim.claim_id))
    against = [one for one in held if one.claim.factuality is Factuality.DENIED]
    for_it = [one for one in held if one.claim.factuality is not Factuality.DENIED]
    last = (for_it or against)[-1]
    days = [one.published for one in held if one.published]
    since, until = _valid(for_it)
    document_ids = [one.claim.document_id for one in for_it] or [one.claim.document_id for one in against]
    subject_id = _actor_id(last, last.subject, resolved)
    whole = next((one for one in reversed(held) if one.object), last)
    object_id = _actor_id(whole, whole.object, resolved)
    place = next((one.claim.place for one in reversed(held) if one.claim.place), None)
    return State(
        state_id=_state_id(key),
        kind=key[0],
        subject=resolved.actors[subject_id].name if subject_id else last.subject.name,
        subject_id=subject_id,
        value=last.value,
        object=_object(whole, object_id, place, resolved),
        object_id=object_id,
        place=place,
        since=since,
        until=until,
        known_since=min((one.published for one in for_it if one.published), default=min(days, default=None)),
        last_told=max(days, default=None),
        factuality=last.claim.factuality,
        claims_for=tuple(one.claim.claim_id for one in for_it),
        claims_against=tuple(one.claim.claim_id for one in against),
        said_by=_sources(held, documents, names),
        n_origins=origins.count(document_ids),
        standing=last.standing,
    )


def _state_id(key: tuple[str, ...]) -> str:
    return f"sta-{digest(' | '.join(key))}"


def _actor_id(held: _Held, party: Party | None, resolved: Resolved) -> str | None:
    return resolved.of_party.get((held.claim.claim_id, party.name)) if party else None


def _object(held: _Held, object_id: str | None, place: Place | None, resolved: Resolved) -> str:
    if object_id:
        return resolved.actors[object_id].name
    return held.object.name if held.object else place.name if place else ""


def _sources(
    held: Iterable[_Held], documents: Mapping[str, Document], names: Mapping[tuple[str, str], str]
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outermost(one.claim, documents.get(one.claim.document_id), names) for one in held))


def _valid(held: Sequence[_Held]) -> tuple[date | None, date | None]:
    """Valid time: from the first told start; to the end that the last claim tells, where it tells that it is over."""
    starts = [
        one.claim.occurred.start
        for one in held
        if one.claim.occurred and one.claim.occurred.start and one.value not in _ENDS
    ]
    if not held or not (held[-1].standing in _ENDS or held[-1].value in _ENDS):
        return min(starts, default=None), None
    told = held[-1].claim.occurred
    end = (told.end if told else None) or held[-1].published
    start = min(starts, default=None)
    return (start if start and end and start <= end else None), end


def _succeeded(made: Sequence[State], bodies: Mapping[str, str]) -> list[State]:
    """Close an office of one holder when an article tells of the next: the former held it until then at the latest."""
    by_office: dict[tuple[str, str], list[State]] = defaultdict(list)
    rest = []
    for one in made:
        if one.kind == "office" and is_single(one.value) and bodies[one.state_id] != "of " and _stands(one):
            by_office[office_of(one.value), bodies[one.state_id]].append(one)
        else:
            rest.append(one)
    for holders in by_office.values():
        holders.sort(key=lambda one: (one.known_since or date.max, one.last_told or date.max, one.state_id))
        for at, one in enumerate(holders):
            later = next((other for other in holders[at + 1 :] if _comes_after(other, one)), None)
            rest.append(replace(one, until=later.known_since) if later and one.until is None else one)
    return rest


def _stands(one: State) -> bool:
    return one.standing in ("holds", "acting", "leaving") and one.factuality is Factuality.ACTUAL


def _comes_after(later: State, former: State) -> bool:
    return bool(later.known_since and former.last_told and later.known_since > former.last_told)


def _taken(made: Sequence[State]) -> list[State]:
    """Close the control of a place when another is told to have taken or to hold it later, and the first no more."""
    holders: dict[str, list[State]] = defaultdict(list)
    for one in made:
        if one.kind == "control" and one.factuality is Factuality.ACTUAL:
            holders[_place_key(one.place)].append(one)
    found = []
    for one in made:
        others = holders.get(_place_key(one.place), ()) if one.kind == "control" and one.until is None else ()
        ends = sorted(day for other in others if (day := _takes(other, one)))
        found.append(replace(one, until=ends[0]) if ends else one)
    return found


def _takes(other: State, one: State) -> date | None:
    """The day on which another party is told to have the place, after this one was last told to."""
    if other is one or other.subject == one.subject or other.value not in ("gains", "holds"):
        return None
    if other.last_told is None or one.last_told is None or other.last_told <= one.last_told:
        return None
    day = other.since if other.since and other.since > one.last_told else other.last_told
    return max(day, one.since) if one.since else day


def _agreements(events: Sequence[Event]) -> list[State]:
    """Agreements, requests and embargoes that stand, as far as events tell."""
    kinds = {"AGREE": "agreement", "REQUEST": "request", "SANCTION": "sanction"}
    return [
        State(
            state_id=f"sta-{digest(event.event_id)}",
            kind="agreement",
            subject=", ".join(event.actors) or "unknown",
            subject_id=event.actor_ids[0] if event.actor_ids else None,
            value=kinds[event.type],
            object=", ".join(event.recipients) or event.headline,
            object_id=event.recipient_ids[0] if event.recipient_ids else None,
            place=event.place,
            since=event.occurred.start if event.occurred else None,
            until=None,
            known_since=event.first_published,
            last_told=event.first_published,
            factuality=event.factuality,
            claims_for=event.claim_ids,
            claims_against=(),
            said_by=event.asserted_by,
            n_origins=event.n_origins,
            standing=event.headline,
        )
        for event in events
        if event.type in kinds and event.factuality is Factuality.ACTUAL
    ]
