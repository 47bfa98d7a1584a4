"""What many documents say together: actors, events, estimates, states, disputes. Derived, rebuildable."""

from dataclasses import dataclass
from datetime import date

from hudhud.records.claim import Factuality
from hudhud.records.values import Bound, Period, Place

__all__ = [
    "Actor",
    "ActorName",
    "Copy",
    "Dispute",
    "DisputeSide",
    "Estimate",
    "Event",
    "Evidence",
    "ReportedFigure",
    "State",
    "Unsure",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two things were joined: the rule's name, its score between 0 and 1, and the words behind it."""

    rule: str
    score: float
    note: str


@dataclass(frozen=True, slots=True)
class ActorName:
    """A name of an actor, with the first and last day on which a document used it, and how many did."""

    name: str
    first: date | None
    last: date | None
    n_documents: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved party. `kind` is `person`, `organisation`, `armed_group`, `state_organ`, `country` or `other`.

    `country` is ISO 3166-1 alpha-2, `sector` a PLOVER sector. `names` begins with the fullest.
    """

    actor_id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    names: tuple[ActorName, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Claims about one happening.

    `asserted_by` and `denied_by` are the outermost sources of its claims (publishers where the outlet itself
    asserts it). `n_origins` counts independent origins: reprints and near copies count once. `n_publishers` counts
    the publishers of those origins: two texts of one outlet are two origins and one publisher. `follows` are ids
    of events this one fulfils or comes after, with the reason in `evidence`.
    """

    event_id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actor_ids: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    occurred: Period | None
    place: Place | None
    factuality: Factuality
    headline: str
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    claim_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    n_origins: int
    first_published: date | None
    evidence: tuple[Evidence, ...] = ()
    n_publishers: int = 0
    follows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """One reported number inside an estimate, with who gave it and when it was published."""

    claim_id: str
    document_id: str
    published: date | None
    publisher: str | None
    said_by: tuple[str, ...]
    low: float | None
    high: float | None
    bound: Bound
    quote: str
    origin: str
    is_current: bool = True


@dataclass(frozen=True, slots=True)
class Estimate:
    """Figures that count one thing, reconciled: low, best, high, as of the last figure published.

    Open ends are None. `rule` names the rule that chose `best`. `figures` are in order of publication; a
    figure that a later one of the same source revises stays in the list as history (`is_current` is false).
    `actor_id` is the party counted, where it is a resolved one. `inside` are the ids of estimates that this one is
    a part of: a toll's incident, `30 of them children`. Such parts are never added to their wholes.
    """

    estimate_id: str
    quantity: str
    what: str
    event_id: str | None
    low: float | None
    best: float | None
    high: float | None
    is_cumulative: bool
    period: Period | None
    place: Place | None
    rule: str
    figures: tuple[ReportedFigure, ...]
    n_origins: int
    n_publishers: int = 0
    actor_id: str | None = None
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What holds over a period. `kind` is `office`, `relation`, `control`, `presence` or `agreement`.

    `subject` is the holder (person, party, force), `value` what is held (role, relation, change), `object` of
    what or where. `since` and `until` are valid time, None where open or unknown; `known_since` is the day the
    first claim for it was published. `standing` says how it is held: of an office `holds`, `former`, `acting`,
    `nominee` or `leaving`; of a relation its hedge; of a presence its mission.
    """

    state_id: str
    kind: str
    subject: str
    subject_id: str | None
    value: str
    object: str
    object_id: str | None
    place: Place | None
    since: date | None
    until: date | None
    known_since: date | None
    last_told: date | None
    factuality: Factuality
    claims_for: tuple[str, ...]
    claims_against: tuple[str, ...]
    said_by: tuple[str, ...]
    n_origins: int
    standing: str = ""


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One side of a dispute: what it says, who says so, and the claims behind it."""

    says: str
    said_by: tuple[str, ...]
    claim_ids: tuple[str, ...]
    n_origins: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that cannot all be right. `kind` is `figures`, `denial`, `holders`, `control`, `place` or `time`."""

    dispute_id: str
    kind: str
    about: str
    sides: tuple[DisputeSide, ...]
    weight: float
    first_published: date | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that repeats another: `how` is `exact`, `near`, `contained` or `credited`.

    `origin` is the document (or, for a credit line whose original is not in the record, the outlet named) that
    counts once for both.
    """

    document_id: str
    origin: str
    how: str
    score: float


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two names that may be one party, left apart until a judgement says `same` or `different`."""

    left: str
    right: str
    evidence: Evidence
