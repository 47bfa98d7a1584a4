"""Documents → the words that tell their story from every other: names and numbers that few articles have."""

import re
from collections import Counter
from collections.abc import Mapping
from math import log

from hudhud.lexicon.spelling import fold
from hudhud.records import Document

__all__ = ["stories"]

_TERM = re.compile(r"(?<![.!?]\s)(?<!^)\b(?:[A-Z][\w'’-]{2,}|\d{2,4})\b")
_KEPT = 15  # words a story
_RARE = 0.1  # of all origins at most; or in three of them
_NAMES_NO_STORY = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december the and but reuters associated press news""".split()
)


def stories(documents: Mapping[str, Document], origins: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The rarest names and numbers of each document. A copy neither has nor makes a story of its own."""
    counts = {key: _counts(documents[key].text) for key in sorted(documents) if origins.get(key, key) == key}
    spread = Counter(term for terms in counts.values() for term in terms)
    most = max(_RARE * len(counts), 3)
    found: dict[str, frozenset[str]] = {}
    for key, terms in counts.items():
        rare = [term for term in terms if spread[term] <= most]
        weight = {term: (1 + log(terms[term])) * log(1 + len(counts) / spread[term]) for term in rare}
        found[key] = frozenset(sorted(rare, key=lambda term: (-weight[term], term))[:_KEPT])
    return {key: found[origins.get(key, key)] for key in documents}


def _counts(text: str) -> Counter[str]:
    terms = (fold(match.group().removesuffix("'s").removesuffix("’s")) for match in _TERM.finditer(text))
    return Counter(term for term in terms if term not in _NAMES_NO_STORY)
