"""A folder of TimeML files → documents with their time expressions; and how well those are found."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import md5
from html import unescape
from pathlib import Path
from typing import TypeAlias

from bench.timex import timex_value
from hudhud.read.dates import find_expressions

__all__ = ["Score", "TimeDocument", "Timex", "baseline", "documents", "predict", "score"]

_TAG = re.compile(r"<(/?)(\w+)([^>]*?)(/?)>", re.S)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_CREATED = re.compile(r"<DCT>(.*?)</DCT>", re.S)
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.S)
_VALUE = re.compile(r'<TIMEX3[^>]*?\bvalue="([^"]*)"', re.S)
_CREATION_TIMEX = re.compile(r"<TIMEX3[^>]*CREATION_TIME[^>]*>", re.S)


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression: character offsets and its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class TimeDocument:
    """A text with its creation day and the annotated expressions."""

    name: str
    text: str
    created: date | None
    timexes: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of the TempEval-3 measure: exact extents, overlapping ones, and of those the right values."""

    found: int
    wanted: int
    strict: int
    relaxed: int
    valued: int

    def metrics(self) -> dict[str, float]:
        """F1 of each."""
        total = self.found + self.wanted
        return {
            "value_f1": _share(2 * self.valued, total),
            "relaxed_f1": _share(2 * self.relaxed, total),
            "strict_f1": _share(2 * self.strict, total),
            "precision": _share(self.relaxed, self.found),
            "recall": _share(self.relaxed, self.wanted),
        }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def documents(folder: Path, split: str) -> list[TimeDocument]:
    """The documents of a split: its folder (`train` is `training` too), or for `tune` and `dev` half of all each."""
    for name in (split, {"train": "training", "test": "testing"}.get(split, split)):
        if (folder / name).is_dir():
            paths = _files(folder / name)
            break
    else:
        halves = {"tune": 0, "dev": 1}
        paths = [path for path in _files(folder) if split not in halves or _is_odd(path.stem) == bool(halves[split])]
    if not paths:
        raise FileNotFoundError(f"No TimeML file in {folder}")
    return [_document(path) for path in paths]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".tml", ".sgml", ".xml", ".sgm"))


def _is_odd(name: str) -> bool:
    return md5(name.encode()).digest()[0] % 2 == 1


def _document(path: Path) -> TimeDocument:
    source = path.read_text(encoding="utf-8", errors="replace")
    body = _TEXT.search(source)
    text, timexes = _plain(body[1] if body else source)
    return TimeDocument(path.stem, text, _created(source), tuple(timexes))


def _created(source: str) -> date | None:
    block = _CREATED.search(source) or _CREATION_TIMEX.search(source)
    value = _VALUE.search(block[0]) if block else None
    if value is None:
        return None
    try:
        return date.fromisoformat(value[1][:10])
    except ValueError:
        return None


def _plain(source: str) -> tuple[str, list[Timex]]:
    """The text without its tags, and the TIMEX3 elements as spans of it; empty ones are left out."""
    pieces: list[str] = []
    length = at = 0
    opened: list[tuple[int, str]] = []
    found: list[Timex] = []
    for tag in _TAG.finditer(source):
        piece = unescape(source[at : tag.start()])
        pieces.append(piece)
        length += len(piece)
        at = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if tag[1]:
            start, value = opened.pop()
            found.append(Timex(start, length, value))
        elif not tag[4]:
            opened.append((length, dict(_ATTRIBUTE.findall(tag[3])).get("value", "")))
    pieces.append(unescape(source[at:]))
    return "".join(pieces), sorted((timex for timex in found if timex.end > timex.start), key=lambda one: one.start)


Predict: TypeAlias = Callable[[TimeDocument], list[Timex]]


def predict(document: TimeDocument) -> list[Timex]:
    """What Hudhud finds."""
    return [
        Timex(mention.start, mention.end, timex_value(resolved))
        for mention, resolved in find_expressions(document.text, document.created)
        if mention.kind != "x_named"
    ]


_BASELINE = re.compile(
    r"\b(?:(\d{1,2}) )?(January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: (\d{1,2})\b,?)?(?: (\d{4}))?|\b(1[0-9]\d\d|20\d\d)\b"
)
_MONTHS = "January February March April May June July August September October November December".split()


def baseline(document: TimeDocument) -> list[Timex]:
    """Written-out dates and bare years; a missing year is the one last told, else that of the creation day."""
    year = str(document.created.year) if document.created else "XXXX"
    found = []
    for match in _BASELINE.finditer(document.text):
        year = match[4] or match[5] or year
        value = year
        if match[2]:
            value += f"-{_MONTHS.index(match[2]) + 1:02d}"
            numeral = match[1] or match[3]
            value += f"-{int(numeral):02d}" if numeral else ""
        found.append(Timex(match.start(), match.end(), value))
    return found


def score(texts: Iterable[TimeDocument], guess: Predict) -> Score:
    """Match each wanted expression with the first overlapping one that is found, as the TempEval-3 scorer does."""
    found = wanted = strict = relaxed = valued = 0
    for document in texts:
        guesses = guess(document)
        found += len(guesses)
        wanted += len(document.timexes)
        for timex, match in pairs(document.timexes, guesses):
            relaxed += 1
            strict += (timex.start, timex.end) == (match.start, match.end)
            valued += timex.value == match.value
    return Score(found, wanted, strict, relaxed, valued)


def pairs(wanted: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Each wanted expression with the one found that overlaps it; none is used twice, equal extents go first."""
    free = list(found)
    matched = []
    by_extent = {(timex.start, timex.end): timex for timex in free}
    rest = []
    for timex in wanted:
        same = by_extent.get((timex.start, timex.end))
        if same is None:
            rest.append(timex)
            continue
        free.remove(same)
        matched.append((timex, same))
    for timex in rest:
        overlapping = next((one for one in free if one.start < timex.end and timex.start < one.end), None)
        if overlapping is not None:
            free.remove(overlapping)
            matched.append((timex, overlapping))
    return matched
