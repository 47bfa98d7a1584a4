"""A number → the words for what it counts."""

from collections.abc import Sequence

from hudhud.lexicon.count_nouns import IRREGULAR_PLURALS, NOT_PLURAL, STOPS, TAILS
from hudhud.lexicon.number_contexts import MONTHS
from hudhud.lexicon.number_words import SCALES, SMALL, TENS
from hudhud.read.number_tokens import Token

__all__ = ["counted_end", "counted_start", "is_plural"]

_REACH = 7
"""Words looked at after a number: `between 100 and 200 heavily armed Islamic State fighters` needs six."""

_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "my"})
_THEM = frozenset({"them", "whom", "these", "those", "which"})
_NUMBER_WORDS = frozenset({*SMALL, *TENS, *SCALES, "an", "estimated", "some", "about", "around", "-", "–"})
_LINKS = frozenset({"were", "are", "was", "being", ",", "reportedly", "a", "an", "the"})
_SKIPPED = frozenset({"more", "other", "additional", "extra", "further", "fewer", "less", "-", "or", "so", "odd"})


def is_plural(low: str) -> bool:
    """Whether a word looks like a plural noun."""
    return low in IRREGULAR_PLURALS or (
        len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "'s", "’s")) and low not in NOT_PLURAL
    )


def counted_start(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase begins: past `more`, `or so` and `of the` after `hundreds`, `two` and their like."""
    while at < len(tokens) and tokens[at].low in _SKIPPED and not _is_hyphen_of_range(tokens, at):
        at += 1
    if at + 1 < len(tokens) and tokens[at].low == "of":
        at += 1
        if tokens[at].low in _THEM:
            at += 1
            while at < len(tokens) and tokens[at].low in _LINKS:
                at += 1
        while at < len(tokens) and (tokens[at].low in _OWNERS or tokens[at].low in ("all",)):
            at += 1
        while at < len(tokens) and (tokens[at].is_number or tokens[at].low in _NUMBER_WORDS):
            at += 1
    return at


def _is_hyphen_of_range(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low == "-" and not tokens[at].is_glued


def counted_end(tokens: Sequence[Token], at: int, *, is_one: bool = False) -> int:
    """The exclusive end of the noun phrase that begins at `at`; `at` itself where there is none.

    It runs to the first plural noun (or a plural that the first only describes), within seven words; where there
    is none, as after `one` or in `12 police`, it is the run of words up to the first that cannot belong to it.
    """
    run = at
    for position in range(at, min(len(tokens), at + _REACH)):
        token = tokens[position]
        if not _belongs(tokens, position, at):
            break
        run = position + 1
        if not is_one and is_plural(token.low) and not _is_hyphened(tokens, position):
            return _with_tail(tokens, run)
    while run > at and not tokens[run - 1].is_word:
        run -= 1
    return min(run, at + (3 if is_one else 2))


def _belongs(tokens: Sequence[Token], position: int, at: int) -> bool:
    token = tokens[position]
    if token.low == "-" or (token.text in "’'/" and token.is_glued):
        return position > at and token.is_glued
    if token.is_number:
        return position > at and tokens[position - 1].low == "-" and token.is_glued
    return token.is_word and (token.low not in STOPS or token.text == "US") and token.low not in MONTHS


def _is_hyphened(tokens: Sequence[Token], position: int) -> bool:
    """Whether the word goes on in a hyphen: the `forces` of `forces-backed` counts nothing."""
    return position + 1 < len(tokens) and tokens[position + 1].low == "-" and tokens[position + 1].is_glued


def _with_tail(tokens: Sequence[Token], end: int) -> int:
    return end + 1 if end < len(tokens) and tokens[end].low in TAILS else end
