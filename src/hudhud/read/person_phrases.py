"""One sentence → the phrases for people in it, each with how many it means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hudhud.lexicon.casualty_words import NOT_PEOPLE, OUTCOMES, PEOPLE, VAGUE_PEOPLE
from hudhud.lexicon.count_nouns import STOPS
from hudhud.lexicon.number_contexts import MONTHS, WEEKDAYS
from hudhud.read.counted import counted_end, counted_start, is_plural
from hudhud.read.number_kinds import NumberKind
from hudhud.read.number_tokens import Token
from hudhud.read.quantities import Reading

__all__ = ["PersonPhrase", "person_phrases"]

_DEFINITE = frozenset({"the", "this", "these", "those", "both", "said"})
_OWNED = frozenset({"his", "her", "their", "its", "my", "our", "whose"})
_PRONOUNS = {"him": 1.0, "them": 2.0}
_HELPERS = frozenset({"were", "was", "have", "had", "are"})
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
    return list(_scan(tokens, starts))


def _scan(tokens: Sequence[Token], starts: dict[int, Reading]) -> Iterator[PersonPhrase]:
    at = 0
    while at < len(tokens):
        reading = starts.get(tokens[at].start)
        found = _counted(tokens, at, reading) if reading is not None else _uncounted(tokens, at, starts)
        if found is None and reading is not None and reading.kind is NumberKind.AGE:
            found = _uncounted(tokens, at, starts)
        if found is None:
            at = at + 1 if reading is None else max(at + 1, _token_at(tokens, at, reading))
            continue
        found = _with_name(tokens, found)
        if found.low is not None or found.high is not None:
            yield replace(found, is_part=True) if _is_part(tokens, at) else found
        at = found.end


def _with_name(tokens: Sequence[Token], phrase: PersonPhrase) -> PersonPhrase:
    """A phrase with the name and the brackets right after it: `a teacher Omar Saleh (34 years old)`."""
    end = phrase.end
    name = _name(tokens, end) if end < len(tokens) and phrase.low == 1 and not phrase.is_name else None
    end = name.end if name is not None else end
    if end < len(tokens) and tokens[end].text == "(" and phrase.low == 1:
        closing = next((at for at in range(end, min(end + 9, len(tokens))) if tokens[at].text == ")"), end - 1)
        end = closing + 1
    return replace(phrase, end=end) if end > phrase.end else phrase


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """`among them a judge`, `including several children`."""
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    return before[-1:] in (["including"], ["include"], ["included"]) or before in (
        ["among", "them"],
        ["among", "whom"],
        ["of", "whom"],
        ["among", "those"],
    )


def _token_at(tokens: Sequence[Token], at: int, reading: Reading) -> int:
    """The token after a reading's words."""
    stop = reading.quantity.span.end if reading.quantity.span else 0
    while at < len(tokens) and tokens[at].start < stop:
        at += 1
    return at


_STRICT = ("more than", "over ", "above ", "exceed", "upwards of", "greater than", "in excess")


def _counted(tokens: Sequence[Token], at: int, reading: Reading) -> PersonPhrase | None:
    """A number and its noun, unless it counts no people."""
    if reading.kind not in (NumberKind.COUNT, NumberKind.PRONOUN) or reading.quantity.is_share:
        return None
    quantity = reading.quantity
    end = _token_at(tokens, at, reading)
    start = counted_start(tokens, end)
    stop = counted_end(tokens, start, is_one=quantity.low == 1 and quantity.high == 1)
    noun = tokens[stop - 1].low if stop > start else ""
    if noun in NOT_PEOPLE and noun not in OUTCOMES:
        return None
    return PersonPhrase(
        at,
        _with_family(tokens, max(end, stop)) if noun in ("members", "member") else max(end, stop),
        quantity.low,
        quantity.high,
        noun,
        is_definite=at > 0 and tokens[at - 1].low in _DEFINITE | {"all"},
        is_part=quantity.is_part,
        is_strict=quantity.text.lower().startswith(_STRICT),
    )


def _with_family(tokens: Sequence[Token], end: int) -> int:
    """Past `of the Baraka family` after `five members`."""
    if end < len(tokens) and tokens[end].low == "of":
        for at in range(end + 1, min(end + 7, len(tokens))):
            if tokens[at].low in ("family", "clan", "families", "crew", "tribe"):
                return at + 1
            if not tokens[at].is_word and not tokens[at].is_glued:
                break
    return end


def _uncounted(tokens: Sequence[Token], at: int, starts: dict[int, Reading]) -> PersonPhrase | None:
    low = tokens[at].low
    ahead = [starts[token.start].kind for token in tokens[at + 1 : at + 3] if token.start in starts]
    if NumberKind.COUNT in ahead and (low in _DEFINITE or low in _OWNED or low in ("a", "an", "another")):
        return None
    if low in _PRONOUNS:
        return PersonPhrase(at, at + 1, _PRONOUNS[low], _PRONOUNS[low], low, is_definite=True)
    if low in ("a", "an", "another") or low in _DEFINITE or low in _OWNED:
        return _determined(tokens, at)
    if low in VAGUE_PEOPLE and low not in ("number", "group", "couple", "unknown", "unspecified", "handful"):
        return _vague(tokens, at, at, VAGUE_PEOPLE[low])
    if low in PEOPLE and is_plural(low):
        before = tokens[at - 1].low if at else ""
        return PersonPhrase(at, at + 1, 2.0, None, low, is_vague=True, is_definite=before in _DEFINITE)
    if low in PEOPLE and at >= 2 and tokens[at - 1].low == "and" and tokens[at - 2].low in PEOPLE:
        return PersonPhrase(at, at + 1, 1.0, 1.0, low)
    return _name(tokens, at)


def _determined(tokens: Sequence[Token], at: int) -> PersonPhrase | None:
    """`a Taliban leader`, `a number of insurgents`, `his wife`, `the two men` (left to the number in it)."""
    low = tokens[at].low
    words = [token.low for token in tokens[at + 1 : at + 5]]
    for step, word in enumerate(words[:3]):
        if word in VAGUE_PEOPLE and {"of", "were"} & set(words[step + 1 : step + 3]) and low in ("a", "an"):
            return _vague(tokens, at, at + 1 + step, VAGUE_PEOPLE[word])
    end, noun = _noun(tokens, at + 1)
    if not noun:
        is_alone = low == "another" and not (
            at + 1 < len(tokens) and tokens[at + 1].is_word and tokens[at + 1].low not in STOPS
        )
        return PersonPhrase(at, at + 1, 1.0, 1.0, low) if is_alone else None
    count = 2.0 if is_plural(noun) else 1.0
    return PersonPhrase(
        at, end, count, None if is_plural(noun) else 1.0, noun, is_definite=low in _DEFINITE, is_vague=is_plural(noun)
    )


def _vague(tokens: Sequence[Token], first: int, at: int, least: int) -> PersonPhrase | None:
    """`several insurgents`, `a number of civilians`, `others`."""
    after = at + 1
    while after < len(tokens) and tokens[after].low in (
        "of",
        "number",
        "other",
        "more",
        "additional",
        "unknown",
        "the",
        "his",
        "their",
    ):
        after += 1
    end, noun = _noun(tokens, after)
    if not noun and after < len(tokens) and tokens[after].low in OUTCOMES and tokens[after].low.endswith("s"):
        return PersonPhrase(first, after + 1, float(least), None, tokens[after].low, is_vague=True)
    if not noun and tokens[after - 1].low == "number" and after < len(tokens) and tokens[after].low in _HELPERS:
        return PersonPhrase(first, after, float(least), None, "others", is_vague=True)
    if not noun and tokens[after - 1].low not in ("others", "several", "other") and tokens[at].low != "others":
        return None
    if noun and not is_plural(noun):
        return None
    return PersonPhrase(first, max(end, after) if noun else after, float(least), None, noun or "others", is_vague=True)


def _noun(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """The last noun for people in the run of words at a token, with the end; empty where there is none."""
    found, end = "", at
    for position in range(at, min(len(tokens), at + _REACH)):
        token = tokens[position]
        is_inside = token.is_word and (token.low not in STOPS or token.low in ("old", "us"))
        if (
            token.low == "of"
            and tokens[position - 1].text[0].isupper()
            and tokens[min(position + 1, len(tokens) - 1)].text[0].isupper()
        ):
            continue
        if not is_inside and not (token.low in "-–’'" and token.is_glued) and not token.is_number:
            break
        if token.low in PEOPLE:
            found, end = token.low, position + 1
            if is_plural(token.low):
                break
    return end, found


def _name(tokens: Sequence[Token], at: int) -> PersonPhrase | None:
    """A run of two or more capitalised words, or one that is no sentence's first."""
    end = at
    while end < len(tokens) and tokens[end].text[0].isupper() and tokens[end].is_word and _may_name(tokens[end].low):
        end += 1
        while end + 1 < len(tokens) and tokens[end].text in "-’'" and tokens[end].is_glued and tokens[end + 1].is_glued:
            end += 2
    end = min(end, len(tokens))
    if end - at < 2 and (at == 0 or end == at):
        return None
    return PersonPhrase(at, end, 1.0, 1.0, tokens[end - 1].low, is_name=True) if end > at else None


def _may_name(low: str) -> bool:
    return low not in MONTHS and low not in WEEKDAYS and low not in STOPS
