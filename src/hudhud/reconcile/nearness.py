"""How near two places and two periods are."""

from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from hudhud.lexicon.spelling import fold, skeleton
from hudhud.records import Period, Place, PlacePrecision

__all__ = ["apart_km", "days", "is_broad", "overlap", "same_place", "spread"]

_EARTH_KM = 6371.0
_BROAD = (PlacePrecision.COUNTRY, PlacePrecision.REGION)


def apart_km(left: Place, right: Place) -> float | None:
    """Kilometres between the points of two places, None where one has no point."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    la, lo, ra, ro = map(radians, (left.lat, left.lon, right.lat, right.lon))
    return 2 * _EARTH_KM * asin(sqrt(sin((ra - la) / 2) ** 2 + cos(la) * cos(ra) * sin((ro - lo) / 2) ** 2))


def is_broad(place: Place) -> bool:
    """Whether the place is a country or more, which half of everything happens in."""
    return place.precision in _BROAD


def same_place(left: Place | None, right: Place | None) -> float | None:
    """How surely two places are one: 1 the same spot, 0.3 one inside the other's country, -1 apart; None unknown."""
    if left is None or right is None:
        return None
    if left.country and right.country and left.country != right.country and not _is_border(left, right):
        return -1.0
    if is_broad(left) or is_broad(right):
        return 0.3 if left.country == right.country else None
    if (left.gazetteer_id and left.gazetteer_id == right.gazetteer_id) or fold(left.name) == fold(right.name):
        return 1.0
    apart = apart_km(left, right)
    if apart is None:
        return 0.9 if skeleton(left.name) and skeleton(left.name) == skeleton(right.name) else None
    reach = max(left.radius_km or 10.0, 5.0) + max(right.radius_km or 10.0, 5.0)
    if apart <= reach:
        return 0.9
    return 0.2 if apart <= reach + 20 else -1.0


def _is_border(left: Place, right: Place) -> bool:
    apart = apart_km(left, right)
    return apart is not None and not is_broad(left) and not is_broad(right) and apart < 15


def days(period: Period | None) -> tuple[date, date] | None:
    """First and last day of a period, open ends at the calendar's; None where nothing is told."""
    if period is None or (period.start is None and period.end is None):
        return None
    return period.start or date.min, period.end or date.max


def spread(period: Period | None) -> int | None:
    """How many days a period allows, None where it is open or unknown."""
    if period is None or period.start is None or period.end is None:
        return None
    return (period.end - period.start).days + 1


def overlap(left: Period | None, right: Period | None, slack: int = 0) -> bool | None:
    """Whether two periods share a day, give or take `slack` days; None where one is unknown."""
    one, other = days(left), days(right)
    if one is None or other is None:
        return None
    loose = timedelta(days=slack)
    return one[0] <= _later(other[1], loose) and other[0] <= _later(one[1], loose)


def _later(day: date, by: timedelta) -> date:
    return day if day == date.max else day + by
