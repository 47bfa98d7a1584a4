"""A whole record as of a day: the documents and claims known by then, and what follows from them."""

from dataclasses import dataclass, field
from datetime import date

from hudhud.records.claim import Claim
from hudhud.records.document import Document, Skipped
from hudhud.records.reconciled import Actor, Copy, Dispute, Estimate, Event, State, Unsure

__all__ = ["View"]


@dataclass(frozen=True, slots=True)
class View:
    """Everything that an answer may look at. It holds nothing that was published after `as_of`.

    `party_actor` maps (claim id, party name) to the id of the actor it was resolved to.
    `unsure` are pairs of names that wait for a judgement.
    """

    as_of: date | None
    documents: dict[str, Document]
    claims: dict[str, Claim]
    actors: dict[str, Actor] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    states: tuple[State, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    copies: tuple[Copy, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    party_actor: dict[tuple[str, str], str] = field(default_factory=dict)
    unsure: tuple[Unsure, ...] = ()
