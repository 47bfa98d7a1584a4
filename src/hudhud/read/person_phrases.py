"""One sentence → the phrases for people in it, each with how many it means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hudhud.lexicon.casualty_words import NOT_PEOPLE, OUTCOMES, PEOPLE, VAGUE_PEOPLE
from hudhud.lexicon.count_nouns import STOPS
from hudhud.lexicon.number_contexts import MONTHS, WEEKDAYS
from hudhud.read.counted import counted_end, counted_start, is_plural
from hudhud.read.number_kinds import NumberKind
from hudhud.read.number_tokens import Token
from hudhud.read.quantities import Reading

__all__ = ["PersonPhrase", "is_person", "person_phrases"]

_DEFINITE = frozenset({"the", "this", "these", "those", "both", "said"})
_OWNED = frozenset({"his", "her", "their", "its", "my", "our", "whose"})
_PRONOUNS = {"him": 1.0, "them": 2.0}
_NAMED_VAGUE = frozenset({"number", "group", "couple", "unknown", "unspecified", "handful"})
"""Words that are vague only after an article: `a number of guards`."""

_FILLERS = frozenset({"of", "number", "other", "more", "additional", "unknown", "the", "his", "their"})
_HELPERS = frozenset({"were", "was", "have", "had", "are"})
_STRICT = ("more than", "over ", "above ", "exceed", "upwards of", "greater than", "in excess")
_HOUSEHOLDS = frozenset({"family", "clan", "families", "crew", "tribe"})
_PART_CUES = (("including",), ("include",), ("included",), ("among", "them"), ("among", "whom"), ("of", "whom"))
_PARTICLES = frozenset({"al", "el", "ad", "an", "as", "ar", "at", "az", "ash", "ul", "abd"})
"""Articles written small inside a name: `Omar al-Hasan`."""

_NO_TRADES = frozenset(
    "man woman child boy girl baby infant mother father son daughter brother sister wife husband grandfather "
    "grandmother grandson granddaughter uncle aunt cousin nephew niece teenager toddler driver passenger".split()
)
"""`a mother and child` are two, `a poet and teacher` one."""

_LISTED = 12
"""Names that may spell out a number; longer lists are told as sentences of their own."""

_REACH = 9
"""Words from a determiner to its noun: `a suspected Taliban improvised explosive device facilitator` needs seven."""


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """People on tokens `first` to `end` (exclusive), `low` to `high` of them (open: None).

    `is_definite` marks who was told of before (`the two men`, `him`), `is_name` a bare name, `is_part` a part of
    the number before, `is_vague` a phrase without a number (`several insurgents`, `others`), `is_strict` a lower
    bound that is not itself reached (`more than 10`). `noun` is the head as written, in lower case.
    """

    first: int
    end: int
    low: float | None
    high: float | None
    noun: str = ""
    is_definite: bool = False
    is_name: bool = False
    is_part: bool = False
    is_vague: bool = False
    is_strict: bool = False


def person_phrases(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[PersonPhrase]:
    """The phrases of a sentence in order; numbers of houses, missiles and their like are left out."""
    starts = {reading.quantity.span.start: reading for reading in readings if reading.quantity.span}
    return list(_Scan(tokens, starts).phrases())


def is_person(low: str) -> bool:
    """Whether a word is a noun for people: a listed one, or one in -man, -woman, -ist and their plurals."""
    return low in PEOPLE or (len(low) > 5 and low.endswith(_PERSON_ENDINGS) and low not in NOT_PEOPLE)


_PERSON_ENDINGS = ("man", "woman", "men", "women", "ist", "ists", "keeper", "keepers", "worker", "workers")


class _Scan:
    """One sentence, read from left to right."""

    def __init__(self, tokens: Sequence[Token], starts: Mapping[int, Reading]) -> None:
        self.tokens, self.starts = tokens, starts

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def counts(self, at: int) -> bool:
        """Whether a count begins at a token."""
        reading = self.starts.get(self.tokens[at].start) if at < len(self.tokens) else None
        return reading is not None and reading.kind is NumberKind.COUNT

    def phrases(self) -> Iterator[PersonPhrase]:
        at = 0
        while at < len(self.tokens):
            reading = self.starts.get(self.tokens[at].start)
            found = self.counted(at, reading) if reading is not None else self.uncounted(at)
            if found is None and reading is not None and reading.kind is NumberKind.AGE:
                found = self.uncounted(at) or self.aged(at, reading)
            if found is None:
                at = at + 1 if reading is None else max(at + 1, self.after(at, reading))
                continue
            found = self.with_names(self.with_name(found))
            yield replace(found, is_part=True) if self.is_part(at) else found
            at = found.end

    def after(self, at: int, reading: Reading) -> int:
        """The token after a reading's words."""
        stop = reading.quantity.span.end if reading.quantity.span else 0
        while at < len(self.tokens) and self.tokens[at].start < stop:
            at += 1
        return at

    def is_part(self, at: int) -> bool:
        """`among them a judge`, `including several children`."""
        return any(tuple(self.low(at - back) for back in range(len(cue), 0, -1)) == cue for cue in _PART_CUES)

    def with_name(self, phrase: PersonPhrase) -> PersonPhrase:
        """A phrase with the name and the brackets right after it: `a teacher Omar Saleh (34 years old)`."""
        if phrase.low != 1:
            return phrase
        end = phrase.end if phrase.is_name else self.past_name(phrase.end)
        bracket_end = self.past_brackets(end)
        return replace(phrase, end=self.past_name(bracket_end) if bracket_end > end else end)

    def with_names(self, phrase: PersonPhrase) -> PersonPhrase:
        """A number with the names that spell it out: `two sons Omar (7) and Ali`, `brothers Omar and Ali`."""
        is_told = phrase.low is not None and phrase.low == phrase.high and 2 <= phrase.low <= _LISTED
        is_bare = phrase.is_vague and phrase.end == phrase.first + 1 and phrase.noun != "police"
        if not phrase.noun or not (is_told or is_bare):
            return phrase
        most = int(phrase.low or 0) if is_told else _LISTED
        end, names = self.past_names(phrase.end + (is_told and self.low(phrase.end) in (":", ",", "–", "—")), most)
        if is_told:
            return replace(phrase, end=end) if names == most else phrase
        return replace(phrase, end=end, low=float(names), high=float(names), is_vague=False) if names > 1 else phrase

    def past_names(self, at: int, most: int) -> tuple[int, int]:
        """The end of the names listed from a token, with how many they are, `most` at most."""
        end, names = at, 0
        while names < most and (past := self.past_name(at)) > at:
            end, names = self.past_brackets(past), names + 1
            at = end + (self.low(end) == ",")
            at += self.low(at) == "and"
            if at == end:
                break
        return end, names

    def aged(self, at: int, reading: Reading) -> PersonPhrase | None:
        """`33 year old Omar Hasan`."""
        name = self.name(self.after(at, reading)) if self.after(at, reading) < len(self.tokens) else None
        return replace(name, first=at) if name is not None else None

    def past_name(self, at: int) -> int:
        name = self.name(at) if at < len(self.tokens) else None
        return name.end if name is not None else at

    def past_brackets(self, at: int) -> int:
        if self.low(at) != "(":
            return at
        return next((ahead + 1 for ahead in range(at, at + 9) if self.low(ahead) == ")"), at)

    def counted(self, at: int, reading: Reading) -> PersonPhrase | None:
        """A number and its noun, unless it counts no people."""
        quantity = reading.quantity
        if reading.kind not in (NumberKind.COUNT, NumberKind.PRONOUN) or quantity.is_share:
            return None
        end = self.after(at, reading)
        start = counted_start(self.tokens, end)
        stop = counted_end(self.tokens, start, is_one=quantity.low == 1 and quantity.high == 1)
        noun = self.low(stop - 1) if stop > start else ""
        if noun in NOT_PEOPLE and noun not in OUTCOMES:
            return None
        stop = max(end, stop)
        return PersonPhrase(
            at,
            self.past_household(stop) if noun in ("members", "member") else stop,
            quantity.low,
            quantity.high,
            noun,
            is_definite=self.low(at - 1) in _DEFINITE | {"all"},
            is_part=quantity.is_part,
            is_strict=quantity.text.lower().startswith(_STRICT),
        )

    def past_household(self, end: int) -> int:
        """Past `of the Baraka family` after `five members`."""
        if self.low(end) == "of":
            for at in range(end + 1, min(end + 7, len(self.tokens))):
                if self.low(at) in _HOUSEHOLDS:
                    return at + 1
                if not self.tokens[at].is_word and not self.tokens[at].is_glued:
                    break
        return end

    def uncounted(self, at: int) -> PersonPhrase | None:
        low = self.low(at)
        if low in _DEFINITE or low in _OWNED or low in ("a", "an", "another"):
            return None if self.counts(at + 1) or self.counts(at + 2) else self.determined(at)
        if low in _PRONOUNS:
            return PersonPhrase(at, at + 1, _PRONOUNS[low], _PRONOUNS[low], low, is_definite=True)
        if low in VAGUE_PEOPLE and low not in _NAMED_VAGUE:
            return self.vague(at, at, VAGUE_PEOPLE[low])
        if is_person(low):
            if is_plural(low):
                is_definite = self.low(at - 1) in _DEFINITE
                return PersonPhrase(at, at + 1, 2.0, None, low, is_vague=True, is_definite=is_definite)
            if self.low(at - 1) == "and" and is_person(self.low(at - 2)) and low in _NO_TRADES:
                return PersonPhrase(at, at + 1, 1.0, 1.0, low)
        return self.name(at)

    def determined(self, at: int) -> PersonPhrase | None:
        """`a Taliban leader`, `a number of insurgents`, `his wife`."""
        low = self.low(at)
        words = [self.low(ahead) for ahead in range(at + 1, at + 6)]
        for step, word in enumerate(words[:3]):
            if word in VAGUE_PEOPLE and {"of", "were"} & set(words[step + 1 : step + 3]) and low in ("a", "an"):
                return self.vague(at, at + 1 + step, VAGUE_PEOPLE[word])
        end, noun = self.noun(at + 1)
        if not noun:
            is_alone = low == "another" and not (words[0].isalpha() and words[0] not in STOPS)
            return PersonPhrase(at, at + 1, 1.0, 1.0, low) if is_alone else None
        many = is_plural(noun)
        return PersonPhrase(
            at, end, 2.0 if many else 1.0, None if many else 1.0, noun, is_definite=low in _DEFINITE, is_vague=many
        )

    def vague(self, first: int, at: int, least: int) -> PersonPhrase | None:
        """`several insurgents`, `a number of civilians`, `others`, `a number were`, `several injuries`."""
        after = at + 1
        while self.low(after) in _FILLERS:
            after += 1
        end, noun = self.noun(after)
        if not noun and self.low(after) in OUTCOMES and self.low(after).endswith("s"):
            end, noun = after + 1, self.low(after)
        elif not noun:
            is_alone = self.low(after - 1) in ("others", "several", "other") or self.low(at) == "others"
            is_alone = is_alone and self.low(after) not in NOT_PEOPLE
            if not is_alone and not (self.low(after - 1) == "number" and self.low(after) in _HELPERS):
                return None
            end, noun = after, "others"
        return (
            PersonPhrase(first, max(end, after), float(least), None, noun, is_vague=True) if is_plural(noun) else None
        )

    def noun(self, at: int) -> tuple[int, str]:
        """The last noun for people in the run of words at a token, with its end; empty where there is none."""
        found, end = "", at
        for position in range(at, min(len(self.tokens), at + _REACH)):
            if self.counts(position) or not self.goes_on(position):
                break
            low = self.low(position)
            if is_person(low):
                found, end = low, position + 1
                if is_plural(low):
                    break
        return end, found

    def goes_on(self, at: int) -> bool:
        """Whether a noun phrase may run on through a token: a word, a touching hyphen, an age, `of` inside a name."""
        token = self.tokens[at]
        if token.low == "of":
            return (
                self.tokens[at - 1].text[0].isupper()
                and self.low(at + 1) != ""
                and self.tokens[at + 1].text[0].isupper()
            )
        is_word = token.is_word and (token.low not in STOPS or token.low == "us")
        return is_word or token.is_number or (token.low in "-–’'" and token.is_glued)

    def name(self, at: int) -> PersonPhrase | None:
        """A run of two or more capitalised words, or one that is no sentence's first."""
        end = at
        while end < len(self.tokens) and self.tokens[end].is_word and _may_name(self.tokens[end]):
            end = self.past_hyphens(end + 1)
            if self.low(end) in _PARTICLES and self.low(end + 1) in ("-", "’", "'"):
                end = self.past_hyphens(end + 1)
        return PersonPhrase(at, end, 1.0, 1.0, self.low(end - 1), is_name=True) if end > at + (at == 0) else None

    def past_hyphens(self, end: int) -> int:
        """Past what is glued to a name: the `-Hasan` of `al-Hasan`."""
        while end + 1 < len(self.tokens) and self.tokens[end].text in "-’'" and self.tokens[end + 1].is_glued:
            end += 2
        return end


def _may_name(token: Token) -> bool:
    known = token.low in MONTHS or token.low in WEEKDAYS or token.low in STOPS
    return token.text[0].isupper() and not known
