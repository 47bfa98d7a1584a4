"""What a claim brings to a comparison: who, when, where, in which words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hudhud.lexicon.people import TARGET
from hudhud.lexicon.spelling import fold
from hudhud.reconcile.actors import Resolved
from hudhud.reconcile.mentions import parties
from hudhud.reconcile.nearness import days, spread
from hudhud.records import Actor, Claim, Document, EventDetail, Factuality, Party, Period, Place

__all__ = ["AHEAD", "Told", "is_doubted", "outermost", "party_keys", "published", "retold", "stems", "tell"]

AHEAD = (Factuality.FUTURE, Factuality.POSSIBLE, Factuality.REQUESTED, Factuality.CONDITIONAL)

# Things that every battle hits: they tell no two happenings apart.
_ANYWHERE = frozenset(
    "target position building house home vehicle truck tank village town city area district site".split()
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_STOP = frozenset(
    """that this with from have been were will would said says saying after before their they them there than then when
    which while where what also into over about against among between during some more most such only other others
    being including according told told least around near people area""".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event claim made ready to compare. `actors` and `recipients` hold ids, and `state:XX` for a state's organs.

    `story` are the rare words of its article.
    """

    claim: Claim
    detail: EventDetail
    published: date | None
    actors: frozenset[str]
    recipients: frozenset[str]
    words: frozenset[str]
    story: frozenset[str] = frozenset()

    @property
    def is_ahead(self) -> bool:
        """Whether the claim tells of something that may yet happen; what may have happened is none."""
        return self.claim.factuality in AHEAD and not is_doubted(self.claim, self.published)

    @property
    def period(self) -> Period | None:
        """When it happened, as told."""
        return self.claim.occurred if days(self.claim.occurred) else None

    @property
    def place(self) -> Place | None:
        """Where it happened, as told."""
        return self.claim.place

    @property
    def rank(self) -> int:
        """0 where the day is told, 1 a month or so, 2 longer, 3 unknown: the exact ones are clustered first."""
        if self.period is None:
            return 3
        width = spread(self.period)
        return 2 if width is None or width > 35 else 1 if width > 3 else 0

    def span_days(self) -> list[date]:
        """The days of an exact period."""
        assert self.period
        assert self.period.start
        width = spread(self.period) or 1
        return [self.period.start + timedelta(days=at) for at in range(width)]


def tell(
    claim: Claim,
    detail: EventDetail,
    document: Document | None,
    resolved: Resolved,
    story: frozenset[str] = frozenset(),
) -> Told:
    """Make an event claim ready to compare."""
    return Told(
        claim,
        detail,
        document.published.day if document else None,
        party_keys(claim, detail.actors, resolved),
        party_keys(claim, detail.recipients, resolved),
        stems(claim.quote),
        story,
    )


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that tell something."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _STOP)


def retold(claim: Claim, origins: Mapping[str, str]) -> tuple[object, ...]:
    """What a claim and its repetition in a copy of the same text share; offsets differ where the copy was cut."""
    period, place, detail = claim.occurred, claim.place, claim.detail
    slots = ("type", "mode", "trigger", "quantity", "of", "low", "high", "is_cumulative", "is_part")
    return (
        origins.get(claim.document_id, claim.document_id),
        detail.kind,
        " ".join(claim.quote.split()),
        tuple(getattr(detail, slot, None) for slot in slots),
        tuple((slot, party.name) for slot, party in parties(claim)),
        claim.factuality,
        (period.start, period.end) if period else None,
        place.name if place else None,
    )


def is_doubted(claim: Claim, published: date | None) -> bool:
    """Whether a possible thing lies in the past: it may have happened, which is told of what is done."""
    end = claim.occurred.end if claim.occurred else None
    return claim.factuality is Factuality.POSSIBLE and end is not None and published is not None and end < published


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def party_keys(claim: Claim, parties: Iterable[Party], resolved: Resolved) -> frozenset[str]:
    """The ids of these parties, with `state:XX` beside every country and organ of state; `~market` for a thing hit."""
    found: set[str] = set()
    for party in parties:
        actor_id = resolved.of_party.get((claim.claim_id, party.name))
        if actor_id:
            found.add(actor_id)
            found.update(_state(resolved.actors[actor_id]))
        else:
            found.update(f"~{word}" for word in _things(party.name))
    return frozenset(found)


def _things(name: str) -> set[str]:
    words = {word.removesuffix("s") for word in fold(name).split()}
    return words & (TARGET - _ANYWHERE)


def _state(actor: Actor) -> tuple[str, ...]:
    return (f"state:{actor.country}",) if actor.country and actor.kind in ("country", "state_organ") else ()


def outermost(claim: Claim, document: Document | None, names: Mapping[tuple[str, str], str] | None = None) -> str:
    """Who says it in the end: the last of the chain, the publisher where the outlet itself asserts it."""
    if claim.attribution:
        name = claim.attribution[-1].source.name
        return (names or {}).get((claim.claim_id, name), name)
    return (document.publisher if document else None) or (document.name if document else "unknown")


def published(document: Document | None) -> date | None:
    """The first day a document may have been published on."""
    return document.published.day if document else None
