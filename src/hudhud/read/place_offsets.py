"""`45km south of`, `southern`, `near`, `off the coast of`, `between` → a point moved and an area of doubt."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from hudhud.lexicon.gazetteer import Area, Entry, Gazetteer
from hudhud.lexicon.place_words import DIRECTIONS
from hudhud.records import PlacePrecision

__all__ = [
    "Shift",
    "apply",
    "coast_of",
    "distance_km",
    "halfway",
    "kilometres",
    "left_of",
    "middle_of_border",
    "move",
    "precision_of",
    "right_of",
]

_EARTH_KM = 6371.0088
_WINDS = "n nne ne ene e ese se sse s ssw sw wsw w wnw nw nnw".split()
_BEARINGS = {wind: number * 22.5 for number, wind in enumerate(_WINDS)}
_KM = {"k": 1.0, "mi": 1.609344, "na": 1.852, "m": 0.001, "y": 0.0009144}
_SEAT = 400_000  # people; a larger town has a south of its own that news tells of
_DIRECTION = "|".join(sorted(map(re.escape, DIRECTIONS), key=len, reverse=True))
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "eighty": 80,     "a hundred": 100, "one hundred": 100, "a few": 4, "several": 6, "a couple of": 2, "dozens of": 36,
    "hundreds of": 300, "a dozen": 12, "half a": 0.5,
}  # fmt: skip
_AMOUNT = rf"(?P<amount>\d[\d,]*(?:\.\d+)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m|yards?|nautical miles?)"
_OTHER_UNIT = (
    r"(?:\s*[(/]\s*(?:about |some |around )?\d[\d,.]*\s*-?"
    r"(?:km|kms|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s?)\s*\)?)?"
)
_HEDGE = (
    r"(?:(?:about|around|some|roughly|nearly|almost|approximately|more than|over|less than|within|at least|just|up to|"
    r"only|barely|under|an estimated)\s+){0,2}"
)
# What may stand between the words of the relation and the name: `the coastal city of`.
_KINDS = (
    r"(?:city|town|village|province|region|capital|district|port|area|oasis|state|governorate|island|airport|camp|"
    r"border town|hamlet|settlement|neighbou?rhood|county)"
)
_FILLER = (
    rf"(?:(?:the|its|their)\s+)?(?:(?:[\w’'-]+\s+){{0,3}}{_KINDS}\s+of\s+|"
    rf"(?:(?:[\w-]+\s+)?capital,?|{_KINDS})\s+)?(?:the\s+)?"
)
_PARTS = (
    r"(?:suburbs?|outskirts|parts?|edges?|side|districts?|neighbou?rhoods?|countryside|tip|end|quarters?|sector|flank|"
    r"approaches|entrances?|reaches|provinces?|regions?|areas?|desert|coast|coastline|deserts|fringes?|periphery|half)"
)


@dataclass(frozen=True, slots=True)
class Shift:
    """What the words beside a name do to its place; `start` and `end` are how far they reach in the text.

    `kind`: `away` (distance and direction), `ring` (distance only), `toward` (direction only, outside), `part`
    (direction, inside), `near`, `edge` (suburbs, outskirts), `centre`, `coast`, `road`, `area`.
    """

    kind: str
    start: int
    end: int
    direction: str = ""
    km: float = 0.0


_DISTANCE = rf"{_HEDGE}{_AMOUNT}[\s-]*{_UNIT}{_OTHER_UNIT}\s+"
_TOWARD = rf"(?P<direction>{_DIRECTION})"
_SHORE = r"(?:coast|coastline|shores?|waters)"
_NEAR = (
    r"(?:near|nearby|close\s+to|outside(?:\s+of)?|around|adjacent\s+to|next\s+to|not\s+far\s+from|"
    r"in\s+the\s+vicinity\s+of|in\s+the\s+area\s+of|on\s+the\s+approaches\s+to|beyond|towards?|besieging|surrounding|"
    r"overlooking)"
)
# The words before a name, in the order they are tried: the longest and most exact first.
_RELATIONS = (
    ("away", rf"{_DISTANCE}(?:to\s+the\s+|due\s+)?{_TOWARD}\s+(?:of|from|outside)\s+{_FILLER}"),
    ("coast", rf"(?:{_DISTANCE})?(?:just\s+)?off\s+(?:the\s+)?(?:[\w-]+\s+)?{_SHORE}\s+of\s+{_FILLER}"),
    ("coast", rf"{_SHORE}\s+(?:off|of)\s+{_FILLER}"),
    ("ring", rf"{_DISTANCE}(?:away\s+)?(?:from|outside|off|of)\s+{_FILLER}"),
    (
        "toward",
        rf"(?:(?:just|further|far|immediately|directly|due)\s+)?(?:to\s+the\s+)?{_TOWARD}\s+(?:of|from)\s+{_FILLER}",
    ),
    (
        "edge",
        rf"(?:the\s+)?{_TOWARD}\s+(?:suburbs?|outskirts|edges?|approaches|entrances?|fringes?|periphery)\s+(?:of|to)\s+"
        rf"{_FILLER}",
    ),
    ("part", rf"(?:the\s+)?(?:far\s+)?{_TOWARD}(?:-?most)?\s+(?:[\w-]+\s+)?{_PARTS}\s+of\s+{_FILLER}"),
    ("part", rf"(?:the\s+)?(?P<direction>central)\s+(?:[\w-]+\s+)?{_PARTS}\s+of\s+{_FILLER}"),
    ("both", rf"{_TOWARD}(?:,| and| or)\s+(?:{_DIRECTION})\s+"),
    (
        "part",
        rf"(?:the\s+)?(?:far\s+|extreme\s+|rural\s+)?(?P<direction>{_DIRECTION}|central)\s+(?:rural\s+|coastal\s+|and\s+)?",
    ),
    (
        "edge",
        r"(?:(?:on|at|in)\s+)?(?:the\s+)?(?:outskirts|edges?|suburbs?|environs|surroundings|countryside|fringes?|gates|"
        rf"periphery|outer\s+suburbs)\s+of\s+{_FILLER}",
    ),
    ("centre", rf"(?:the\s+)?(?:cent(?:er|re)|heart|middle|downtown)\s+(?:of\s+)?{_FILLER}"),
    (
        "road",
        r"(?:the\s+)?(?:[\w-]+\s+)?(?:road|highway|route|motorway|way|supply line)s?\s+"
        rf"(?:to|towards?|from|into|leading to|linking|connecting|out of)\s+{_FILLER}",
    ),
    ("near", rf"(?:(?:just|right|somewhere|areas?|camps?|positions?)\s+)?{_NEAR}\s+{_FILLER}"),
)
_LEFT = tuple(
    (kind, re.compile(rf"(?:^|(?<=[\s(,\"“'‘—–-]))(?:{pattern})$", re.IGNORECASE)) for kind, pattern in _RELATIONS
)
# One cheap look before fourteen dear ones: nine names in ten have none of these before them.
_HINT = re.compile(
    r"(?i)north|south|east|west|upper|lower|central|cent(?:er|re)|middle|heart|downtown|outskirts|edge|suburb|environs|"
    r"surround|countryside|fringe|gates|periphery|road|highway|route|way |line|near|close to|outside|around|adjacent|"
    r"next to|not far|vicinity|area of|approaches|beyond|toward|besieging|overlooking|coast|shore|waters|"
    r"\b(?:km|kms|mi|m|kilomet\w+|miles?|met(?:er|re)s?|yards?)\b|\d(?:km|m|mi)\b"
)
_RIGHT = re.compile(
    rf"(?:(?:['’]s|['’])\s+(?:[\w-]+\s+)?(?P<own>{_DIRECTION})\b(?:\s+{_PARTS})?|"
    rf"\s+(?P<direction>{_DIRECTION})\s+{_PARTS}|"
    rf"(?:['’]s|['’])?\s+(?P<edge>outskirts|suburbs?|countryside|environs|periphery)|"
    rf"['’]s\s+(?P<coast>coast|shores?)|(?P<area>\s+(?:area|region|vicinity|axis|front|frontlines?|pocket|enclave|corridor)))\b",
    re.IGNORECASE,
)


def left_of(text: str, start: int, floor: int = 0) -> Shift | None:
    """The relation whose words end where a name starts; none of them before `floor`, where the sentence starts."""
    before = text[max(floor, start - 120) : start]
    if not before or before[-1] not in " (-–" or not _HINT.search(before):
        return None
    cut = max(before.rfind(mark) for mark in (". ", "\n", "; ", "! ", "? "))
    offset = start - len(before)
    if cut >= 0:
        before, offset = before[cut + 1 :], offset + cut + 1
    for kind, pattern in _LEFT:
        found = pattern.search(before)
        if found:
            parts = found.groupdict()
            direction = DIRECTIONS.get((parts.get("direction") or "").lower(), "")
            lead = len(found.group()) - len(found.group().lstrip())
            if kind == "part" and not direction and (parts.get("direction") or "").lower() != "central":
                continue
            km = kilometres(parts.get("amount"), parts.get("unit"))
            return Shift(kind, offset + found.start() + lead, start, direction, km)
    return None


def right_of(text: str, end: int) -> Shift | None:
    """The relation whose words start where a name ends: `'s southern suburbs`, ` countryside`."""
    found = _RIGHT.match(text, end, min(len(text), end + 60))
    if not found:
        return None
    direction = DIRECTIONS.get((found["own"] or found["direction"] or "").lower(), "")
    if found["coast"]:
        return Shift("coast", end, found.end())
    if found["area"]:
        return Shift("area", end, found.end())
    return Shift(
        "edge" if found["edge"] or re.search("suburb|outskirt", found.group()) else "part", end, found.end(), direction
    )


def kilometres(amount: str | None, unit: str | None) -> float:
    """A written distance in kilometres, 0 where it is none."""
    if not amount or not unit:
        return 0.0
    written = " ".join(amount.lower().split())
    number = _NUMBERS.get(written)
    if number is None:
        try:
            number = float(written.replace(",", ""))
        except ValueError:
            return 0.0
    lowered = unit.lower()
    prefix = next(key for key in ("k", "na", "mi", "m", "y") if lowered.startswith(key))
    return number * _KM[prefix]


def move(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point `km` away at `bearing` degrees from north, on a sphere (0.3 % off the ellipsoid at most)."""
    angle, turn, phi = km / _EARTH_KM, math.radians(bearing), math.radians(lat)
    sine = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(turn)
    moved = math.asin(max(-1.0, min(1.0, sine)))
    east = math.atan2(math.sin(turn) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * sine)
    return math.degrees(moved), (lon + math.degrees(east) + 540.0) % 360.0 - 180.0


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance."""
    a, b = math.radians(lat1), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def halfway(one: Entry, other: Entry) -> Area:
    """Between two places: the middle, and a radius that reaches both."""
    apart = distance_km(one.lat, one.lon, other.lat, other.lon)
    x, y = math.radians(one.lon), math.radians(other.lon)
    a, b = math.radians(one.lat), math.radians(other.lat)
    bx, by = math.cos(b) * math.cos(y - x), math.cos(b) * math.sin(y - x)
    lat = math.atan2(math.sin(a) + math.sin(b), math.hypot(math.cos(a) + bx, by))
    lon = x + math.atan2(by, math.cos(a) + bx)
    return Area(math.degrees(lat), (math.degrees(lon) + 540.0) % 360.0 - 180.0, max(10.0, apart / 2))


def middle_of_border(points: Sequence[tuple[float, float]]) -> Area | None:
    """The middle of a line of points, with a radius that holds three in four of them; None where there are none."""
    if not points:
        return None
    lat, lon = min(points, key=lambda one: sum(distance_km(one[0], one[1], lat, lon) for lat, lon in points))
    distances = sorted(distance_km(lat, lon, y, x) for y, x in points)
    return Area(lat, lon, max(40.0, distances[int(len(points) * 0.75)]))


def coast_of(entry: Entry, gazetteer: Gazetteer) -> Area | None:
    """The sea off a country or town."""
    points = gazetteer.border(entry.country, "")
    if entry.kind == "C":
        return middle_of_border(points)
    return None


def apply(
    shift: Shift, entry: Entry, radius: float, gazetteer: Gazetteer
) -> tuple[float, float, float, PlacePrecision]:
    """(lat, lon, radius_km, precision) of what a relation makes of a place.

    Radii are of what the words leave open: a distance is rounded (a quarter of it), `near` a town is within a drive
    of half an hour (25 km), a direction without a distance is within 50 km of the town.
    """
    wide = entry.kind in ("C", "R", "A1", "W") and radius > 60
    if shift.kind == "away":
        lat, lon = move(entry.lat, entry.lon, _BEARINGS[shift.direction], shift.km)
        return lat, lon, 0.25 * shift.km + radius, PlacePrecision.NEAR
    if shift.kind == "ring":
        return entry.lat, entry.lon, 1.15 * shift.km + radius, PlacePrecision.NEAR
    if shift.kind == "coast":
        sea = coast_of(entry, gazetteer)
        reach = shift.km or 50.0
        if sea:
            return sea.lat, sea.lon, sea.radius_km + reach, PlacePrecision.REGION
        return entry.lat, entry.lon, reach + radius, PlacePrecision.NEAR
    if shift.direction and (shift.kind == "part" or (shift.kind in ("edge", "toward") and wide)):
        return _part(shift, entry, radius, gazetteer)
    if shift.kind == "toward":
        lat, lon = move(entry.lat, entry.lon, _BEARINGS[shift.direction], radius + 5.0)
        return lat, lon, 25.0 + radius, PlacePrecision.NEAR
    if shift.kind == "edge" and not wide:
        lat, lon = entry.lat, entry.lon
        if shift.direction:
            lat, lon = move(lat, lon, _BEARINGS[shift.direction], 0.8 * radius)
        return lat, lon, radius + (5.0 if shift.direction else 8.0), PlacePrecision.NEAR
    if shift.kind == "road" and not wide:
        return entry.lat, entry.lon, radius + 50.0, PlacePrecision.NEAR
    if shift.kind in ("near", "area") and not wide:
        return entry.lat, entry.lon, max(25.0, radius + 10.0), PlacePrecision.NEAR
    return entry.lat, entry.lon, radius, precision_of(entry)


def _part(
    shift: Shift, entry: Entry, radius: float, gazetteer: Gazetteer
) -> tuple[float, float, float, PlacePrecision]:
    """The south of a country, province or town."""
    if entry.kind == "C":
        area = gazetteer.part(entry.country, shift.direction[-2:])
        if area:
            return area.lat, area.lon, area.radius_km, PlacePrecision.REGION
    if entry.kind == "P" and entry.population < _SEAT and shift.kind == "part":
        # `southern Idlib` is of the province as often as of the town.
        seat = gazetteer.admin(entry.country, entry.admin1)
        radius = 40.0 if seat and entry.id in {e.id for e in gazetteer.look_up(seat.name)} else radius
    lat, lon = move(entry.lat, entry.lon, _BEARINGS[shift.direction], 0.5 * radius)
    return lat, lon, max(0.8 * radius, 5.0), precision_of(entry)


def precision_of(entry: Entry) -> PlacePrecision:
    """How exactly a bare name of this kind tells a place."""
    return _PRECISIONS.get(entry.kind, PlacePrecision.TOWN)


_PRECISIONS = {
    "S": PlacePrecision.SITE, "P": PlacePrecision.TOWN, "D": PlacePrecision.DISTRICT, "A2": PlacePrecision.DISTRICT,
    "A1": PlacePrecision.PROVINCE, "C": PlacePrecision.COUNTRY, "R": PlacePrecision.REGION, "W": PlacePrecision.REGION,
}  # fmt: skip
