"""A question's filters, asked of places, parties, days and documents."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from hudhud.answer.table import Question
from hudhud.lexicon.known_actors import adjectives, by_key, known
from hudhud.lexicon.spelling import fold, skeleton
from hudhud.reconcile.names import alike, parse
from hudhud.reconcile.nearness import apart_km, is_broad
from hudhud.records import Actor, Claim, Event, Period, Place, View

__all__ = ["Asked", "event_days", "when", "where"]


class Asked:
    """A question put to a view: each method says whether something passes the filter of its kind."""

    def __init__(self, view: View, question: Question) -> None:
        self.view, self.question = view, question

    @cached_property
    def country(self) -> str | None:
        """The ISO code where the place asked for is a country."""
        key = adjectives().get(fold(self.question.place or ""))
        return by_key()[key].country if key else None

    @cached_property
    def spots(self) -> tuple[Place, ...]:
        """The record's own places of the name asked for, with a point: what lies in their area counts too."""
        claims = self.view.claims.values()
        named = [one.place for one in claims if one.place and one.place.lat is not None and self.is_called(one.place)]
        return tuple({(place.lat, place.lon): place for place in named if not is_broad(place)}.values())

    def is_called(self, place: Place) -> bool:
        """Whether the place has the name asked for, in any spelling."""
        asked = fold(self.question.place or "")
        names = {fold(place.name), fold(place.text), fold(place.admin1 or "")}
        if asked in names or any(asked in name.split() or f" {asked} " in f" {name} " for name in names):
            return True
        bones = skeleton(self.question.place or "")
        return len(bones) > 2 and bones in {skeleton(place.name), skeleton(place.text)}

    def at(self, place: Place | None) -> bool:
        """Whether a place is the one asked for, or lies in it."""
        if not self.question.place:
            return True
        if place is None:
            return False
        if self.country:
            return place.country == self.country
        if self.is_called(place):
            return True
        return not is_broad(place) and any(
            (apart_km(place, spot) or 0.0) <= (spot.radius_km or 5.0) for spot in self.spots if place.lat is not None
        )

    @cached_property
    def actor_ids(self) -> frozenset[str]:
        """The actors that go by the name asked for; with a country its organs too."""
        if not self.question.actor:
            return frozenset()
        asked = parse(self.question.actor)
        words = set(asked.words)
        found = {key for key, actor in self.view.actors.items() if _is_called(actor, self.question.actor, words)}
        if not found:
            found = {
                key
                for key, actor in self.view.actors.items()
                if any((evidence := alike(asked, parse(name.name))) and evidence.score >= 0.85 for name in actor.names)
            }
        country = adjectives().get(fold(self.question.actor))
        states = {by_key()[country].country} if country else set()
        for key, actor in self.view.actors.items():
            if actor.kind == "state_organ" and actor.country in states:
                found.add(key)
        return frozenset(found)

    def by(self, ids: Iterable[str | None], names: Iterable[str] = ()) -> bool:
        """Whether one of these parties is the actor asked for; unresolved ones by their words."""
        if not self.question.actor:
            return True
        if self.actor_ids & {key for key in ids if key}:
            return True
        asked = set(fold(self.question.actor).split())
        return any(asked <= set(fold(name).split()) for name in names)

    def during(self, start: date | None, end: date | None) -> bool:
        """Whether a time, open where None, shares a day with the time asked for. Unknown times pass only unfiltered."""
        since, until = self.question.since, self.question.until
        if since is None and until is None:
            return True
        if start is None and end is None:
            return False
        return (until is None or (start or date.min) <= until) and (
            since is None or (end or start or date.max) >= since
        )

    def from_publisher(self, document_ids: Iterable[str]) -> bool:
        """Whether one of the documents is of the publisher asked for."""
        if not self.question.publisher:
            return True
        asked = fold(self.question.publisher)
        documents = (self.view.documents.get(key) for key in document_ids)
        return any(document and asked in fold(document.publisher or "") for document in documents)

    def of_type(self, *kinds: str | None) -> bool:
        """Whether one of the kinds is the one asked for."""
        asked = (self.question.type or "").lower().replace(" ", "_")
        return not asked or asked in {(kind or "").lower() for kind in kinds}

    def is_held(self, factuality: str) -> bool:
        """Whether it is told the way asked for."""
        return not self.question.factuality or self.question.factuality == factuality

    def event(self, event: Event) -> bool:
        """Whether an event passes every filter."""
        start, end = event_days(event)
        return (
            self.during(start, end)
            and self.at(event.place)
            and self.by((*event.actor_ids, *event.recipient_ids), (*event.actors, *event.recipients))
            and self.of_type(event.type, event.mode)
            and self.is_held(event.factuality.value)
            and self.from_publisher(event.document_ids)
        )

    def claim(self, claim: Claim) -> bool:
        """Whether a claim passes every filter."""
        document = self.view.documents.get(claim.document_id)
        day = document.published.day if document else None
        period = claim.occurred
        ids = [actor for (claim_id, _), actor in self.claim_actors.get(claim.claim_id, ())]
        return (
            (self.during(period.start, period.end) if period else self.during(day, day))
            and self.at(claim.place)
            and self.by(ids)
            and self.of_type(
                claim.kind.value, getattr(claim.detail, "type", None), getattr(claim.detail, "quantity", None)
            )
            and self.is_held(claim.factuality.value)
            and self.from_publisher([claim.document_id])
        )

    @cached_property
    def events(self) -> dict[str, Event]:
        """Id → event."""
        return {event.event_id: event for event in self.view.events}

    @cached_property
    def claim_actors(self) -> dict[str, list[tuple[tuple[str, str], str]]]:
        """Claim → the actors in it."""
        found: dict[str, list[tuple[tuple[str, str], str]]] = {}
        for key, actor in self.view.party_actor.items():
            found.setdefault(key[0], []).append((key, actor))
        return found


def _is_called(actor: Actor, asked: str, words: set[str]) -> bool:
    keys = set(known(asked))
    if keys and keys & {key for name in actor.names for key in known(name.name)}:
        return True
    if keys:
        return False
    names = [set(parse(name.name).words) for name in actor.names]
    return any(words == name or (actor.kind == "person" and words < name) for name in names)


def event_days(event: Event) -> tuple[date | None, date | None]:
    """First and last day of an event; that of its first publication where nothing is told."""
    if event.occurred and (event.occurred.start or event.occurred.end):
        return event.occurred.start, event.occurred.end
    return event.first_published, event.first_published


def when(period: Period | None, published: date | None = None) -> str:
    """A period for people; `before DAY` where only the publication is known."""
    if period is None or (period.start is None and period.end is None):
        return f"before {published}" if published else ""
    if period.start == period.end:
        return str(period.start)
    if period.end is None:
        return f"since {period.start}"
    return f"until {period.end}" if period.start is None else f"{period.start} to {period.end}"


def where(place: Place | None) -> str:
    """A place for people: the name, and the words where they say more than it."""
    if place is None:
        return ""
    return place.name if not place.text or fold(place.name) == fold(place.text) else f"{place.name} ({place.text})"
