"""Items → a small map: the places told of, each no more exactly than the text gives it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, radians

from hudhud.export.brief.drawing import ACCENT, FAINT, INK, MUTED, circle, drawn, line, rect, text
from hudhud.export.brief.gather import Item, party_names
from hudhud.export.brief.report import Picture
from hudhud.lexicon.spelling import fold
from hudhud.records import Place, PlacePrecision, View

__all__ = ["map_picture"]

_WIDTH, _HEIGHT, _PAD = 720, 400, 46
_KM_A_DEGREE = 111.195
_WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)  # an area of that size would cover the map
_LEAST_KM = 60.0  # half the height that a map of one place shows
_SEA = "#f3f6f8"


@dataclass
class _Spot:
    name: str
    lat: float
    lon: float
    radius_km: float
    n: int = 0
    themes: set[str] = field(default_factory=set)


class _Projection:
    """Plate carrée about the middle: true to scale there, and straight in both directions."""

    def __init__(self, spots: Sequence[_Spot]) -> None:
        lats, lons = [spot.lat for spot in spots], [spot.lon for spot in spots]
        self.lat, self.lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        self.shrink = max(cos(radians(self.lat)), 0.05)
        half_height = max((max(lats) - min(lats)) / 2 * _KM_A_DEGREE, _LEAST_KM)
        half_width = max((max(lons) - min(lons)) / 2 * _KM_A_DEGREE * self.shrink, _LEAST_KM)
        self.px_a_km = min((_WIDTH / 2 - 2 * _PAD) / half_width, (_HEIGHT / 2 - _PAD) / half_height)

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        x = _WIDTH / 2 + (lon - self.lon) * _KM_A_DEGREE * self.shrink * self.px_a_km
        return x, _HEIGHT / 2 - (lat - self.lat) * _KM_A_DEGREE * self.px_a_km


def map_picture(items: Sequence[Item], view: View) -> Picture | None:
    """The map of the places in these items; None where none has a point."""
    spots = _spots(items, view)
    if not spots:
        return None
    projection = _Projection(spots)
    shapes = [*_grid(projection), *_areas(spots, projection), *_names(spots, projection), *_scale(projection)]
    told = "; ".join(f"{spot.name} ({spot.n}, within {spot.radius_km:,.0f} km)" for spot in spots)
    rows = tuple(
        (spot.name, str(spot.n), f"{spot.lat:.2f}, {spot.lon:.2f}", f"{spot.radius_km:,.0f} km") for spot in spots
    )
    title = "Where it is told to have happened"
    return drawn("map", title, f"Places with the number of entries: {told}.", (_WIDTH, _HEIGHT), shapes, rows)


def _spots(items: Sequence[Item], view: View) -> list[_Spot]:
    found: dict[tuple[str, int], _Spot] = {}
    parties = party_names(view)
    for item in items:
        claims = [view.claims[key] for key in item.claim_ids]
        own = getattr(item.thing, "place", None)
        places = [own] if isinstance(own, Place) else [claim.place for claim in claims[:1] if claim.place]
        for place in places:
            if place.lat is None or place.lon is None:
                continue
            if place.precision in _WIDE or fold(place.name) in parties:
                continue
            name = place.text if place.name in place.text and place.text[:4].lower() != "the " else place.name
            spot = found.setdefault(
                (name, round(place.lat * 10)), _Spot(name, place.lat, place.lon, place.radius_km or 5.0)
            )
            spot.n += 1
            spot.radius_km = max(spot.radius_km, place.radius_km or 5.0)
            spot.themes.add(item.theme)
    return sorted(found.values(), key=lambda spot: (-spot.n, spot.name, spot.lat))


def _grid(projection: _Projection) -> Iterator[str]:
    yield rect(0, 0, _WIDTH, _HEIGHT, fill=_SEA)
    degrees_wide = _WIDTH / (_KM_A_DEGREE * projection.shrink * projection.px_a_km)
    step = next(step for step in (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 45, 90, 180) if degrees_wide / step <= 8)
    first = projection.lon - degrees_wide / 2
    for at in range(int(first // step) + 1, int((first + degrees_wide) // step) + 1):
        x, _ = projection.at(projection.lat, at * step)
        yield line(x, 0, x, _HEIGHT, stroke=FAINT)
        if x < _WIDTH - 44:
            yield text(x + 3, _HEIGHT - 6, _degrees(at * step, "E", "W"), size=10, fill=MUTED)
    degrees_high = _HEIGHT / (_KM_A_DEGREE * projection.px_a_km)
    first = projection.lat - degrees_high / 2
    for at in range(int(first // step) + 1, int((first + degrees_high) // step) + 1):
        _, y = projection.at(at * step, projection.lon)
        yield line(0, y, _WIDTH, y, stroke=FAINT)
        yield text(4, y - 3, _degrees(at * step, "N", "S"), size=10, fill=MUTED)


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):g}° {plus if value >= 0 else minus}"


def _areas(spots: Sequence[_Spot], projection: _Projection) -> Iterator[str]:
    """The area of doubt of each place, with a dot that grows with the entries."""
    for spot in spots:
        x, y = projection.at(spot.lat, spot.lon)
        r = min(spot.radius_km * projection.px_a_km, _WIDTH / 2)
        if r > 6:
            yield circle(x, y, r, fill=ACCENT, stroke=ACCENT, width=0.8, opacity=0.09)
    for spot in spots:
        x, y = projection.at(spot.lat, spot.lon)
        yield circle(x, y, 3.5 + min(spot.n, 25) ** 0.5 * 1.6, fill=ACCENT)


def _names(spots: Sequence[_Spot], projection: _Projection) -> Iterator[str]:
    """A label beside each dot, the weightiest first; one that has no room of its own is left to the table."""
    dots = [projection.at(spot.lat, spot.lon) for spot in spots]
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in dots]
    for spot in spots:
        x, y = projection.at(spot.lat, spot.lon)
        words = f"{spot.name} ({spot.n})"
        wide = len(words) * 6.8 + 6
        for left, base in ((x + 12, y + 4), (x - 12 - wide, y + 4), (x - wide / 2, y - 13), (x - wide / 2, y + 22)):
            box = (left, base - 12, left + wide, base + 4)
            if box[0] < 2 or box[2] > _WIDTH - 2 or box[1] < 2 or any(_cross(box, other) for other in taken):
                continue
            taken.append(box)
            halo = text(left, base, words).replace("<text ", "<text stroke='#ffffff' stroke-width='3' ")
            yield halo + text(left, base, words, fill=INK)
            break


def _cross(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _scale(projection: _Projection) -> Iterator[str]:
    km = next(
        km for km in (2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1) if km * projection.px_a_km <= 160 or km == 1
    )
    x, y = _WIDTH - 20 - km * projection.px_a_km, _HEIGHT - 26
    yield line(x, y, _WIDTH - 20, y, stroke=INK, width=2)
    yield line(x, y - 4, x, y + 4, stroke=INK, width=2) + line(
        _WIDTH - 20, y - 4, _WIDTH - 20, y + 4, stroke=INK, width=2
    )
    yield text((x + _WIDTH - 20) / 2, y - 7, f"{km} km", size=11, anchor="middle")
