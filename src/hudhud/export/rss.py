"""Record → what the newest articles changed, as an RSS 2.0 feed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import format_datetime
from heapq import nlargest
from typing import NamedTuple, TextIO
from xml.sax.saxutils import escape

from hudhud.export.cells import line
from hudhud.export.facts import said_by
from hudhud.export.material import Dossier, Material, Written
from hudhud.records import Estimate, Factuality

__all__ = ["write"]

_NEWEST = 200  # items; feed readers fetch the whole each time


class _Change(NamedTuple):
    published: date
    key: str
    title: str
    told: str
    url: str


def write(material: Material, out: TextIO) -> Written:
    """Write the newest 200 changes, the newest first: events told, denials, figures revised.

    Older changes and those of unknown date are counted as dropped.
    """
    undated, n_all = 0, 0

    def dated() -> Iterator[_Change]:
        nonlocal undated, n_all
        for change in _changes(material):
            n_all += 1
            if change.published == date.min:
                undated += 1
            else:
                yield change

    newest = nlargest(_NEWEST, dated())
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">\n<channel>\n')
    out.write("<title>Hudhud: what changed</title>\n<link>https://example.invalid/</link>\n")
    out.write("<description>What the newest articles of the record changed, and who says so.</description>\n")
    for change in newest:
        out.write(_item(change))
    out.write("</channel>\n</rss>\n")
    dropped = {"of unknown date": undated, f"older than the newest {_NEWEST}": n_all - undated - len(newest)}
    return Written(len(newest), {reason: count for reason, count in dropped.items() if count})


def _item(change: _Change) -> str:
    at = format_datetime(datetime(change.published.year, change.published.month, change.published.day, tzinfo=UTC))
    link = f"<link>{_text(change.url)}</link>" if change.url else ""
    return (
        f"<item><title>{_text(change.title)}</title>{link}"
        f'<guid isPermaLink="false">{_text(change.key)}</guid><pubDate>{at}</pubDate>'
        f"<description>{_text(change.told)}</description></item>\n"
    )


def _text(value: str) -> str:
    return escape(line(value))


def _changes(material: Material) -> Iterator[_Change]:
    for dossier in material.dossiers():
        yield from _of_event(dossier)
        for estimate in dossier.estimates:
            yield from _of_estimate(estimate)


def _of_event(dossier: Dossier) -> Iterator[_Change]:
    event = dossier.event
    first = next((one for one in dossier.passages if one.published == event.first_published), None)
    url = (first.url if first else None) or ""
    published = event.first_published or date.min
    yield _Change(published, event.event_id, f"New: {event.headline}", said_by(event), url)
    denials = [one for one in dossier.passages if one.factuality is Factuality.DENIED]
    if denials and len(denials) < len(dossier.passages):
        one = denials[0]
        by = one.said_by or one.outlet
        key = f"{event.event_id}-denied"
        yield _Change(one.published or date.min, key, f"Denied: {event.headline}", f"{by}: {one.quote}", one.url or "")


def _of_estimate(one: Estimate) -> Iterator[_Change]:
    """Each figure that gives another number than the one before it."""
    for before, after in zip(one.figures, one.figures[1:], strict=False):
        if (before.low, before.high) != (after.low, after.high):
            title = f"Revised: {one.quantity} {one.what}, from {_number(before.low, before.high)} to "
            yield _Change(
                after.published or date.min,
                f"{one.estimate_id}-{after.claim_id}",
                title + _number(after.low, after.high),
                f"{'; '.join(after.said_by) or after.publisher or 'unnamed'}: {after.quote}",
                "",
            )


def _number(low: float | None, high: float | None) -> str:
    if low == high:
        return "unknown" if low is None else f"{low:.10g}"
    if high is None:
        return f"at least {low:.10g}"
    return f"at most {high:.10g}" if low is None else f"{low:.10g} to {high:.10g}"
