"""What one document says."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from hudhud.records.values import Bound, Party, Period, Place, Span

__all__ = [
    "Attribution",
    "Claim",
    "ClaimKind",
    "ControlDetail",
    "Detail",
    "EventDetail",
    "Factuality",
    "FigureDetail",
    "OfficeDetail",
    "PresenceDetail",
    "RelationDetail",
    "StatementDetail",
    "claim_id",
]


class ClaimKind(StrEnum):
    """The seven kinds of claim."""

    EVENT = "event"
    FIGURE = "figure"
    STATEMENT = "statement"
    OFFICE = "office"
    RELATION = "relation"
    CONTROL = "control"
    PRESENCE = "presence"


class Factuality(StrEnum):
    """How the text holds what it tells."""

    ACTUAL = "actual"
    FUTURE = "future"
    POSSIBLE = "possible"
    REQUESTED = "requested"
    CONDITIONAL = "conditional"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain of who says so: the source, and the cue it was read from (`said`, `according to`)."""

    source: Party
    cue: str = ""


@dataclass(frozen=True, slots=True)
class EventDetail:
    """Who did what to whom: a PLOVER 2.0 type in capitals, a mode in lower case or None.

    `trigger` is the word the type was read from.
    """

    type: str
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    contexts: tuple[str, ...] = ()
    trigger: str = ""

    kind = ClaimKind.EVENT


@dataclass(frozen=True, slots=True)
class FigureDetail:
    """How many of whom or what: `quantity` is one of the names in `hudhud.ontology.quantities`."""

    quantity: str
    of: str
    low: float | None
    high: float | None
    bound: Bound
    is_cumulative: bool = False
    unit: str = ""
    number_text: str = ""
    is_part: bool = False

    kind = ClaimKind.FIGURE


@dataclass(frozen=True, slots=True)
class StatementDetail:
    """Who said what: `content` is verbatim from the text with the quotation marks dropped."""

    speaker: Party
    act: str
    content: str
    is_direct: bool
    addressees: tuple[Party, ...] = ()

    kind = ClaimKind.STATEMENT


@dataclass(frozen=True, slots=True)
class OfficeDetail:
    """Who is what of what: `holds` is `holds`, `former`, `acting`, `nominee` or `leaving`."""

    person: Party
    role: str
    organisation: Party | None
    holds: str

    kind = ClaimKind.OFFICE


@dataclass(frozen=True, slots=True)
class RelationDetail:
    """How two parties stand: `relation` is one of the names in `hudhud.ontology.relations`."""

    subject: Party
    relation: str
    object: Party
    hedge: str | None = None

    kind = ClaimKind.RELATION


@dataclass(frozen=True, slots=True)
class ControlDetail:
    """Who holds a place (the claim's own `place`): `change` is `holds`, `gains`, `loses` or `contests`."""

    actor: Party
    change: str

    kind = ClaimKind.CONTROL


@dataclass(frozen=True, slots=True)
class PresenceDetail:
    """Which force is where (the claim's own `place`), for what: `mission` is verbatim or None."""

    force: Party
    mission: str | None = None

    kind = ClaimKind.PRESENCE


Detail = EventDetail | FigureDetail | StatementDetail | OfficeDetail | RelationDetail | ControlDetail | PresenceDetail


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says, with the characters it was read from. Never edited.

    `span` are offsets into the document's clean text and `quote` its characters. `attribution` is the chain of
    who says so, nearest to the claim first, the outlet itself left out; empty where the outlet asserts it.
    `score` is between 0 and 1. `reader` is the reader's name and version.
    """

    claim_id: str
    document_id: str
    span: Span
    quote: str
    detail: Detail
    factuality: Factuality
    attribution: tuple[Attribution, ...]
    occurred: Period | None
    place: Place | None
    score: float
    reader: str
    is_headline: bool = False

    @property
    def kind(self) -> ClaimKind:
        """The kind of the claim, which is the kind of its detail."""
        return self.detail.kind


def claim_id(document_id: str, span: Span, detail: Detail) -> str:
    """The id of a claim: a hash of its document, place in it and what it says, but not of the reader's version."""
    return hashlib.sha256(f"{document_id}\x1f{span.start}\x1f{span.end}\x1f{_key(detail)}".encode()).hexdigest()[:16]


def _key(detail: Detail) -> str:
    match detail:
        case EventDetail():
            return f"event {detail.type} {detail.trigger} {[party.name for party in detail.actors]}"
        case FigureDetail():
            return f"figure {detail.quantity} {detail.of} {detail.low} {detail.high}"
        case StatementDetail():
            return f"statement {detail.speaker.name} {detail.content}"
        case OfficeDetail():
            return f"office {detail.person.name} {detail.role} {detail.holds}"
        case RelationDetail():
            return f"relation {detail.subject.name} {detail.relation} {detail.object.name}"
        case ControlDetail():
            return f"control {detail.actor.name} {detail.change}"
        case PresenceDetail():
            return f"presence {detail.force.name}"
