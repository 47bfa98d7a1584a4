"""Text → the quantities in it, with their bounds.

`find_readings` reads every number that says how much or how many, ages and durations included, each with its
kind; `find_quantities` keeps the counts, the money, the measures and the shares.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from hudhud.lexicon.casualty_words import DONE_TO
from hudhud.lexicon.number_contexts import LABELS
from hudhud.lexicon.number_words import SMALL, TENS, VAGUE_PLURALS
from hudhud.lexicon.units import CURRENCY_CODES, CURRENCY_NOUNS, CURRENCY_SIGNS, MEASURES, SHARES, TIME_UNITS
from hudhud.read.counted import counted_end, counted_start
from hudhud.read.number_bounds import bound_after, bound_before
from hudhud.read.number_flags import flags_of
from hudhud.read.number_kinds import NumberKind, kind_of
from hudhud.read.number_tokens import Token, sentences_of, tokenise
from hudhud.read.numerals import Numeral, numeral_at
from hudhud.read.ranges import Stretch, stretches
from hudhud.read.shared_bounds import with_shared_bounds
from hudhud.records.values import Bound, Quantity, Span

__all__ = ["Reading", "find_quantities", "find_readings", "parse_quantity", "sentence_readings"]

_KEPT = frozenset({NumberKind.COUNT, NumberKind.MONEY, NumberKind.MEASURE, NumberKind.SHARE, NumberKind.TIMES})
_SIGNS = frozenset({"minus", "-", "−", "–", "+"})
_AMOUNTS = frozenset({NumberKind.MEASURE, NumberKind.MONEY})
_STARTS = frozenset(
    {*SMALL, *TENS, *VAGUE_PLURALS, "a", "an", "half", "quarter", "hundred", "couple", "several", "few", "many"}
)
_VERBS = frozenset({"were", "was", "have", "had", "who", "died", "wounded", "injured", "missing"})
_LISTED = 6
"""Tokens between two numbers of one list of parts: `including 41 elderly civilians and 3 children`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity with its kind, the direction of the change it tells (1 up, -1 down, 0 none), and its bound words.

    `hedge` is what the words around the number say, which a range (`about 14 to 18`) leaves out of its bound.
    `is_fraction` marks a share told as one (`half the town`), whose quantity is in percent as all shares are.
    """

    quantity: Quantity
    kind: NumberKind
    direction: int = 0
    hedge: Bound | None = None
    is_fraction: bool = False


def find_quantities(text: str, *, sentences: Sequence[Span] = (), shares_bounds: bool = True) -> list[Quantity]:
    """The counts, amounts of money, measures and shares of a text, in order; none of them overlap.

    Dates, years, times, ages, durations, ordinals, names with numbers in them and `one` as a pronoun are left
    out. `sentences` are the text's, where known; nothing outside its own sentence changes a quantity. With
    `shares_bounds`, `at least 23 people were killed and 27 wounded` tells two least numbers.
    """
    tokens = tokenise(text)
    found: list[Quantity] = []
    for sentence in sentences_of(text, tokens, sentences):
        readings = sentence_readings(text, sentence)
        kept = [reading.quantity for reading in readings if reading.kind in _KEPT]
        found += with_shared_bounds(sentence, kept) if shares_bounds else kept
    return found


def parse_quantity(phrase: str) -> Quantity | None:
    """The first quantity of a short phrase, ages and durations included; None where it holds no number."""
    readings = find_readings(phrase)
    return readings[0].quantity if readings else None


def find_readings(text: str, *, sentences: Sequence[Span] = ()) -> list[Reading]:
    """Every number of a text that says how much or how many, with its kind, in order."""
    tokens = tokenise(text)
    return [
        reading for sentence in sentences_of(text, tokens, sentences) for reading in sentence_readings(text, sentence)
    ]


def sentence_readings(text: str, tokens: Sequence[Token]) -> Iterator[Reading]:
    """The readings of one sentence, given its tokens, in order."""
    before: Reading | None = None
    last_end = 0
    found = list(stretches(tokens, list(_numbers(tokens))))
    for stretch, following in zip_longest(found, found[1:]):
        sign = _sign(tokens, stretch)
        first, bound = bound_before(tokens, stretch.first - sign, stretch.kind)
        first = max(first, last_end)
        end, noun_first, noun_end = _measured(tokens, stretch)
        # `one of the two hundred or so words`: what follows the next number bounds that one.
        own_end = min(noun_end, following.first) if following else noun_end
        end, after = bound_after(tokens, end, own_end)
        if after is not None and noun_end <= end:
            noun_first, noun_end = _noun(tokens, stretch, end)
        if before is not None and _is_conversion(tokens, first, last_end, before, stretch):
            bound = bound or before.hedge
            direction = before.direction
        else:
            direction = 0
        flags = flags_of(tokens, first, stretch.end, stretch.kind)
        is_listed = (
            before is not None
            and before.quantity.is_part
            and stretch.kind is NumberKind.COUNT
            and _continues(tokens, last_end, first)
            and not _has_own_verb(tokens, noun_end)
        )
        is_minus = sign > 0 and tokens[stretch.first - sign].text != "+"
        low, high, bound_of = _interval(stretch, bound or after, is_minus=is_minus)
        is_fraction = stretch.kind is NumberKind.SHARE and not _share_unit(tokens, stretch)
        if is_fraction:
            low, high = _in_percent(low), _in_percent(high)
        span = Span(tokens[first].start, tokens[end - 1].end)
        quantity = Quantity(
            low,
            high,
            bound_of,
            span.of(text),
            span,
            _unit(text, tokens, stretch, noun_first, noun_end),
            is_part=flags.is_part or is_listed,
            is_change=flags.is_change,
            is_share=stretch.kind is NumberKind.SHARE,
            is_cumulative=flags.is_cumulative,
        )
        hedge = bound or after
        before = Reading(quantity, stretch.kind, flags.direction or direction, hedge, is_fraction)
        last_end = end
        yield before


def _is_conversion(tokens: Sequence[Token], first: int, last_end: int, before: Reading, stretch: Stretch) -> bool:
    """`more than 100 km (60 miles)`, `up 17 points, or 0.2%`: the same amount in another unit."""
    gap = [token.low for token in tokens[last_end:first]]
    if gap == ["("]:
        return stretch.kind in _AMOUNTS and before.kind is stretch.kind
    return gap in ([",", "or"], ["points", ",", "or"]) and stretch.kind in _AMOUNTS | {NumberKind.SHARE}


def _numbers(tokens: Sequence[Token]) -> Iterator[tuple[Numeral, NumberKind]]:
    """The numbers that are quantities, in order."""
    at, name_end = 0, -9
    while at < len(tokens):
        numeral = numeral_at(tokens, at) if _may_start(tokens[at]) else None
        if numeral is None:
            at += 1
            continue
        kind = kind_of(tokens, numeral, after_name=numeral.first - name_end <= 2)
        if kind is None:
            is_label = at > 0 and tokens[at - 1].low in LABELS
            name_end = numeral.end if is_label or numeral.first - name_end <= 2 else name_end
        else:
            yield numeral, kind
        at = numeral.end


def _may_start(token: Token) -> bool:
    return token.low in _STARTS or not token.is_word or token.low.endswith("fold")


def _sign(tokens: Sequence[Token], stretch: Stretch) -> int:
    """The tokens that a sign before the digits takes: `-0.6%` and `+5` one, `minus-130` two, mostly none."""
    at = stretch.first
    if not at or not stretch.numeral.is_digits or stretch.is_range or tokens[at - 1].low not in _SIGNS:
        return 0
    if tokens[at - 1].text in "-–" and at >= 2 and tokens[at - 2].low == "minus":
        return 2
    if tokens[at - 1].low == "minus":
        return 1
    is_free = at == 1 or not tokens[at - 1].is_glued or tokens[at - 2].text == "("
    return int(is_free and tokens[at].is_glued)


def _interval(stretch: Stretch, bound: Bound | None, *, is_minus: bool) -> tuple[float | None, float | None, Bound]:
    """Low, high and bound of a stretch, from the words around it and then from its own."""
    if stretch.is_range:
        return stretch.low, stretch.high, Bound.BETWEEN
    value = -stretch.low if is_minus else stretch.low
    own = stretch.numeral.bound
    bound = own if bound is None or (own is Bound.AT_LEAST and bound is Bound.ABOUT) else bound
    if bound is Bound.AT_LEAST:
        return value, None, bound
    if bound is Bound.AT_MOST:
        return None, value, bound
    return value, value, bound


def _share_unit(tokens: Sequence[Token], stretch: Stretch) -> bool:
    """Whether `percent` or its like stands behind the number, or behind its hyphen."""
    hyphen = stretch.end < len(tokens) and tokens[stretch.end].low in "-–"
    return any(_share_end(tokens, at) > at for at in (stretch.end, stretch.end + hyphen))


def _in_percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 6)


def _measured(tokens: Sequence[Token], stretch: Stretch) -> tuple[int, int, int]:
    """Where the quantity's words end, and the first and last token (exclusive) of what it counts or measures.

    The unit of money, shares, measures and durations belongs to the words; a counted noun does not.
    """
    end = stretch.end
    at = end + 1 if end + 1 < len(tokens) and tokens[end].low in "-–" and tokens[end].is_glued else end
    if stretch.kind is NumberKind.MONEY:
        stop = _money_end(tokens, at)
        return max(end, stop), at, max(at, stop)
    if stretch.kind is NumberKind.SHARE:
        stop = _share_end(tokens, at)
        return (stop, at, stop) if stop > at else (end, *_noun(tokens, stretch))
    if stretch.kind in (NumberKind.MEASURE, NumberKind.DURATION, NumberKind.AGE):
        stop = _run_end(tokens, at, stretch.kind)
        return max(end, stop), at, max(at, stop)
    return (end, *_noun(tokens, stretch))


def _noun(tokens: Sequence[Token], stretch: Stretch, end: int = 0) -> tuple[int, int]:
    start = counted_start(tokens, end or stretch.end)
    return start, counted_end(tokens, start, is_one=stretch.low == 1 and not stretch.is_range)


def _money_end(tokens: Sequence[Token], at: int) -> int:
    """Past `dollars`, `US dollars`, `Danish crowns`, `€`; `at` where the sign stood before."""
    for step in range(3):
        token = tokens[at + step] if at + step < len(tokens) else None
        if token is None or token.low in ("and", "or", "to"):
            break
        if not token.is_word and token.text not in CURRENCY_SIGNS and token.low != "-":
            break
        if (
            token.low in CURRENCY_NOUNS
            or token.text in CURRENCY_SIGNS
            or (token.text in CURRENCY_CODES and len(token.text) == 3)
        ):
            return at + step + 1
    return at


def _share_end(tokens: Sequence[Token], at: int) -> int:
    low = tokens[at].low if at < len(tokens) else ""
    if low == "per" or (low == "percentage" and at + 1 < len(tokens) and tokens[at + 1].low in ("point", "points")):
        return at + 2
    return at + 1 if low in SHARES else at


def _run_end(tokens: Sequence[Token], at: int, kind: NumberKind) -> int:
    """Past a run of unit words: `nautical miles`, `sq m`, `months`, `years old`."""
    wanted = MEASURES if kind is NumberKind.MEASURE else frozenset({*TIME_UNITS, "old", "olds", "-"})
    stop = at
    while stop < len(tokens) and stop - at < 4 and tokens[stop].low in wanted:
        stop += 1
    return stop


def _unit(text: str, tokens: Sequence[Token], stretch: Stretch, first: int, end: int) -> str:
    """The unit as written: what follows, or the currency before."""
    if end > first:
        return text[tokens[first].start : tokens[end - 1].end]
    if stretch.kind is not NumberKind.MONEY:
        return ""
    signs = list(tokens[max(0, stretch.numeral.first - 2) : stretch.numeral.first])
    while signs and not (signs[0].text in CURRENCY_SIGNS or signs[0].text in CURRENCY_CODES):
        signs = signs[1:]
    return text[signs[0].start : signs[-1].end] if signs else ""


def _has_own_verb(tokens: Sequence[Token], noun_end: int) -> bool:
    """`including six children, and at least 20 others were injured`: the 20 are no part."""
    if noun_end and tokens[noun_end - 1].low == "others":
        return True
    ahead = [token.low for token in tokens[noun_end : noun_end + 3]]
    if ahead[:2] == [",", "including"]:
        return any(token.low in ("were", "was") for token in tokens[noun_end : noun_end + 9])
    return ahead[:1] != [","] and any(low in _VERBS for low in ahead[:2])


def _continues(tokens: Sequence[Token], last_end: int, first: int) -> bool:
    """Whether a number goes on a list of parts: nothing but nouns, a comma and `and` between."""
    between = tokens[last_end:first]
    joined = any(token.low in ("and", ",", "&") for token in between)
    return (
        joined
        and len(between) <= _LISTED
        and all(token.is_word or token.text == "," for token in between)
        and not any(token.low in DONE_TO or token.low in _VERBS for token in between)
    )
