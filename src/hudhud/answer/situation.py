"""View → what holds: offices, relations, control, presence, agreements."""

from datetime import date
from typing import Any

from hudhud.answer.filters import Asked, where
from hudhud.answer.table import Answer, Question
from hudhud.records import State, View

__all__ = ["situation"]

_COLUMNS = (
    ("kind", "kind"),
    ("subject", "who"),
    ("value", "what"),
    ("object", "of whom or where"),
    ("since", "since"),
    ("until", "until"),
    ("known_since", "known since"),
    ("last_told", "last told"),
    ("said_by", "who says so"),
    ("n_origins", "origins"),
    ("id", "id"),
)
_ORDER = ("control", "office", "presence", "relation", "agreement")


def situation(view: View, question: Question) -> Answer:
    """States as told by the day of the view; what is over by then is left out unless `since` is asked."""
    asked = Asked(view, question)
    day = question.until or view.as_of
    found = [one for one in view.states if _passes(one, asked, day)]
    found.sort(key=lambda one: (_ORDER.index(one.kind), one.object, one.value, one.subject, one.state_id))
    return Answer(_title(view.as_of, question.until), _COLUMNS, tuple(_row(one) for one in found[: question.top]))


def _title(known: date | None, day: date | None) -> str:
    if known and day and known != day:
        return f"Situation on {day}, as known on {known}"
    return f"Situation as of {known}" if known else "Situation"


def _passes(one: State, asked: Asked, day: date | None) -> bool:
    question = asked.question
    if question.since is None and one.until is not None and (day is None or one.until <= day):
        return False
    if question.since is not None and not asked.during(one.since or one.known_since, one.until):
        return False
    if question.until is not None and (one.since or one.known_since or date.min) > question.until:
        return False
    return (
        asked.at(one.place)
        and asked.by((one.subject_id, one.object_id), (one.subject, one.object))
        and asked.of_type(one.kind, one.value, one.standing)
        and asked.is_held(one.factuality.value)
        and asked.from_publisher(asked.view.claims[key].document_id for key in (*one.claims_for, *one.claims_against))
    )


def _row(one: State) -> dict[str, Any]:
    return {
        "id": one.state_id,
        "kind": one.kind,
        "subject": one.subject,
        "value": _value(one),
        "object": where(one.place) if one.kind in ("control", "presence") else one.object,
        "since": one.since,
        "until": one.until,
        "known_since": one.known_since,
        "last_told": one.last_told,
        "said_by": list(one.said_by),
        "factuality": "disputed" if one.claims_for and one.claims_against else one.factuality.value,
        "n_origins": one.n_origins,
        "standing": one.standing,
        "subject_id": one.subject_id,
        "object_id": one.object_id,
        "claims": [*one.claims_for, *one.claims_against],
        "claims_against": list(one.claims_against),
    }


def _value(one: State) -> str:
    """What is held, with how: `UN envoy (leaving)`, `allied with (nominally)`; how it is told where not as a fact."""
    said = one.value.replace("_", " ")
    notes = [one.standing] if one.kind in ("office", "relation") and one.standing not in ("", "holds") else []
    if one.claims_for and one.claims_against:
        notes.append("disputed")
    elif one.factuality.value != "actual":
        notes.append(one.factuality.value)
    return f"{said} ({', '.join(notes)})" if notes else said
