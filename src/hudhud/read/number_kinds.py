"""A number in its context → what kind it is, or None where it is no quantity."""

from collections.abc import Sequence
from enum import StrEnum

from hudhud.lexicon import number_contexts as context
from hudhud.lexicon.casualty_words import DONE_TO
from hudhud.lexicon.number_words import ORDINALS, SMALL, TENS
from hudhud.lexicon.units import AGE_NOUNS, CURRENCY_CODES, CURRENCY_NOUNS, CURRENCY_SIGNS, MEASURES, SHARES, TIME_UNITS
from hudhud.read.counted import counted_end, counted_start, is_plural
from hudhud.read.number_tokens import Token
from hudhud.read.numerals import Numeral

__all__ = ["NumberKind", "kind_of"]


class NumberKind(StrEnum):
    """What a number says. Ages, durations and pronouns are read so that they are not taken for counts."""

    COUNT = "count"
    MONEY = "money"
    MEASURE = "measure"
    SHARE = "share"
    TIMES = "times"
    DURATION = "duration"
    AGE = "age"
    PRONOUN = "pronoun"


_YEARS = range(1900, 2050)
_SIGNS = frozenset("-–—")
_JOINERS = frozenset({"and", "or", "to", ",", "-", "–", "&"})
_ENDS_NAME = frozenset(
    "and or was is are has in on at with to for by from which that after before would will can could of".split()
)
_HEDGES = frozenset("about around some nearly almost than over approximately roughly estimated least to most".split())


def kind_of(tokens: Sequence[Token], numeral: Numeral, *, after_name: bool = False) -> NumberKind | None:
    """The kind of a number; None for dates, times, ordinals, names, labels, scores and codes.

    `after_name` says that the number before it, joined by `and` or a comma, was a label's (`areas 1 and 2`).
    """
    around = _Around(tokens, numeral)
    if around.is_money():
        return NumberKind.MONEY
    if around.is_share():
        return NumberKind.SHARE
    if numeral.is_digits and (around.is_code() or around.is_date() or around.is_time() or around.is_ordinal()):
        return None
    if around.is_age():
        return NumberKind.AGE
    if around.next in TIME_UNITS or around.after_hyphen in TIME_UNITS:
        return NumberKind.DURATION if around.next not in ("second", "seconds") or numeral.value != 1 else None
    if numeral.is_fraction:
        return NumberKind.SHARE
    if around.next in MEASURES or around.after_hyphen in MEASURES:
        return NumberKind.MEASURE
    if around.is_year() or around.is_ordinal() or around.is_name(after_name=after_name) or around.is_score():
        return None
    if numeral.value == 1 and not numeral.is_digits and tokens[numeral.first].low == "one":
        return around.kind_of_one()
    if tokens[numeral.first].low.endswith("fold"):
        return NumberKind.TIMES
    return NumberKind.TIMES if around.next in ("fold", "times") or around.after_hyphen == "fold" else NumberKind.COUNT


class _Around:
    """The words beside one number."""

    def __init__(self, tokens: Sequence[Token], numeral: Numeral) -> None:
        self.tokens, self.numeral = tokens, numeral
        self.first, self.end = numeral.first, numeral.end
        self.next, self.previous = self.low(self.end), self.low(self.first - 1)
        self.after_hyphen = self.low(self.end + 1) if self.next in _SIGNS and self.is_glued(self.end) else ""

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def is_glued(self, at: int) -> bool:
        return 0 < at < len(self.tokens) and self.tokens[at].is_glued

    def text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def is_money(self) -> bool:
        """`$5`, `US$5`, `RM23.50`, `5 euros`, `5 EUR`, `15 million Libyan dinars`."""
        before, after = self.text(self.first - 1), self.text(self.end)
        if before in CURRENCY_SIGNS or after in CURRENCY_SIGNS or (after in CURRENCY_CODES and len(after) == 3):
            return True
        if before in CURRENCY_CODES and self.numeral.is_digits:
            is_lone = len(before) > 1 and before not in ("US", "CA", "AU", "NZ", "HK")
            if is_lone or self.text(self.first - 2) in CURRENCY_SIGNS:
                return True
        at = self.end + (self.next == "-") + (self.next == "of" and self.numeral.is_vague)
        is_nation = self.text(at)[:1].isupper() or self.low(at) == "us"
        return self.low(at) in CURRENCY_NOUNS or (is_nation and self.low(at + 1) in CURRENCY_NOUNS)

    def is_share(self) -> bool:
        return (
            self.next in SHARES
            or (self.next == "per" and self.low(self.end + 1) == "cent")
            or (self.after_hyphen in SHARES)
        )

    def is_code(self) -> bool:
        """`F-16`, `MH17`, `0296`, `2010-06-S-071`, `#3`, `9/11`, `@user5`, `555-0100`."""
        digits = self.text(self.first)
        if digits.startswith("0") and len(digits) > 1 and "." not in digits:
            return True
        if len(digits) >= 8 and "," not in digits and " " not in digits and "." not in digits:
            return True
        before = self.tokens[self.first - 1] if self.first and self.is_glued(self.first) else None
        if before is not None and (before.is_word or before.text in "#@_"):
            return before.text not in CURRENCY_CODES or len(before.text) == 1
        if before is not None and before.text in "-–/" and self.is_glued(self.first - 1):
            two_back = self.tokens[self.first - 2]
            prefix = two_back.low in ("sub", "minus", "mid", "pre", "post")
            return (two_back.is_word and not prefix and (two_back.text[0].isupper() or before.text == "/")) or (
                before.text == "/" and two_back.is_number
            )
        return self._opens_code()

    def _opens_code(self) -> bool:
        after = self.tokens[self.end] if self.end < len(self.tokens) and self.is_glued(self.end) else None
        if after is None:
            return False
        beyond = self.tokens[self.end + 1] if self.is_glued(self.end + 1) else None
        if after.text in "/⁄" and beyond is not None and beyond.is_number:
            return True
        if after.text == "-" and beyond is not None:
            again = self.text(self.end + 2) in ("-", "/") and self.is_glued(self.end + 2)
            return (beyond.is_number and again) or (len(beyond.text) == 1 and beyond.text.isupper() and again)
        return (
            after.is_word
            and after.text[0].isupper()
            and len(after.text) <= 2
            and after.low not in MEASURES | {"m", "b", "k"}
        )

    def is_date(self) -> bool:
        """`7 April`, `7th of April`, `7 and 8 April`, `April 7`."""
        value = self.numeral.value
        if not 1 <= value <= 31 or value != int(value) or self.numeral.end - self.first > 1:
            return False
        at = self.end
        if self.low(at) in ("st", "nd", "rd", "th") and self.is_glued(at):
            at += 1
        if self.low(at) == "of":
            at += 1
        if self.low(at) in context.MONTHS and (
            self.text(at)[0].isupper() or self.low(at) not in ("may", "march", "mar", "sep", "dec")
        ):
            return True
        if self.low(at) in _JOINERS and self._later_date(at + 1):
            return True
        return self._after_month(self.first)

    def _later_date(self, at: int) -> bool:
        """`7 and 8 April`, `7-9 April`."""
        return (
            at + 1 < len(self.tokens)
            and self.tokens[at].is_number
            and (self.low(at + 1) in context.MONTHS and self.text(at + 1)[0].isupper())
        )

    def _after_month(self, first: int) -> bool:
        """`April 7`, `Jan. 5`, `April 7-9`, `April 7 and 8`; `In March 12 people died` counts people."""
        at = first - 1
        if self.low(at) == "." or self.low(at) == "the":
            at -= 1
        if self.low(at) in context.MONTHS:
            noun = counted_end(self.tokens, self.end)
            is_counted = noun > self.end and is_plural(self.low(noun - 1)) and self.text(self.end)[:1].islower()
            return self.text(at)[0].isupper() and not is_counted
        is_second = self.low(first - 1) in _JOINERS and first >= 3 and self.tokens[first - 2].is_number
        if not is_second or self.low(first - 1) == ",":
            return False
        month = self.low(first - 4) if self.low(first - 3) == "." else self.low(first - 3)
        return month in context.MONTHS and not is_plural(self.next)

    def is_time(self) -> bool:
        """`5 p.m.`, `07:00`, `between 5 and 7 p.m.`, `9 local time`."""
        if self.next in context.CLOCK or (self.next == "local" and self.low(self.end + 1) == "time"):
            return True
        if self._is_colon(self.end, self.end + 1) or self._is_colon(self.first - 1, self.first - 2):
            return True
        is_range = self.next in ("-", "–", "to", "and") and self.low(self.end + 2) in context.CLOCK
        return is_range and self.tokens[self.end + 1].is_number

    def _is_colon(self, at: int, other: int) -> bool:
        """Whether a colon joins the digits to other digits without a space."""
        is_tight = self.is_glued(at) and self.is_glued(at + 1)
        return self.low(at) == ":" and is_tight and self.text(other).isdecimal()

    def is_ordinal(self) -> bool:
        if self.next in ("st", "nd", "rd", "th", "s") and self.is_glued(self.end):
            return True
        return self.after_hyphen in ORDINALS and not self.numeral.is_fraction

    def is_age(self) -> bool:
        at = self.end + 1 if self.after_hyphen else self.end
        if self.low(at).removesuffix("s") in AGE_NOUNS:
            at += 2 if self.low(at + 1) in _SIGNS else 1
            if self.low(at) in ("old", "olds") or (self.low(at) == "of" and self.low(at + 1) == "age"):
                return True
        if self.previous in ("aged", "age", "ages") or (
            self.previous in ("of", "between") and self.low(self.first - 2) in ("age", "aged", "ages")
        ):
            return True
        is_small = self.numeral.is_digits and 0 < self.numeral.value <= 110 and self.numeral.end - self.first == 1
        is_between_commas = self.previous in (",", "(") and self.next in (",", ")")
        named = self.text(self.first - 2)
        return is_small and is_between_commas and named[:1].isupper() and named.isalpha() and not named.isupper()

    def is_year(self) -> bool:
        value = self.numeral.value
        digits = self.text(self.first)
        if (
            not self.numeral.is_digits
            or self.numeral.end - self.first > 1
            or len(digits) != 4
            or not digits.isdecimal()
        ):
            return False
        if self.next == "s" and self.is_glued(self.end):
            return True
        if int(value) in _YEARS:
            return not self._counts_despite_year()
        if not 1000 <= value < 2200 or is_plural(self.next):
            return False
        spans = self.previous in ("between", "from") and self.next in ("and", "to") and self._is_yearlike(self.end + 1)
        return spans or self.previous in ("in", "since", "circa", "until")

    def _is_yearlike(self, at: int) -> bool:
        return self.text(at).isdecimal() and len(self.text(at)) == 4

    def _counts_despite_year(self) -> bool:
        """`about 2000 people`: a hedge before and a noun after; `in about 2000` is a year, as is `7 June 2024`."""
        noun = counted_end(self.tokens, self.end)
        if noun == self.end or not is_plural(self.low(noun - 1)) or self.next in SMALL or self.next in TENS:
            return False
        if self.previous in _HEDGES:
            return self.low(self.first - 2) not in ("in", "from", "since")
        is_date = self.previous in (",", "th", "st", "nd", "rd") or self.previous in context.MONTHS
        is_person = self.low(noun - 1) in ("people", "civilians", "troops", "soldiers", "fighters", "families")
        return is_person and not is_date and self.previous not in ("in", "the", "since")

    def is_name(self, *, after_name: bool) -> bool:
        """`Resolution 2254`, `Highway 1`, `604 brigade`, `Boeing 737`, `the Group of Seven`."""
        has_noun = self._has_counted_noun()
        if after_name and self.previous in _JOINERS and not has_noun:
            return True
        if self.numeral.is_digits and self.next in context.FORMATIONS and not has_noun:
            return True
        label = self.low(self.first - 2) if self.previous == "." else self.previous
        is_denial = self.previous == "no" and not self.numeral.is_digits
        if label in context.LABELS and not has_noun and not is_denial:
            return self.numeral.is_digits or self.text(self.first - 1)[0].isupper()
        if self._is_titled() or self._is_address():
            return True
        if self.text(self.first - 2) == "&" and self.is_glued(self.first - 1):
            return True
        return self.numeral.is_digits and self._follows_capital() and not has_noun

    def _has_counted_noun(self) -> bool:
        start = counted_start(self.tokens, self.end)
        end = counted_end(self.tokens, start)
        return end > start and is_plural(self.low(end - 1))

    def _is_titled(self) -> bool:
        """`the Group of Seven`, `Big Three`: a spelled number in capitals inside a name."""
        word = self.text(self.first)
        if self.numeral.is_digits or not word[0].isupper() or self.first == 0:
            return False
        before = self.text(self.first - 1)
        if self.previous == "of" and self.low(self.first - 2) in ("group", "gang", "league"):
            return True
        is_name_after = self.text(self.end)[:1].isupper() and self.previous == "the"
        return (self.previous in context.TITLED_BY and before[0].isupper()) or is_name_after

    def _follows_capital(self) -> bool:
        """`Boeing 737 crashed`, `S&P 500 +0.3%`, `iPhone 11`; `In Kabul 12 died` is a count."""
        before = self.tokens[self.first - 1] if self.first else None
        if before is None or not before.is_word or (before.text[1:].islower() and before.text[0].islower()):
            return False
        if before.text[0].islower():
            return any(letter.isupper() for letter in before.text)
        if not before.text[0].isupper() or before.low in context.WEEKDAYS or before.low in context.MONTHS:
            return False
        if self.first == 1 or self.text(self.first - 2) in (".", "“", '"', "—"):
            return before.text.isupper() and len(before.text) > 1 and self.first > 1
        return not self.next[:1].isalpha() or not self.text(self.end)[0].islower() or self.next in _ENDS_NAME

    def _is_address(self) -> bool:
        """`575 Wilbraham Road`."""
        words = self.tokens[self.end : self.end + 4]
        return (
            self.numeral.is_digits
            and len(words) > 1
            and words[0].text[0].isupper()
            and any(word.low in context.STREETS and word.text[0].isupper() for word in words[1:])
        )

    def is_score(self) -> bool:
        """`won 3-1`, `2-2`, `a 7 to 2 vote`."""
        for sign, other in ((self.end, self.end + 1), (self.first - 1, self.first - 2)):
            if self.low(sign) not in ("-", "–", "—") or not self.is_glued(sign) or not 0 <= other < len(self.tokens):
                continue
            low, high = self.text(min(self.first, other)), self.text(max(self.first, other))
            if not (low.isdecimal() and high.isdecimal()) or not self.is_glued(max(sign, other)):
                continue
            near = {self.low(at) for at in range(self.first - 5, self.end + 6)}
            if int(low) >= int(high) or near & context.SCORE_VERBS:
                return True
        return False

    def kind_of_one(self) -> NumberKind | None:
        """`one soldier` is a count, `one of the soldiers` a pronoun, `no one` and `one day` nothing."""
        if self.previous in DONE_TO or self.previous == "least":
            return NumberKind.COUNT if self.next != "of" else NumberKind.PRONOUN
        if self.previous in context.ONE_BEFORE or self.next in ("another", "day", "’s", "'s"):
            return None if self.previous != "only" else NumberKind.COUNT
        if self.next in ("of", "was", "were", "that", "who", "in"):
            return NumberKind.PRONOUN
        start = counted_start(self.tokens, self.end)
        is_noun = counted_end(self.tokens, start, is_one=True) > start
        if self.next in context.ONE_AFTER or not is_noun:
            return NumberKind.PRONOUN if self.next not in ("another", "can", "could", "may", "should", "must") else None
        return NumberKind.COUNT
