"""Tokens → the numbers written in them, before their context is judged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hudhud.lexicon import number_words as words
from hudhud.lexicon.casualty_words import DONE_TO, INTRANSITIVE
from hudhud.lexicon.units import CURRENCY_CODES, CURRENCY_NOUNS, CURRENCY_SIGNS, MEASURES
from hudhud.read.number_tokens import Token
from hudhud.records.values import Bound

__all__ = ["Numeral", "numeral_at"]

_VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125}
_OWNERS = frozenset({"of", "the", "its", "their", "his", "our"})
_HEDGES = frozenset({"than", "nearly", "almost", "about", "roughly", "least", "around", "over"})
_ARTICLES = frozenset({"a", "an"})
_LONGEST = 24
"""Characters of the longest digits read as a number; longer ones are codes, and soon beyond a float."""

_GREATEST = 1e15
_COMMON_PARTS = 10
"""The greatest whole of a fraction in figures without `of`: `3/4`; `9/11` is a day."""

_FEW = 10.0
"""The greatest part, and a tenth of the greatest whole, of a share such as `nine out of ten`."""

_PEOPLE = frozenset({"people", "men", "women", "children", "personnel", "of"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number on tokens `first` to `end` (exclusive).

    `bound` is what the words themselves say: `several hundred` is at least, `a couple of hundred` about, digits
    and exact words are exact. `scale` is what it was multiplied by, so that `four to five thousand` can share it.
    """

    value: float
    first: int
    end: int
    bound: Bound = Bound.EXACT
    scale: float = 1.0
    is_digits: bool = False
    is_fraction: bool = False
    is_vague: bool = False


def numeral_at(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The longest number that begins at a token, `two out of three` one of them, or None."""
    found = _single(tokens, at)
    return _ratio(tokens, found) if found is not None and found.value <= _FEW else found


def _ratio(tokens: Sequence[Token], part: Numeral) -> Numeral:
    """`one in five`, `two out of three`, as a share; the part itself where no whole follows."""
    ahead = [_low(tokens, part.end), _low(tokens, part.end + 1)]
    if ahead == ["out", "of"]:
        start = part.end + 2
    elif ahead[0] == "in" and _low(tokens, part.first) == "one":
        start = part.end + 1
    else:
        return part
    whole = _single(tokens, start) if start < len(tokens) else None
    if whole is None or not part.value < whole.value <= 10 * _FEW or whole.is_vague or whole.value != int(whole.value):
        return part
    return Numeral(part.value / whole.value, part.first, whole.end, is_fraction=True)


def _single(tokens: Sequence[Token], at: int) -> Numeral | None:
    token = tokens[at]
    if token.is_number:
        return _digits(tokens, at)
    reader = _READERS.get(token.low)
    if reader is not None:
        found = reader(tokens, at)
        if found is not None:
            return found
    if token.low in words.VAGUE_PLURALS:
        return _vague_plural(tokens, at)
    if token.low in words.SMALL or token.low in words.TENS:
        return _with_half(tokens, _collective(tokens, at) or _fraction(tokens, at) or _spelled(tokens, at))
    if token.low.endswith("fold") and (token.low[:-4] in words.SMALL or token.low[:-4] in words.TENS):
        return Numeral((words.SMALL | words.TENS)[token.low[:-4]], at, at + 1)
    if token.text in _VULGAR:
        return Numeral(_VULGAR[token.text], at, at + 1, is_fraction=True)
    return None


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _digits(tokens: Sequence[Token], at: int) -> Numeral | None:
    if len(tokens[at].text) > _LONGEST:
        return None
    value = _figure(tokens[at].text)
    end = at + 1
    vulgar = _VULGAR.get(_low(tokens, end))
    if vulgar is not None:
        return Numeral(value + vulgar, at, end + 1, is_digits=True)
    if _low(tokens, end) in ("/", "⁄") and end + 1 < len(tokens) and tokens[end + 1].is_number:
        whole = _figure(tokens[end + 1].text)
        is_common = whole <= _COMMON_PARTS or _low(tokens, end + 2) == "of"
        if is_common and whole > value > 0 and tokens[end].is_glued and tokens[end + 1].is_glued:
            return Numeral(value / whole, at, end + 2, is_digits=True, is_fraction=True)
    scale = 1.0
    factor, after = _digit_scale(tokens, end, at)
    while factor != 1.0 and value < _GREATEST:
        value, scale, end = value * factor, scale * factor, after
        factor, after = _spelled_scale(tokens, end)
    if scale == 1.0 and _low(tokens, end) in ("dozen", "dozens"):
        return Numeral(value * 12, at, end + 1, is_digits=True)
    return _with_half(tokens, Numeral(_rounded(value), at, end, scale=scale, is_digits=True))


def _figure(text: str) -> float:
    """The worth of digits; `1.000` and `1.000.000` are grouped by dots, since nobody writes one so exactly."""
    plain = "".join(letter for letter in text if letter.isdigit() or letter == ".")
    if plain.count(".") > 1 or (plain.endswith(".000") and not plain.startswith("0")):
        plain = plain.replace(".", "")
    return float(plain)


def _rounded(value: float) -> float:
    """Without the dust of binary fractions: 2.4 million is 2400000."""
    return round(value, 6)


def _digit_scale(tokens: Sequence[Token], end: int, at: int) -> tuple[float, int]:
    """The scale that follows digits, letters such as `bn` or a touching `k` among them."""
    skip = 1 if _low(tokens, end) == "-" and _low(tokens, end + 1) in words.SCALES else 0
    factor, after = _spelled_scale(tokens, end + skip)
    if factor != 1.0:
        return factor, after
    low = _low(tokens, end)
    if low in words.SHORT_SCALES:
        return words.SHORT_SCALES[low], end + 1
    if low in words.GLUED_SCALES and _is_scale_letter(tokens, end, at):
        return words.GLUED_SCALES[low], end + 1
    return 1.0, end


def _is_scale_letter(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether `m` is a million and not metres: after money, or before what is counted or measured."""
    letter = tokens[end]
    if not letter.is_glued:
        following = _low(tokens, end + 1)
        return letter.text in ("B", "M", "K") and following.isalpha() and following.islower()
    if letter.low in ("k", "b"):
        return True
    before = tokens[at - 1].text if at else ""
    if before in CURRENCY_SIGNS or before in CURRENCY_CODES:
        return True
    following = _low(tokens, end + 1)
    is_counted = following in _PEOPLE or following in MEASURES or following in CURRENCY_NOUNS
    return letter.text == "M" or is_counted or (following.endswith("s") and following.isalpha() and len(following) > 3)


def _spelled_scale(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    low = _low(tokens, at)
    return (words.SCALES[low], at + 1) if low in words.SCALES else (1.0, at)


def _small(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """A number word below a hundred, `twenty-one` and `twenty one` included."""
    low = _low(tokens, at)
    if low in words.SMALL:
        return words.SMALL[low], at + 1
    if low not in words.TENS:
        return None
    after = at + 2 if _low(tokens, at + 1) == "-" else at + 1
    unit = words.SMALL.get(_low(tokens, after), 0.0)
    return (words.TENS[low] + unit, after + 1) if 1 <= unit <= 9 else (words.TENS[low], at + 1)


def _spelled(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`two hundred and fifty thousand`, `twenty-one`, `a hundred and five`."""
    total, group, last_scale, end = 0.0, 0.0, 1e15, at
    has_group = False
    if _low(tokens, at) in _ARTICLES:
        group, has_group, end = 1.0, True, at + 1
    scale = 1.0
    while True:
        start = end
        if (has_group and _low(tokens, start) == "and" and group >= 100) or (total and not has_group):
            start += _low(tokens, start) == "and"
        small = _small(tokens, start) if not has_group or group % 100 == 0 else None
        if small is not None and not (has_group and group == 0):
            group, has_group, end, scale = group + small[0], True, small[1], 1.0
            continue
        skip = end + 1 if _low(tokens, end) == "-" and _low(tokens, end + 1) in words.SCALES else end
        factor = words.SCALES.get(_low(tokens, skip), 0.0)
        if factor == 100.0 and has_group and 0 < group < 100:
            group, end, scale = group * 100, skip + 1, 100.0
        elif factor and factor > 100.0 and has_group and factor < last_scale:
            total, group, has_group = total + group * factor, 0.0, False
            last_scale, end, scale = factor, skip + 1, scale * factor
        else:
            break
    value = total + group
    return Numeral(value, at, end, scale=scale) if end > at else None


def _article(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`a hundred`, `a dozen`, `a couple of hundred`, `a few thousand`, `a quarter of`, `a half-dozen`."""
    following = _low(tokens, at + 1)
    if following in words.SCALES:
        return _spelled(tokens, at)
    if following == "dozen" or (following == "score" and _low(tokens, at + 2) == "of"):
        return Numeral(words.COLLECTIVES[following], at, at + 2)
    if following in ("couple", "few", "half"):
        inner = _READERS[following](tokens, at + 1)
        return replace(inner, first=at) if inner else None
    if following in words.FRACTIONS and _low(tokens, at + 2) in ("of", "million", "billion"):
        return _fraction_of_scale(tokens, at, words.FRACTIONS[following], at + 2)
    return None


def _fraction_of_scale(tokens: Sequence[Token], first: int, share: float, end: int) -> Numeral:
    """`a quarter of a million` is a number; `a quarter of the city` a share."""
    after = end + 1 if _low(tokens, end) == "of" else end
    after = after + 1 if _low(tokens, after) in _ARTICLES else after
    factor, stop = _spelled_scale(tokens, after)
    if factor >= 1000.0:
        return Numeral(share * factor, first, stop, scale=factor)
    return Numeral(share, first, end, is_fraction=True)


def _half(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`half a dozen`, `half a million`, `half-dozen`, `half of the camp`, `half the camp`."""
    after = at + 1
    if _low(tokens, after) in ("a", "-", "an"):
        after += 1
    following = _low(tokens, after)
    if following == "dozen":
        return Numeral(6.0, at, after + 1)
    if following in words.SCALES:
        return Numeral(words.SCALES[following] / 2, at, after + 1, scale=words.SCALES[following])
    is_half_of = _low(tokens, at + 1) in _OWNERS and _low(tokens, at - 1) != "first"
    if is_half_of or _low(tokens, at - 1) in _HEDGES:
        return Numeral(0.5, at, at + 1, is_fraction=True)
    return None


def _couple(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`couple of hundred`, `couple of soldiers`; without `of` it is a pair of people in love."""
    if _low(tokens, at + 1) != "of" and _low(tokens, at + 1) not in (*words.SCALES, "dozen"):
        return None
    after = at + 2 if _low(tokens, at + 1) == "of" else at + 1
    if _low(tokens, after) == "dozen":
        return Numeral(24.0, at, after + 1, Bound.ABOUT)
    factor, end = _spelled_scale(tokens, after)
    return Numeral(2 * factor, at, end if factor > 1 else at + 1, Bound.ABOUT, factor, is_vague=factor == 1.0)


def _vague_factor(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`several hundred`, `a few thousand`, `several dozen`; alone these are no number."""
    value, after, scale = words.VAGUE_FACTORS[tokens[at].low], at + 1, 1.0
    if _low(tokens, after) in ("dozen", "dozens"):
        return Numeral(value * 12, at, after + 1, Bound.AT_LEAST, 12.0, is_vague=True)
    while (low := _low(tokens, after).removesuffix("s")) in words.SCALES:
        scale, after = scale * words.SCALES[low], after + 1
        if _low(tokens, after) == "of" and _low(tokens, after + 1).removesuffix("s") in words.SCALES:
            after += 1
    return Numeral(value * scale, at, after, Bound.AT_LEAST, scale, is_vague=True) if scale > 1 else None


def _vague_plural(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`dozens`, `tens of thousands`, `hundreds of thousands`, `scores of`."""
    low, value = tokens[at].low, words.VAGUE_PLURALS[tokens[at].low]
    after = at + 1
    inner = _low(tokens, at + 2)
    if _low(tokens, after) == "of" and inner in words.VAGUE_PLURALS and inner not in ("tens", "scores"):
        value, after = value * words.VAGUE_PLURALS[inner] / 2, at + 3
        if inner == "dozens":
            value /= 6
    elif _low(tokens, after) == "of" and inner in words.SCALES:
        value, after = value * words.SCALES[inner], at + 3
    elif (low == "tens" and _low(tokens, after) != "of") or (low == "scores" and not _scores_people(tokens, at)):
        return None
    return Numeral(value, at, after, Bound.AT_LEAST, is_vague=True)


def _scores_people(tokens: Sequence[Token], at: int) -> bool:
    """`scores of civilians`, `scores died`, `killing scores`; not the scores of a match."""
    following, before = _low(tokens, at + 1), _low(tokens, at - 1) if at else ""
    people = {"more", "were", "have", "others", "dead", "had", "missing", "of"}
    told = following in people or following in DONE_TO or following in INTRANSITIVE or before in DONE_TO
    return told and before not in ("the", "test", "high", "final")


def _collective(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`two dozen`, `three dozens`, `five score`."""
    small = _small(tokens, at)
    word = _low(tokens, small[1]) if small else ""
    if small is None or word not in ("dozen", "dozens", "score"):
        return None
    return Numeral(small[0] * words.COLLECTIVES[word.removesuffix("s")], at, small[1] + 1)


def _fraction(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`two-thirds`, `three quarters of`, `one third of`."""
    small = _small(tokens, at)
    if small is None:
        return None
    end = small[1] + 1 if _low(tokens, small[1]) == "-" else small[1]
    part = _low(tokens, end)
    is_plural = part.endswith("s")
    if part not in words.FRACTIONS or is_plural != (small[0] > 1):
        return None
    is_sure = _low(tokens, end + 1) == "of" or _low(tokens, end - 1) == "-"
    if not is_sure and (part == "quarters" or not is_plural):
        return None
    return Numeral(small[0] * words.FRACTIONS[part], at, end + 1, is_fraction=True)


def _with_half(tokens: Sequence[Token], numeral: Numeral | None) -> Numeral | None:
    """`two and a half`, `one and a half million`, `3 million and a half` (of a million)."""
    if numeral is None or numeral.is_fraction:
        return numeral
    ahead = [_low(tokens, numeral.end + step) for step in range(3)]
    if ahead[:2] != ["and", "a"] or ahead[2] not in ("half", "quarter"):
        return numeral
    part = words.FRACTIONS[ahead[2]] * max(numeral.scale, 1.0)
    factor, end = _spelled_scale(tokens, numeral.end + 3)
    if factor > 1.0 and numeral.scale > 1.0:
        return numeral
    value = (numeral.value + part) * factor
    return replace(numeral, value=value, end=end, scale=max(numeral.scale, factor))


def _bare_scale(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`hundred thousand`, `quarter million`: numbers that leave their `a` out."""
    share = words.FRACTIONS.get(_low(tokens, at), 0.0)
    factor, end = _spelled_scale(tokens, at + 1)
    if factor < 1000.0 or _low(tokens, at - 1) in words.SMALL:
        return None
    return Numeral((share or 100.0) * factor, at, end, scale=factor)


_READERS = {
    "hundred": _bare_scale,
    "quarter": _bare_scale,
    "a": _article,
    "an": _article,
    "half": _half,
    "couple": _couple,
    "several": _vague_factor,
    "few": _vague_factor,
    "many": _vague_factor,
}
