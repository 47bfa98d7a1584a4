"""The place, day and agency printed before an article's first words."""

import re
from dataclasses import dataclass
from functools import cache

from hudhud.lexicon.publishers import AGENCIES

__all__ = ["Dateline", "read_dateline"]

_CAPS = r"[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž’'‘`-]*[A-ZÀ-ÞĀ-Ž](?:[ .][A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž’'‘`.-]*){0,3}"
_TITLE = r"[A-ZÀ-ÞĀ-Ž][\w’'‘`-]+(?: [A-ZÀ-ÞĀ-Ž][\w’'‘`-]+){0,2}"
_COUNTRY = r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*(?: (?:and |of |the )?[A-ZÀ-ÞĀ-Ž][\w.’'-]*){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}),?(?: \d{{4}})?)"
_BRACKET = r"\((?P<agency>[^()]{2,40})\)"
_DASH = r"\s*(?:--|[-–—])\s*"
_NOT_PLACES = frozenset(
    "UPDATE UPDATED BREAKING EXCLUSIVE ANALYSIS WATCH VIDEO OPINION LIVE PHOTOS READ EXPLAINER FACTBOX TIMELINE URGENT "
    "NOTE WARNING CORRECTION EDITORIAL INTERVIEW REPORT NEWS ALERT FEATURE COMMENT FILE UN US EU NATO TV JUST".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the text: its place, its agency, its day as printed, and where the text begins."""

    place: str | None
    agency: str | None
    day: str | None
    end: int


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    country = rf"(?:, {_COUNTRY})?"
    return tuple(
        re.compile(shape)
        for shape in (
            rf"(?P<place>{_CAPS}(?:/{_CAPS})*){country}(?:, (?P<day>{_DAY}))?\s*(?:{_BRACKET})?{_DASH}",
            rf"(?P<place>{_CAPS}(?:/{_CAPS})*){country}(?:, (?P<day>{_DAY}))? ?(?:{_BRACKET})?:\s+",
            rf"(?P<place>{_TITLE}(?:/{_TITLE})*){country}(?:, (?P<day>{_DAY}))?\s*{_BRACKET}{_DASH}",
            rf"(?P<place>{_TITLE}(?:/{_TITLE})*){country}, (?P<day>{_DAY})\s*(?:{_BRACKET})?(?:{_DASH}|: )",
            rf"(?P<place>{_TITLE}){country}\s+(?:--|[–—])\s+",
            rf"(?P<place>){_BRACKET}{_DASH}",
        )
    )


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name.casefold() for full, others in AGENCIES.items() for name in (full, *others))


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that `paragraph` begins with: `TRIPOLI, Libya, May 4 (Agency) — `; None where it has none.

    The text behind it must begin with a capital, a digit or a quotation mark. A bracket names an agency where
    one is known by that name, or where a dash follows a place in capitals.
    """
    for shape in _shapes():
        match = shape.match(paragraph[:160])
        if match and _is_dateline(match, paragraph):
            place = (match["place"] or "").strip(" .") or None
            part = match.groupdict()
            return Dateline(place, part.get("agency"), part.get("day"), match.end())
    return None


def _is_dateline(match: re.Match[str], paragraph: str) -> bool:
    after = paragraph[match.end() : match.end() + 2].lstrip("“\"'‘([«`")
    place, part = match["place"] or "", match.groupdict()
    if not after or after[0].islower() or place.split(" ")[0] in _NOT_PLACES or len(paragraph) - match.end() < 30:
        return False
    if not place:
        return (part["agency"] or "").casefold() in _agencies()
    return len(place) >= 3 and not match[0].startswith("-")
