"""`gva`: which articles report one incident, and its killed and injured, from raw text.

A split is a fifth of the incidents by their id (`dev`, `train-1` to `train-4`); `--limit` bounds the articles, whole
incidents at a time. The articles of an incident are those whose main event is one: the happening that most of an
article's ASSAULT claims belong to, the first told where several are as many.

Baselines: articles of one publication day whose claims' commonest place is one; for the toll the first number of the
first article.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.report import Baseline, Report
from hudhud.clean import clean
from hudhud.read import default_reader
from hudhud.reconcile import reconcile
from hudhud.records import Claim, Document, FigureDetail, RawDocument, Skipped, View

__all__ = ["add_arguments", "b_cubed", "run"]

_FIFTHS = ("dev", "train-1", "train-2", "train-3", "train-4")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=int, default=0, help="read at most this many articles (default: all)")


def run(data: Path, split: str, limit: int = 0) -> Report:
    """B-cubed of incidents over all articles; exact killed and injured of each incident from its own articles."""
    told = {row["incident_id"]: row for row in _lines(data / "incidents.jsonl")}
    rows = _rows(data, split, limit)
    documents, claims, incident = _read(rows)
    view = reconcile(documents.values(), [one for some in claims.values() for one in some])
    gold = {key: incident[key] for key in documents}
    metrics = dict(zip(("b3_precision", "b3_recall", "b3_f1"), b_cubed(main_events(view), gold), strict=True))
    humble = {key: _humble_key(documents[key], claims[key]) for key in documents}
    base = dict(zip(("b3_precision", "b3_recall", "b3_f1"), b_cubed(humble, gold), strict=True))
    for quantity, field in (("killed", "num_killed"), ("injured", "num_injured")):
        metrics[f"{quantity}_exact"] = _exact(quantity, field, documents, claims, incident, told)
        base[f"{quantity}_exact"] = _first(quantity, field, documents, claims, incident, told)
    readers = {one.reader for some in claims.values() for one in some}
    return Report(
        "gva",
        split,
        len(documents),
        metrics,
        Baseline("day and place; first number", base),
        min(readers, default="none"),
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _rows(data: Path, split: str, limit: int) -> list[dict[str, Any]]:
    by_incident: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _lines(data / "articles.jsonl"):
        by_incident[row["incident_id"]].append(row)
    part = _FIFTHS.index(split) if split in _FIFTHS else 0
    ordered = sorted(by_incident, key=lambda key: hashlib.md5(key.encode()).hexdigest())
    found: list[dict[str, Any]] = []
    for key in ordered:
        if int(hashlib.md5(key.encode()).hexdigest(), 16) % len(_FIFTHS) == part:
            found += by_incident[key]
        if limit and len(found) >= limit:
            break
    return found


def _read(rows: Sequence[Mapping[str, Any]]) -> tuple[dict[str, Document], dict[str, list[Claim]], dict[str, str]]:
    reader = default_reader()
    documents: dict[str, Document] = {}
    claims: dict[str, list[Claim]] = {}
    incident: dict[str, str] = {}
    for row in rows:
        raw = RawDocument(
            f"{row['doc_id']}.txt",
            "text/plain",
            row["text"].encode(),
            row["dct"],
            row["uri"].split("/")[-2],
            row["title"],
        )
        document = clean(raw)
        if not isinstance(document, Skipped):
            documents[document.document_id] = document
            claims[document.document_id] = reader.read(document)
            incident[document.document_id] = row["incident_id"]
    return documents, claims, incident


def main_events(view: View) -> dict[str, str]:
    """Document → the id of its main event; its own id where it tells of none."""
    found: dict[str, str] = {key: key for key in view.documents}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], int] = {}
    for event in view.events:
        if event.type == "ASSAULT" and event.factuality.value == "actual":
            for claim_id in event.claim_ids:
                claim = view.claims[claim_id]
                votes[claim.document_id][event.event_id] += 1
                told = (claim.document_id, event.event_id)
                first[told] = min(first.get(told, claim.span.start), claim.span.start)
    for key, counts in votes.items():
        found[key] = min(counts, key=lambda event: (-counts[event], first[key, event], event))
    return found


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a clustering, each item counting the same."""
    ours, theirs = defaultdict(set), defaultdict(set)
    for key in gold:
        ours[found[key]].add(key)
        theirs[gold[key]].add(key)
    both = {key: len(ours[found[key]] & theirs[gold[key]]) for key in gold}
    if not gold:
        return 0.0, 0.0, 0.0
    precision = sum(both[key] / len(ours[found[key]]) for key in gold) / len(gold)
    recall = sum(both[key] / len(theirs[gold[key]]) for key in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _humble_key(document: Document, claims: Sequence[Claim]) -> str:
    places = Counter(claim.place.name for claim in claims if claim.place)
    if not places:
        return document.document_id
    return f"{document.published.day} {min(places, key=lambda name: (-places[name], name))}"


def _by_incident(incident: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, one in incident.items():
        found[one].append(key)
    return found


def _exact(
    quantity: str,
    field: str,
    documents: Mapping[str, Document],
    claims: Mapping[str, Sequence[Claim]],
    incident: Mapping[str, str],
    told: Mapping[str, Mapping[str, Any]],
) -> float:
    right = []
    for one, keys in _by_incident(incident).items():
        if one not in told:
            continue
        view = reconcile([documents[key] for key in keys], [claim for key in keys for claim in claims[key]])
        mains = Counter(main_events(view).values())
        main = min(mains, key=lambda event: (-mains[event], event))
        tolls = [
            estimate
            for estimate in view.estimates
            if estimate.quantity == quantity and not estimate.is_cumulative and not estimate.inside
        ]
        tolls.sort(key=lambda estimate: (estimate.event_id != main, -estimate.n_origins, -(estimate.best or 0.0)))
        right.append((tolls[0].best if tolls else 0.0) == told[one][field])
    return sum(right) / len(right) if right else 0.0


def _first(
    quantity: str,
    field: str,
    documents: Mapping[str, Document],
    claims: Mapping[str, Sequence[Claim]],
    incident: Mapping[str, str],
    told: Mapping[str, Mapping[str, Any]],
) -> float:
    right = []
    for one, keys in _by_incident(incident).items():
        if one not in told:
            continue
        first = min(keys, key=lambda key: (documents[key].published.day or date.max, key))
        numbers = [
            claim.detail.low if claim.detail.low is not None else claim.detail.high
            for claim in sorted(claims[first], key=lambda claim: claim.span)
            if isinstance(claim.detail, FigureDetail) and claim.detail.quantity == quantity
        ]
        right.append((numbers[0] if numbers else 0.0) == told[one][field])
    return sum(right) / len(right) if right else 0.0
