"""Text → each place where it tells how many were killed, injured or captured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hudhud.lexicon.casualty_links import (
    ADDING,
    ADVERBS,
    ARTICLES,
    BACKGROUND,
    BE,
    BREAKS,
    COLON_REACH,
    COMPANY_REACH,
    COUNTS,
    JOINS,
    LIST_GAPS,
    NEGATIVES,
    NO_TOLL,
    OPENERS,
    OWNERS,
    PLURAL_OUTCOMES,
    PREPOSITIONS,
    QUOTES,
    REACHED_REACH,
    REACHES,
    RELATIVES,
    SUFFERING,
    TOGETHER,
    TOLD,
)
from hudhud.lexicon.casualty_words import DONE_TO, INTRANSITIVE, OUTCOMES, PEOPLE
from hudhud.lexicon.count_nouns import STOPS
from hudhud.read.number_tokens import Token, sentences_of, tokenise
from hudhud.read.person_phrases import PersonPhrase, person_phrases
from hudhud.read.quantities import sentence_readings
from hudhud.records.values import Span

__all__ = ["Mention", "casualty_mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of people told to have been killed, injured or captured: `low` to `high`, either open.

    `is_repeated` marks people told of before (`the two men were killed`), `is_named` one known by name only,
    `is_vague` a phrase without a number, `is_strict` a lower bound that is not reached itself (`more than 10`),
    `is_added` people on top of those told before (`another two`), `is_told` a sentence that names who says so.
    `sentence` counts the sentences from 0.
    """

    quantity: str
    low: float | None
    high: float | None
    span: Span
    sentence: int
    is_repeated: bool = False
    is_named: bool = False
    is_vague: bool = False
    is_strict: bool = False
    is_added: bool = False
    is_told: bool = False


def casualty_mentions(text: str) -> list[Mention]:
    """The mentions of a text in order; parts of a number (`including 41 children`) and plans are left out."""
    found: list[Mention] = []
    unquoted = [token for token in tokenise(text) if token.text not in QUOTES]
    for number, tokens in enumerate(sentences_of(text, unquoted)):
        if any(_quantity(token.low) for token in tokens):
            phrases = person_phrases(tokens, list(sentence_readings(text, tokens)))
            found.extend(_Sentence(tokens, phrases, number).mentions())
    return found


def _quantity(low: str) -> str | None:
    return DONE_TO.get(low) or INTRANSITIVE.get(low) or OUTCOMES.get(low) or ("killed" if low == "body" else None)


class _Sentence:
    """One sentence's tokens and the phrases for people in it."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[PersonPhrase], number: int) -> None:
        self.tokens, self.phrases, self.number = tokens, phrases, number
        self.by_start = {phrase.first: phrase for phrase in phrases}
        self.used: set[tuple[str, int]] = set()
        self.clause = 0
        self.subject: list[PersonPhrase] = []
        self.is_told = any(token.low in TOLD for token in tokens)

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def mentions(self) -> Iterator[Mention]:
        for at, token in enumerate(self.tokens):
            if token.low in BREAKS and self.low(at + 1) not in JOINS:
                self.clause, self.subject = at + 1, []
            quantity = _quantity(token.low)
            if quantity is None or self._is_unreal(at):
                continue
            people = self._listed(self._people(at, token.low))
            if people and self._is_denied(people):
                continue
            fresh = [phrase for phrase in people if (quantity, phrase.first) not in self.used]
            if fresh:
                self.used.update((quantity, phrase.first) for phrase in fresh)
                self.clause = max(self.clause, at + 1, max(phrase.end for phrase in fresh))
                self.subject = fresh
                yield self._mention(quantity, fresh, at)

    def _is_unreal(self, at: int) -> bool:
        """Plans (`to kill`), denials and what somebody is suspected of having done before."""
        before = [self.low(back) for back in range(max(0, at - 3), at)]
        is_base = self.tokens[at].low in DONE_TO and not self.tokens[at].low.endswith(("ed", "ing", "n", "t", "w", "s"))
        if is_base or (before[-1:] == ["to"] and self.low(at) not in OUTCOMES):
            return True
        if self.low(at - 1) in RELATIVES or self.low(at - 2) in RELATIVES:
            return any(self.low(back) in BACKGROUND for back in range(at))
        return "not" in before or "n't" in before

    def _people(self, at: int, word: str) -> list[PersonPhrase]:
        reached = self._reached(at)
        if reached:
            return reached
        if word in DONE_TO:
            is_done = word.endswith(("ed", "n", "hurt"))
            if is_done and self._is_passive(at):
                return self._subject(at, passive=True) + self._company(at + 1)
            adjacent = self._adjacent(at) if is_done else []
            is_between = len(adjacent) == 1 and not adjacent[0].noun and self._is_bare_plural(at + 1)
            return adjacent if is_between else self._object(at + 1) or adjacent
        if word in INTRANSITIVE:
            return self._subject(at, passive=True)
        return self._outcome(at, word)

    def _is_passive(self, at: int) -> bool:
        if self.low(at - 1) in ("have", "has", "had", "having"):
            return False
        back = at - 1
        while back >= 0 and at - back < 6 and self.low(back) in ADVERBS | {"and", "or", "either"} | DONE_TO.keys():
            back -= 1
        return self.low(back) in BE

    def _is_bare_plural(self, at: int) -> bool:
        """The `civilians` of `20 killed civilians`."""
        phrase = self.by_start.get(at)
        return phrase is not None and phrase.is_vague and phrase.end == at + 1 and phrase.noun in PEOPLE

    def _reached(self, at: int) -> list[PersonPhrase]:
        """`the number of people killed reached 39`, `the injury count was as high as 18`, `put the deaths at 15`."""
        word = self.low(at)
        is_number = any(self.low(back) == "number" and self.low(back + 1) == "of" for back in range(at - 6, at - 1))
        if not is_number and self.low(at + 1) not in COUNTS and word not in PLURAL_OUTCOMES:
            return []
        reach = REACHED_REACH if is_number or word not in PLURAL_OUTCOMES else 4
        later = [phrase for phrase in self.phrases if at < phrase.first <= at + reach and not phrase.is_part]
        if not later or later[0].is_name or later[0].is_vague or not self._is_bare(later[0]):
            return []
        return later[:1] if self.low(later[0].first - 1) in REACHES else []

    def _is_bare(self, phrase: PersonPhrase) -> bool:
        """Whether a number stands without its noun, or with one for people in general."""
        return phrase.noun in ("", "people", "civilians", "persons") or phrase.noun not in PEOPLE

    def _object(self, at: int) -> list[PersonPhrase]:
        """The phrase right after a verb, and those joined to it."""
        for start in range(at, min(at + 6, len(self.tokens))):
            if start in self.by_start:
                return self._chain(start)
            if self.low(start) not in OPENERS | ADVERBS and not self._is_other_verb(start):
                break
        return []

    def _is_other_verb(self, at: int) -> bool:
        """The second verb of `killed and wounded 30`."""
        return (self.low(at) in ("and", "or") and self.low(at + 1) in DONE_TO) or self.low(at) in DONE_TO

    def _listed(self, people: list[PersonPhrase]) -> list[PersonPhrase]:
        """People told without a number, but listed after a colon: `killed members of a family: Omar, his wife ...`."""
        if len(people) != 1 or not people[0].is_vague:
            return people
        end = people[0].end
        colon = next((at for at in range(end, end + COLON_REACH) if self.low(at) == ":"), None)
        chain = self._chain(colon + 1) if colon is not None and colon + 1 in self.by_start else []
        return chain if len(chain) > 1 else people

    def _company(self, at: int) -> list[PersonPhrase]:
        """`was killed along with his wife and two sons`."""
        ahead = [here for here in range(at, at + COMPANY_REACH) if self.low(here) in TOGETHER]
        at = ahead[0] if ahead else at
        if self.low(at) not in TOGETHER | {"with"}:
            return []
        start = at + 1 + (self.low(at + 1) == "with")
        start += start not in self.by_start and self.low(start) in OWNERS
        chain = self._chain(start) if start in self.by_start else []
        after = self.low(chain[-1].end) if chain else ""
        return [] if after in DONE_TO or after in OUTCOMES else chain

    def _chain(self, start: int) -> list[PersonPhrase]:
        """Phrases joined by commas and `and`; those that only spell out the first number are left out."""
        chain = [self.by_start[start]]
        place = self.phrases.index(chain[0])
        for phrase in self.phrases[place + 1 :]:
            gap = [token.low for token in self.tokens[chain[-1].end : phrase.first]]
            if not gap or len(gap) > 3 or not set(gap) <= JOINS | OWNERS or phrase.is_part:
                break
            if phrase.noun in OUTCOMES or gap == [",", "with"]:
                break
            if gap == [","] and chain[-1].is_name and self._renames(chain[-1], phrase):
                chain[-1] = replace(chain[-1], end=phrase.end)
                continue
            if (gap == [","] and (chain[0].low or 0) >= 2) or (phrase.is_name and not self._is_named(chain[-1])):
                break
            chain.append(phrase)
        return chain if not chain[0].is_part else []

    def _is_named(self, phrase: PersonPhrase) -> bool:
        """Whether a name is told with the phrase, so that a name after it is another person's."""
        return phrase.is_name or (phrase.low == 1 and self.low(phrase.end - 1) != phrase.noun)

    def _adjacent(self, at: int) -> list[PersonPhrase]:
        """`three people killed`, `two wounded`: the phrase right before the word."""
        back = at
        while self.low(back - 1) in ADVERBS:
            back -= 1
        for phrase in self.phrases:
            if phrase.end == back and phrase.first >= self.clause and not phrase.is_part:
                return self._back_chain(phrase)
        return []

    def _back_chain(self, last: PersonPhrase) -> list[PersonPhrase]:
        """The list that ends in a phrase: `a woman and two children`."""
        chain = [last]
        if last.noun == "others":
            return chain
        for phrase in reversed(self.phrases[: self.phrases.index(last)]):
            gap = tuple(token.low for token in self.tokens[phrase.end : chain[0].first] if token.low not in OWNERS)
            if gap not in LIST_GAPS or phrase.is_part or phrase.first < self.clause:
                break
            if gap == (",",) and self._renames(phrase, chain[0]):
                chain[0] = replace(chain[0], first=phrase.first)
            elif gap == (",",) and len(chain) == 1:
                break
            else:
                chain.insert(0, phrase)
        return chain

    def _renames(self, phrase: PersonPhrase, other: PersonPhrase) -> bool:
        """`Omar Hasan, a baker` and `a baker, Omar Hasan`: one person told twice."""
        described = other if phrase.is_name else phrase
        return phrase.is_name != other.is_name and described.low == 1 and self.low(described.first) in ARTICLES

    def _subject(self, at: int, *, passive: bool) -> list[PersonPhrase]:
        """Who a passive or intransitive verb tells of: the first phrase of the clause that no preposition governs."""
        own = [
            phrase for phrase in self.phrases if self.clause <= phrase.first and phrase.end <= at and not phrase.is_part
        ]
        free = [phrase for phrase in own if not self._is_governed(phrase)]
        counted = [phrase for phrase in free if not phrase.is_name]
        if not counted:
            return self._back_chain(free[-1]) if free else self.subject
        nearest = counted[0]
        if len(counted) > 1 and counted[-1].end >= at - 4 and not self._spells_out(counted):
            return self._back_chain(counted[-1])
        chain = self._chain(nearest.first)
        whole = self._back_chain(chain[-1]) if chain else []
        return whole if len(whole) > len(chain) else chain

    def _spells_out(self, counted: Sequence[PersonPhrase]) -> bool:
        """`five civilians, a woman and four children, were killed`: later phrases add up to no more than the first."""
        first = counted[0].low or 0
        gap = [token.low for token in self.tokens[counted[0].end : counted[1].first]]
        return first >= 2 and "and" not in gap[:1] and sum(phrase.low or 0 for phrase in counted[1:]) <= first

    def _is_governed(self, phrase: PersonPhrase) -> bool:
        """Whether a preposition stands before the phrase, its article and its adjectives."""
        back = phrase.first - 1
        while (
            back >= 0
            and phrase.first - back < 5
            and (self.low(back) in ("the", "an", "a", "his") or self._is_adjective(back))
        ):
            back -= 1
        return self.low(back) in PREPOSITIONS

    def _is_adjective(self, at: int) -> bool:
        return self.tokens[at].is_word and self.low(at) not in STOPS and self.low(at) not in PREPOSITIONS

    def _is_denied(self, people: Sequence[PersonPhrase]) -> bool:
        """`no women or children were harmed`, `without injuring civilians`."""
        back = people[0].first - 1
        while back >= 0 and people[0].first - back < 5 and self.tokens[back].is_word:
            if self.low(back) in NEGATIVES:
                return True
            if self.low(back) in ("and", "incident"):
                return False
            back -= 1
        return False

    def _outcome(self, at: int, word: str) -> list[PersonPhrase]:
        """`12 dead`, `four deaths`, `the death of a child`, `a toll of 40`, `the toll rose to 205`."""
        if word == "body":
            found = self._object(at + 2) if self.low(at + 1) == "of" else []
            return found[:1] if found and found[0].low == 1 else []
        if word in ("toll", "lives"):
            later = [
                phrase for phrase in self.phrases if phrase.first > at and phrase.first - at < 12 and not phrase.is_part
            ]
            return later[:1] if word == "toll" else self._adjacent(at)
        inside = [phrase for phrase in self.phrases if phrase.first < at < phrase.end and not phrase.is_part]
        if inside:
            return inside[:1] if inside[0].end == at + 1 or word not in ("injured", "wounded") else []
        if self.low(at + 1) == "of":
            return self._object(at + 2)
        if word in ("dead", "missing", "injured", "wounded") and self._is_passive(at):
            return self._subject(at, passive=True)
        if self.low(at - 1) in SUFFERING or self.low(at - 2) in SUFFERING:
            return self._subject(at - 1, passive=True)
        if word == "custody":
            return self._subject(at - 1, passive=True)[:1] if "taken" in (self.low(at - 1), self.low(at - 2)) else []
        found = [] if self.low(at - 1) in ("the", "those", "of") else self._adjacent(at)
        if not found and word in PLURAL_OUTCOMES and self.low(at - 1) not in NO_TOLL:
            found = [PersonPhrase(at, at + 1, 2.0, None, word, is_vague=True)]
        return found

    def _is_added(self, phrase: PersonPhrase, verb: int) -> bool:
        """`another man`, `two additional suspects`, `The force also detained three men`."""
        near = (*range(max(0, phrase.first - 4), phrase.end), verb - 1)
        return any(self.low(at) in ADDING and self.low(at + 1) not in ("than", "known") for at in near)

    def _is_adjective_of(self, phrase: PersonPhrase, at: int) -> bool:
        """`injured civilians arrived`: they are described, not newly told of."""
        is_bare = phrase.is_vague and phrase.end == phrase.first + 1 and phrase.noun in PEOPLE
        return is_bare and phrase.first == at + 1 and self.low(at).endswith("ed")

    def _mention(self, quantity: str, people: Sequence[PersonPhrase], at: int) -> Mention:
        low, high = _total(people)
        first = min(min(phrase.first for phrase in people), at)
        last = max(max(phrase.end for phrase in people), at + 1)
        return Mention(
            quantity,
            low,
            high,
            Span(self.tokens[first].start, self.tokens[last - 1].end),
            self.number,
            is_repeated=all(phrase.is_definite for phrase in people) or self._is_adjective_of(people[0], at),
            is_named=all(phrase.is_name for phrase in people),
            is_vague=any(phrase.is_vague for phrase in people),
            is_strict=any(phrase.is_strict for phrase in people),
            is_added=self._is_added(people[0], at),
            is_told=self.is_told,
        )


def _total(people: Sequence[PersonPhrase]) -> tuple[float | None, float | None]:
    """The phrases added up; `at least 27 and up to 30` is one range."""
    first, last = people[0], people[-1]
    if len(people) == 2 and first.high is None and last.low is None and (first.low or 0) <= (last.high or 0):
        return first.low, last.high
    highs = [phrase.high for phrase in people]
    is_capped = len(people) == 1 and first.low is None
    return (
        None if is_capped else sum(phrase.low or 0 for phrase in people),
        None if None in highs else sum(high or 0 for high in highs),
    )
