"""`the Egypt-Libya border`, `the Syrian-Turkish border`, `the border with Niger` → the line between two countries."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hudhud.lexicon.countries import countries
from hudhud.lexicon.gazetteer import Area, Entry, Gazetteer
from hudhud.read import place_offsets
from hudhud.read.place_mentions import Mention
from hudhud.records import Span

__all__ = ["Border", "border_at"]

_LINE = r"(?:border|frontier|boundary)(?:s|\s+(?:area|areas|region|regions|zone|crossing|town|fence|strip))?\b"
_JOINED = re.compile(r"\s?[-–/]\s?|\s+(?:and|with)\s+(?:the\s+)?")
_AFTER = re.compile(rf"(?:['’]s?)?\s+{_LINE}", re.IGNORECASE)
_WITH = re.compile(rf"(?:['’]s?)?\s+{_LINE}\s+with\s+(?:the\s+)?(?:neighbou?ring\s+)?$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:the\s+)?(?:(?:southern|northern|eastern|western|shared|common|long|land|porous|desert)\s+)*{_LINE}\s+"
    r"(?:(?:of|with|between|to|into|separating)\s+)(?:the\s+)?(?:neighbou?ring\s+)?$|"
    r"(?:the\s+)?(?:[\w-]+\s+)?(?:zone|no[ -]man['’]s[ -]land|berm|buffer)\s+between\s+$",
    re.IGNORECASE,
)
_DISTANT = re.compile(
    r"(?:(?:about|around|some|roughly|nearly|almost|approximately|just|less than|more than|within)\s+)*"
    r"(?P<amount>\d[\d,.]*)[\s-]*(?P<unit>km|kms|kilomet(?:er|re)s?|miles?)(?:\s*\([^)]*\))?\s+(?:away\s+)?(?:from|of|off)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Border:
    """A border as told: its stretch of text, its line's middle, how many mentions it takes up.

    `follows_place` is true where a comma and a distance join it to the place before, which is then what is meant.
    """

    span: Span
    name: str
    country: str | None
    area: Area
    n_mentions: int
    follows_place: bool


def border_at(
    text: str,
    mentions: Sequence[Mention],
    entries: Sequence[Entry | None],
    index: int,
    main_country: str,
    gazetteer: Gazetteer,
) -> Border | None:
    """The border that the mention at `index` begins, None where it begins none."""
    one = entries[index]
    if one is None or one.kind != "C":
        return None
    mention = mentions[index]
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    other = entries[index + 1] if following else None
    lead = _BEFORE.search(text, max(0, mention.start - 80), mention.start)
    gap = text[mention.end : following.start] if following else ""
    if following and other and other.kind == "C" and other.id != one.id:
        if _JOINED.fullmatch(gap) and (lead or (tail := _AFTER.match(text, following.end))):
            end = following.end if lead else tail.end()  # type: ignore[union-attr]
            return _border(text, lead.start() if lead else mention.start, end, one.country, other.country, 2, gazetteer)
        if _WITH.fullmatch(gap):
            return _border(text, mention.start, following.end, one.country, other.country, 2, gazetteer)
    tail = _AFTER.match(text, mention.end)
    second = main_country if main_country != one.country else ""
    if lead and second:
        return _border(text, lead.start(), mention.end, one.country, second, 1, gazetteer)
    if tail:
        return _border(text, mention.start, tail.end(), one.country, second, 1, gazetteer)
    return None


def _border(
    text: str, start: int, end: int, one: str, other: str, n_mentions: int, gazetteer: Gazetteer
) -> Border | None:
    points = gazetteer.border(one, other) if other else ()
    area = place_offsets.middle_of_border(points)
    if area is None:
        return None
    if text[max(0, start - 4) : start].lower() == "the ":
        start -= 4
    distant = _DISTANT.search(text, max(0, start - 80), start)
    follows = False
    if distant:
        start = distant.start()
        area = Area(area.lat, area.lon, area.radius_km + place_offsets.kilometres(distant["amount"], distant["unit"]))
        follows = text[max(0, start - 2) : start] == ", "
    name = f"{countries()[one].name}–{countries()[other].name} border"
    return Border(Span(start, end), name, one if n_mentions == 1 else None, area, n_mentions, follows)
