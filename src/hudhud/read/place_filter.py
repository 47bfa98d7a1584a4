"""Names that are in the gazetteer → those that are places here, judged by the words around them."""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from hudhud.lexicon.place_words import DIRECTIONS, KIND_OF_NOUN, ORGANISATION_NOUNS, PERSON_TITLES
from hudhud.read.place_mentions import Mention, Token

__all__ = ["FEATURES", "features", "likely_places"]

_PREPOSITIONS = frozenset("in at near outside around across throughout inside".split())
_MOTIONS = frozenset(
    "from to into towards toward through over leave leaving left entered reach of between for off".split()
)
_OPENERS = frozenset(
    "the a an of and or on by with as for after before when while but this that it he she they we".split()
)
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)
# Fitted by logistic regression on half of LGL and TR-News; `site`, `region`, `direction_of`, `between`, `people` and
# `short` were then set by hand, since those sets hardly tell of sites, regions and relative places.
_BIAS = -1.07
FEATURES: dict[str, float] = {
    "after_direction": 1.05,
    "after_initial": -0.15,
    "after_title": -0.62,
    "before_body": -0.63,
    "before_county": 2.12,
    "before_name": -0.97,
    "comma_before": 1.33,
    "comma_place": 1.49,
    "common_word": -2.38,
    "country": 1.24,
    "county": -0.2,
    "dateline": 1.17,
    "fixed": 0.4,
    "hyphen": 0.07,
    "in": 1.84,
    "motion": 0.94,
    "of": 0.34,
    "people": 0.5,
    "person_word": -2.59,
    "possessive": -1.0,
    "repeated": 0.93,
    "several_words": 2.09,
    "short": -1.5,
    "shouted": 0.41,
    "site": 0.8,
    "region": 2.0,
    "direction_of": 2.5,
    "between": 1.0,
    "size": 1.13,
    "state": -0.42,
    "surname": -2.1,
    "the": 0.74,
    "written_small": -0.6,
}
_KEEP = 0.0


@lru_cache(maxsize=1)
def _ambiguous() -> tuple[frozenset[str], frozenset[str]]:
    """Keys that are mostly people's names, and keys that are mostly other words."""
    text = files("hudhud.lexicon").joinpath("ambiguous_names.txt").read_text(encoding="utf-8")
    persons, words = text.split("[person]")[1].split("[word]")
    return frozenset(persons.split()), frozenset(words.split())


def likely_places(text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that are places (or peoples, or seats of government) where they stand.

    Names in another script than Latin are kept: what is fitted here is about English words and capitals.
    """
    facts = _Document(text, tokens, mentions)
    return [
        mention
        for index, mention in enumerate(mentions)
        if not mention.key.isascii() or mention.is_like or _score(features(facts, index)) > _KEEP
    ]


def _score(found: dict[str, float]) -> float:
    return _BIAS + sum(FEATURES.get(name, 0.0) * value for name, value in found.items())


class _Document:
    """What the whole text says about its capitalised words."""

    def __init__(self, text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self.text, self.tokens, self.mentions = text, tokens, mentions
        self.index = {token.start: number for number, token in enumerate(tokens)}
        self.ends = {token.end: number for number, token in enumerate(tokens)}
        self.lower = {token.text for token in tokens if token.text[0].islower()}
        self.counts = Counter(mention.key for mention in mentions)
        self.starts = {mention.start: mention for mention in mentions}
        self.surnames = self._surnames()

    def _surnames(self) -> set[str]:
        """Words that follow a capitalised word which is no place: `Peter Cook` makes `Cook` a person."""
        inside = {number for m in self.mentions for number in self._numbers(m) if len(self._numbers(m)) > 1}
        found = set()
        for number in range(1, len(self.tokens)):
            one, two = self.tokens[number - 1], self.tokens[number]
            if (
                self.text[one.end : two.start] in (" ", ". ")
                and one.text[0].isupper()
                and two.text[0].isupper()
                and number not in inside
                and one.text.lower() not in _OPENERS
                and one.text.lower() not in DIRECTIONS
                and one.text not in _DAYS
                and one.text.lower() not in KIND_OF_NOUN
                and (self.text[one.end : two.start] == " " or len(one.text) == 1 or one.text in PERSON_TITLES)
            ):
                found.add(two.text)
        return found

    def _numbers(self, mention: Mention) -> range:
        first = self.index.get(mention.start)
        last = self.ends.get(mention.end)
        return range(first, last + 1) if first is not None and last is not None else range(0)

    def neighbours(self, mention: Mention) -> tuple[str, str, str, str]:
        """(word before, what parts it from the name, word after, what parts it)."""
        first, last = self.index.get(mention.start), self.ends.get(mention.end)
        before = self.tokens[first - 1] if first else None
        after = self.tokens[last + 1] if last is not None and last + 1 < len(self.tokens) else None
        return (
            before.text if before else "",
            self.text[before.end : mention.start] if before else "",
            after.text if after else "",
            self.text[mention.end : after.start] if after else "",
        )


def features(facts: _Document, index: int) -> dict[str, float]:
    """What speaks for and against a mention's being a place; names are those of FEATURES."""
    mention = facts.mentions[index]
    best = mention.entries[0]
    before, gap_before, after, gap_after = facts.neighbours(mention)
    persons, words = _ambiguous()
    is_one_word = " " not in mention.text
    beside = facts.text[mention.end : mention.end + 3]
    population = max(entry.population for entry in mention.entries)
    found = {
        "people": bool(mention.demonym),
        "fixed": mention.is_metonym or (mention.text.endswith(".") or mention.text in ("US", "UK", "USA", "UAE")),
        "code": len(mention.text) == 2 and mention.text.isupper() and gap_before == ", ",
        "country": any(entry.kind == "C" for entry in mention.entries) and not mention.demonym,
        "state": any(entry.kind == "A1" for entry in mention.entries),
        "county": best.kind == "A2",
        "region": best.kind in ("R", "W"),
        "site": best.kind == "S",
        "size": min(math.log10(population + 10) - 4.0, 3.0) if best.kind in ("P", "A1", "A2", "C") else 0.0,
        "several_words": not is_one_word,
        "person_word": mention.key in persons,
        "common_word": mention.key in words,
        "written_small": is_one_word and mention.text.lower() in facts.lower,
        "surname": is_one_word and mention.text in facts.surnames,
        "repeated": min(facts.counts[mention.key] - 1, 4) / 4,
        "in": before.lower() in _PREPOSITIONS and gap_before == " ",
        "motion": before.lower() in _MOTIONS and gap_before == " ",
        "opens": before == "" or any(mark in gap_before for mark in ".!?\n"),
        "after_title": before in PERSON_TITLES and gap_before in (" ", ". "),
        "after_direction": before.lower() in DIRECTIONS and gap_before == " ",
        "after_initial": len(before) == 1 and before.isupper() and gap_before == ". ",
        "of": before.lower() == "of" and gap_before == " ",
        "direction_of": before.lower() == "of" and _is_direction(facts, mention),
        "between": before.lower() == "between" or (before.lower() == "and" and _ends(facts, index, mention.start - 5)),
        "the": before.lower() == "the" and gap_before == " ",
        "comma_before": gap_before == ", " and _ends(facts, index, mention.start - 2),
        "before_name": after[:1].isupper() and gap_after == " " and after not in ORGANISATION_NOUNS,
        "before_body": after in ORGANISATION_NOUNS and gap_after == " ",
        "before_county": after.lower() in KIND_OF_NOUN and gap_after == " ",
        "comma_place": beside.startswith(", ") and mention.end + 2 in facts.starts,
        "possessive": beside.startswith(("'s", "’s")),
        "hyphen": beside.startswith("-") or gap_before == "-",
        "shouted": mention.text.isupper() and len(mention.text) > 3,
        "short": len(mention.text) <= 3,
        "dateline": "(" in gap_after or "—" in gap_after or " - " in gap_after or "--" in gap_after,
    }  # fmt: skip
    return {name: float(value) for name, value in found.items() if value}


def _is_direction(facts: _Document, mention: Mention) -> bool:
    """Whether `south of` stands before the name."""
    first = facts.index.get(mention.start)
    return bool(first and first > 1 and facts.tokens[first - 2].text.lower() in DIRECTIONS)


def _ends(facts: _Document, index: int, at: int) -> bool:
    """Whether the mention before ends at `at`."""
    return index > 0 and facts.mentions[index - 1].end == at
