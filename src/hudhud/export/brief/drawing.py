"""Shapes → SVG text. Own SVG: no library, no outside request, the same in HTML, PDF and a file."""

from collections.abc import Iterable
from html import escape

from hudhud.export.brief.report import Picture

__all__ = ["ACCENT", "BAND", "FAINT", "INK", "MUTED", "PAPER", "circle", "drawn", "line", "rect", "text"]

# Ink on paper has a contrast of 14:1, muted of 6:1, the accent of 6:1.
INK, MUTED, FAINT, PAPER, ACCENT, BAND = "#1d2733", "#55616e", "#d5dbe1", "#ffffff", "#a63d1f", "#f6e3db"
_FONT = "font-family='Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif'"


def text(x: float, y: float, words: str, *, size: int = 12, fill: str = INK, anchor: str = "start") -> str:
    """Words at a point, with their own characters escaped."""
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' font-size='{size}' fill='{fill}' text-anchor='{anchor}'>{escape(words)}</text>"
    )


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str = FAINT, width: float = 1, dash: str = "") -> str:
    """A straight line."""
    dashed = f" stroke-dasharray='{dash}'" if dash else ""
    return (
        f"<line x1='{x1:.1f}' y1='{y1:.1f}' x2='{x2:.1f}' y2='{y2:.1f}' stroke='{stroke}' "
        f"stroke-width='{width}'{dashed}/>"
    )


def rect(x: float, y: float, width: float, height: float, *, fill: str) -> str:
    """A filled box."""
    return f"<rect x='{x:.1f}' y='{y:.1f}' width='{max(width, 0):.1f}' height='{height:.1f}' fill='{fill}'/>"


def circle(
    x: float, y: float, r: float, *, fill: str, stroke: str = PAPER, width: float = 1.5, opacity: float = 1
) -> str:
    """A disc with a rim."""
    return (
        f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{r:.1f}' fill='{fill}' stroke='{stroke}' stroke-width='{width}' "
        f"fill-opacity='{opacity}'/>"
    )


def drawn(
    name: str,
    title: str,
    description: str,
    size: tuple[float, float],
    shapes: Iterable[str],
    rows: Iterable[tuple[str, ...]] = (),
) -> Picture:
    """The picture of these shapes on paper, with its title and description for those who do not see it."""
    width, height = size
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:.0f} {height:.0f}' width='{width:.0f}' "
        f"height='{height:.0f}' role='img' aria-labelledby='{name}-t {name}-d' {_FONT}>"
        f"<title id='{name}-t'>{escape(title)}</title><desc id='{name}-d'>{escape(description)}</desc>"
        f"{rect(0, 0, width, height, fill=PAPER)}{''.join(shapes)}</svg>"
    )
    return Picture(name, title, description, svg, tuple(rows))
