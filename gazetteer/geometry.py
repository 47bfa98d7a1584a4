"""Outlines → the parts of a country, its borders and its coast, as points with a radius."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

__all__ = ["DIRECTIONS", "centre", "distance_km", "edges", "inside", "part"]

Ring = Sequence[tuple[float, float]]
Point = tuple[float, float]

_DIAGONAL = math.sqrt(0.5)
# (north, east)
DIRECTIONS = {
    "n": (1.0, 0.0), "ne": (_DIAGONAL, _DIAGONAL), "e": (0.0, 1.0), "se": (-_DIAGONAL, _DIAGONAL),
    "s": (-1.0, 0.0), "sw": (-_DIAGONAL, -_DIAGONAL), "w": (0.0, -1.0), "nw": (_DIAGONAL, -_DIAGONAL),
}  # fmt: skip
_GRID = 24  # cells across the longer side: finer changes no centre by more than 10 km
_SHARE = 0.4  # of a country is its south; 0.35 to 0.5 swept on bench/data/relative_places.csv
_HELD = 0.75  # of that part lies within the radius told
_SHARED_KM = 25.0  # a vertex nearer than this to another country's outline is on the border


def distance_km(one: Point, other: Point) -> float:
    """Great-circle distance of two (lat, lon) points."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def inside(lat: float, lon: float, rings: Iterable[Ring]) -> bool:
    """Whether the point lies in one of the rings (even-odd rule)."""
    return any(_in_ring(lat, lon, ring) for ring in rings)


def _in_ring(lat: float, lon: float, ring: Ring) -> bool:
    within = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            within = not within
    return within


def grid(rings: Sequence[Ring]) -> list[Point]:
    """Points (lat, lon) spread evenly over the rings."""
    lons = [x for ring in rings for x, _ in ring]
    lats = [y for ring in rings for _, y in ring]
    step = max(max(lons) - min(lons), max(lats) - min(lats)) / _GRID
    rows = range(int((max(lats) - min(lats)) / step) + 1)
    columns = range(int((max(lons) - min(lons)) / step) + 1)
    spots = [(min(lats) + (row + 0.5) * step, min(lons) + (column + 0.5) * step) for row in rows for column in columns]
    return [(lat, lon) for lat, lon in spots if inside(lat, lon, rings)]


def centre(points: Sequence[Point], weights: Sequence[float] | None = None) -> Point:
    """The mean of points on the sphere."""
    weights = weights or [1.0] * len(points)
    x = y = z = 0.0
    for (lat, lon), weight in zip(points, weights, strict=True):
        a, b = math.radians(lat), math.radians(lon)
        x += weight * math.cos(a) * math.cos(b)
        y += weight * math.cos(a) * math.sin(b)
        z += weight * math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def part(area: Sequence[Point], towns: Sequence[Point], direction: str) -> tuple[Point, float]:
    """Where, say, the south of an area is: between the middle of its land there and the middle of its towns there.

    People say `southern Libya` of Fezzan's towns, not of the empty desert, and of half the country, not its tip.
    """
    north, east = DIRECTIONS[direction]

    def along(point: Point) -> float:
        return point[0] * north + point[1] * east * math.cos(math.radians(point[0]))

    land = _last_share(area, along)
    edge = min(along(point) for point in land)
    lived_in = [town for town in towns if along(town) >= edge]
    middle = centre([centre(land), centre(lived_in)], [1.0, 1.0]) if lived_in else centre(land)
    distances = sorted(distance_km(middle, point) for point in land)
    return middle, distances[int(len(distances) * _HELD)]


def _last_share(points: Sequence[Point], along: Callable[[Point], float]) -> list[Point]:
    ordered = sorted(points, key=along)
    return ordered[int(len(ordered) * (1 - _SHARE)) :]


def edges(outlines: dict[str, list[Ring]]) -> dict[tuple[str, str], list[Point]]:
    """(country, neighbour) → points of their border, each pair once, codes sorted; (country, "") → its coast."""
    boxes = {code: _box(rings) for code, rings in outlines.items()}
    found: dict[tuple[str, str], list[Point]] = {}
    for code, rings in outlines.items():
        near = [other for other in outlines if other != code and _touch(boxes[code], boxes[other])]
        for lon, lat in (point for ring in rings for point in _denser(ring)):
            neighbour = next((other for other in near if _on_edge((lat, lon), outlines[other])), "")
            found.setdefault(tuple(sorted((code, neighbour), reverse=not neighbour)), []).append((lat, lon))  # type: ignore[arg-type]
    return found


def _denser(ring: Ring) -> list[tuple[float, float]]:
    """The ring's points and the middles between them."""
    middles = [((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in pairwise(ring)]
    return [*ring, *middles]


def _on_edge(point: Point, rings: Iterable[Ring]) -> bool:
    near = ((lat, lon) for ring in rings for lon, lat in _denser(ring) if abs(lat - point[0]) < 0.25)
    return any(distance_km(point, spot) < _SHARED_KM for spot in near)


def _box(rings: Iterable[Ring]) -> tuple[float, float, float, float]:
    points = [point for ring in rings for point in ring]
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def _touch(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    slack = 0.5
    return (
        one[0] - slack <= other[2]
        and other[0] - slack <= one[2]
        and one[1] - slack <= other[3]
        and other[1] - slack <= one[3]
    )
