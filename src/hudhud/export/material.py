"""A record → what an export writes of it, one thing at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol

from hudhud.records import Actor, Claim, Dispute, Document, Estimate, Event, Factuality, State, View
from hudhud.store import PassageRow, Store

__all__ = ["Dossier", "Material", "Passage", "RecordMaterial", "ViewMaterial", "Written"]

_ACTORS_HELD = 10_000  # actors kept in memory at once; a case of 22 articles has 47


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote: how many lines, and how many things it left out for which reason."""

    n: int
    dropped: dict[str, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one claim behind an event, who says so, and the header of the document they stand in."""

    claim_id: str
    quote: str
    said_by: str
    factuality: Factuality
    document_id: str
    name: str
    title: str | None
    publisher: str | None
    published: date | None
    language: str | None
    url: str | None

    @property
    def outlet(self) -> str:
        """The publisher, else the name of the file."""
        return self.publisher or self.name


@dataclass(frozen=True, slots=True)
class Dossier:
    """One event with what exports say of it: its parties, its figures, its words.

    `actors` and `recipients` hold an actor for each party; one with an empty id where the party is known by its
    words alone.
    """

    event: Event
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    estimates: tuple[Estimate, ...]
    passages: tuple[Passage, ...]


class Material(Protocol):
    """What can be exported. Every method gives a fresh iterator, in the record's order."""

    def documents(self) -> Iterator[Document]:
        """The documents."""

    def claims(self) -> Iterator[Claim]:
        """The claims that count."""

    def actors(self) -> Iterator[Actor]:
        """The resolved parties."""

    def events(self) -> Iterator[Event]:
        """The events."""

    def estimates(self) -> Iterator[Estimate]:
        """The reconciled figures."""

    def states(self) -> Iterator[State]:
        """What holds over a period."""

    def disputes(self) -> Iterator[Dispute]:
        """Claims that cannot all be right."""

    def dossiers(self) -> Iterator[Dossier]:
        """The events, each with its parties, figures and words."""


class RecordMaterial:
    """What an open record holds, read as it is asked for: one event in memory, whatever the record's size."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._actor = lru_cache(maxsize=_ACTORS_HELD)(store.actor)

    def documents(self) -> Iterator[Document]:
        """The documents."""
        return self._store.documents()

    def claims(self) -> Iterator[Claim]:
        """The claims of each document's last reading."""
        return self._store.claims()

    def actors(self) -> Iterator[Actor]:
        """The resolved parties."""
        return self._store.each(Actor)

    def events(self) -> Iterator[Event]:
        """The events."""
        return self._store.each(Event)

    def estimates(self) -> Iterator[Estimate]:
        """The reconciled figures."""
        return self._store.each(Estimate)

    def states(self) -> Iterator[State]:
        """What holds over a period."""
        return self._store.each(State)

    def disputes(self) -> Iterator[Dispute]:
        """Claims that cannot all be right."""
        return self._store.each(Dispute)

    def dossiers(self) -> Iterator[Dossier]:
        """The events, each with its parties, figures and words."""
        for event, estimates in self._store.events():
            yield Dossier(
                event,
                _parties(event.actors, [self._actor(key) for key in event.actor_ids]),
                _parties(event.recipients, [self._actor(key) for key in event.recipient_ids]),
                estimates,
                tuple(map(_passage, self._store.passages(event.event_id))),
            )


class ViewMaterial:
    """What a view holds: the record as of a day, worked out in memory."""

    def __init__(self, view: View) -> None:
        self._view = view

    def documents(self) -> Iterator[Document]:
        """The documents."""
        return iter(self._view.documents.values())

    def claims(self) -> Iterator[Claim]:
        """The claims."""
        return iter(self._view.claims.values())

    def actors(self) -> Iterator[Actor]:
        """The resolved parties."""
        return iter(self._view.actors.values())

    def events(self) -> Iterator[Event]:
        """The events."""
        return iter(self._view.events)

    def estimates(self) -> Iterator[Estimate]:
        """The reconciled figures."""
        return iter(self._view.estimates)

    def states(self) -> Iterator[State]:
        """What holds over a period."""
        return iter(self._view.states)

    def disputes(self) -> Iterator[Dispute]:
        """Claims that cannot all be right."""
        return iter(self._view.disputes)

    def dossiers(self) -> Iterator[Dossier]:
        """The events, each with its parties, figures and words."""
        view = self._view
        counted: dict[str, list[Estimate]] = {}
        for estimate in view.estimates:
            if estimate.event_id:
                counted.setdefault(estimate.event_id, []).append(estimate)
        for event in view.events:
            claims = [view.claims[key] for key in event.claim_ids if key in view.claims]
            passages = [_told(claim, view.documents[claim.document_id]) for claim in claims]
            yield Dossier(
                event,
                _parties(event.actors, [view.actors.get(key) for key in event.actor_ids]),
                _parties(event.recipients, [view.actors.get(key) for key in event.recipient_ids]),
                tuple(counted.get(event.event_id, ())),
                tuple(sorted(passages, key=lambda one: one.published or date.min)),
            )


def _parties(names: tuple[str, ...], actors: list[Actor | None]) -> tuple[Actor, ...]:
    """The actors, and for each name that is none of theirs an actor without an id."""
    known = [actor for actor in actors if actor]
    told = {actor.name for actor in known}
    words = (Actor("", name, "other", None, None, ()) for name in names if name not in told)
    return (*known, *words)


def _passage(row: PassageRow) -> Passage:
    return Passage(
        row.claim_id,
        row.quote,
        row.said_by,
        Factuality(row.factuality),
        row.document_id,
        row.name,
        row.title,
        row.publisher,
        date.fromisoformat(row.published) if row.published else None,
        row.language,
        row.url,
    )


def _told(claim: Claim, document: Document) -> Passage:
    return Passage(
        claim.claim_id,
        claim.quote,
        " via ".join(link.source.name for link in claim.attribution),
        claim.factuality,
        document.document_id,
        document.name,
        document.title,
        document.publisher,
        document.published.day,
        document.language,
        document.url,
    )
