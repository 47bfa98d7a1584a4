"""Where a phrase of time stands → whether the words around it look ahead."""

from collections.abc import Sequence

from hudhud.lexicon.time_words import DEADLINE_CUES, FUTURE_CUES, PAST_CUES, SCHEDULE_VERBS
from hudhud.read.time_tokens import Item

__all__ = ["is_deadline", "is_future"]

_SPEECH = frozenset("said says told announced reported added confirmed stated warned".split())
# How far from the phrase, in words, the tense is looked for.
_TENSE_BEFORE, _TENSE_AFTER = 14, 8
# A phrase among the first words of its sentence, or of what follows a dateline, looks for the tense after it too.
_OPENING = 4
_DATELINE_ENDS = frozenset(("dash", "hyphen", "break"))
_LIMITS = frozenset(("by", "until", "till", "before"))
_PAIRS = frozenset((("set", "for"), ("ahead", "of")))
_BEFORE_TO = frozenset("is are set about going extended postponed delayed adjourned".split())


def is_future(row: Sequence[Item], at: int, begins: int) -> bool:
    """Whether the words around the item `at` put it in the future; `begins` is where its sentence does."""
    if _is_scheduled(row, at, begins):
        return True
    for place in _back(row, at, begins):
        if _is_cue(row, place):
            return True
    if not _opens(row, at, begins):
        return False
    for place in range(at + 1, min(len(row), at + 1 + _TENSE_AFTER)):
        if row[place].kind == "break" or row[place].low in _SPEECH or row[place].low == ".":
            return False
        if _is_cue(row, place):
            return True
    return False


def is_deadline(row: Sequence[Item], at: int, begins: int) -> bool | None:
    """Whether `by`, `until` or `before` in front of the phrase sets a limit still to come.

    True where a word of duty or demand stands before it, False where a past tense does or nothing limits; None
    where the limit may lie on either side.
    """
    if at < 1 or row[at - 1].kind not in _LIMITS or row[at - 1].start < begins:
        return False
    before = [row[place].low.lower() for place in _back(row, at - 1, begins)]
    if any(low in DEADLINE_CUES for low in before) or before[:1] in (["has"], ["have"]):
        return True
    after = (item.low.lower() for item in row[at + 1 : at + 1 + _TENSE_AFTER])
    return False if any(low in PAST_CUES for low in (*before, *after)) else None


def _back(row: Sequence[Item], at: int, begins: int) -> Sequence[int]:
    """The places before `at` in its clause, nearest first."""
    places = []
    for place in range(at - 1, max(-1, at - 1 - _TENSE_BEFORE), -1):
        if row[place].start < begins or row[place].low in _SPEECH:
            break
        places.append(place)
    return places


def _opens(row: Sequence[Item], at: int, begins: int) -> bool:
    """Whether a phrase stands among the first words of its sentence or behind a dateline."""
    near = row[max(0, at - _OPENING) : at]
    is_first = at < _OPENING or near[0].start < begins
    return is_first or any(item.kind in _DATELINE_ENDS for item in near)


def _is_scheduled(row: Sequence[Item], at: int, begins: int) -> bool:
    """Whether a verb of programmes in the present stands right before the phrase: `talks begin on Friday`."""
    near = row[at - 1] if at else None
    if near is not None and near.kind == "on" and at > 1:
        near = row[at - 2]
    return near is not None and near.start >= begins and near.low in SCHEDULE_VERBS


def _is_cue(row: Sequence[Item], place: int) -> bool:
    """Whether an item is a word of the future: `will`, `due`, the last of `is to`, `set for`, `ahead of`."""
    low = row[place].low.lower()
    before = row[place - 1].low.lower() if place else ""
    return low in FUTURE_CUES or (low == "to" and before in _BEFORE_TO) or (before, low) in _PAIRS
