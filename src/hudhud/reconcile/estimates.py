"""Figures that count one thing → one Estimate: low, best, high, with its history.

Rules, in order:

1. A text that was carried by several outlets counts once; so does one number repeated by one origin.
2. A figure of a happening stays current until the same source tells another. A level (strength, displaced) and a
   cumulative toll stay current for some days; older ones are history, since such numbers move.
3. `low` is the least and `high` the greatest that the current figures allow. `at least 23` opens the top, unless
   another current figure closes it at 23 or above.
4. `best` is chosen by a named rule: `latest` (the newest; of several of one day the most exactly bounded), `ucdp` (the
   median of the sources, rounded down; Uppsala's way of preferring the conservative number) or `airwars` (the least
   number that is told, the range standing for the doubt).
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import floor
from statistics import median

from hudhud.errors import MixedQuantities, WrongOption
from hudhud.reconcile.copies import Origins
from hudhud.reconcile.counted import HARMS, Counted
from hudhud.reconcile.nearness import overlap, same_place, spread
from hudhud.reconcile.profiles import digest
from hudhud.records import Bound, Claim, Document, Estimate, FigureDetail, ReportedFigure

__all__ = ["BEST_RULES", "estimate", "estimates", "grouped"]

_STALE = {"cumulative": timedelta(days=2), "level": timedelta(days=30)}  # hand-set: tolls move daily, levels monthly
_EXACTNESS = [Bound.AT_MOST, Bound.AT_LEAST, Bound.BETWEEN, Bound.ABOUT, Bound.EXACT]


def estimates(
    counted: Sequence[Counted],
    event_ids: Mapping[int, str],
    documents: Mapping[str, Document],
    origins: Origins,
    *,
    best: str = "latest",
) -> tuple[Estimate, ...]:
    """Reconcile all figures of a record."""
    made = [
        (estimate(group, event_ids, documents, origins, best=best), group[0].counted, group[0].is_part)
        for group in grouped(counted)
    ]
    return tuple(sorted(_nested(made), key=lambda one: (one.quantity, one.what, one.estimate_id)))


def grouped(counted: Sequence[Counted]) -> list[list[Counted]]:
    """Figures that count the same thing together."""
    exact: dict[tuple[object, ...], list[Counted]] = defaultdict(list)
    for one in sorted(counted, key=_order):
        exact[_key(one)].append(one)
    groups: list[list[Counted]] = []
    for key, members in sorted(exact.items(), key=lambda item: str(item[0])):
        groups.extend([members] if key[0] in ("event", "level") else _by_time_and_place(members))
    return groups


def _order(one: Counted) -> tuple[object, ...]:
    return one.published or date.max, one.claim.document_id, one.claim.span, one.claim.claim_id


def _key(one: Counted) -> tuple[object, ...]:
    who = one.actor.actor_id if one.actor else None
    if one.event is not None:
        return (
            "event",
            one.event,
            one.detail.quantity,
            one.counted,
            who if one.counted == "fighters" else None,
            one.is_part,
        )
    if (
        one.detail.quantity in ("strength", "displaced", "missing")
        and not one.detail.is_cumulative
        and who
        and one.country
    ):
        return "level", one.detail.quantity, who, one.country
    kind = "toll" if one.detail.is_cumulative else "figure"
    of = one.counted if one.detail.quantity in HARMS or one.detail.quantity == "returned" else one.detail.of.lower()
    return kind, one.detail.quantity, of, who, one.country


def _by_time_and_place(members: Sequence[Counted]) -> list[list[Counted]]:
    """Part figures of no known happening by when and where; an article's own two numbers are two things."""
    groups: list[list[Counted]] = []
    for one in members:
        home = next((group for group in groups[-50:] if all(_one_thing(one, other) for other in group[:8])), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _one_thing(left: Counted, right: Counted) -> bool:
    near = same_place(left.claim.place, right.claim.place)
    if near is not None and near < 0.3:
        return False
    shared = overlap(left.claim.occurred, right.claim.occurred)
    if left.detail.is_cumulative:
        starts = [one.claim.occurred.start if one.claim.occurred else None for one in (left, right)]
        begun = starts[0] is not None and starts[1] is not None and abs((starts[0] - starts[1]).days) <= 3
        return begun and (near is not None and near > 0)
    if left.claim.document_id == right.claim.document_id and _value(left.detail) != _value(right.detail):
        return False
    widths = [spread(one.claim.occurred) for one in (left, right)]
    return (
        bool(shared) and near is not None and near >= 0.9 and all(width is not None and width <= 35 for width in widths)
    )


def _value(detail: FigureDetail) -> tuple[float | None, float | None]:
    return detail.low, detail.high


def estimate(
    figures: Sequence[Counted],
    event_ids: Mapping[int, str],
    documents: Mapping[str, Document],
    origins: Origins,
    *,
    best: str = "latest",
) -> Estimate:
    """Reconcile figures that count one thing.

    Raises:
        MixedQuantities: If the figures are of several quantities.
        WrongOption: If there is no rule named `best`.
    """
    quantities = {one.detail.quantity for one in figures}
    if len(quantities) > 1:
        raise MixedQuantities(given=sorted(quantities))
    if best not in BEST_RULES:
        raise WrongOption(option="best", given=best, allowed=", ".join(BEST_RULES))
    first = figures[0]
    reported = _reported(figures, documents, origins)
    now = [figure for figure in reported if figure.is_current]
    low, high = _bounds(now)
    chosen = _clipped(BEST_RULES[best](now), low, high)
    places = [one.claim.place for one in figures if one.claim.place]
    periods = [one.claim.occurred for one in figures if one.claim.occurred]
    ids = [one.claim.document_id for one in figures]
    return Estimate(
        estimate_id=f"est-{digest(min(_order_id(one) for one in figures))}",
        quantity=first.detail.quantity,
        what=_what(figures),
        event_id=event_ids.get(first.event) if first.event is not None else None,
        low=low,
        best=chosen,
        high=high,
        is_cumulative=first.detail.is_cumulative,
        period=min(
            periods, key=lambda one: (spread(one) or 99999, str(one.start), str(one.end), one.text), default=None
        ),
        place=min(places, key=lambda one: (one.radius_km or 9999, one.name, one.text), default=None),
        rule=best,
        figures=tuple(reported),
        n_origins=origins.count(ids),
        n_publishers=origins.count_publishers(ids),
        actor_id=first.actor.actor_id if first.actor and not first.actor.actor_id.startswith("known:") else None,
    )


def _order_id(one: Counted) -> str:
    return f"{one.published or '9999'} {one.claim.claim_id}"


def _what(figures: Sequence[Counted]) -> str:
    """The shortest words that name the party counted, else the commonest."""
    first = figures[0]
    if first.actor and first.counted == "fighters":
        return f"{first.actor.name} {first.counted}"
    return min((one.detail.of for one in figures), key=lambda of: (not of, len(of), of))


def _reported(figures: Sequence[Counted], documents: Mapping[str, Document], origins: Origins) -> list[ReportedFigure]:
    """The figures in order of publication, each value of an origin once, the outdated ones marked."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Counted] = []
    for one in sorted(figures, key=_order):
        key = (origins.of.get(one.claim.document_id, one.claim.document_id), _value(one.detail), _said_by(one.claim))
        if key not in seen:
            seen.add(key)
            kept.append(one)
    current = _current(kept)
    return [_figure(one, documents, origins, at in current) for at, one in enumerate(kept)]


def _current(kept: Sequence[Counted]) -> set[int]:
    """The figures that still stand: the last of each source, if it is not too old for its kind."""
    last: dict[tuple[object, ...], int] = {}
    for at, one in enumerate(kept):
        source = _said_by(one.claim)
        last[source or (one.claim.document_id,)] = at
    days = [one.published for one in kept if one.published]
    first = kept[0].detail
    stale = _STALE["cumulative"] if first.is_cumulative else None if first.quantity in HARMS else _STALE["level"]
    if stale is None or not days:
        return set(last.values())
    newest = max(days)
    standing = {at for at in last.values() if newest - (kept[at].published or date.min) <= stale}
    return standing or {max(last.values())}


def _said_by(claim: Claim) -> tuple[str, ...]:
    return tuple(link.source.name for link in claim.attribution)


def _figure(one: Counted, documents: Mapping[str, Document], origins: Origins, is_current: bool) -> ReportedFigure:
    document = documents.get(one.claim.document_id)
    return ReportedFigure(
        claim_id=one.claim.claim_id,
        document_id=one.claim.document_id,
        published=one.published,
        publisher=document.publisher if document else None,
        said_by=_said_by(one.claim),
        low=one.detail.low,
        high=one.detail.high,
        bound=one.detail.bound,
        quote=one.claim.quote,
        origin=origins.of.get(one.claim.document_id, one.claim.document_id),
        is_current=is_current,
    )


def _bounds(figures: Sequence[ReportedFigure]) -> tuple[float | None, float | None]:
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    open_above = [figure.low for figure in figures if figure.high is None and figure.low is not None]
    open_below = [figure.high for figure in figures if figure.low is None and figure.high is not None]
    high = max(highs) if highs and max(open_above, default=0.0) <= max(highs) else None
    low = min(lows) if lows and min(open_below, default=float("inf")) >= min(lows) else None
    return low, high


def _clipped(value: float | None, low: float | None, high: float | None) -> float | None:
    if value is None:
        return None
    if low is not None and value < low:
        return low
    return high if high is not None and value > high else value


def _point(figure: ReportedFigure) -> float | None:
    """The one number that a figure stands for: the middle of a range, else the bound that is told."""
    if figure.low is not None and figure.high is not None:
        return figure.low if figure.low == figure.high else floor((figure.low + figure.high) / 2)
    return figure.low if figure.low is not None else figure.high


def _latest(figures: Sequence[ReportedFigure]) -> float | None:
    ranked = sorted(
        figures,
        key=lambda figure: (figure.published or date.min, _EXACTNESS.index(figure.bound), figure.claim_id),
    )
    return _point(ranked[-1]) if ranked else None


def _ucdp(figures: Sequence[ReportedFigure]) -> float | None:
    points = [point for figure in figures if (point := _point(figure)) is not None]
    return float(floor(median(points))) if points else None


def _airwars(figures: Sequence[ReportedFigure]) -> float | None:
    return min((point for figure in figures if (point := _point(figure)) is not None), default=None)


BEST_RULES: dict[str, Callable[[Sequence[ReportedFigure]], float | None]] = {
    "latest": _latest,
    "ucdp": _ucdp,
    "airwars": _airwars,
}


def _nested(made: Sequence[tuple[Estimate, str, bool]]) -> list[Estimate]:
    """Say which estimates lie inside which: an incident in a cumulative toll, a class in the people of a happening."""
    wholes: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    tolls: dict[str, list[Estimate]] = defaultdict(list)
    for one, counted, is_part in made:
        if one.is_cumulative:
            tolls[one.quantity].append(one)
        elif one.event_id and counted == "people" and not is_part:
            wholes[one.event_id, one.quantity].append(one.estimate_id)
    found = []
    for one, counted, is_part in made:
        inside = [toll.estimate_id for toll in tolls[one.quantity] if not one.is_cumulative and _lies_in(one, toll)]
        if one.event_id and (is_part or counted != "people"):
            inside += wholes[one.event_id, one.quantity]
        found.append(replace(one, inside=tuple(sorted(inside))) if inside else one)
    return found


def _lies_in(one: Estimate, toll: Estimate) -> bool:
    if one.period is None or toll.period is None or one.period.start is None or toll.period.start is None:
        return False
    near = same_place(one.place, toll.place)
    end = toll.period.end or date.max
    return toll.period.start <= one.period.start <= end and near is not None and near > 0
