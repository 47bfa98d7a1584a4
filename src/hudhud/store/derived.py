"""A View ↔ the tables that follow from the claims: replaced and loaded as a whole."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any, TypeVar

from hudhud.records import Actor, Copy, Dispute, Estimate, Event, State, Unsure, View, from_plain, to_plain
from hudhud.store.rows import dumps, joined, period_row, place_row

__all__ = ["TABLES", "insert_derived", "select_derived"]

T = TypeVar("T")
TABLES = (
    "actors",
    "actor_names",
    "party_actors",
    "events",
    "event_claims",
    "event_places",
    "estimates",
    "states",
    "disputes",
    "copies",
    "unsure",
)


def insert_derived(connection: sqlite3.Connection, view: View) -> None:
    """Put what follows from the claims in place of what was there; inside the caller's transaction."""
    # Names of actors refer to actors, so the tables are emptied from the last to the first.
    for table in reversed(TABLES):
        connection.execute(f"DELETE FROM {table}")
    _insert(connection, "actors", (_actor_row(actor) for actor in view.actors.values()))
    _insert(connection, "actor_names", (row for actor in view.actors.values() for row in _name_rows(actor)))
    parties = sorted(view.party_actor.items())
    _insert(connection, "party_actors", ({"claim_id": c, "party": p, "actor_id": a} for (c, p), a in parties))
    _insert(connection, "events", (_event_row(event) for event in view.events))
    _insert(connection, "event_claims", (row for event in view.events for row in _event_claim_rows(event)))
    connection.execute(
        "INSERT INTO event_places SELECT number, lat, lat, lon, lon, event_id FROM events "
        "WHERE lat IS NOT NULL AND lon IS NOT NULL"
    )
    _insert(connection, "estimates", (_estimate_row(estimate) for estimate in view.estimates))
    _insert(connection, "states", (_state_row(state) for state in view.states))
    _insert(connection, "disputes", (_dispute_row(dispute) for dispute in view.disputes))
    _insert(connection, "copies", (_copy_row(copy) for copy in view.copies))
    _insert(connection, "unsure", (_unsure_row(unsure) for unsure in view.unsure))


def select_derived(connection: sqlite3.Connection) -> dict[str, Any]:
    """What `insert_derived` put there, as the fields of a View, in the same order."""
    return {
        "actors": {actor.actor_id: actor for actor in _select(connection, "actors", Actor)},
        "events": _select(connection, "events", Event),
        "estimates": _select(connection, "estimates", Estimate),
        "states": _select(connection, "states", State),
        "disputes": _select(connection, "disputes", Dispute),
        "copies": _select(connection, "copies", Copy),
        "unsure": _select(connection, "unsure", Unsure),
        "party_actor": {
            (claim, party): actor
            for claim, party, actor in connection.execute("SELECT claim_id, party, actor_id FROM party_actors")
        },
    }


def _select(connection: sqlite3.Connection, table: str, kind: type[T]) -> tuple[T, ...]:
    rows = connection.execute(f"SELECT plain FROM {table} ORDER BY number")
    return tuple(from_plain(kind, json.loads(plain)) for (plain,) in rows)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)


def _plain(record: Any) -> str:
    return dumps(to_plain(record))


def _actor_row(actor: Actor) -> dict[str, Any]:
    return {
        "actor_id": actor.actor_id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "plain": _plain(actor),
    }


def _name_rows(actor: Actor) -> Iterable[dict[str, Any]]:
    for name in actor.names:
        yield {
            "actor_id": actor.actor_id,
            "name": name.name,
            "first_used": name.first and name.first.isoformat(),
            "last_used": name.last and name.last.isoformat(),
            "n_documents": name.n_documents,
        }


def _event_row(event: Event) -> dict[str, Any]:
    return {
        "event_id": event.event_id,
        **period_row(event.occurred),
        "type": event.type,
        "mode": event.mode,
        "actors": joined(event.actors),
        "recipients": joined(event.recipients),
        **place_row(event.place),
        "factuality": event.factuality.value,
        "headline": event.headline,
        "asserted_by": joined(event.asserted_by),
        "denied_by": joined(event.denied_by),
        "n_documents": len(event.document_ids),
        "n_origins": event.n_origins,
        "n_publishers": event.n_publishers,
        "first_published": event.first_published and event.first_published.isoformat(),
        "plain": _plain(event),
    }


def _event_claim_rows(event: Event) -> Iterable[dict[str, Any]]:
    for claim_id in dict.fromkeys(event.claim_ids):
        yield {"event_id": event.event_id, "claim_id": claim_id}


def _estimate_row(estimate: Estimate) -> dict[str, Any]:
    period = period_row(estimate.period)
    return {
        "estimate_id": estimate.estimate_id,
        "quantity": estimate.quantity,
        "what": estimate.what,
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "is_cumulative": int(estimate.is_cumulative),
        "occurred_from": period["occurred_from"],
        "occurred_to": period["occurred_to"],
        "place": estimate.place and estimate.place.name,
        "event_id": estimate.event_id,
        "rule": estimate.rule,
        "n_figures": len(estimate.figures),
        "n_origins": estimate.n_origins,
        "n_publishers": estimate.n_publishers,
        "plain": _plain(estimate),
    }


def _state_row(state: State) -> dict[str, Any]:
    return {
        "state_id": state.state_id,
        "kind": state.kind,
        "subject": state.subject,
        "value": state.value,
        "object": state.object,
        "standing": state.standing,
        "place": state.place and state.place.name,
        "since": state.since and state.since.isoformat(),
        "until": state.until and state.until.isoformat(),
        "known_since": state.known_since and state.known_since.isoformat(),
        "last_told": state.last_told and state.last_told.isoformat(),
        "factuality": state.factuality.value,
        "said_by": joined(state.said_by),
        "n_claims_for": len(state.claims_for),
        "n_claims_against": len(state.claims_against),
        "n_origins": state.n_origins,
        "plain": _plain(state),
    }


def _dispute_row(dispute: Dispute) -> dict[str, Any]:
    sides = (f"{side.says} ({', '.join(side.said_by)})" for side in dispute.sides)
    return {
        "dispute_id": dispute.dispute_id,
        "kind": dispute.kind,
        "about": dispute.about,
        "sides": " | ".join(sides),
        "weight": dispute.weight,
        "first_published": dispute.first_published and dispute.first_published.isoformat(),
        "plain": _plain(dispute),
    }


def _copy_row(copy: Copy) -> dict[str, Any]:
    return {
        "document_id": copy.document_id,
        "origin": copy.origin,
        "how": copy.how,
        "score": copy.score,
        "plain": _plain(copy),
    }


def _unsure_row(unsure: Unsure) -> dict[str, Any]:
    return {
        "one_name": unsure.left,
        "other_name": unsure.right,
        "rule": unsure.evidence.rule,
        "score": unsure.evidence.score,
        "plain": _plain(unsure),
    }
