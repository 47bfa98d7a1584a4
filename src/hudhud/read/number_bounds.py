"""Words before and after a number → how they bound it, and where they begin and end."""

from collections.abc import Mapping, Sequence

from hudhud.lexicon.bounds import AFTER, BEFORE, LONGEST
from hudhud.lexicon.units import CURRENCY_CODES, CURRENCY_SIGNS
from hudhud.read.number_kinds import NumberKind
from hudhud.read.number_tokens import Token
from hudhud.records.values import Bound

__all__ = ["bound_after", "bound_before"]

_OF_SPACE = frozenset({"near", "above", "below", "beyond", "under"})
"""Prepositions that bound an amount, but place people and things: `near two hospitals`, `under three flags`."""

_BETWEEN = frozenset({"another", "further", "additional", "extra", "a", "an", "only", "just", "some", "(", "±", "+"})
"""Words that may stand between bound and number: `at least another 20`, `up to a further 50`."""


def bound_before(tokens: Sequence[Token], at: int, kind: NumberKind) -> tuple[int, Bound | None]:
    """The first token of the bound words that end where the number begins, and the bound (None: no such words)."""
    first, bound = at, None
    is_money = kind is NumberKind.MONEY
    while is_money and first and (tokens[first - 1].text in CURRENCY_SIGNS or tokens[first - 1].text in CURRENCY_CODES):
        first -= 1
    while True:
        found, length = _ending(tokens, first, kind)
        if found is None:
            skipped = first - 1
            if skipped > 0 and tokens[skipped].low in _BETWEEN and _ending(tokens, skipped, kind)[0] is not None:
                first = skipped
                continue
            return first, bound
        first -= length
        bound = found if bound in (None, Bound.ABOUT) else bound


def _ending(tokens: Sequence[Token], end: int, kind: NumberKind) -> tuple[Bound | None, int]:
    """The longest phrase that ends at a token."""
    for length in range(min(LONGEST, end), 0, -1):
        phrase = tuple(token.low for token in tokens[end - length : end])
        bound = BEFORE.get(phrase)
        if bound is not None and not _is_other(tokens, phrase, end - length, kind):
            return bound, length
    return None, 0


def _is_other(tokens: Sequence[Token], phrase: tuple[str, ...], first: int, kind: NumberKind) -> bool:
    """Whether the words are there for something else: a place, `talks about two prisoners`, `all over 3 towns`."""
    if phrase in (("north", "of"), ("south", "of")):
        return kind is NumberKind.COUNT
    if phrase[0] in _OF_SPACE and len(phrase) == 1:
        return kind is NumberKind.COUNT and tokens[first + 1].is_word
    before = tokens[first - 1].low if first else ""
    if phrase == ("c", "."):
        return not tokens[first + 1].is_glued
    if phrase == ("over",):
        return (
            before in ("all", "took", "taken", "handed", "control", "war", "talks", "dispute", "hand")
            or kind is NumberKind.AGE
        )
    if phrase == ("about",):
        return before in ("information", "talk", "talks", "questions", "concerns", "concern", "worried", "warned")
    return False


def bound_after(tokens: Sequence[Token], end: int, noun_end: int) -> tuple[int, Bound | None]:
    """The end of the bound words after the number or its noun, and the bound."""
    for start in dict.fromkeys((end, noun_end)):
        bound, length = _starting(AFTER, tokens, start)
        if bound is not None and not _opens_other(tokens, start, length):
            return start + length, bound
    return end, None


def _starting(table: Mapping[tuple[str, ...], Bound], tokens: Sequence[Token], start: int) -> tuple[Bound | None, int]:
    for length in range(min(LONGEST, len(tokens) - start), 0, -1):
        bound = table.get(tuple(token.low for token in tokens[start : start + length]))
        if bound is not None:
            return bound, length
    return None, 0


def _opens_other(tokens: Sequence[Token], start: int, length: int) -> bool:
    """`20 militants, at least 5 of them` bounds the 5; `5 plus 3` adds."""
    if tokens[start].low in ("+", "-") and not tokens[start].is_glued:
        return True
    following = tokens[start + length].low if start + length < len(tokens) else ""
    is_number = bool(following) and not following.isalpha() and following[0].isdigit()
    return tokens[start].low in ("at", "plus", "approximately", "maximum") and (
        is_number or (following.isalpha() and tokens[start].low != "plus")
    )
