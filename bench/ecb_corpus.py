"""ECB+ → event mentions with what a pair of them is judged by, and the texts grouped by what they tell."""

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from hudhud.lexicon.spelling import fold

__all__ = ["EventMention", "Topic", "cosine", "read_topics"]

_SMALL = frozenset(
    """
a an the of in on at to for from by with and or but as is are was were be been being has have had do does did
will would could should may might it its he she his her him they their them this that these those who which
what when where after before over into than then there not no s t http www com html
""".split()
)
_WINDOW = 6  # words on either side of a mention
# Mean cosine from which two groups of texts are one. Of .04 to .26 this is the best on the training topics: pairs of
# texts of one half of a topic have precision .87 and recall .92.
_ONE_STORY = 0.1
_ENDINGS = (
    "ation",
    "ition",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "ies",
    "ied",
    "ed",
    "es",
    "er",
    "s",
    "e",
    "y",
)
_IRREGULAR = dict(
    pair.split(":")
    for pair in """
shot:shoot shots:shoot died:die dies:die dead:die death:die deaths:die dying:die killed:kill said:say says:say
won:win winning:win wins:win bought:buy stole:steal stolen:steal struck:strike fought:fight went:go gone:go
left:leave took:take taken:take taking:take gave:give given:give came:come coming:come got:get told:tell
held:hold hit:hit found:find made:make began:begin begun:begin broke:break broken:break ran:run running:run
sold:sell sale:sell met:meet fell:fall fallen:fall led:lead lost:lose loss:lose paid:pay sent:send spoke:speak
stood:stand thought:think written:write wrote:write knew:know known:know grew:grow rose:rise risen:rise
quake:earthquake quakes:earthquake acquisition:acquire acquired:acquire acquires:acquire purchase:buy
announced:announce announcement:announce
""".split()
)


@dataclass(frozen=True, slots=True)
class EventMention:
    """One marked event: where it stands, its head's stem, the words about it, names near it, and its gold cluster."""

    key: tuple[str, int]
    document: str
    sentence: int
    head: str
    text: str
    before: str
    after: str
    window: frozenset[str]
    words: Mapping[str, float]
    names: frozenset[str]
    numbers: frozenset[str]
    cluster: str


@dataclass(frozen=True, slots=True)
class Topic:
    """The mentions of one topic and the texts that tell one story, as our own grouping has them."""

    name: str
    mentions: tuple[EventMention, ...]
    story: Mapping[str, int]
    vectors: Mapping[str, Mapping[str, float]]


def read_topics(data: Path, names: Sequence[str]) -> list[Topic]:
    """The topics with these names, mentions of the sentences that were checked only."""
    with (data / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as file:
        checked = {(row[0], row[1], int(row[2])) for row in list(csv.reader(file))[1:]}
    found = []
    for name in names:
        trees = {
            path.stem.split("_")[1]: ElementTree.parse(path).getroot() for path in sorted((data / name).glob("*.xml"))
        }
        tokens = {
            key: [(t.get("t_id"), int(t.get("sentence", "0")), t.text or "") for t in tree.iter("token")]
            for key, tree in trees.items()
        }
        counts = {key: _terms([word for _, _, word in rows]) for key, rows in tokens.items()}
        weights = _rarity(counts)
        vectors = {
            key: _unit({word: (1 + math.log(n)) * weights[word] for word, n in count.items() if word in weights})
            for key, count in counts.items()
        }
        mentions = [
            one
            for key, tree in trees.items()
            for one in _mentions(name, key, tree, tokens[key], weights)
            if (name, key, one.sentence) in checked
        ]
        found.append(Topic(name, tuple(mentions), _stories(vectors), vectors))
    return found


def stem(word: str) -> str:
    """A word without its endings; crude, and the same for a verb and its noun."""
    low = fold(word)
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            low = low[: -len(ending)]
            break
    return low[:-1] if len(low) > 4 and low[-1] == low[-2] else low


def _tells(word: str) -> bool:
    return word.lower() not in _SMALL and any(char.isalnum() for char in word)


def _terms(words: Sequence[str]) -> Counter[str]:
    """The stems of a text and of its pairs of neighbours, words in capitals twice."""
    found: Counter[str] = Counter()
    for at, word in enumerate(words):
        if _tells(word):
            found[stem(word)] += 2 if word[:1].isupper() else 1
            if at + 1 < len(words) and _tells(words[at + 1]):
                found[f"{stem(word)} {stem(words[at + 1])}"] += 1
    return found


def _rarity(counts: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    """Weights of the terms that two texts have at least."""
    spread = Counter(word for count in counts.values() for word in count)
    return {word: math.log(1 + len(counts) / n) for word, n in spread.items() if n > 1}


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right.get(word, 0.0) for word, value in left.items())


def _stories(vectors: Mapping[str, Mapping[str, float]]) -> dict[str, int]:
    """Group texts from the likest pair down, by the mean likeness of the groups."""
    groups = [[key] for key in sorted(vectors)]
    alike = {(a, b): cosine(vectors[a], vectors[b]) for a in vectors for b in vectors}
    while len(groups) > 1:
        best, left, right = max(
            (sum(alike[a, b] for a in one for b in other) / (len(one) * len(other)), at, by)
            for at, one in enumerate(groups)
            for by, other in enumerate(groups[:at])
        )
        if best < _ONE_STORY:
            break
        groups[right] += groups.pop(left)
    return {key: at for at, group in enumerate(groups) for key in group}


def _mentions(
    topic: str,
    key: str,
    tree: ElementTree.Element,
    tokens: Sequence[tuple[str | None, int, str]],
    weights: Mapping[str, float],
) -> list[EventMention]:
    at = {t_id: number for number, (t_id, _, _) in enumerate(tokens)}
    clusters = {}
    for kind in ("CROSS_DOC_COREF", "INTRA_DOC_COREF"):
        for link in tree.iter(kind):
            label = link.get("note") if kind == "CROSS_DOC_COREF" else f"{key}-{link.get('r_id')}"
            clusters.update({source.get("m_id"): f"{topic}-{label}" for source in link.iter("source")})
    by_sentence: dict[int, list[str]] = defaultdict(list)
    for _, sentence, word in tokens:
        by_sentence[sentence].append(word)
    found = []
    for mark in tree.find("Markables") or ():
        places = sorted(at[anchor.get("t_id")] for anchor in mark.iter("token_anchor"))
        if "ACTION" in mark.tag and places:
            m_id = mark.get("m_id")
            cluster = clusters.get(m_id, f"{topic}-{key}-single-{m_id}")
            found.append(_mention(topic, key, int(m_id or 0), places, tokens, by_sentence, weights, cluster))
    return found


def _mention(
    topic: str,
    key: str,
    m_id: int,
    places: Sequence[int],
    tokens: Sequence[tuple[str | None, int, str]],
    by_sentence: Mapping[int, Sequence[str]],
    weights: Mapping[str, float],
    cluster: str,
) -> EventMention:
    sentence = tokens[places[0]][1]
    words = [tokens[place][2] for place in places]
    telling = [word for word in words if _tells(word)] or words
    head = (
        telling[0]
        if len(telling) > 1 and words[-1].lower() in ("up", "down", "out", "off", "in", "into")
        else telling[-1]
    )
    near = [tokens[at] for at in range(max(places[0] - _WINDOW, 0), min(places[-1] + _WINDOW + 1, len(tokens)))]
    inside = set(places)
    window = {
        stem(word)
        for number, (_, line, word) in enumerate(near, max(places[0] - _WINDOW, 0))
        if line == sentence and number not in inside and _tells(word)
    }
    line = by_sentence[sentence]
    names = {stem(word) for word in line[1:] if word[:1].isupper() and _tells(word)}
    counts = Counter(stem(word) for word in line if _tells(word))
    return EventMention(
        key=(f"{topic}/{key}", m_id),
        document=key,
        sentence=sentence,
        head=stem(head),
        text=" ".join(stem(word) for word in telling),
        before=_name(tokens, range(places[0] - 1, max(places[0] - 12, -1), -1), sentence),
        after=_name(tokens, range(places[-1] + 1, min(places[-1] + 12, len(tokens))), sentence),
        window=frozenset(window),
        words=_unit({word: n * weights.get(word, 1.0) for word, n in counts.items()}),
        names=frozenset(names),
        numbers=frozenset(word for word in line if re.fullmatch(r"\d[\d,.]*", word)),
        cluster=cluster,
    )


def _name(tokens: Sequence[tuple[str | None, int, str]], places: range, sentence: int) -> str:
    """The nearest word in capitals on one side, in the same sentence."""
    for place in places:
        _, line, word = tokens[place]
        if line != sentence:
            break
        if word[:1].isupper() and _tells(word):
            return stem(word)
    return ""
