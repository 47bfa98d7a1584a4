"""Documents → which repeat which: one origin, many carriers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from zlib import crc32

from hudhud.lexicon.spelling import fold
from hudhud.reconcile.joined import Joined
from hudhud.records import Copy, Document

__all__ = ["Origins", "copies"]

_SHINGLE = 4  # words
_SAMPLED = 4  # one shingle in so many is kept, by its hash: the same ones in every document
_NEAR = 0.5  # of all sampled shingles of two documents in both
_CONTAINED = 0.7  # of the shorter one's in the longer
_LONGER = 5.0  # times as long as its part, at most: beyond it a page carries several articles
_COMMON = 40  # documents with one shingle: more is a slogan or a standing line
_LEAST = 6  # sampled shingles, below which only equal texts are copies

_WORD = re.compile(r"[a-z0-9']+")


@dataclass(frozen=True, slots=True)
class Origins:
    """Document → the origin that counts for it, and the publisher of that origin."""

    of: dict[str, str]
    publishers: dict[str, str]

    def count(self, document_ids: Iterable[str]) -> int:
        """How many independent texts these documents make."""
        return len({self.of.get(document_id, document_id) for document_id in document_ids})

    def count_publishers(self, document_ids: Iterable[str]) -> int:
        """How many publishers stand behind those texts; a document of no known publisher stands for itself."""
        return len({self.publishers.get(document_id, document_id) for document_id in document_ids})


def copies(documents: Mapping[str, Document]) -> tuple[tuple[Copy, ...], Origins]:
    """Find exact, near, contained and credited copies, and give every document its origin.

    The origin of a group is its first published document, the longest of them, then the smallest id. A credit line
    whose original is not in the record makes the outlet it names the origin.
    """
    shingles = {key: _shingles(documents[key]) for key in sorted(documents)}
    joined: Joined[str] = Joined()
    for key in shingles:
        joined.add(key)
    scores: dict[frozenset[str], tuple[str, float]] = {}
    contained: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (left, right), shared in _pairs(shingles).items():
        _score(left, right, shared, shingles, joined, scores, contained)
    _equal_texts(documents, joined, scores)
    for longer, parts in contained.items():
        if not _is_roundup([shingles[part] for part, _ in parts]):
            for part, score in parts:
                joined.join(part, longer)
                scores[frozenset((part, longer))] = ("contained", score)
    return _origins(documents, shingles, joined, scores)


def _shingles(document: Document) -> frozenset[int]:
    words = _WORD.findall(document.text.lower().replace("’", "'"))
    runs = (" ".join(words[at : at + _SHINGLE]) for at in range(max(len(words) - _SHINGLE + 1, 0)))
    hashes = (crc32(run.encode()) for run in runs)
    return frozenset(value for value in hashes if value % _SAMPLED == 0)


def _pairs(shingles: Mapping[str, frozenset[int]]) -> Counter[tuple[str, str]]:
    """Pairs of documents with the number of sampled shingles they share; standing lines aside."""
    holders: dict[int, list[str]] = defaultdict(list)
    for key, values in shingles.items():
        if len(values) >= _LEAST:
            for value in values:
                holders[value].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        if len(keys) <= _COMMON:
            for at, left in enumerate(keys):
                shared.update((left, right) for right in keys[at + 1 :])
        else:
            # A text carried by very many: each is tied to its neighbour, which joins them all the same.
            shared.update(pairwise(keys))
    return shared


def _score(
    left: str,
    right: str,
    shared: int,
    shingles: Mapping[str, frozenset[int]],
    joined: Joined[str],
    scores: dict[frozenset[str], tuple[str, float]],
    contained: dict[str, list[tuple[str, float]]],
) -> None:
    if shared < _LEAST // 2:
        return
    both = len(shingles[left] & shingles[right])
    sizes = sorted((len(shingles[left]), len(shingles[right])))
    near = both / (sizes[0] + sizes[1] - both)
    inside = both / sizes[0]
    if near >= _NEAR:
        joined.join(left, right)
        scores[frozenset((left, right))] = ("near", round(near, 4))
    elif inside >= _CONTAINED and sizes[1] <= _LONGER * sizes[0]:
        part, longer = (left, right) if len(shingles[left]) <= len(shingles[right]) else (right, left)
        contained[longer].append((part, round(inside, 4)))


def _is_roundup(parts: list[frozenset[int]]) -> bool:
    """Whether a page holds several articles that do not hold one another."""
    return any(
        len(left & right) < 0.3 * min(len(left), len(right))
        for at, left in enumerate(parts)
        for right in parts[at + 1 :]
    )


def _equal_texts(
    documents: Mapping[str, Document], joined: Joined[str], scores: dict[frozenset[str], tuple[str, float]]
) -> None:
    first: dict[str, str] = {}
    for key in sorted(documents):
        text = " ".join(_WORD.findall(documents[key].text.lower()))
        other = first.setdefault(text, key) if text else key
        if other != key:
            joined.join(other, key)
            scores[frozenset((other, key))] = ("exact", 1.0)


def _origins(
    documents: Mapping[str, Document],
    shingles: Mapping[str, frozenset[int]],
    joined: Joined[str],
    scores: Mapping[frozenset[str], tuple[str, float]],
) -> tuple[tuple[Copy, ...], Origins]:
    found: list[Copy] = []
    of: dict[str, str] = {}
    publishers: dict[str, str] = {}
    for group in joined.groups():
        ranked = sorted(group, key=lambda key: (_day(documents[key]), -len(shingles[key]), key))
        credited = _credit(ranked, documents)
        outlet = credited or documents[ranked[0]].publisher
        first = next(
            (key for key in ranked if credited and fold(documents[key].publisher or "") == fold(credited)), ranked[0]
        )
        for key in group:
            of[key] = first
            publishers[key] = fold(outlet) if outlet else first
            if key != first:
                how, score = scores.get(frozenset((first, key)), ("near", _NEAR))
                found.append(Copy(key, first, how, score))
            elif credited and fold(credited) != fold(documents[key].publisher or ""):
                found.append(Copy(key, credited, "credited", 1.0))
    found.sort(key=lambda copy: copy.document_id)
    return tuple(found), Origins(of, publishers)


def _credit(ranked: list[str], documents: Mapping[str, Document]) -> str | None:
    return next((documents[key].reprinted_from for key in ranked if documents[key].reprinted_from), None)


def _day(document: Document) -> date:
    return document.published.day or date.max
