"""View → claims and articles by their words."""

import re
from collections import Counter
from math import log
from typing import Any

from hudhud.answer.filters import Asked, when, where
from hudhud.answer.table import Answer, Question
from hudhud.errors import WrongOption
from hudhud.lexicon.spelling import fold
from hudhud.records import Claim, Document, View

__all__ = ["search"]

_COLUMNS = (
    ("published", "published"),
    ("publisher", "publisher"),
    ("kind", "kind"),
    ("quote", "words"),
    ("said_by", "who says so"),
    ("place", "where"),
    ("id", "id"),
)
_MOST = 25  # rows, where no `top` is asked


def search(view: View, question: Question) -> Answer:
    """Claims whose sentence has the words, then articles that have them elsewhere; rare words weigh more.

    Raises:
        WrongOption: If no words are given.
    """
    words = fold(question.words or "").split()
    if not words:
        raise WrongOption(option="words", given=question.words, allowed="one word or more")
    asked = Asked(view, question)
    texts = {claim.claim_id: _bag(claim.quote) for claim in view.claims.values() if asked.claim(claim)}
    scored = _ranked(words, texts)
    rows = [_claim_row(view.claims[key], view) for key in scored]
    told = {view.claims[key].document_id for key in scored}
    if not question.actor and not question.place and not question.type and not question.factuality:
        documents = {
            key: _bag(f"{document.title or ''} {document.text}")
            for key, document in view.documents.items()
            if key not in told
            and asked.during(document.published.day, document.published.day)
            and asked.from_publisher([key])
        }
        rows += [_document_row(view.documents[key], words) for key in _ranked(words, documents)]
    top = question.top or _MOST
    notes = (f"{top} of {len(rows)}; ask for more with --top.",) if len(rows) > top else ()
    return Answer(f"Search: {question.words}", _COLUMNS, tuple(rows[:top]), notes, "No sentence has these words.")


def _bag(text: str) -> Counter[str]:
    return Counter(fold(text).split())


def _ranked(words: list[str], texts: dict[str, Counter[str]]) -> list[str]:
    """The keys whose text has every word, or the beginning of one, best first."""
    rarity = {word: log(1 + len(texts) / (1 + sum(_count(word, bag) > 0 for bag in texts.values()))) for word in words}
    scores: dict[str, float] = {}
    for key, bag in texts.items():
        counts = [_count(word, bag) for word in words]
        if all(counts):
            length = 1 + log(1 + sum(bag.values()))
            scores[key] = (
                sum(rarity[word] * (1 + log(count)) for word, count in zip(words, counts, strict=True)) / length
            )
    return sorted(scores, key=lambda key: (-scores[key], key))


def _count(word: str, bag: Counter[str]) -> int:
    if word in bag:
        return bag[word]
    return sum(count for other, count in bag.items() if len(word) > 3 and other.startswith(word))


def _claim_row(claim: Claim, view: View) -> dict[str, Any]:
    document = view.documents.get(claim.document_id)
    return {
        "id": claim.claim_id,
        "published": document.published.day if document else None,
        "publisher": (document.publisher or document.name) if document else None,
        "kind": claim.kind.value,
        "quote": " ".join(claim.quote.split()),
        "said_by": [link.source.name for link in claim.attribution],
        "place": where(claim.place),
        "when": when(claim.occurred),
        "document": claim.document_id,
        "factuality": claim.factuality.value,
    }


def _document_row(document: Document, words: list[str]) -> dict[str, Any]:
    text = " ".join(document.text.split())
    found = re.search("|".join(map(re.escape, words)), text, re.IGNORECASE)
    start = max(found.start() - 60, 0) if found else 0
    return {
        "id": document.document_id,
        "published": document.published.day,
        "publisher": document.publisher or document.name,
        "kind": "article",
        "quote": f"{document.title or document.name}: …{text[start : start + 160]}…",
        "said_by": [],
        "place": document.place_line,
        "document": document.document_id,
    }
