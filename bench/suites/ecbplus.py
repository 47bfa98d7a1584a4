"""`ecbplus`: which marked event mentions of several articles are one event (gold mentions).

`--split dev` holds out topics 2, 5, 12, 18, 21, 23, 34 and 35 (the field's usual development topics; 36 to 45 are not
here), another name that one topic; the other topics train three pairwise scorers when the suite runs: networks of one
hidden layer over stems, words and
names about the mention, numbers, and the likeness of the sentences and texts, no embeddings. Texts are grouped into
stories by our own grouping, mentions joined by mean likeness inside a story, single mentions counted.

This measures the method with mentions given. `hudhud` itself joins claims by `hudhud.reconcile.events`, whose inputs
(types, days, places, actors) this set does not mark; `gva` measures that from raw text.

Baselines: one stem one event, in a topic.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.coreference import conll
from bench.ecb_corpus import EventMention, Topic, cosine, read_topics
from bench.report import Baseline, Report

__all__ = ["run"]

_DEV = ("2", "5", "12", "18", "21", "23", "34", "35")
_HIDDEN, _ROUNDS, _BATCH, _STEP = 24, 12, 256, 0.003
_FOLDS = 3  # scorers, each trained without a third of the topics, which then says how good a threshold is
_THRESHOLDS = tuple(at / 100 for at in range(20, 65, 5))
Vector = NDArray[np.float64]


def run(data: Path, split: str) -> Report:
    """CoNLL F1 over the mentions of the topics held out."""
    names = sorted((path.name for path in data.iterdir() if path.is_dir() and path.name.isdigit()), key=int)
    held = [name for name in names if name in (_DEV if split == "dev" else (split,))]
    train = read_topics(data, [name for name in names if name not in held])
    lexicon = _Lexicon(train)
    folds = [train[at::_FOLDS] for at in range(_FOLDS)]
    scorers = [_Scorer([one for one in train if one not in fold], lexicon) for fold in folds]
    threshold = max(_THRESHOLDS, key=lambda at: _fitness(folds, scorers, at))
    topics = read_topics(data, held)
    metrics = _score(topics, scorers, threshold) | {"threshold": threshold}
    mentions = [one for topic in topics for one in topic.mentions]
    gold: dict[Hashable, Hashable] = {one.key: one.cluster for one in mentions}
    lemma: dict[Hashable, Hashable] = {
        one.key: f"{topic.name} {one.head}" for topic in topics for one in topic.mentions
    }
    return Report("ecbplus", split, len(mentions), metrics, Baseline("stem in a topic", conll(lemma, gold)), "bench")


def _fitness(folds: Sequence[Sequence[Topic]], scorers: Sequence["_Scorer"], threshold: float) -> float:
    return sum(_score(fold, [one], threshold)["conll_f1"] for fold, one in zip(folds, scorers, strict=True))


def _score(topics: Sequence[Topic], scorers: Sequence["_Scorer"], threshold: float) -> dict[str, float]:
    gold: dict[Hashable, Hashable] = {one.key: one.cluster for topic in topics for one in topic.mentions}
    found: dict[Hashable, Hashable] = {}
    for topic in topics:
        for number, group in enumerate(_joined(topic, scorers, threshold)):
            found.update({one.key: f"{topic.name} {number}" for one in group})
    return conll(found, gold)


def _by_story(topic: Topic) -> list[list[EventMention]]:
    groups: dict[int, list[EventMention]] = defaultdict(list)
    for one in topic.mentions:
        groups[topic.story[one.document]].append(one)
    return list(groups.values())


def _pairs(topic: Topic) -> Iterator[tuple[EventMention, EventMention]]:
    for group in _by_story(topic):
        yield from ((left, right) for at, left in enumerate(group) for right in group[at + 1 :])


class _Lexicon:
    """Which stems were one event in training, and how often they met in a story."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self.one: dict[str, Counter[frozenset[str]]] = {}
        self.met: dict[str, Counter[frozenset[str]]] = {}
        for topic in topics:
            one, met = self.one.setdefault(topic.name, Counter()), self.met.setdefault(topic.name, Counter())
            for left, right in _pairs(topic):
                pair = frozenset((left.head, right.head))
                met[pair] += 1
                one[pair] += left.cluster == right.cluster
        self.all_one = sum(self.one.values(), Counter())
        self.all_met = sum(self.met.values(), Counter())

    def share(self, left: str, right: str, topic: str) -> float:
        """How often the two stems were one, the topic itself left out; 0 where they never met."""
        pair = frozenset((left, right))
        met = self.all_met[pair] - self.met.get(topic, Counter())[pair]
        one = self.all_one[pair] - self.one.get(topic, Counter())[pair]
        return one / (met + 2)


class _Scorer:
    """A pairwise scorer of one hidden layer, trained with Adam from a fixed seed."""

    def __init__(self, topics: Sequence[Topic], lexicon: _Lexicon) -> None:
        self.lexicon = lexicon
        rows, labels = [], []
        for topic in topics:
            for left, right in _pairs(topic):
                rows.append(self.features(left, right, topic))
                labels.append(float(left.cluster == right.cluster))
        table, wanted = np.array(rows), np.array(labels)
        self.middle, self.width = table.mean(0), table.std(0) + 1e-6
        chance = np.random.default_rng(7)
        self.weights = [
            chance.normal(0, 0.3, (table.shape[1], _HIDDEN)),
            np.zeros(_HIDDEN),
            chance.normal(0, 0.3, _HIDDEN),
            np.zeros(1),
        ]
        self.fit((table - self.middle) / self.width, wanted, chance)

    def fit(self, table: Vector, wanted: Vector, chance: np.random.Generator) -> None:
        mean = [np.zeros_like(w) for w in self.weights]
        square = [np.zeros_like(w) for w in self.weights]
        step = 0
        for _ in range(_ROUNDS):
            order = chance.permutation(len(wanted))
            for start in range(0, len(order), _BATCH):
                step += 1
                some = order[start : start + _BATCH]
                for at, slope in enumerate(self.slopes(table[some], wanted[some])):
                    mean[at] = 0.9 * mean[at] + 0.1 * slope
                    square[at] = 0.999 * square[at] + 0.001 * slope**2
                    fair = mean[at] / (1 - 0.9**step) / (np.sqrt(square[at] / (1 - 0.999**step)) + 1e-8)
                    self.weights[at] = self.weights[at] - _STEP * fair

    def slopes(self, table: Vector, wanted: Vector) -> list[Vector]:
        first, shift, second, bias = self.weights
        hidden = np.tanh(table @ first + shift)
        wrong = (_squashed(hidden @ second + bias) - wanted) / len(wanted)
        back = np.outer(wrong, second) * (1 - hidden**2)
        return [table.T @ back + 1e-4 * first, back.sum(0), hidden.T @ wrong + 1e-4 * second, np.array([wrong.sum()])]

    def scores(self, table: Vector) -> Vector:
        first, shift, second, bias = self.weights
        return _squashed(np.tanh((table - self.middle) / self.width @ first + shift) @ second + bias)

    def features(self, left: EventMention, right: EventMention, topic: Topic) -> list[float]:
        same = float(left.head == right.head)
        sentence = cosine(left.words, right.words)
        window = _share(left.window, right.window)
        names = _share(left.names, right.names)
        document = cosine(topic.vectors[left.document], topic.vectors[right.document])
        subjects, objects = _agree(left.before, right.before), _agree(left.after, right.after)
        learned = self.lexicon.share(left.head, right.head, topic.name)
        own = [self.lexicon.share(one.head, one.head, topic.name) for one in (left, right)]
        is_here = float(left.document == right.document)
        prefix = float(left.head[:4] == right.head[:4])
        one_text = float(left.text == right.text)
        crossed = float(left.head in right.window) + float(right.head in left.window)
        numbers = _agree_sets(left.numbers, right.numbers)
        is_say = float("say" in (left.head, right.head))
        return [
            same, prefix, one_text, learned, *own, sentence, window, names, document, subjects, objects, is_here,
            crossed, numbers, is_say, same * sentence, same * window, same * subjects, same * names, same * is_here,
            same * is_say * subjects, float(left.sentence <= 1), float(right.sentence <= 1),
            float(is_here and left.sentence == right.sentence),
        ]  # fmt: skip


def _squashed(values: Vector) -> Vector:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -30, 30))))


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def _agree(left: str, right: str) -> float:
    return 0.0 if not left or not right else 1.0 if left == right else -1.0


def _agree_sets(left: frozenset[str], right: frozenset[str]) -> float:
    return 0.0 if not left or not right else 1.0 if left & right else -1.0


def _joined(topic: Topic, scorers: Sequence[_Scorer], threshold: float) -> Iterator[list[EventMention]]:
    """Join the mentions of each story from the surest groups down, by the mean score between two groups."""
    for group in _by_story(topic):
        alike = _likeness(group, topic, scorers)
        sizes, alive = np.ones(len(group)), list(range(len(group)))
        members = [[at] for at in alive]
        np.fill_diagonal(alike, -1.0)
        while len(alive) > 1:
            left, right = divmod(int(alike.argmax()), len(group))
            if alike[left, right] < threshold:
                break
            mean = (alike[left] * sizes[left] + alike[right] * sizes[right]) / (sizes[left] + sizes[right])
            gone = alike[left] < 0
            alike[left] = alike[:, left] = np.where(gone | (alike[right] < 0), -1.0, mean)
            alike[right] = alike[:, right] = -1.0
            sizes[left] += sizes[right]
            members[left] += members[right]
            alive.remove(right)
        for at in alive:
            yield [group[number] for number in members[at]]


def _likeness(group: Sequence[EventMention], topic: Topic, scorers: Sequence[_Scorer]) -> Vector:
    size = len(group)
    found = np.zeros((size, size))
    places = [(at, by) for at in range(size) for by in range(at + 1, size)]
    if places:
        table = np.array([scorers[0].features(group[at], group[by], topic) for at, by in places])
        for (at, by), score in zip(places, np.mean([one.scores(table) for one in scorers], axis=0), strict=True):
            found[at, by] = found[by, at] = score
    return found
