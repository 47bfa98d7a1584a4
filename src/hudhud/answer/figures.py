"""View → how many: low, best, high, and everyone's own number beside it."""

from typing import Any

from hudhud.answer.filters import Asked, when, where
from hudhud.answer.table import Answer, Question
from hudhud.records import Bound, Estimate, ReportedFigure, View

__all__ = ["figures", "number"]

_COLUMNS = (
    ("quantity", "quantity"),
    ("what", "of"),
    ("low", "low"),
    ("best", "best"),
    ("high", "high"),
    ("when", "when"),
    ("place", "where"),
    ("history", "who said it, in which words"),
    ("n_origins", "origins"),
    ("id", "id"),
)
_FIRST = ("killed", "injured", "captured", "abducted", "missing", "displaced", "returned", "strength")


def figures(view: View, question: Question) -> Answer:
    """Estimates: tolls first, the latest of a kind first, with the history of what each source said."""
    asked = Asked(view, question)
    found = [estimate for estimate in view.estimates if _passes(estimate, asked)]
    found.sort(key=lambda one: (_rank(one), -len(one.figures), one.what, one.estimate_id))
    shown = found[: question.top]
    notes = tuple([f"best by the rule `{shown[0].rule}`; an open bound is left empty."] if shown else []) + (
        ("Cumulative tolls hold the incidents inside them: never add the two.",)
        if any(one.is_cumulative for one in shown)
        else ()
    )
    return Answer("Figures", _COLUMNS, tuple(_row(one, view) for one in shown), notes)


def _rank(one: Estimate) -> int:
    return _FIRST.index(one.quantity) if one.quantity in _FIRST else len(_FIRST)


def _passes(one: Estimate, asked: Asked) -> bool:
    period, days = one.period, [figure.published for figure in one.figures if figure.published]
    start, end = (period.start, period.end) if period else (min(days, default=None), max(days, default=None))
    event = asked.events.get(one.event_id or "")
    ids = [one.actor_id, *((*event.actor_ids, *event.recipient_ids) if event else ())]
    return (
        asked.during(start, end)
        and asked.at(one.place or (event.place if event else None))
        and asked.by(ids, [one.what])
        and asked.of_type(one.quantity, "cumulative" if one.is_cumulative else None)
        and asked.from_publisher(figure.document_id for figure in one.figures)
    )


def number(figure: ReportedFigure) -> str:
    """A reported number in the words of its bound."""
    low, high = (f"{value:,.10g}" if value is not None else "" for value in (figure.low, figure.high))
    match figure.bound:
        case Bound.AT_LEAST:
            return f"at least {low}"
        case Bound.AT_MOST:
            return f"at most {high}"
        case Bound.ABOUT:
            return f"about {low or high}"
    return low if low == high else f"{low} to {high}"


def _row(one: Estimate, view: View) -> dict[str, Any]:
    days = [figure.published for figure in one.figures if figure.published]
    published = None if one.period else max(days, default=None)
    return {
        "id": one.estimate_id,
        "quantity": f"{one.quantity} in all" if one.is_cumulative else one.quantity,
        "what": one.what,
        "low": one.low,
        "best": one.best,
        "high": one.high,
        "when": when(one.period) or (f"told {published}" if published else ""),
        "place": where(one.place),
        "history": [_said(figure, view) for figure in one.figures],
        "n_origins": one.n_origins,
        "n_publishers": one.n_publishers,
        "is_cumulative": one.is_cumulative,
        "rule": one.rule,
        "event": one.event_id,
        "inside": list(one.inside),
        "start": one.period.start if one.period else None,
        "end": one.period.end if one.period else None,
        "figures": list(one.figures),
        "claims": [figure.claim_id for figure in one.figures],
    }


def _said(figure: ReportedFigure, view: View) -> str:
    document = view.documents.get(figure.document_id)
    outlet = figure.publisher or (document.name if document else "unknown")
    who = ", ".join((*figure.said_by, outlet))
    mark = "" if figure.is_current else " (since revised)"
    return f"{figure.published or 'undated'}: {number(figure)}, {who}{mark}"
