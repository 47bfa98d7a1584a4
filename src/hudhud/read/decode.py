"""Scores → tags, trees and spans that hang together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_tags", "place_of", "runs", "tree"]

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

_LONGEST_PLACE = 12  # words; the longest place of the training set has 9
_LEAST_PLACE = 0.05  # a first and a last word that do not belong together
_NEVER = -1e7


def best_tags(emissions: Floats, lengths: Integers, transitions: Floats) -> Integers:
    """The best tag sequence of every row (Viterbi): `emissions` [rows, words, tags], padding past `lengths` is ignored.

    `transitions` has the starting scores in its first row and the scores from tag to tag below it.
    """
    rows, longest, _ = emissions.shape
    score = transitions[0] + emissions[:, 0]
    back = np.zeros((longest, rows, emissions.shape[2]), dtype=np.int64)
    between = transitions[1:]
    for at in range(1, longest):
        candidates = score[:, :, None] + between
        back[at] = candidates.argmax(axis=1)
        step = np.take_along_axis(candidates, back[at][:, None], axis=1)[:, 0] + emissions[:, at]
        score = np.where((at < lengths)[:, None], step, score)
    tags = np.zeros((rows, longest), dtype=np.int64)
    own = score.argmax(axis=1)
    each = np.arange(rows)
    for at in range(longest - 1, -1, -1):
        tags[:, at] = np.where(at < lengths, own, 0)
        if at:
            own = np.where(at < lengths, back[at, each, own], own)
    return tags


def runs(tags: Sequence[int], names: Sequence[str]) -> list[tuple[int, int, str]]:
    """The labelled spans of BIO tags; an I that continues nothing begins a span."""
    found: list[tuple[int, int, str]] = []
    start, label = 0, ""
    for at, tag in enumerate([*tags, 0]):
        if not tag and not label:
            continue
        name = names[tag]
        if label and name != f"I-{label}":
            found.append((start, at, label))
            label = ""
        if name != "O" and not label:
            start, label = at, name[2:]
    return found


def tree(arcs: Floats) -> list[int]:
    """The head of every word, -1 for the one root, from `arcs` [words, 1 + words] where column 0 is the root.

    Takes every word's best head where that is a tree; else the word that gains most by it is made the root, and the
    rest is the best tree below it (Chu, Liu, Edmonds).
    """
    heads = arcs.argmax(axis=1)
    if not _is_tree(heads.tolist()):
        rooted = _with_one_root(arcs)
        heads = rooted.argmax(axis=1)
        if not _is_tree(heads.tolist()):
            heads = _best_tree(rooted)
    return [int(head) - 1 for head in heads]


def _with_one_root(arcs: Floats) -> Floats:
    """Only the word that gains most by being the root may be it."""
    gains = arcs[:, 0] - (arcs[:, 1:].max(axis=1) if len(arcs) > 1 else 0)
    root = int(gains.argmax())
    allowed = arcs.copy()
    allowed[:, 0] = _NEVER
    allowed[root] = _NEVER
    allowed[root, 0] = 0
    return allowed


def _is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    sound = bytearray(len(heads) + 1)
    sound[0] = 1
    for word in range(1, len(heads) + 1):
        path = []
        while not sound[word]:
            if word in path:
                return False
            path.append(word)
            word = heads[word - 1]
        for step in path:
            sound[step] = 1
    return True


def _best_tree(arcs: Floats) -> Integers:
    size = len(arcs) + 1
    scores = np.full((size, size), 2 * _NEVER, dtype=np.float64)
    scores[1:] = arcs
    np.fill_diagonal(scores, 2 * _NEVER)
    return np.asarray(_edmonds(scores)[1:], dtype=np.int64)


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Heads of the best spanning tree of `scores` [dependent, head] with 0 as the root."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads.tolist())
    if not cycle:
        return [int(head) for head in heads]
    inside = np.array(cycle)
    outside = np.array([node for node in range(len(scores)) if node not in set(cycle)])
    kept = scores[inside, heads[inside]]
    enter = scores[np.ix_(inside, outside)] - kept[:, None]
    leave = scores[np.ix_(outside, inside)]
    small = np.full((len(outside) + 1, len(outside) + 1), 2 * _NEVER)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = enter.max(axis=0)
    small[:-1, -1] = leave.max(axis=1)
    solved = _edmonds(small)
    result = [0] * len(scores)
    for node in cycle:
        result[node] = int(heads[node])
    for at, node in enumerate(outside.tolist()):
        head = solved[at]
        result[node] = int(inside[leave[at].argmax()]) if head == len(outside) else int(outside[head])
    broken = int(enter[:, solved[-1]].argmax())
    result[cycle[broken]] = int(outside[solved[-1]])
    result[0] = 0
    return result


def _cycle(heads: list[int]) -> list[int]:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while not state[node]:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for step in path:
            state[step] = 2
    return []


def place_of(first: Floats, last: Floats) -> tuple[int, int, float] | None:
    """The best span from the scores of one word's place, and its probability; None where nowhere is best.

    Both have `nowhere` at 0 and word w at w + 1.
    """
    starts, ends = _shares(first), _shares(last)
    n = len(first) - 1
    best = (float(starts[0] * ends[0]), -1, -1)
    for start in np.argsort(-starts[1:])[:3].tolist():
        stop = min(n, start + _LONGEST_PLACE)
        end = start + int(ends[start + 1 : stop + 1].argmax())
        best = max(best, (float(starts[start + 1] * ends[end + 1]), start, end + 1))
    return None if best[1] < 0 or best[0] < _LEAST_PLACE else (best[1], best[2], best[0])


def _shares(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max())
    shares: Floats = raised / raised.sum()
    return shares
