"""Figure claims → what each counts: whom, in which happening or over which time and place."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hudhud.lexicon.known_actors import adjectives, by_key, known
from hudhud.lexicon.spelling import fold
from hudhud.reconcile.actors import Resolved
from hudhud.reconcile.mentions import subject_country
from hudhud.reconcile.nearness import days, overlap, same_place, spread
from hudhud.reconcile.told import is_doubted, published
from hudhud.records import Actor, Claim, Document, EventDetail, Factuality, FigureDetail

__all__ = ["HARMS", "Counted", "beside", "count"]

# Quantities that belong to a happening; the others are levels that are told again and again.
HARMS = ("killed", "injured", "captured", "abducted", "missing")

_CLASSES = (
    ("children", "child children boy boys girl girls baby babies infant infants kids minors teenagers toddler"),
    ("women", "woman women mother mothers"),
    ("civilians", "civilian civilians resident residents villager villagers worshippers protester protesters students"),
    ("police", "police policeman policemen officer officers"),
    ("fighters", "fighter fighters militant militants soldier soldiers troop troops rebel rebels insurgent insurgents "
        "gunman "
     "gunmen combatant combatants jihadist jihadists terrorist terrorists member members servicemen marines commandos "
     "peacekeepers recruits attackers bombers guerrillas personnel commander commanders advisers"),
)  # fmt: skip
_CLASS_OF = {word: name for name, words in _CLASSES for word in words.split()}
_COUNTRY_IN = re.compile(r"\bin ([A-Z][\w'’\- ]+)$")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure claim with what it counts. `event` is the number of the cluster it belongs to."""

    claim: Claim
    detail: FigureDetail
    published: date | None
    counted: str
    actor: Actor | None
    country: str | None
    event: int | None
    is_part: bool


def count(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    resolved: Resolved,
    where: Mapping[str, int],
) -> list[Counted]:
    """Say of every figure what it counts. `where` maps an event claim to the number of its cluster."""
    events = _events_by_document(claims, documents)
    names, about = _names_by_document(resolved), subject_country(claims)
    found = []
    for claim in claims:
        if isinstance(claim.detail, FigureDetail):
            document = documents.get(claim.document_id)
            known_here = names.get(claim.document_id, {})
            detail = claim.detail
            if detail.is_cumulative and not _adds_up(claim, detail, events.get(claim.document_id, ())):
                detail = replace(detail, is_cumulative=False)
            actor = _actor(claim.detail.of, known_here, resolved) or _beside_it(claim, known_here, resolved)
            event = beside(claim, events.get(claim.document_id, ())) if _is_of_event(detail) else None
            found.append(
                Counted(
                    claim=claim,
                    detail=detail,
                    published=document.published.day if document else None,
                    counted=_class(claim.detail.of),
                    actor=actor,
                    country=_country(claim) or _code(about.get(claim.document_id)),
                    event=where.get(event.claim_id) if event else None,
                    is_part=claim.detail.is_part,
                )
            )
    return _sided(found)


def _is_of_event(detail: FigureDetail) -> bool:
    return detail.quantity in HARMS and not detail.is_cumulative


def _events_by_document(claims: Sequence[Claim], documents: Mapping[str, Document]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        is_told = claim.factuality in (Factuality.ACTUAL, Factuality.DENIED)
        if isinstance(claim.detail, EventDetail) and (
            is_told or is_doubted(claim, published(documents.get(claim.document_id)))
        ):
            found[claim.document_id].append(claim)
    return found


def _adds_up(claim: Claim, detail: FigureDetail, events: Sequence[Claim]) -> bool:
    """Whether a figure adds up a time, rather than telling the toll of one happening whose time it takes over."""
    if not detail.is_cumulative:
        return False
    width = spread(claim.occurred)
    if width is not None and width <= 3:
        return False
    event = beside(claim, events) if width is not None and width <= 31 else None
    return event is None or not event.span.overlaps(claim.span) or days(event.occurred) != days(claim.occurred)


def beside(figure: Claim, events: Sequence[Claim]) -> Claim | None:
    """The event claim of the same article that a figure tells the toll of, or None."""
    scored = [(_closeness(figure, event), event) for event in events]
    close = [(score, event) for score, event in scored if score >= 2.0]
    if not close:
        return None
    return min(close, key=lambda item: (-item[0], abs(item[1].span.start - figure.span.start), item[1].claim_id))[1]


def _closeness(figure: Claim, event: Claim) -> float:
    assert isinstance(event.detail, EventDetail)
    if event.detail.type not in ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"):
        return 0.0
    shared, near = overlap(figure.occurred, event.occurred), same_place(figure.place, event.place)
    if shared is False or (near is not None and near < 0):
        return 0.0
    score = 2.0 if figure.span.overlaps(event.span) else 0.0
    if shared and figure.occurred and event.occurred:
        score += 1.5 if days(figure.occurred) == days(event.occurred) else 0.5
    score += 1.0 if near and near >= 0.9 else 0.0
    score += 0.5 if event.detail.type == "ASSAULT" else 0.0
    return score + (0.3 if abs(event.span.start - figure.span.start) < 400 else 0.0)


def _names_by_document(resolved: Resolved) -> dict[str, dict[str, str]]:
    """Document → folded name → actor id."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (document_id, _), actor_id in resolved.of_mention.items():
        for name in resolved.actors[actor_id].names:
            found[document_id].setdefault(fold(name.name), actor_id)
    return found


def _actor(of: str, names: Mapping[str, str], resolved: Resolved) -> Actor | None:
    """The party whose people are counted: the longest name inside the words, known in the article or to everyone."""
    words = fold(of).split()
    for size in range(min(len(words), 6), 0, -1):
        for at in range(len(words) - size + 1):
            run = " ".join(words[at : at + size])
            if at and words[at - 1] in ("in", "at", "from", "near", "by"):
                continue
            if run in names:
                return resolved.actors[names[run]]
    return _known(of)


def _beside_it(claim: Claim, names: Mapping[str, str], resolved: Resolved) -> Actor | None:
    """Of fighters of no named side: the one armed party that the same sentence names."""
    assert isinstance(claim.detail, FigureDetail)
    if _class(claim.detail.of) != "fighters":
        return None
    quote = f" {fold(claim.quote)} "
    told = {actor_id for name, actor_id in names.items() if f" {name} " in quote}
    armed = [one for one in sorted(told) if resolved.actors[one].kind == "armed_group"]
    return resolved.actors[armed[0]] if len(armed) == 1 else None


def _code(key: str | None) -> str | None:
    return by_key()[key].country if key else None


def _known(of: str) -> Actor | None:
    """A known party that the article's claims do not name: `ISIS fighters`, `US troops`."""
    words = of.split()
    for size in range(min(len(words), 4), 0, -1):
        run = " ".join(words[:size]).strip("'’s")
        keys = known(" ".join(words[:size])) or known(run)
        if len(keys) == 1:
            row = by_key()[keys[0]]
            return Actor(f"known:{row.key}", row.name, row.kind, row.country, row.sector, ())
        country = adjectives().get(fold(" ".join(words[:size])))
        if country:
            row = by_key()[country]
            return Actor(f"known:{row.key}", row.name, row.kind, row.country, row.sector, ())
    return None


def _class(of: str) -> str:
    """The class of those counted; `people` where the words tell none."""
    words = re.split(r"\b(?:in|at|near|from|including|who|of)\b", of.lower())[0]
    for word in reversed(re.findall(r"[a-z]+", words)):
        if word in _CLASS_OF:
            return _CLASS_OF[word]
    return "people"


def _country(claim: Claim) -> str | None:
    """The country a level is told of: one named in the words counted, else that of the place."""
    assert isinstance(claim.detail, FigureDetail)
    named = _COUNTRY_IN.search(claim.detail.of.strip())
    key = adjectives().get(fold(named.group(1))) if named else None
    if key:
        return by_key()[key].country
    return claim.place.country if claim.place else None


def _sided(found: list[Counted]) -> list[Counted]:
    """Give fighters of no named side the only side whose fighters are counted in the same happening."""
    sides: dict[tuple[int, str], set[str]] = defaultdict(set)
    actors: dict[str, Actor] = {}
    for one in found:
        if one.event is not None and one.counted == "fighters" and one.actor:
            sides[one.event, one.detail.quantity].add(one.actor.actor_id)
            actors[one.actor.actor_id] = one.actor
    return [
        replace(one, actor=actors[next(iter(sides[one.event, one.detail.quantity]))])
        if one.event is not None
        and one.counted == "fighters"
        and one.actor is None
        and len(sides[one.event, one.detail.quantity]) == 1
        else one
        for one in found
    ]
