"""View → the articles, and one article with everything that was read from it."""

from collections import Counter
from typing import Any

from hudhud.answer.filters import Asked
from hudhud.answer.table import Answer, Question
from hudhud.errors import UnknownId
from hudhud.records import Document, View, to_plain

__all__ = ["document_answer", "document_page"]

_COLUMNS = (
    ("published", "published"),
    ("publisher", "publisher"),
    ("title", "title"),
    ("n_claims", "claims"),
    ("copy_of", "repeats"),
    ("id", "id"),
)


def document_answer(view: View, question: Question) -> Answer:
    """The articles, newest first, undated ones last."""
    asked = Asked(view, question)
    n_claims = Counter(claim.document_id for claim in view.claims.values())
    kept = [one for one in view.documents.values() if asked.during(one.published.day, one.published.last_day)]
    kept = [one for one in kept if asked.from_publisher([one.document_id])]
    if question.place or question.actor or question.type:
        told = {claim.document_id for claim in view.claims.values() if asked.claim(claim)}
        kept = [one for one in kept if one.document_id in told]
    kept.sort(key=lambda one: (str(one.published.day or ""), one.document_id), reverse=True)
    copies = {copy.document_id: copy for copy in view.copies}
    rows = []
    for one in kept[: question.top]:
        copy = copies.get(one.document_id)
        rows.append(
            {
                **_header(one),
                "n_claims": n_claims[one.document_id],
                "copy_of": copy.origin if copy else None,
                "copied_how": copy.how if copy else None,
            }
        )
    return Answer("Articles", _COLUMNS, tuple(rows), empty="No article matches. Take a filter away.")


def document_page(view: View, document_id: str) -> dict[str, Any]:
    """One article as plain values: its text, its claims in order of their spans, what was cut, its copies.

    Raises:
        UnknownId: If the view holds no such article.
    """
    document = view.documents.get(document_id)
    if document is None:
        raise UnknownId(given=document_id, path="the record")
    claims = [claim for claim in view.claims.values() if claim.document_id == document_id]
    claims.sort(key=lambda claim: (claim.span, claim.claim_id))
    origin = next((copy.origin for copy in view.copies if copy.document_id == document_id), document_id)
    return {
        **_header(document),
        "text": document.text,
        "sentences": to_plain(document.sentences),
        "paragraphs": to_plain(document.paragraphs),
        "dropped": to_plain(document.dropped),
        "claims": [{**to_plain(claim), "kind": claim.kind.value} for claim in claims],
        "origin": _header(view.documents[origin]) if origin in view.documents else {"id": None, "title": origin},
        "copies": [
            {**_header(view.documents[copy.document_id]), "how": copy.how, "score": copy.score}
            for copy in view.copies
            if copy.origin == origin and copy.document_id in view.documents
        ],
    }


def _header(document: Document) -> dict[str, Any]:
    return {
        "id": document.document_id,
        "title": document.title or document.name,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published.day,
        "published_precision": document.published.precision.value,
        "published_how": document.published.how,
        "language": document.language,
        "reprinted_from": document.reprinted_from,
        "url": document.url,
        "file": document.name,
        "place_line": document.place_line,
    }
