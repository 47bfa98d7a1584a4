"""`actors`: are two names one party? Pairs labelled by hand, found in 200 articles on Syria.

`bench/data/actor_pairs.tsv` holds names and labels, no text. Every name of the file is a party in each article in
which it stands as whole words, so that what is measured is the joining of names and not the reader. A pair is asked
of the first article that has both names, else of the first article of each. F1 is of the pairs called the same.
What the record leaves unsure counts as different.

`--split dev` takes the pairs whose names hash to an even number, `test` the others, any other name all.

The baseline joins names that are equal without case, accents, articles and titles.
"""

import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.report import Baseline, Report
from hudhud.lexicon.spelling import fold
from hudhud.reconcile.actors import resolve
from hudhud.records import Claim, DatePrecision, Document, EventDetail, Factuality, Party, PublishedAt, Span, claim_id

__all__ = ["run"]

_PAIRS = Path(__file__).parents[1] / "data" / "actor_pairs.tsv"
_TITLES = re.compile(r"^(?:(?:the|mr|ms|dr|gen|general|sgt|president|secretary|senator|chancellor)\s+)+")

Pair = tuple[str, str, bool]


def run(data: Path, split: str) -> Report:
    """Pairwise precision, recall and F1; `data` is the folder `corpus` or one beside it."""
    pairs = [one for one in _pairs() if _is_in(one, split)]
    documents = {one.document_id: one for one in map(_document, _rows(data))}
    names = sorted({name for left, right, _ in _pairs() for name in (left, right)})
    claims, where = _mentions(documents.values(), names)
    resolved = resolve(documents, claims)

    def is_one(left: str, right: str) -> bool:
        both = sorted(set(where[left]) & set(where[right]))
        at, other = (both[0], both[0]) if both else (where[left][0], where[right][0])
        one = resolved.of_mention.get((at, left))
        return one is not None and one == resolved.of_mention.get((other, right))

    for left, right, is_same in pairs:
        if is_one(left, right) != is_same:
            print(f"wrong: {left} | {right}, which are {'one' if is_same else 'two'}", file=sys.stderr)
    baseline = Baseline("equal names", _metrics(pairs, lambda left, right: _bare(left) == _bare(right)))
    return Report("actors", split, len(pairs), _metrics(pairs, is_one), baseline, "reconcile/actors")


def _pairs() -> list[Pair]:
    lines = _PAIRS.read_text(encoding="utf-8").splitlines()[1:]
    return [(left, right, label == "same") for left, right, label in (line.split("\t") for line in lines)]


def _is_in(pair: Pair, split: str) -> bool:
    parity = int(hashlib.md5(f"{pair[0]}={pair[1]}".encode()).hexdigest(), 16) % 2
    return {"dev": parity == 0, "test": parity == 1}.get(split, True)


def _rows(data: Path) -> list[dict[str, Any]]:
    path = next(
        (at for at in (data, data.parent, data.parents[1] / "corpus") if (at / "syria-200.jsonl").exists()), data
    )
    return [json.loads(line) for line in (path / "syria-200.jsonl").read_text(encoding="utf-8").splitlines()]


def _document(row: dict[str, Any]) -> Document:
    return Document(
        document_id=row["id"],
        name=row["id"],
        text=row["text"],
        title=None,
        publisher=row["publisher"],
        author=None,
        published=PublishedAt(date.fromisoformat(row["published"]), DatePrecision.DAY, "given"),
        language="en",
        reprinted_from=None,
        url=None,
        place_line=None,
        sentences=(),
    )


def _mentions(documents: Any, names: Sequence[str]) -> tuple[list[Claim], dict[str, list[str]]]:
    """A claim with the name as its actor for each name in each document; name → the documents it stands in."""
    claims: list[Claim] = []
    where: dict[str, list[str]] = defaultdict(list)
    patterns = {name: re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in names}
    for document in sorted(documents, key=lambda one: one.document_id):
        for name, pattern in patterns.items():
            match = pattern.search(document.text) if name in document.text else None
            if match:
                claims.append(_claim(document, name, Span(match.start(), match.end())))
                where[name].append(document.document_id)
    return claims, where


def _claim(document: Document, name: str, span: Span) -> Claim:
    detail = EventDetail("CONSULT", None, (Party(name, name, span),), ())
    return Claim(
        claim_id=claim_id(document.document_id, span, detail),
        document_id=document.document_id,
        span=span,
        quote=span.of(document.text),
        detail=detail,
        factuality=Factuality.ACTUAL,
        attribution=(),
        occurred=None,
        place=None,
        score=1.0,
        reader="bench",
    )


def _bare(name: str) -> str:
    return _TITLES.sub("", fold(name))


def _metrics(pairs: Sequence[Pair], is_one: Callable[[str, str], bool]) -> dict[str, float]:
    called = [(is_one(left, right), is_same) for left, right, is_same in pairs]
    hits = sum(ours and theirs for ours, theirs in called)
    ours, theirs = sum(one for one, _ in called), sum(one for _, one in called)
    precision, recall = hits / ours if ours else 0.0, hits / theirs if theirs else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    right = sum(one == other for one, other in called) / len(called) if called else 0.0
    return {"precision": precision, "recall": recall, "f1": f1, "right": right}
