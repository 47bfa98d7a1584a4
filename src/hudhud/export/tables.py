"""One table a noun: its columns, their types, and how a record fills them."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from hudhud.export.material import Material
from hudhud.records import Actor, Claim, Dispute, Document, Estimate, Event, Period, Place, State

__all__ = ["TABLES", "Table"]

Row = tuple[Any, ...]


class Table(NamedTuple):
    """A table: its columns with `text`, `int`, `float`, `day`, `bool` or `list`, and its rows out of a record."""

    columns: tuple[tuple[str, str], ...]
    rows: Callable[[Material], Iterator[Row]]


def _columns(told: str) -> tuple[tuple[str, str], ...]:
    """`name` and `name:type`, text where no type is told."""
    return tuple((word.partition(":")[0], word.partition(":")[2] or "text") for word in told.split())


_PERIOD = "occurred_from:day occurred_to:day occurred_precision occurred_text"
_PLACE = "place country admin1 lat:float lon:float radius_km:float place_precision gazetteer_id place_text"


def _when(period: Period | None) -> Row:
    return (period.start, period.end, period.precision.value, period.text) if period else (None,) * 4


def _where(place: Place | None) -> Row:
    if place is None:
        return (None,) * 9
    return (
        place.name,
        place.country,
        place.admin1,
        place.lat,
        place.lon,
        place.radius_km,
        place.precision.value,
        place.gazetteer_id,
        place.text,
    )


def _document(one: Document) -> Row:
    day = one.published
    return (
        *(one.document_id, one.name, one.title, one.publisher, one.author),
        *(day.day, day.last_day, day.precision.value, day.how),
        *(one.language, one.reprinted_from, one.url, one.text),
    )


_PARTY_SLOTS = ("speaker", "person", "subject", "actor", "force")
_WORD_SLOTS = ("type", "quantity", "act", "holds", "relation", "change")


def _claim(one: Claim) -> Row:
    detail = one.detail

    def names(slot: str) -> list[str]:
        return [party.name for party in getattr(detail, slot, ())]

    who = names("actors") or [getattr(detail, slot).name for slot in _PARTY_SLOTS if getattr(detail, slot, None)]
    whom = names("recipients") or names("addressees")
    whom = whom or [getattr(detail, slot).name for slot in ("organisation", "object") if getattr(detail, slot, None)]
    what = next((getattr(detail, slot) for slot in _WORD_SLOTS if getattr(detail, slot, None)), None)
    words = next(
        (getattr(detail, slot) for slot in ("content", "role", "of", "mission") if hasattr(detail, slot)), None
    )
    return (
        *(one.claim_id, one.document_id, one.kind.value, one.span.start, one.span.end, one.quote),
        *(what, getattr(detail, "mode", None), who, whom, words, getattr(detail, "low", None)),
        *(
            getattr(detail, "high", None),
            getattr(detail, "bound", None),
            [link.source.name for link in one.attribution],
        ),
        *(one.factuality.value, *_when(one.occurred), *_where(one.place), one.score, one.reader),
    )


def _actor(one: Actor) -> Row:
    names = [name.name for name in one.names]
    days = [day for name in one.names for day in (name.first, name.last) if day]
    span = (min(days, default=None), max(days, default=None))
    return (one.actor_id, one.name, one.kind, one.country, one.sector, names, *span)


def _event(one: Event) -> Row:
    return (
        *(one.event_id, one.type, one.mode, one.contexts, one.actors, one.actor_ids, one.recipients),
        *(one.recipient_ids, *_when(one.occurred), *_where(one.place), one.factuality.value, one.headline),
        *(one.asserted_by, one.denied_by, one.claim_ids, one.document_ids, one.n_origins, one.n_publishers),
        *(one.first_published, one.follows),
    )


def _estimate(one: Estimate) -> Row:
    return (
        *(one.estimate_id, one.event_id, one.quantity, one.what, one.actor_id, one.low, one.best, one.high),
        *(one.rule, one.is_cumulative, *_when(one.period), *_where(one.place)),
        *([figure.claim_id for figure in one.figures], one.n_origins, one.n_publishers, one.inside),
    )


def _figures(one: Estimate) -> Iterator[Row]:
    for at in one.figures:
        told = (at.claim_id, one.estimate_id, at.document_id, at.published, at.publisher, at.said_by)
        yield (*told, at.low, at.high, at.bound.value, at.quote, at.origin, at.is_current)


def _state(one: State) -> Row:
    return (
        *(one.state_id, one.kind, one.subject, one.subject_id, one.value, one.object, one.object_id, one.standing),
        *(*_where(one.place), one.since, one.until, one.known_since, one.last_told, one.factuality.value),
        *(one.claims_for, one.claims_against, one.said_by, one.n_origins),
    )


def _sides(one: Dispute) -> Iterator[Row]:
    for at, side in enumerate(one.sides, start=1):
        about = (one.dispute_id, at, one.kind, one.about, side.says, side.said_by)
        yield (*about, side.claim_ids, side.n_origins, one.weight, one.first_published)


TABLES: dict[str, Table] = {
    "documents": Table(
        _columns(
            "document_id name title publisher author published_from:day published_to:day published_precision "
            "published_how language reprinted_from url text"
        ),
        lambda material: map(_document, material.documents()),
    ),
    "claims": Table(
        _columns(
            "claim_id document_id kind span_start:int span_end:int quote what mode who:list whom:list words "
            f"low:float high:float bound said_by:list factuality {_PERIOD} {_PLACE} score:float reader"
        ),
        lambda material: map(_claim, material.claims()),
    ),
    "actors": Table(
        _columns("actor_id name kind country sector names:list first_used:day last_used:day"),
        lambda material: map(_actor, material.actors()),
    ),
    "events": Table(
        _columns(
            "event_id type mode contexts:list actors:list actor_ids:list recipients:list recipient_ids:list "
            f"{_PERIOD} {_PLACE} factuality headline asserted_by:list denied_by:list claim_ids:list "
            "document_ids:list n_origins:int n_publishers:int first_published:day follows:list"
        ),
        lambda material: map(_event, material.events()),
    ),
    "estimates": Table(
        _columns(
            "estimate_id event_id quantity what actor_id low:float best:float high:float rule is_cumulative:bool "
            f"{_PERIOD} {_PLACE} claim_ids:list n_origins:int n_publishers:int inside:list"
        ),
        lambda material: map(_estimate, material.estimates()),
    ),
    "figures": Table(
        _columns(
            "claim_id estimate_id document_id published:day publisher said_by:list low:float high:float bound quote "
            "origin is_current:bool"
        ),
        lambda material: (row for one in material.estimates() for row in _figures(one)),
    ),
    "states": Table(
        _columns(
            f"state_id kind subject subject_id value object object_id standing {_PLACE} since:day until:day "
            "known_since:day last_told:day factuality claims_for:list claims_against:list said_by:list n_origins:int"
        ),
        lambda material: map(_state, material.states()),
    ),
    "disputes": Table(
        _columns(
            "dispute_id side:int kind about says said_by:list claim_ids:list n_origins:int weight:float "
            "first_published:day"
        ),
        lambda material: (row for one in material.disputes() for row in _sides(one)),
    ),
}
