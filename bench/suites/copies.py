"""`copies`: are two articles one text? Pairs made of `gva` articles.

Copies are made by changing an article as outlets do: cut, paragraphs reordered, a new headline, a few words replaced,
a frame of another outlet's lines, quoted at length. Pairs that are no copies are the hard ones: two articles of one
incident that share no run of twelve words, and articles of unlike incidents. Pairs of one incident that do share such
a run are of doubtful label and left out; they are counted in the report. `--split dev` takes the first half of the
incidents, `test` the second.

The baseline is MinHash with datasketch's defaults (128 permutations of word 5-grams, threshold 0.9), by rensa.
"""

import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from bench.report import Baseline, Report
from hudhud.reconcile.copies import copies
from hudhud.records import DatePrecision, Document, PublishedAt

__all__ = ["run"]

_WORD = re.compile(r"\w+")
_RUN = 12  # words in a row that two independent articles do not share but by quoting
_MOST = 300  # articles that are changed
_FRAMES = (
    "Stay with us for more on this story. Send your pictures to the newsroom. {text} Our reporters follow this case.",
    "Police news from around the region, brought to you daily. {text} Download our application for alerts.",
)


def run(data: Path, split: str) -> Report:
    """Precision and recall of copy pairs, over every pair of the made collection that has a label."""
    articles = _articles(data, split)
    chance = random.Random(20)
    originals = [one for one in articles if len(one.text) > 900][:_MOST]
    made = {f"{how}-{one.document_id}": (one, _changed(one, how, chance)) for one in originals for how in _CHANGES}
    documents = {one.document_id: one for one in articles} | {key: copy for key, (_, copy) in made.items()}
    positive = {_pair(original.document_id, key) for key, (original, _) in made.items()}
    negative, n_doubtful = _negative(articles, chance)
    found, _ = copies(documents)
    group = {copy.document_id: copy.origin for copy in found}
    metrics = _metrics(positive, negative, lambda pair: len({group.get(key, key) for key in pair}) == 1)
    metrics |= {f"recall_{how}": _recall(positive, how, group) for how in _CHANGES} | {"doubtful": float(n_doubtful)}
    baseline = Baseline("minhash 0.9", _metrics(positive, negative, _minhash(documents)))
    return Report("copies", split, len(positive) + len(negative), metrics, baseline, "reconcile/copies")


def _articles(data: Path, split: str) -> list[Document]:
    rows = [json.loads(line) for line in (data / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    incidents = sorted({row["incident_id"] for row in rows})
    half = set(incidents[: len(incidents) // 2])
    rows = [row for row in rows if (row["incident_id"] in half) == (split != "test")]
    return [_document(row) for row in rows[:1500]]


def _document(row: dict[str, Any]) -> Document:
    day = date.fromisoformat(row["dct"]) if row.get("dct") else None
    return Document(
        document_id=row["doc_id"],
        name=row["incident_id"],
        text=row["text"],
        title=row["title"],
        publisher=row["uri"].split("/http", 1)[-1].split("/")[2] if "/http" in row["uri"] else row["uri"],
        author=None,
        published=PublishedAt(day, DatePrecision.DAY, "given" if day else "unknown"),
        language="en",
        reprinted_from=None,
        url=row["uri"],
        place_line=None,
        sentences=(),
    )


def _cut(text: str, chance: random.Random) -> str:
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(sentences[: max(4, int(len(sentences) * chance.uniform(0.4, 0.8)))])


def _reordered(text: str, chance: random.Random) -> str:
    paragraphs = [part for part in text.split("\n") if part.strip()]
    chance.shuffle(paragraphs)
    return "\n".join(paragraphs)


def _reheaded(text: str, chance: random.Random) -> str:
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(["What is known so far about the case that shook the city", *sentences[1:]])


def _reworded(text: str, chance: random.Random) -> str:
    """One word in twenty-five replaced."""
    return re.sub(r"\b[a-z]{4,}\b", lambda word: "thing" if chance.random() < 0.04 else word[0], text)


def _framed(text: str, chance: random.Random) -> str:
    return chance.choice(_FRAMES).format(text=text)


def _quoted(text: str, chance: random.Random) -> str:
    """All of the article within one twice as long."""
    rest = " ".join(
        chance.choice(("the", "city", "council", "report", "week", "night", "street")) for _ in range(len(text) // 6)
    )
    return f"{rest[: len(rest) // 2]} {text} {rest[len(rest) // 2 :]}"


_CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "cut": _cut,
    "reordered": _reordered,
    "reheaded": _reheaded,
    "reworded": _reworded,
    "framed": _framed,
    "quoted": _quoted,
}


def _changed(one: Document, how: str, chance: random.Random) -> Document:
    return replace(one, document_id=f"{how}-{one.document_id}", text=_CHANGES[how](one.text, chance), publisher=how)


def _pair(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left <= right else (right, left)


def _negative(articles: list[Document], chance: random.Random) -> tuple[set[tuple[str, str]], int]:
    """Pairs of one incident that share no long run of words, as many pairs of unlike ones; how many were doubtful."""
    by_incident: dict[str, list[Document]] = defaultdict(list)
    for one in articles:
        by_incident[one.name].append(one)
    found, n_doubtful = set(), 0
    for group in by_incident.values():
        for at, left in enumerate(group):
            for right in group[at + 1 :]:
                if set(_runs(left.text)) & set(_runs(right.text)):
                    n_doubtful += 1
                else:
                    found.add(_pair(left.document_id, right.document_id))
    for _ in range(len(found)):
        left, right = chance.sample(articles, 2)
        if left.name != right.name and not set(_runs(left.text)) & set(_runs(right.text)):
            found.add(_pair(left.document_id, right.document_id))
    return found, n_doubtful


def _runs(text: str, size: int = _RUN) -> Iterator[str]:
    words = _WORD.findall(text.lower())
    return (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def _metrics(
    positive: set[tuple[str, str]], negative: set[tuple[str, str]], is_copy: Callable[[tuple[str, str]], bool]
) -> dict[str, float]:
    hits, wrong = sum(map(is_copy, positive)), sum(map(is_copy, negative))
    precision = hits / (hits + wrong) if hits + wrong else 0.0
    recall = hits / len(positive) if positive else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def _recall(positive: set[tuple[str, str]], how: str, group: dict[str, str]) -> float:
    pairs = [pair for pair in positive if any(key.startswith(f"{how}-") for key in pair)]
    return sum(len({group.get(key, key) for key in pair}) == 1 for pair in pairs) / len(pairs) if pairs else 0.0


def _minhash(documents: dict[str, Document]) -> Callable[[tuple[str, str]], bool]:
    from rensa import RMinHash

    made: dict[str, Any] = {}

    def signature(key: str) -> Any:
        if key not in made:
            made[key] = RMinHash(num_perm=128, seed=1)
            made[key].update(list(_runs(documents[key].text, 5)) or [documents[key].text])
        return made[key]

    return lambda pair: bool(signature(pair[0]).jaccard(signature(pair[1])) >= 0.9)
