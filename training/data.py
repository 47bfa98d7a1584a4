"""The sets → examples: words with whatever labels the set has."""

import csv
import json
import random
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench import sets  # noqa: E402
from bench.sentences import sentence_spans  # noqa: E402
from hudhud.read.tokens import split_words  # noqa: E402

__all__ = ["Example", "Labels", "held_out", "load", "plain"]

PLOVER = (
    "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT "
    "CONCEDE RETREAT"
).split()
QUADS = ["neutral", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
M2E2 = {
    "Conflict:Attack": "ASSAULT",
    "Life:Die": "ASSAULT",
    "Justice:Arrest-Jail": "COERCE",
    "Contact:Meet": "CONSULT",
    "Contact:Phone-Write": "CONSULT",
    "Conflict:Demonstrate": "PROTEST",
}
# Types that m2e2 annotates wherever they occur, so that a word without the label is a negative of it.
M2E2_COMPLETE = ("ASSAULT", "CONSULT", "PROTEST")


@dataclass(slots=True)
class Example:
    """One sentence; a label that its set does not have is None or empty."""

    set: str
    words: list[str]
    upos: list[int] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None
    factuality: dict[int, float] = field(default_factory=dict)
    tags: dict[str, list[int]] = field(default_factory=dict)
    group: list[int] | None = None
    quad: int | None = None
    type: int | None = None
    story: int | None = None
    places: list[tuple[int, int, int]] = field(default_factory=list)
    triggers: list[dict[int, float]] | None = None


class Labels:
    """The label lists, fixed order, that the heads are shaped by and that ship beside the weights."""

    def __init__(self, upos: list[str], relations: list[str], tags: dict[str, list[str]], types: list[str]) -> None:
        self.upos, self.relations, self.tags, self.types = upos, relations, tags, types
        self.triggers, self.quads = PLOVER, QUADS

    def as_json(self) -> dict[str, object]:
        return {
            "upos": self.upos,
            "relations": self.relations,
            "tags": self.tags,
            "types": self.types,
            "triggers": self.triggers,
            "quads": self.quads,
        }


def held_out(data: Path) -> set[str]:
    """Keys of every sentence that is measured on; no set may train on one."""
    keys: set[str] = set()
    for path in (data / "ud_ewt" / "dev.conllu", data / "ud_ewt" / "test.conllu", data / "ud_gum" / "dev.conllu"):
        keys.update(sets.key(" ".join(t.form for t in s)) for s in sets.treebank(path))
    keys.update(sets.key(" ".join(s.words)) for s in sets.tagged(data / "re3d" / "dev.txt"))
    for article in sets.articles(data / "polnear", "dev"):
        keys.update(sets.key(article.text[a:b]) for a, b in sentence_spans(article.text))
    for split in ("train", "dev"):
        keys.update(
            sets.key(" ".join(words)) for words, _ in sets.predicates(data / "factuality" / "uw" / f"{split}.conll")
        )
    for name in ("plv", "cameo_class"):
        keys.update(sets.key(item.text) for item in sets.labelled(data / name, "dev"))
    keys.update(sets.key(" ".join(s.words)) for s in sets.tagged_part(data / "cameo_ner", "dev"))
    keys.update(sets.key(" ".join(s.words)) for s in sets.newswire(data / "worldwide_newswire_ner", "dev"))
    keys.update(sets.key(item.text) for item in sets.linked(data / "event_location", "dev"))
    return keys


def load(data: Path, extra: Path | None = None) -> tuple[dict[str, list[Example]], Labels]:
    """Every training example by set, with duplicates inside a set and measured sentences left out."""
    ewt, gum = (sets.treebank(data / name / "train.conllu") for name in ("ud_ewt", "ud_gum"))
    both = ewt + gum
    labels = Labels(
        upos=sorted({t.upos for s in both for t in s}),
        relations=sorted({t.relation for s in both for t in s}),
        tags={},
        types=sorted({item.label for item in sets.labelled(data / "plv", "train")}),
    )
    found = {
        "ewt": _with_factuality(_parsed("ewt", ewt, labels), ewt, data / "factuality" / "uds"),
        "gum": _gum(gum, labels),
        "re3d": _tagged("re3d", sets.tagged(data / "re3d" / "train.txt"), labels),
        "newswire": _tagged("newswire", sets.newswire(data / "worldwide_newswire_ner", "train"), labels),
        "cameo_ner": _tagged("cameo_ner", sets.tagged_part(data / "cameo_ner", "train"), labels),
        "polnear": _polnear(sets.articles(data / "polnear", "train"), labels),
        "wikiwars": _wikiwars(data / "wikiwars" / "training" / "tml", labels),
        "cameo_class": [
            Example("cameo_class", _words(i.text), quad=int(i.label))
            for i in sets.labelled(data / "cameo_class", "train")
        ],
        "plv": [
            Example("plv", _words(i.text), type=labels.types.index(i.label))
            for i in sets.labelled(data / "plv", "train")
        ],
        "event_location": [_located(i) for i in sets.linked(data / "event_location", "train")],
        "m2e2": _m2e2(data / "m2e2"),
        "synthetic": _synthetic(data / "plover_synthetic" / "train.jsonl"),
    }
    if extra is not None and extra.exists():
        found["claims"] = _claims(extra)
    measured = held_out(data)
    for name, examples in found.items():
        kept = [e for e in examples if e.words and not _is_measured(e.words, measured)]
        print(f"{name:16}{len(examples):7} examples, {len(examples) - len(kept):5} measured left out", flush=True)
        found[name] = _once(kept)
    return found, labels


def plain(data: Path, n: int) -> list[Example]:
    """`n` training sentences without labels, drawn evenly from four kinds of text."""
    words = {
        "ewt": [[t.form for t in s] for s in sets.treebank(data / "ud_ewt" / "train.conllu")],
        "newswire": [list(s.words) for s in sets.newswire(data / "worldwide_newswire_ner", "train")],
        "re3d": [list(s.words) for s in sets.tagged(data / "re3d" / "train.txt")],
        "plv": [_words(i.text) for i in sets.labelled(data / "plv", "train")],
    }
    rng = random.Random(5)
    return [Example(name, own) for name, found in words.items() for own in rng.sample(found, min(n // 4, len(found)))]


def _is_measured(words: list[str], measured: set[str]) -> bool:
    """Short lines ("He said .") repeat by chance and are no leak."""
    return len(words) >= 6 and sets.key(" ".join(words)) in measured


def _once(examples: list[Example]) -> list[Example]:
    seen: set[str] = set()
    kept = []
    for example in examples:
        mark = sets.key(" ".join(example.words)) + repr((example.places, example.type, example.quad))
        if len(example.words) < 4 or mark not in seen:
            kept.append(example)
        seen.add(mark)
    return kept


def _words(text: str) -> list[str]:
    return [text[a:b] for a, b in split_words(text)]


def _parsed(name: str, sentences: list[list[sets.Token]], labels: Labels) -> list[Example]:
    upos = {label: at for at, label in enumerate(labels.upos)}
    relations = {label: at for at, label in enumerate(labels.relations)}
    return [
        Example(
            name,
            [t.form for t in s],
            upos=[upos[t.upos] for t in s],
            heads=[t.head for t in s],
            relations=[relations[t.relation] for t in s],
        )
        for s in sentences
    ]


def _with_factuality(examples: list[Example], sentences: list[list[sets.Token]], folder: Path) -> list[Example]:
    """Mean of the annotators' answers, (3/4) x confidence x (+1 or -1), where sentence and lemma still agree."""
    answers: dict[tuple[int, int, str], list[float]] = defaultdict(list)
    path = next(folder.rglob("it-happened_eng_ud1.2_07092017.tsv"))
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if (
                row["Split"] != "train"
                or row["Happened"] not in ("true", "false")
                or row["Is.Predicate"].lower() != "true"
            ):
                continue
            number = int(row["Sentence.ID"].split()[-1])
            sign = 1 if row["Happened"] == "true" else -1
            answers[number, int(row["Pred.Token"]) - 1, row["Pred.Lemma"].lower()].append(
                0.75 * int(row["Confidence"]) * sign
            )
    for (number, at, lemma), scores in answers.items():
        for shift in (0, -1, 1):
            index = number - 1 + shift
            if (
                0 <= index < len(sentences)
                and at < len(sentences[index])
                and sentences[index][at].lemma.lower() == lemma
            ):
                examples[index].factuality[at] = sum(scores) / len(scores)
                break
    return examples


def _gum(sentences: list[list[sets.Token]], labels: Labels) -> list[Example]:
    examples = _parsed("gum", sentences, labels)
    kinds = sorted(
        {m for s in sentences for t in s for m in re.findall(r"\(\d+-([a-z]+)", t.misc)} - {"abstract"} | {"abstract"}
    )
    names = _declare(labels, "gum", [f"{p}-{k}" for k in kinds for p in "BI"])
    for example, sentence in zip(examples, sentences, strict=True):
        tags = ["O"] * len(sentence)
        for start, end, kind, named in _mentions(sentence):
            if named and all(tag == "O" for tag in tags[start:end]):
                tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
        example.tags["gum"] = [names[tag] for tag in tags]
    return examples


def _mentions(sentence: list[sets.Token]) -> list[tuple[int, int, str, bool]]:
    """The entity spans of a GUM sentence, outermost first, with whether the span has a proper noun as its head."""
    open_at: dict[str, list[tuple[int, str]]] = defaultdict(list)
    found = []
    for at, token in enumerate(sentence):
        entity = re.search(r"(?:^|\|)Entity=([^|]+)", token.misc)
        if not entity:
            continue
        for opened, number, kind, closes, closed in re.findall(
            r"(\()(\d+)-([a-z]+)[^()]*?(?=(\))|\(|$|\d+\))|(\d+)\)", entity[1]
        ):
            if opened:
                open_at[number].append((at, kind))
                if closes:
                    start, name = open_at[number].pop()
                    found.append((start, at + 1, name))
            elif closed and open_at[closed]:
                start, name = open_at[closed].pop()
                found.append((start, at + 1, name))
    spans = []
    for start, end, kind in sorted(found, key=lambda span: (span[0], -span[1])):
        roots = [t for at, t in enumerate(sentence[start:end], start) if not start <= t.head < end]
        spans.append((start, end, kind, any(t.upos == "PROPN" for t in roots)))
    return spans


def _declare(labels: Labels, head: str, tags: list[str]) -> dict[str, int]:
    labels.tags[head] = ["O", *tags]
    return {tag: at for at, tag in enumerate(labels.tags[head])}


def _tagged(name: str, sentences: list[sets.Tagged], labels: Labels) -> list[Example]:
    """BIO tags made whole: an I that continues nothing becomes a B."""
    kinds = sorted({kind for s in sentences for _, _, kind in sets.spans(s.tags)})
    names = _declare(labels, name, [f"{p}-{k}" for k in kinds for p in "BI"])
    return [Example(name, list(s.words), tags={name: _bio(len(s.words), sets.spans(s.tags), names)}) for s in sentences]


def _bio(n: int, spans: set[tuple[int, int, str]], names: dict[str, int]) -> list[int]:
    tags = [0] * n
    for start, end, kind in spans:
        tags[start:end] = [names[f"B-{kind}"]] + [names[f"I-{kind}"]] * (end - start - 1)
    return tags


def _polnear(articles: list[sets.Article], labels: Labels) -> list[Example]:
    kinds = ("SOURCE", "CUE", "CONTENT")
    names = _declare(labels, "quotes", [f"{p}-{k}" for k in kinds for p in "BI"])
    examples = []
    for article in articles:
        pieces = [
            (a, b, kind, number)
            for number, one in enumerate(article.attributions, 1)
            for kind, parts in zip(kinds, (one.source, one.cue, one.content), strict=True)
            for a, b in parts
        ]
        for a, b in sentence_spans(article.text):
            examples.append(_quoted(article.text[a:b], [(s - a, e - a, k, n) for s, e, k, n in pieces], names))
    return examples


def _quoted(text: str, pieces: list[tuple[int, int, str, int]], names: dict[str, int]) -> Example:
    offsets = split_words(text)
    tags, group = [0] * len(offsets), [0] * len(offsets)
    for start, end, kind, number in pieces:
        inside = [at for at, (a, b) in enumerate(offsets) if a < end and b > start]
        for at in inside:
            tags[at] = names[f"{'B' if at == inside[0] else 'I'}-{kind}"]
            group[at] = number
    return Example("polnear", [text[a:b] for a, b in offsets], tags={"quotes": tags}, group=group)


def _wikiwars(folder: Path, labels: Labels) -> list[Example]:
    names = _declare(labels, "times", ["B-TIME", "I-TIME"])
    examples = []
    for path in sorted(folder.glob("*.tml")):
        marked = re.search(r"<TEXT>(.*)</TEXT>", path.read_text(encoding="utf-8"), re.S)
        text, spans = _unmarked(marked[1] if marked else "")
        for a, b in sentence_spans(text):
            offsets = split_words(text[a:b])
            tags = [0] * len(offsets)
            for start, end in spans:
                inside = [at for at, (x, y) in enumerate(offsets) if x + a < end and y + a > start]
                for at in inside:
                    tags[at] = names["B-TIME" if at == inside[0] else "I-TIME"]
            examples.append(Example("wikiwars", [text[a + x : a + y] for x, y in offsets], tags={"times": tags}))
    return examples


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, spans, opened = "", [], 0
    for piece in re.split(r"(<[^>]*>)", marked):
        if piece.startswith("<TIMEX3"):
            opened = len(text)
        elif piece == "</TIMEX3>":
            spans.append((opened, len(text)))
        elif not piece.startswith("<"):
            text += piece.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    return text, spans


def _located(item: sets.Linked) -> Example:
    """The verb's word with the nearest of its places, or with -1 where the sentence names none."""
    offsets = split_words(item.text)
    verb = next((at for at, (a, b) in enumerate(offsets) if b > item.verb[0]), 0)
    spans = []
    for start, end in item.places:
        inside = [at for at, (a, b) in enumerate(offsets) if a < end and b > start]
        if inside:
            spans.append((abs(inside[0] - verb), inside[0], inside[-1]))
    _, first, last = min(spans, default=(0, -1, -1))
    return Example("event_location", [item.text[a:b] for a, b in offsets], places=[(verb, first, last)])


def _m2e2(folder: Path) -> list[Example]:
    examples = []
    for name in ("text_only_event.json", "text_multimedia_event.json"):
        for row in json.loads((folder / name).read_text(encoding="utf-8")):
            words = list(row["words"])
            triggers: list[dict[int, float]] = [{PLOVER.index(t): 0.0 for t in M2E2_COMPLETE} for _ in words]
            for event in row["golden-event-mentions"]:
                kind = M2E2.get(event["event_type"])
                if kind:
                    for at in range(event["trigger"]["start"], min(event["trigger"]["end"], len(words))):
                        triggers[at][PLOVER.index(kind)] = 1.0
            examples.append(Example("m2e2", words, triggers=triggers))
    plain = [e for e in examples if not any(1.0 in t.values() for t in e.triggers or [])]
    marked = [e for e in examples if any(1.0 in t.values() for t in e.triggers or [])]
    return marked + random.Random(7).sample(plain, min(len(plain), 2 * len(marked)))


def _synthetic(path: Path) -> list[Example]:
    """The opening of each machine-written story with its type; noisy, so with a head of its own."""
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        label = row["label"].upper()
        if label in PLOVER:
            opening = " ".join(row["text"].split()[:70])
            examples.append(Example("synthetic", _words(opening), story=PLOVER.index(label)))
    return examples


def _claims(path: Path) -> list[Example]:
    """Trigger words of the annotated articles, as `triggers.py` wrote them."""
    examples = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        triggers: list[dict[int, float]] = [
            {} if at in row["unknown"] else dict.fromkeys(range(len(PLOVER)), 0.0) for at in range(len(row["words"]))
        ]
        for at, kind in row["triggers"]:
            triggers[at] = dict.fromkeys(range(len(PLOVER)), 0.0) | triggers[at] | {PLOVER.index(kind): 1.0}
        examples.append(Example("claims", row["words"], triggers=triggers))
    return examples
