"""PLOVER's coded records: the event's type, and the names of who acts and who suffers.

The type told for a record is the encoder's for the whole sentence; where that is YIELD the factuality of the event
parts words (CONCEDE) from deeds (RETREAT). Names are those of the reader's happening of that type, else of its
first, else the encoder's role spans. A name counts as found where it shares half of the words of the coded one.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.report import Baseline, Report
from hudhud.read.analysis import Analysis
from hudhud.read.article import Article
from hudhud.read.encoder import Encoder
from hudhud.read.events import Happening, find_happenings
from hudhud.read.parties import Parties
from hudhud.records import DatePrecision, Document, Factuality, PublishedAt, Span

__all__ = ["run"]

# Categories of the records' older list → the manual's.
_TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "CRIME": "ASSAULT", "APPEAL": "REQUEST"}
_SMALL = frozenset("the a an of to and in on for 's s".split())


def run(data: Path, split: str) -> Report:
    """Read every record with a sentence in `data` (any *.json file of records); `split` only names the run.

    Raises:
        FileNotFoundError: If there are no records.
    """
    rows = list(_records(data, split))
    if not rows:
        raise FileNotFoundError(f"no PLOVER records in {data}")
    encoder = Encoder.load()
    analyses = encoder.read([row["text"] for row in rows])
    right = 0
    hits = told = coded = 0
    for row, analysis in zip(rows, analyses, strict=True):
        kind, actors, recipients = _reading(analysis)
        right += kind == _TODAY.get(row["event"], row["event"])
        for role, names in (("source", actors), ("target", recipients)):
            wanted = [actor["actorText"] for actor in row.get(role, ()) if actor.get("actorText")]
            coded += len(wanted)
            told += len(names)
            hits += sum(any(_alike(name, want) for name in names) for want in wanted)
    f1 = 2 * hits / (told + coded) if told + coded else 0.0
    commonest = max({_TODAY.get(row["event"], row["event"]) for row in rows}, key=lambda k: _count(rows, k))
    baseline = Baseline("always the commonest type", {"type_accuracy": _count(rows, commonest) / len(rows)})
    metrics = {"type_accuracy": right / len(rows), "names_f1": f1}
    return Report("plover_gsr", split, len(rows), metrics, baseline, encoder.version)


def _records(data: Path, split: str) -> Iterator[dict[str, Any]]:
    files = [data / f"{split}.json"] if (data / f"{split}.json").exists() else sorted(data.glob("*.json"))
    for path in files:
        for row in json.loads(path.read_text(encoding="utf-8")):
            if row.get("text") and row.get("event") not in (None, "DOCUMENT"):
                yield row


def _count(rows: Iterable[dict[str, Any]], kind: str) -> int:
    return sum(_TODAY.get(row["event"], row["event"]) == kind for row in rows)


def _reading(analysis: Analysis) -> tuple[str, list[str], list[str]]:
    happenings = _happenings(analysis)
    kind = max(analysis.types, key=lambda name: analysis.types[name]) if analysis.types else ""
    if kind == "YIELD":
        kind = "CONCEDE" if any(h.factuality is Factuality.FUTURE for h in happenings) else "RETREAT"
        kind = next((h.type for h in happenings if h.type in ("RETREAT", "CONCEDE") and kind == "RETREAT"), kind)
    same = [h for h in happenings if h.type == kind] or happenings
    actors = [party.text or party.name for party in same[0].actors] if same else []
    recipients = [party.text or party.name for party in same[0].recipients] if same else []
    return kind, actors or _role(analysis, "ACTOR"), recipients or _role(analysis, "RECIPIENT")


def _role(analysis: Analysis, label: str) -> list[str]:
    marks = [mark for mark in analysis.roles if mark.label == label]
    best = max(marks, key=lambda mark: mark.score, default=None)
    if best is None:
        return []
    return [analysis.text[analysis.words[best.start].start : analysis.words[best.end - 1].end]]


def _happenings(analysis: Analysis) -> list[Happening]:
    whole = Span(0, len(analysis.text))
    unknown = PublishedAt(None, DatePrecision.UNKNOWN, "unknown")
    document = Document(
        "x", "x", analysis.text, None, None, None, unknown, "en", None, None, None, (whole,), (), (whole,)
    )
    article = Article.of(document, [analysis])
    return find_happenings(article.sentences[0], Parties.of(article))


def _alike(name: str, want: str) -> bool:
    one, other = _words(name), _words(want)
    return bool(one and other) and len(one & other) >= max(1, min(len(one), len(other)) / 2)


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"[a-z0-9]+", name.lower()) if word not in _SMALL}
