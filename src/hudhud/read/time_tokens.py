"""Text → the small tokens that the grammar of dates reads."""

import re
from collections import defaultdict
from typing import NamedTuple, cast

from hudhud.lexicon.time_words import FEASTS, NAMED_PERIODS, TIME_WORDS

__all__ = ["Item", "tokenise", "year_of"]


class Item(NamedTuple):
    """A token, or what the grammar has made of several: its kind, where it stands, its value, its lower-case word."""

    kind: str
    start: int
    end: int
    value: object = None
    low: str = ""


def year_of(item: Item | None) -> int | None:
    """The whole number that an item is worth; None for no item."""
    return cast(int, item.value) if item else None


# Plain words go first: most tokens are such, and need none of the other alternatives tried.
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]{5,}(?![\w'’])|[^\W\d_]{1,4}(?![\w.'’]))"
    r"|(?P<break>\n[^\S\n]*\n\s*)"
    r"|(?P<iso>\b\d{4}-[01]\d-[0-3]\d(?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d)?)?(?![\d-]))"
    r"|(?P<numeric>(?<![\d/.])\d{1,2}(?P<by>[/.])\d{1,2}(?P=by)(?:\d{4}|\d{2})(?![\d/]|\.\d)"
    r"|(?<![\d/.-])(?:\d{1,2}-\d{1,2}-\d{4}|\d{4}(?P<or>[/.])\d{1,2}(?P=or)\d{1,2})(?![\d/-]|\.\d))"
    r"|(?P<feast>(?<![\d/])9/11(?![\d/]))"
    r"|(?P<clock>(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<decade>(?:1\d|20)\d0s\b|\b\d{2,3}0s(?= B\.?C)|['’‘]?\b\d0s\b|(?<=the )(?:1\d|20)?\d0['’]s\b)"
    r"|(?P<abbr>(?<!\w)['’‘]\d\d(?![\w]))"
    r"|(?P<figure>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<quarter>\b[QH][1-4]\b)"
    r"|(?P<integer>\d+(?:,\d{3})*(?:\.\d+)?(?: 1/2|½)?)"
    r"|(?P<mer>[apAP]\.[mM]\b\.?|(?:B\.C\.E|B\.C|A\.D)\.?)"
    r"|(?P<month>\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
    r"|(?P<other>[^\W\d_]+(?:['’]clock)?)"
    r"|(?P<sign>\S)"
)
_SIGNS = {
    "-": "hyphen", "–": "hyphen", "—": "dash", "‑": "hyphen", "−": "hyphen", ",": "comma", "/": "slash", "(": "open",
    ")": "close", "$": "money", "€": "money", "£": "money", "~": "about",
}  # fmt: skip
_DAYS = frozenset(str(day) for day in range(1, 32)) | frozenset(f"0{day}" for day in range(1, 10))
_WEEKDAY_PLURALS = {
    f"{day}s": TIME_WORDS[day].value
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
}
_PART_PLURALS = {"mornings": "morning", "afternoons": "afternoon", "evenings": "evening", "nights": "night"}


def _feasts_by_first_word() -> dict[str, list[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted([*FEASTS, *NAMED_PERIODS], key=len, reverse=True):
        table[re.split(r"[\s'.-]", phrase)[0]].append(phrase)
    return dict(table)


_FEAST_STARTS = _feasts_by_first_word()


def tokenise(text: str) -> list[Item]:
    """The tokens of `text` in order; words that tell no time are of the kind `word`, with a capital `name`."""
    items: list[Item] = []
    skip = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < skip:
            continue
        group = match.lastgroup
        if group == "word" or group == "other":
            item = _word(match[0], start, match.end(), text)
            skip = item.end
        else:
            item = _READERS[group or "sign"](match[0], start, match.end())
        items.append(item)
    return items


def _word(written: str, start: int, end: int, text: str) -> Item:
    low = written.lower()
    feasts = _FEAST_STARTS.get(low)
    if feasts and (feast := _feast(feasts, text, start)):
        return feast
    known = TIME_WORDS.get(low)
    if known is None:
        return _unknown(low, start, end, is_capital=written[0].isupper())
    if known.kind in ("month", "weekday") and not written[0].isupper():
        return Item("word" if known.kind == "month" or len(low) < 6 else "weekday", start, end, known.value, low)
    return Item(known.kind, start, end, known.value, low if written[0].islower() else written)


def _unknown(low: str, start: int, end: int, *, is_capital: bool) -> Item:
    if low in _WEEKDAY_PLURALS:
        return Item("weekdays", start, end, _WEEKDAY_PLURALS[low], low)
    if low in _PART_PLURALS:
        return Item("parts", start, end, _PART_PLURALS[low], low)
    return Item("name" if is_capital else "word", start, end, None, low)


def _feast(phrases: list[str], text: str, start: int) -> Item | None:
    near = text[start : start + 40].lower().replace("’", "'").replace("\n", " ")
    for phrase in phrases:
        after = near[len(phrase) : len(phrase) + 1]
        if near.startswith(phrase) and not after.isalnum() and text[start].isupper():
            kind = "feast" if phrase in FEASTS else "named"
            return Item(kind, start, start + len(phrase), phrase, phrase)
    return None


def _integer(written: str, start: int, end: int) -> Item:
    if written in _DAYS:
        return Item("day", start, end, int(written), written)
    if len(written) == 4 and written.isdigit() and "1000" <= written < "2200":
        return Item("year", start, end, int(written), written)
    plain = re.sub(r"(\.\d+)?(?: 1/2|½)", ".5", written.replace(",", ""))
    return Item("int", start, end, float(plain) if "." in plain else int(plain[:12]), written)


def _decade(written: str, start: int, end: int) -> Item:
    digits = re.sub(r"\D", "", written)
    return Item("decade", start, end, int(digits) if len(digits) > 2 else 1900 + int(digits), written)


def _abbreviated_year(written: str, start: int, end: int) -> Item:
    value = int(written[1:])
    return Item("abbr", start, end, 2000 + value if value < 50 else 1900 + value, written)


def _meridiem(written: str, start: int, end: int) -> Item:
    word = TIME_WORDS[written.lower().rstrip(".") if written[0] in "apAP" and "." not in written else written.lower()]
    return Item(word.kind, start, end, word.value, written)


def _sign(written: str, start: int, end: int) -> Item:
    return Item(_SIGNS.get(written, "sign"), start, end, None, written)


_READERS = {
    "break": lambda written, start, end: Item("break", start, end),
    "iso": lambda written, start, end: Item("iso", start, end, written, written),
    "numeric": lambda written, start, end: Item("numeric", start, end, written, written),
    "feast": lambda written, start, end: Item("feast", start, end, written, written),
    "clock": lambda written, start, end: Item("clock", start, end, written, written),
    "decade": _decade,
    "abbr": _abbreviated_year,
    "figure": lambda written, start, end: Item("ordinal", start, end, int(written[:-2]), written),
    "quarter": lambda written, start, end: Item("quarter_code", start, end, (written[0], int(written[1])), written),
    "integer": _integer,
    "mer": _meridiem,
    "month": lambda written, start, end: Item(
        "month", start, end, TIME_WORDS[written.rstrip(".").lower()].value, written
    ),
    "sign": _sign,
}
