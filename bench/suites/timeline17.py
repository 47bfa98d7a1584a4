"""`timeline17`: `hudhud ask timeline --top N` against human timelines.

`--split` names a topic (`egypt`, `haiti`, `iraq`), `dev` is haiti, any other name all three. Of each timeline N is its
number of sentences, and only its own period is asked for. `date_f1` compares the days; `ar1_f` is ROUGE-1 F1 with days
aligned many to one, each pair weighed by 1 / (days apart + 1) (Martschat and Markert 2017; words folded, not stemmed).

The baseline takes as many days as the timeline has, those with most articles, and of each the first words of its first
article.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bench.report import Baseline, Report
from hudhud.answer import ANSWERS, Question
from hudhud.clean import clean
from hudhud.lexicon.spelling import fold
from hudhud.read import default_reader
from hudhud.reconcile import reconcile
from hudhud.records import Claim, Document, RawDocument, Skipped, View

__all__ = ["aligned_rouge", "date_f1", "run"]

_TOPICS = ("egypt", "haiti", "iraq")
_LEAD = 20  # words of the baseline a day

Timeline = dict[date, list[str]]


def run(data: Path, split: str) -> Report:
    """Mean of the topics' timelines, each against its human one."""
    topics = [split] if split in _TOPICS else ["haiti"] if split == "dev" else list(_TOPICS)
    ours: list[dict[str, float]] = []
    base: list[dict[str, float]] = []
    n_documents, reader = 0, "none"
    for topic in topics:
        documents, claims = _read(data / topic)
        n_documents += len(documents)
        reader = claims[0].reader if claims else reader
        view = reconcile(documents, claims)
        for path in sorted((data / "gold" / "gold-timelines" / f"tl17-{topic}").glob("*.txt")):
            gold = _timeline(path)
            ours.append(_scores(_asked(view, gold), gold))
            base.append(_scores(_leads(documents, gold), gold))
    baseline = Baseline("days of most articles", _mean(base))
    return Report("timeline17", split, n_documents, _mean(ours), baseline, reader)


def _read(folder: Path) -> tuple[list[Document], list[Claim]]:
    csv.field_size_limit(sys.maxsize)
    reader = default_reader()
    documents, claims = [], []
    with (folder / "outputwithpub.csv").open(encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file)):
            text = row["text"].replace("\\/", "/")
            raw = RawDocument(f"{number}.txt", "text/plain", text.encode(), row["date"], f"article {number}", None)
            document = clean(raw)
            if not isinstance(document, Skipped):
                documents.append(document)
                claims += reader.read(document)
    return documents, claims


def _timeline(path: Path) -> Timeline:
    found: Timeline = {}
    day: date | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\d{4}-\d\d-\d\d", line.strip()):
            day = date.fromisoformat(line.strip())
            found[day] = []
        elif line.strip() and not line.startswith("---") and day:
            found[day].append(line.strip())
    return {day: lines for day, lines in found.items() if lines}


def _asked(view: View, gold: Timeline) -> Timeline:
    """The rows that `hudhud ask timeline` answers, by day; what has no day of its own is left out."""
    question = Question(since=min(gold), until=max(gold), top=sum(map(len, gold.values())))
    found: Timeline = {}
    for row in ANSWERS["timeline"](view, question).rows:
        if row["start"]:
            found.setdefault(row["start"], []).append(row["what"])
    return found


def _leads(documents: list[Document], gold: Timeline) -> Timeline:
    days = Counter(one.published.day for one in documents if one.published.day)
    busiest = sorted((day for day in days if min(gold) <= day <= max(gold)), key=lambda day: (-days[day], day))
    first = {one.published.day: one for one in reversed(documents)}
    return {day: [" ".join(first[day].text.split()[:_LEAD])] for day in busiest[: len(gold)]}


def _scores(found: Timeline, gold: Timeline) -> dict[str, float]:
    return {"date_f1": date_f1(found, gold), "ar1_f": aligned_rouge(found, gold)}


def _mean(scores: list[dict[str, float]]) -> dict[str, float]:
    return {name: sum(one[name] for one in scores) / len(scores) for name in ("date_f1", "ar1_f")}


def date_f1(found: Mapping[date, list[str]], gold: Mapping[date, list[str]]) -> float:
    """F1 of the days."""
    both = len(set(found) & set(gold))
    return 2 * both / (len(found) + len(gold)) if both else 0.0


def aligned_rouge(found: Timeline, gold: Timeline) -> float:
    """F1 of the words that the days share, each day with the day that fits it best."""
    ours = {day: _words(lines) for day, lines in found.items()}
    theirs = {day: _words(lines) for day, lines in gold.items()}
    precision, recall = _covered(ours, theirs), _covered(theirs, ours)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _words(lines: list[str]) -> Counter[str]:
    return Counter(fold(" ".join(lines)).split())


def _covered(some: Mapping[date, Counter[str]], others: Mapping[date, Counter[str]]) -> float:
    total = sum(words.total() for words in some.values())
    shared = 0.0
    for day, words in some.items():
        fits = [(_fit(day, words, other, its), other) for other, its in others.items()]
        if fits:
            _, best = max(fits)
            shared += (words & others[best]).total() / (abs((day - best).days) + 1)
    return shared / total if total else 0.0


def _fit(day: date, words: Counter[str], other: date, its: Counter[str]) -> float:
    alike = 2 * (words & its).total() / max(words.total() + its.total(), 1)
    return alike / (abs((day - other).days) + 1)
