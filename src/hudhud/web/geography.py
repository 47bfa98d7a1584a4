"""View → GeoJSON: events and the control of places, each with its area of doubt."""

from typing import Any

from hudhud.answer.filters import Asked, event_days, when
from hudhud.answer.table import Question
from hudhud.records import Event, Place, State, View, to_plain

__all__ = ["geography"]


def geography(view: View, question: Question) -> dict[str, Any]:
    """A FeatureCollection (RFC 7946); `n_unplaced` counts the events whose place no gazetteer knows."""
    asked = Asked(view, question)
    events = [event for event in view.events if asked.event(event)]
    placed = [(event, event.place) for event in events if event.place and event.place.lat is not None]
    control = [
        (state, state.place)
        for state in view.states
        if state.kind == "control" and state.place and state.place.lat is not None and _passes(state, asked)
    ]
    return {
        "type": "FeatureCollection",
        "features": [
            *(_feature(event.event_id, place, _event(event)) for event, place in placed[: question.top]),
            *(_feature(state.state_id, place, _control(state)) for state, place in control),
        ],
        "n_unplaced": len(events) - len(placed),
    }


def _passes(state: State, asked: Asked) -> bool:
    if asked.question.publisher:
        told = (asked.view.claims[key].document_id for key in (*state.claims_for, *state.claims_against))
        if not asked.from_publisher(told):
            return False
    return (
        asked.during(state.since or state.known_since, state.until)
        and asked.at(state.place)
        and asked.by([state.subject_id], [state.subject])
        and asked.of_type("control", state.value)
        and asked.is_held(state.factuality.value)
    )


def _feature(key: str, place: Place, properties: dict[str, Any]) -> dict[str, Any]:
    where = {
        "place": place.name,
        "place_text": place.text,
        "country": place.country,
        "radius_km": place.radius_km,
        "precision": place.precision.value,
    }
    point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "id": key, "geometry": point, "properties": to_plain({**properties, **where})}


def _event(event: Event) -> dict[str, Any]:
    start, end = event_days(event)
    return {
        "kind": "event",
        "what": event.headline,
        "type": event.type,
        "mode": event.mode,
        "when": when(event.occurred, event.first_published),
        "start": start,
        "end": end,
        "factuality": "disputed" if event.denied_by and event.asserted_by else event.factuality.value,
        "said_by": [*event.asserted_by, *(f"denied by {name}" for name in event.denied_by)],
        "n_origins": event.n_origins,
    }


def _control(state: State) -> dict[str, Any]:
    return {
        "kind": "control",
        "what": f"{state.subject} {state.value}",
        "actor": state.subject,
        "value": state.value,
        "start": state.since or state.known_since,
        "end": state.until,
        "last_told": state.last_told,
        "factuality": "disputed" if state.claims_for and state.claims_against else state.factuality.value,
        "said_by": list(state.said_by),
        "n_origins": state.n_origins,
    }
