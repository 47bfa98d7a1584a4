"""Scores → analysis: what the model's numbers say of a sentence, in the reader's words."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from hudhud.read.analysis import Analysis, Mark, Quoted, Word
from hudhud.read.certainty import certainties
from hudhud.read.decode import Floats, best_tags, place_of, runs, tree
from hudhud.read.entities import join_entities
from hudhud.read.lemma import LemmaTable

if TYPE_CHECKING:
    from hudhud.read.encoder import Scores

__all__ = ["interpret", "scheme_marks"]

_SCHEMES = ("newswire", "re3d", "cameo_ner", "quotes", "times")
_ROLES = {"S": "ACTOR", "T": "RECIPIENT"}
_LEAST_TRIGGER = 0.5
_LEAST_LINK = 0.3  # a source or content whose best cue is less likely than this stays by itself
_TRIGGER_POS = {"VERB", "NOUN", "ADJ"}
# Padded rows of one length are decoded together; more at once gains nothing.
_ROWS = 64


def interpret(
    texts: Sequence[str],
    words: Sequence[Sequence[str]],
    offsets: Sequence[Sequence[tuple[int, int]]],
    scores: Sequence["Scores"],
    about: Mapping[str, Any],
    lemmas: LemmaTable,
) -> list[Analysis]:
    """The analysis of each sentence."""
    marks = scheme_marks(scores, about, _SCHEMES)
    found = []
    for at, (text, own, where, score) in enumerate(zip(texts, words, offsets, scores, strict=True)):
        if not score.n_words:
            found.append(Analysis(text, ()))
            continue
        found.append(_one(text, own, where, score, {name: marks[name][at] for name in _SCHEMES}, about, lemmas))
    return found


def _one(
    text: str,
    words: Sequence[str],
    offsets: Sequence[tuple[int, int]],
    score: "Scores",
    marks: Mapping[str, list[Mark]],
    about: Mapping[str, Any],
    lemmas: LemmaTable,
) -> Analysis:
    arrays, labels = score.arrays, about["labels"]
    parsed = _words(words, offsets, arrays, labels, lemmas)
    triggers = _triggers(arrays["triggers"], parsed, labels["triggers"])
    places = _places(arrays, parsed, triggers)
    roles = [Mark(m.start, m.end, _ROLES[m.label], m.score) for m in marks["cameo_ner"] if m.label in _ROLES]
    roles += {(place.start, place.end): place for place in places.values()}.values()
    return Analysis(
        text=text,
        words=parsed,
        entities=join_entities([(name, marks[name]) for name in ("newswire", "re3d")], words),
        times=tuple(marks["times"]),
        quotes=tuple(marks["quotes"]),
        attributions=_attributions(marks["quotes"], arrays["links"]),
        triggers=triggers,
        roles=tuple(sorted(roles, key=lambda mark: (mark.start, mark.end))),
        places=places,
        quad=dict(zip(labels["quads"], arrays["quad"].tolist(), strict=True)),
        types=dict(zip(labels["types"], arrays["types"].tolist(), strict=True)),
        factuality=certainties(parsed, arrays["factuality"].tolist()),
        vector=tuple(arrays["vector"].tolist()),
    )


def _words(
    words: Sequence[str],
    offsets: Sequence[tuple[int, int]],
    arrays: Mapping[str, Any],
    labels: Mapping[str, Any],
    lemmas: LemmaTable,
) -> tuple[Word, ...]:
    heads = tree(arrays["arcs"])
    kinds = arrays["relations"][np.arange(len(words)), np.array(heads) + 1].tolist()
    root = labels["relations"].index("root")
    found = []
    for word, (start, end), head, kind, tag in zip(words, offsets, heads, kinds, arrays["upos"].tolist(), strict=True):
        upos = labels["upos"][tag]
        relation = "root" if head < 0 else labels["relations"][kind] if kind != root else "dep"
        found.append(Word(word, start, end, lemmas.lemma(word, upos), upos, head, relation))
    return tuple(found)


def _triggers(scores: Floats, words: Sequence[Word], names: Sequence[str]) -> tuple[Mark, ...]:
    best, kind = scores.max(axis=1).tolist(), scores.argmax(axis=1).tolist()
    return tuple(
        Mark(at, at + 1, names[kind[at]], best[at])
        for at, word in enumerate(words)
        if best[at] >= _LEAST_TRIGGER and word.upos in _TRIGGER_POS
    )


def _places(arrays: Mapping[str, Any], words: Sequence[Word], triggers: Sequence[Mark]) -> dict[int, Mark]:
    """Only words whose best first word beats `nowhere` are looked at closely."""
    asked = {mark.start for mark in triggers} | {at for at, word in enumerate(words) if word.upos == "VERB"}
    if not asked:
        return {}
    first, last = arrays["first"], arrays["last"]
    found = {}
    for at in sorted(asked):
        if first[at, 1:].max() > first[at, 0] or last[at, 1:].max() > last[at, 0]:
            place = place_of(first[at], last[at])
            if place is not None:
                found[at] = Mark(place[0], place[1], "PLACE", place[2])
    return found


def _attributions(marks: Sequence[Mark], links: Floats) -> tuple[Quoted, ...]:
    """Each source and content joined to the cue it is most likely of one attribution with."""
    cues = [mark for mark in marks if mark.label == "CUE"]
    parts: list[tuple[list[Mark], list[Mark]]] = [([], []) for _ in cues]
    alone: list[Mark] = []
    for mark in marks:
        if mark.label == "CUE":
            continue
        scores = [float(links[cue.start : cue.end, mark.start : mark.end].mean()) for cue in cues]
        best = max(range(len(cues)), key=scores.__getitem__, default=-1)
        if best >= 0 and scores[best] >= _LEAST_LINK:
            parts[best][mark.label == "CONTENT"].append(mark)
        elif mark.label == "CONTENT":
            alone.append(mark)
    joined = [Quoted(cue, tuple(s), tuple(c)) for cue, (s, c) in zip(cues, parts, strict=True)]
    return (*joined, *(Quoted(None, (), (mark,)) for mark in alone))


def scheme_marks(
    scores: Sequence["Scores"], about: Mapping[str, Any], schemes: Sequence[str]
) -> dict[str, list[list[Mark]]]:
    """The spans of each scheme in its own labels, for each sentence."""
    names: dict[str, list[str]] = about["labels"]["tags"]
    starts, at = {}, 0
    for name, tags in names.items():
        starts[name] = at
        at += len(tags)
    found: dict[str, list[list[Mark]]] = {scheme: [[] for _ in scores] for scheme in schemes}
    order = sorted((at for at, score in enumerate(scores) if score.n_words), key=lambda at: scores[at].n_words)
    for begin in range(0, len(order), _ROWS):
        rows = order[begin : begin + _ROWS]
        padded, lengths = _padded([scores[row].arrays["tags"] for row in rows])
        for scheme in schemes:
            tags = names[scheme]
            own = padded[:, :, starts[scheme] : starts[scheme] + len(tags)]
            for row, marks in zip(rows, _marks(own, lengths, scheme, tags, about), strict=True):
                found[scheme][row] = marks
    return found


def _padded(arrays: list[Floats]) -> tuple[Floats, "np.ndarray[Any, np.dtype[np.int64]]"]:
    lengths = np.array([len(array) for array in arrays])
    padded = np.zeros((len(arrays), int(lengths.max()), arrays[0].shape[1]), dtype=np.float32)
    for row, array in enumerate(arrays):
        padded[row, : len(array)] = array
    return padded, lengths


def _marks(
    own: Floats, lengths: "np.ndarray[Any, np.dtype[np.int64]]", scheme: str, tags: list[str], about: Mapping[str, Any]
) -> list[list[Mark]]:
    """A mark's score is the mean, over its words, of the share its tag has among the tags."""
    table = _table(tuple(map(tuple, about["transitions"][scheme])))
    paths = best_tags(own, lengths, table)
    raised = np.exp(own - own.max(axis=2, keepdims=True))
    shares = np.take_along_axis(raised, paths[..., None], axis=2)[..., 0] / raised.sum(axis=2)
    found = []
    for row, length in enumerate(lengths.tolist()):
        spans = runs(paths[row, :length].tolist(), tags) if paths[row].any() else []
        found.append([Mark(a, b, label, float(shares[row, a:b].mean())) for a, b, label in spans])
    return found


@lru_cache(maxsize=32)
def _table(rows: tuple[tuple[float, ...], ...]) -> Floats:
    return np.array(rows, dtype=np.float32)
