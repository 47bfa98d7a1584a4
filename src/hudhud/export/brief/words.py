"""Values → words: verbs in their tenses, names with their articles, days, places, numbers."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from hudhud.export.brief.phrases import IRREGULAR, MONTHS, NEARNESS
from hudhud.records import Bound, DatePrecision, FigureDetail, Period, Place, ReportedFigure

__all__ = ["capital", "count", "day", "during", "is_many", "joined", "located", "named", "participle", "past"]

_VOWELS = "aeiou"


def past(lemma: str) -> str:
    """The past tense of a verb, with the words that belong to it: `blow up` → `blew up`."""
    return _form(lemma, 0)


def participle(lemma: str) -> str:
    """The past participle of a verb, with the words that belong to it."""
    return _form(lemma, 1)


def _form(lemma: str, which: int) -> str:
    head, _, rest = lemma.partition(" ")
    made = IRREGULAR[head][which] if head in IRREGULAR else _regular(head)
    return f"{made} {rest}" if rest else made


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def capital(text: str) -> str:
    """The text with its first letter in capitals."""
    return text[:1].upper() + text[1:]


def joined(names: Iterable[str], most: int = 4) -> str:
    """`A`, `A and B`, `A, B and C`; what exceeds `most` is left to the notes."""
    shown = list(dict.fromkeys(names))[:most]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else ""


def named(name: str, texts: Sequence[str]) -> str:
    """The name with the article that the texts put before it most often: `Front` → `the Front`.

    A name that is followed by a noun (`the Tosontsengel road`) has no article of its own there, so an article
    counts only where at least every second mention has it.
    """
    found = {"the": 0, "a": 0, "an": 0}
    n = 0
    for text in texts:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not (text[end : end + 1].isalnum() or text[at - 1 : at].isalnum()):
                n += 1
                before = text[max(at - 5, 0) : at].lower().split()
                if before and before[-1] in found and text[at - 1].isspace():
                    found[before[-1]] += 1
            at = text.find(name, end)
    best = max(found, key=lambda article: found[article])
    return f"{best} {name}" if found[best] and found[best] * 2 >= n else name


def is_many(name: str) -> bool:
    """Whether a name most likely takes a plural verb, when it stands at the head of a sentence."""
    head = re.split(r"\s+(?:of|from|in|at|for)\s+", name)[0].rsplit(" ", 1)[-1]
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return (plural and head[:1].islower()) or head in {"people", "men", "women", "children", "police", "dead", "others"}


def day(of: date) -> str:
    """`23 October 2024`."""
    return f"{of.day} {MONTHS[of.month - 1]} {of.year}"


def during(period: Period | None) -> str:
    """`on 23 October 2024`, `in October 2024`, `between A and B`; empty where no time is told."""
    if period is None or (period.start is None and period.end is None):
        return ""
    start, end = period.start, period.end
    about = "around " if period.is_about else ""
    if start and end:
        if start == end:
            return about + day(start) if about else f"on {day(start)}"
        if period.precision is DatePrecision.YEAR:
            return about + f"{start.year}" if about else f"in {start.year}"
        if period.precision is DatePrecision.MONTH:
            return f"in {MONTHS[start.month - 1]} {start.year}"
        return f"between {day(start)} and {day(end)}"
    return f"since {day(start)}" if start else f"until {day(end)}" if end else ""


def located(place: Place | None, texts: Sequence[str] = ()) -> str:
    """`in Oygon`, `near Oygon`, `30 km south of Tosontsengel`: never more exact than the words were."""
    if place is None or not place.name:
        return ""
    text = " ".join(place.text.split()) or place.name
    if place.name.lower() not in text.lower():
        text = place.name
    if text[:1].isdigit() or text.split()[0].lower() in NEARNESS:
        return text
    return f"in {named(text, texts)}"


def count(figure: ReportedFigure | FigureDetail) -> str:
    """A number in the words of its bound, without a range that was not told."""
    low, high = (f"{value:,.10g}" if value is not None else "" for value in (figure.low, figure.high))
    match figure.bound:
        case Bound.AT_LEAST:
            return f"at least {low}"
        case Bound.AT_MOST:
            return f"at most {high}"
        case Bound.ABOUT:
            return f"about {low or high}"
    if low == high:
        return low
    return f"between {low} and {high}" if low and high else f"at least {low}" if low else f"at most {high}"
