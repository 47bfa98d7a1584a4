"""View and judgements → what waits for a person, and what people have said."""

from collections.abc import Iterable, Sequence
from typing import Any

from hudhud.answer.table import Answer, Question
from hudhud.records import Claim, Judgement, Unsure, View

__all__ = ["judgement_answer", "review_answer"]

# A reader's score below which a claim is asked about: in the sample about one claim in seven. Not swept.
_LOW = 0.65
_SENTENCES = 3  # shown for each name of a merge
_COLUMNS = (("type", "type"), ("what", "what"), ("why", "why asked"), ("score", "score"), ("id", "id"))
_LOG = (
    ("decided_at", "when"),
    ("author", "who"),
    ("verb", "verb"),
    ("about", "about"),
    ("slots", "slots"),
    ("reason", "why"),
    ("is_withdrawn", "withdrawn"),
)


def review_answer(view: View, judgements: Sequence[Judgement], question: Question) -> Answer:
    """Names that may be one party, then claims of low score, the least sure first; what was judged stays, marked."""
    judged = _judged(judgements)
    rows = [_merge(pair, view, judged) for pair in view.unsure]
    told = [claim for claim in view.claims.values() if claim.score < _LOW and not claim.is_headline]
    told.sort(key=lambda claim: (claim.score, claim.document_id, claim.span, claim.claim_id))
    rows += [_claim(claim, view, judged) for claim in told]
    rows = [row for row in rows if question.type in (None, row["type"])]
    empty = "Nothing waits for a judgement. Open an article to judge any claim in it."
    return Answer("Review", _COLUMNS, tuple(rows[: question.top]), empty=empty)


def judgement_answer(judgements: Sequence[Judgement], question: Question) -> Answer:
    """Every judgement, the newest first."""
    withdrawn = {one.withdraws for one in judgements}
    rows = tuple({**_told(one, withdrawn), "id": one.judgement_id} for one in reversed(judgements))
    return Answer("Judgements", _LOG, rows[: question.top], empty="No judgements yet.")


def _told(one: Judgement, withdrawn: Iterable[str | None]) -> dict[str, Any]:
    return {
        "judgement": one.judgement_id,
        "verb": one.verb,
        "about": [one.withdraws] if one.withdraws else list(one.targets),
        "slots": one.slots,
        "author": one.author,
        "reason": one.reason,
        "decided_at": one.decided_at,
        "is_withdrawn": one.judgement_id in withdrawn,
    }


def _judged(judgements: Sequence[Judgement]) -> dict[str, list[dict[str, Any]]]:
    """Thing → what people said of it, everyone's word kept side by side."""
    withdrawn = {one.withdraws for one in judgements}
    found: dict[str, list[dict[str, Any]]] = {}
    for one in judgements:
        if one.verb == "undo" or one.judgement_id in withdrawn:
            continue
        for target in one.targets:
            found.setdefault(target, []).append(_told(one, withdrawn))
    return found


def _merge(pair: Unsure, view: View, judged: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    said = [one for one in judged.get(pair.left, ()) if pair.right in one["about"]]
    return {
        "id": f"{pair.left} = {pair.right}",
        "type": "merge",
        "what": f"{pair.left} = {pair.right}?",
        "why": pair.evidence.note,
        "score": pair.evidence.score,
        "targets": [pair.left, pair.right],
        "sides": [{"name": name, "told": _sentences(name, view)} for name in (pair.left, pair.right)],
        "judged": said,
    }


def _sentences(name: str, view: View) -> list[dict[str, Any]]:
    ids = {key for key, actor in view.actors.items() if name in (actor.name, *(one.name for one in actor.names))}
    claims = dict.fromkeys(claim_id for (claim_id, _), actor in view.party_actor.items() if actor in ids)
    return [_context(view.claims[key], view) for key in list(claims)[:_SENTENCES] if key in view.claims]


def _claim(claim: Claim, view: View, judged: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    return {
        "id": claim.claim_id,
        "type": "claim",
        "what": f"{claim.kind.value}: {' '.join(claim.quote.split())}",
        "why": f"score {claim.score:.2f}",
        "score": claim.score,
        "targets": [claim.claim_id],
        **_context(claim, view),
        "judged": judged.get(claim.claim_id, []),
    }


def _context(claim: Claim, view: View) -> dict[str, Any]:
    document = view.documents.get(claim.document_id)
    return {
        "claim": claim.claim_id,
        "kind": claim.kind.value,
        "quote": claim.quote,
        "document": claim.document_id,
        "title": (document.title or document.name) if document else None,
        "publisher": document.publisher if document else None,
        "published": document.published.day if document else None,
    }
