"""Two numbers of one verb group → the second with the bound of the first: `at least 23 killed and 27 wounded`."""

from collections.abc import Sequence
from dataclasses import replace

from hudhud.lexicon.casualty_words import DONE_TO, OUTCOMES
from hudhud.read.number_tokens import Token
from hudhud.records.values import Bound, Quantity

__all__ = ["with_shared_bounds"]

_REACH = 14
"""Tokens between two such numbers: `at least 23 people of the same village were reportedly killed and 27 wounded`."""

_PEOPLE = frozenset({"others", "other", "more", "people", "civilians"})
_BREAKS = frozenset({"who", "which", "that", "while", "but", "whereas", "when", "(", ";", ":", "including"})


def with_shared_bounds(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of one sentence; one without a bound of its own takes that of the number before it.

    Only in one verb group: the numbers are joined by `and`, the first has its outcome before the second, and the
    second's participle (`27 wounded`, `27 others injured`) has no verb of its own (`27 were wounded`).
    """
    found: list[Quantity] = []
    for quantity in quantities:
        before = found[-1] if found else None
        is_bounded = before is not None and before.bound in (Bound.AT_LEAST, Bound.AT_MOST) and not before.is_part
        if before is not None and is_bounded and _is_governed(tokens, before, quantity):
            quantity = _bounded(quantity, before.bound)
        found.append(quantity)
    return found


def _is_governed(tokens: Sequence[Token], before: Quantity, quantity: Quantity) -> bool:
    is_bare = quantity.bound is Bound.EXACT and not quantity.is_part and not quantity.is_share
    if not is_bare or before.span is None or quantity.span is None or not _has_words(before):
        return False
    between = [token.low for token in tokens if before.span.end <= token.start < quantity.span.start]
    after = [token.low for token in tokens if token.start >= quantity.span.end][:2]
    participle = after[1] if after[:1] and after[0] in _PEOPLE and len(after) > 1 else "".join(after[:1])
    return (
        between[-1:] == ["and"]
        and len(between) <= _REACH
        and _BREAKS.isdisjoint(between)
        and any(_is_outcome(low) for low in between)
        and _is_outcome(participle)
    )


def _has_words(quantity: Quantity) -> bool:
    """Whether the bound was said in words before the number: `dozens` and `50+` govern nothing."""
    words = quantity.text.split()
    return len(words) > 1 and not words[-1].endswith("+") and not words[0][0].isdigit()


def _is_outcome(low: str) -> bool:
    return (low in DONE_TO and low.endswith(("ed", "n", "t"))) or low in ("dead", "missing") or low in OUTCOMES


def _bounded(quantity: Quantity, bound: Bound) -> Quantity:
    if bound is Bound.AT_LEAST:
        return replace(quantity, high=None, bound=bound)
    return replace(quantity, low=None, bound=bound)
