"""A line that names its writer → the writer, and the date printed beside."""

import re
from dataclasses import dataclass
from functools import cache

from hudhud.clean.dates import PrintedDate, find_dates
from hudhud.clean.lines import n_words
from hudhud.lexicon.boilerplate import ADMIN_NAMES, DESK_WORDS, ROLE_WORDS

__all__ = ["Byline", "desk_publisher", "is_name", "read_byline"]

_NAME = r"(?:[A-ZÀ-ÞĀ-Ž][\w.’'‘-]*|al-\w+|el-\w+|de|van|von|der|bin|ibn|abu|ben|del|la|le|d[’']\w+|Al|El)"
_OPENING = (
    r"\(?\s*(?:by|authors?|written by|posted by|published by|reported by|reporter|story by|text by|words by|"
    r"report by|a report by|analysis by|opinion by|commentary by|contributed by|submitted by|from our correspondent)"
    r"\s*[:|–-]?\s+(?P<who>.{2,110}?)\s*\)?[.,;|•·–—-]*\s*"
)
_NOT_NAMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|"
    r"november|december|the (?:end|time|way|numbers|book)|accident|contrast|then|now|far|law|force|air|sea|land",
    re.IGNORECASE,
)
_LEFT_BY_DATE = re.compile(
    r"\b(?:published|posted|updated|last|first|modified|on|at|date|time)\b[: ]*|"
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|BST|[ECMP][SD]?T|EET|CET))?|"
    r"\b\d+ min(?:ute)?s? read\b|[|•·]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote, as printed without role and place; None where only software signs."""

    author: str | None
    printed: PrintedDate | None = None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(_OPENING, re.IGNORECASE)


@cache
def _admin() -> re.Pattern[str]:
    return re.compile("|".join(ADMIN_NAMES), re.IGNORECASE)


@cache
def _behind_name() -> re.Pattern[str]:
    role = rf"[^,]*\b{ROLE_WORDS}s?\b.*"
    return re.compile(
        rf"(?:,\s*(?:(?:the|our|a) )?{role}|\s+(?:in|at|reporting from) {_NAME}.*|\s+for (?:the )?{_NAME}.*)$"
    )


def read_byline(line: str) -> Byline | None:
    """The byline that a short line is: `By Jane Roe in Sirte | 3 May 2024`, `(Author: The Desk)`."""
    if len(line) > 180 or n_words(line) > 24:
        return None
    dates = list(find_dates(line))
    rest = line
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    rest = re.sub(r"\s+", " ", _LEFT_BY_DATE.sub(" ", rest) if dates or "|" in rest else rest).strip(" ,;–—-")
    match = _opening().fullmatch(rest)
    printed = min(dates, key=lambda found: found.label == "updated", default=None)
    if match and _signs(match["who"]):
        return Byline(_named(match["who"]), printed)
    if re.fullmatch(
        rf"{_NAME}(?: {_NAME}){{1,3}},? (?:[\w ]+ )?{ROLE_WORDS}(?: in {_NAME}| for {_NAME})?[\w ]{{0,30}}", rest
    ):
        return Byline(_named(rest), printed)
    one = rf"{_NAME}(?: {_NAME}){{1,3}}"
    if (dates and is_name(rest)) or re.fullmatch(rf"{one}(?:(?:,| and) {one})* in {_NAME}(?: {_NAME})?", rest):
        return Byline(_named(rest), printed)
    if desk_publisher(rest) and n_words(rest) <= 6 and rest.istitle():
        return Byline(rest, printed)
    return None


def is_name(text: str) -> bool:
    """Whether `text` is two to four words written as names are, nothing else."""
    one = rf"{_NAME}(?: {_NAME}){{1,3}}"
    return bool(re.fullmatch(rf"{one}(?:(?:,| and| &) {one})*", text)) and not _NOT_NAMES.match(text)


def _signs(who: str) -> bool:
    """Whether the words after `by` are a name: `By Friday` and `By the end of the day` are not."""
    words = re.findall(r"[^\s,&|/]+", who)
    if _NOT_NAMES.match(who) or not words or re.search(r"[.!?] \w", re.sub(r"\b\w\. ", "", who)):
        return False
    capitals = sum(
        not word[0].islower() or word in ("and", "in", "for") or bool(re.match(_NAME, word)) for word in words
    )
    return bool(_admin().fullmatch(who)) or (len(words) <= 14 and capitals * 4 >= len(words) * 3)


def _named(who: str) -> str | None:
    name = _behind_name().sub("", who).strip(" ,;|")
    return None if _admin().fullmatch(name) and not desk_publisher(name) else name or None


def desk_publisher(author: str) -> str | None:
    """The publisher whose own desk signs: `The Gazette Editorial Staff` is The Gazette's."""
    match = re.fullmatch(rf"(?P<who>.+?) {DESK_WORDS}", author, re.IGNORECASE)
    return match["who"] if match and match["who"][0].isupper() else None
