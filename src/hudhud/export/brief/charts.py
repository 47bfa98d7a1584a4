"""Estimate → a picture of its history: one row a report, its interval with a mark, the reconciled band behind."""

from collections.abc import Iterator, Sequence
from math import floor, log10

from hudhud.export.brief.drawing import ACCENT, BAND, FAINT, INK, MUTED, PAPER, circle, drawn, line, rect, text
from hudhud.export.brief.report import Picture
from hudhud.export.brief.words import capital, count, day
from hudhud.records import Bound, Estimate, ReportedFigure, View

__all__ = ["figure_chart", "ticks"]

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW, _FOOT = 720, 250, 600, 34, 34, 40
_MOST = 14  # rows; of a longer history the last ones


def figure_chart(one: Estimate, view: View, number: int = 1) -> Picture:
    """The history of an estimate as intervals, in order of publication."""
    figures = one.figures[-_MOST:]
    top = max([value for figure in figures for value in (figure.low, figure.high) if value is not None], default=1)
    marks = ticks(top * 1.12)
    height = _TOP + _ROW * len(figures) + _FOOT
    place = f" in {one.place.name}" if one.place else ""
    title = f"{capital(one.quantity)}: {one.what}{place}"
    rows = tuple((_when(figure), _who(figure, view), count(figure)) for figure in figures)
    told = "; ".join(f"{when}, {who}: {number}" for when, who, number in rows)
    description = f"{told}. Reconciled: {_range(one)}."
    shapes = [
        *_frame(one, marks, height),
        *(shape for at, figure in enumerate(figures) for shape in _row(at, figure, view, marks[-1])),
    ]
    return drawn(f"figure-{number}", title, description, (_WIDTH, height), shapes, rows)


def ticks(top: float) -> list[float]:
    """Five or so round numbers from 0 to at least `top`."""
    step = 10 ** floor(log10(top)) if top > 0 else 1.0
    step = next(step * part for part in (0.1, 0.2, 0.25, 0.5, 1, 2) if top <= step * part * 6 or part == 2)
    step = max(step, 1.0)
    n = int(-(-top // step))
    return [step * at for at in range(n + 1)]


def _x(value: float, last: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * min(value / last, 1.0)


def _frame(one: Estimate, marks: Sequence[float], height: float) -> Iterator[str]:
    last, foot = marks[-1], height - _FOOT
    low = one.low if one.low is not None else 0.0
    high = one.high if one.high is not None else last
    yield rect(_x(low, last), _TOP - 10, max(_x(high, last) - _x(low, last), 2), foot - _TOP + 14, fill=BAND)
    yield text(_LEFT, 16, f"Reconciled: {_range(one)}", size=12, fill=MUTED)
    for mark in marks:
        yield line(_x(mark, last), _TOP - 10, _x(mark, last), foot + 4)
        yield text(_x(mark, last), foot + 20, f"{mark:,.10g}", size=11, fill=MUTED, anchor="middle")
    if one.best is not None:
        yield line(_x(one.best, last), _TOP - 10, _x(one.best, last), foot + 4, stroke=ACCENT, width=1.5, dash="4 3")


def _row(at: int, figure: ReportedFigure, view: View, last: float) -> Iterator[str]:
    y = _TOP + _ROW * at + _ROW / 2 - 4
    colour = INK if figure.is_current else MUTED
    yield text(12, y - 1, _short(_who(figure, view), 36), size=12, fill=colour)
    yield text(12, y + 13, _when(figure), size=11, fill=MUTED)
    low = figure.low if figure.low is not None else 0.0
    high = figure.high if figure.high is not None else last
    left, right = _x(low, last), _x(high, last)
    if figure.high is None:
        yield line(left, y, _RIGHT - 2, y, stroke=colour, width=2, dash="2 3")
        tip = f"M{_RIGHT - 8} {y - 5:.1f} L{_RIGHT} {y:.1f} L{_RIGHT - 8} {y + 5:.1f}"
        yield f"<path d='{tip}' fill='none' stroke='{colour}' stroke-width='2'/>"
    elif right > left:
        yield line(left, y, right, y, stroke=colour, width=3)
        yield line(right, y - 5, right, y + 5, stroke=colour, width=2)
    if figure.low is not None and figure.high != figure.low:
        yield line(left, y - 5, left, y + 5, stroke=colour, width=2)
    elif figure.low is not None:
        is_hollow = figure.bound is Bound.ABOUT or not figure.is_current
        yield circle(left, y, 5, fill=PAPER if is_hollow else colour, stroke=colour, width=2)
    yield text(_RIGHT + 12, y + 4, count(figure), size=12, fill=colour)
    yield line(12, y + 20, _WIDTH - 12, y + 20, stroke=FAINT, width=0.5)


def _range(one: Estimate) -> str:
    low, best, high = (f"{value:,.10g}" if value is not None else "open" for value in (one.low, one.best, one.high))
    return f"low {low}, best {best}, high {high}"


def _who(figure: ReportedFigure, view: View) -> str:
    outlet = figure.publisher or view.documents[figure.document_id].name
    return f"{', '.join(figure.said_by)} ({outlet})" if figure.said_by else outlet


def _when(figure: ReportedFigure) -> str:
    told = day(figure.published) if figure.published else "undated"
    return told if figure.is_current else f"{told}, since revised"


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
