"""Dates told with their events → the date that `two weeks after the attack` or `in its fifth week` is told from."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from hudhud.lexicon.event_words import NOUNS, VERBS
from hudhud.lexicon.time_words import BEGINNINGS, ENDINGS
from hudhud.read.date_context import Resolved
from hudhud.read.time_tokens import Item

__all__ = ["Telling", "beginning", "dated_event", "event_in", "stem", "telling"]

# How many words behind `after` may stand up to the event: `after the deadly suicide attack`.
_REACH = 4
_SUFFIXES = ("ings", "ing", "ed", "es", "s", "e")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, so that `attacked`, `attacks` and `attack` are one."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


_TYPES = {stem(word): entry.type for table in (VERBS, NOUNS) for word, entry in table.items() if word.isalpha()}
# Nouns that texts date by and that tell no event of the ontology; none of them is guessed to be another.
_OTHERS = frozenset(
    stem(word)
    for word in "vote election referendum fall earthquake quake crash accident inauguration revolution disaster "
    "hearing festival storm flood".split()
)
_NOUNS = frozenset(stem(word) for word in NOUNS) | _OTHERS
_TYPES |= {word: f"no type: {word}" for word in _OTHERS if word not in _TYPES}


class Telling(NamedTuple):
    """A date, the sentence it was told in, and how many items from it the sentence's event words stand."""

    resolved: Resolved
    sentence: int
    events: dict[str, int]
    is_beginning: bool


def event_in(items: Sequence[Item]) -> str:
    """The stem of the event that opens a clause, `""` where there is none or the clause tells of its end."""
    words = [item.low for item in items[: _REACH + 1] if item.kind in ("word", "name", "the", "a", "step")]
    if any(word in ENDINGS for word in words):
        return ""
    return next((stem(word) for word in words if _is_event(word)), "")


def _is_event(word: str) -> bool:
    """Whether a word is an event's noun, or the participle of its verb (`after he was killed`)."""
    found = stem(word)
    return found in _NOUNS or (found in _TYPES and word.endswith(("ed", "ing")))


def telling(resolved: Resolved, sentence: int, row: Sequence[Item], at: int, bounds: tuple[int, int],
            without: Iterable[str]) -> Telling:  # fmt: skip
    """A date with the events of its sentence; `bounds` are the sentence's items, `without` what another date owns."""
    events: dict[str, int] = {}
    is_beginning = False
    for place in range(*bounds):
        low, found = row[place].low, stem(row[place].low)
        is_beginning = is_beginning or low in BEGINNINGS
        if found in _TYPES and found not in without:
            # English tells the event first (`the raid was on 9 March`): words behind the date count twice as far.
            events[found] = min(at - place if place < at else 2 * (place - at), events.get(found, 1000))
    return Telling(resolved, sentence, events, is_beginning)


def dated_event(tellings: Sequence[Telling], event: str, sentence: int) -> tuple[Resolved, bool] | None:
    """When an event was, by the last date told with its word, and whether that is a guess.

    A guess is the date of the sentence before, where that tells of an event of the same type (`the attack` after
    `gunmen killed 12`).
    """
    named = [one for one in tellings if event in one.events]
    if named:
        last = named[-1].sentence
        nearest = min((one for one in named if one.sentence == last), key=lambda one: one.events[event])
        return nearest.resolved, False
    for one in reversed(tellings):
        # In its own sentence the date belongs to what is told, not to what it is counted from.
        if sentence - one.sentence == 1 and any(_TYPES[other] == _TYPES[event] for other in one.events):
            return one.resolved, True
    return None


def beginning(tellings: Sequence[Telling], event: str) -> Resolved | None:
    """When the war, siege or offensive that the text is about began; `event` is its stem, or `""`."""
    begun = [one for one in tellings if one.is_beginning]
    named = [one for one in begun if event in one.events] if event else []
    chosen = named or ([] if event and any(one.events for one in begun) else begun)
    return chosen[-1].resolved if chosen else None
