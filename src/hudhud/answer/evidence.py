"""View → the sentences behind an id, with the span marked, who says so, and who read it."""

from collections.abc import Sequence
from typing import Any

from hudhud.answer.table import Answer, Question
from hudhud.errors import UnknownId, WrongOption
from hudhud.reconcile.denials import denying
from hudhud.records import Claim, Document, Evidence, Span, View

__all__ = ["evidence"]

_COLUMNS = (
    ("published", "published"),
    ("publisher", "publisher"),
    ("sentence", "sentence, the claim in [brackets]"),
    ("chain", "who says so"),
    ("factuality", "held as"),
    ("reader", "read by"),
    ("id", "id"),
)
_AROUND = 300  # characters shown each side where no sentence is known


def evidence(view: View, question: Question) -> Answer:
    """The claims behind a claim, event, estimate, state, dispute, actor or document id.

    Raises:
        WrongOption: If no id is given.
        UnknownId: If the view holds nothing of that id.
    """
    if not question.words:
        raise WrongOption(option="id", given=question.words, allowed="an id that another question printed")
    about, claim_ids, reasons = _behind(view, question.words.strip())
    claims = sorted((view.claims[key] for key in claim_ids if key in view.claims), key=lambda one: _order(one, view))
    rows = tuple(_row(claim, view) for claim in claims[: question.top])
    notes = tuple(f"{reason.rule} ({reason.score:.2f}): {reason.note}" for reason in reasons[:10])
    copied = {copy.document_id: copy for copy in view.copies}
    notes += tuple(
        f"{_name(view, key)} repeats {_name(view, copied[key].origin)} ({copied[key].how}): counted once."
        for key in dict.fromkeys(claim.document_id for claim in claims)
        if key in copied
    )
    return Answer(about, _COLUMNS, rows, notes)


def _order(claim: Claim, view: View) -> tuple[str, str, Span]:
    document = view.documents.get(claim.document_id)
    return str(document.published.day if document else ""), claim.document_id, claim.span


def _name(view: View, key: str) -> str:
    return view.documents[key].name if key in view.documents else key


def _behind(view: View, wanted: str) -> tuple[str, Sequence[str], Sequence[Evidence]]:
    if wanted in view.claims:
        return f"Claim {wanted}", (wanted,), ()
    for event in view.events:
        if event.event_id == wanted:
            return f"Event: {event.headline}", (*event.claim_ids, *denying(event, view)), event.evidence
    for one in view.estimates:
        if one.estimate_id == wanted:
            return f"Figures: {one.quantity}, {one.what}", [figure.claim_id for figure in one.figures], ()
    for state in view.states:
        if state.state_id == wanted:
            about = " ".join(filter(None, (state.subject, state.value, state.object)))
            return f"State: {about}", (*state.claims_for, *state.claims_against), ()
    for dispute in view.disputes:
        if dispute.dispute_id == wanted:
            return f"Dispute: {dispute.about}", [key for side in dispute.sides for key in side.claim_ids], ()
    if wanted in view.actors:
        actor = view.actors[wanted]
        told = dict.fromkeys(claim_id for (claim_id, _), key in view.party_actor.items() if key == wanted)
        return f"Actor: {actor.name}", list(told), actor.evidence
    if wanted in view.documents:
        told = dict.fromkeys(claim.claim_id for claim in view.claims.values() if claim.document_id == wanted)
        return f"Article: {view.documents[wanted].title or view.documents[wanted].name}", list(told), ()
    raise UnknownId(given=wanted, path="the record")


def _row(claim: Claim, view: View) -> dict[str, Any]:
    document = view.documents.get(claim.document_id)
    return {
        "id": claim.claim_id,
        "published": document.published.day if document else None,
        "publisher": (document.publisher or document.name) if document else None,
        "sentence": _marked(claim, document),
        "chain": [_link(link.source.name, link.cue) for link in claim.attribution] or ["the outlet itself"],
        "factuality": claim.factuality.value,
        "reader": claim.reader,
        "kind": claim.kind.value,
        "score": claim.score,
        "document": claim.document_id,
        "file": document.name if document else None,
        "title": document.title if document else None,
        "url": document.url if document else None,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "detail": claim.detail,
        "occurred": claim.occurred,
        "place": claim.place,
    }


def _link(name: str, cue: str) -> str:
    return f"{name} ({cue})" if cue else name


def _marked(claim: Claim, document: Document | None) -> str:
    """The sentence or sentences that the claim stands in, with its characters in brackets."""
    if document is None:
        return f"[{claim.quote}]"
    inside = [span for span in document.sentences if span.overlaps(claim.span)]
    start = min((span.start for span in inside), default=max(claim.span.start - _AROUND, 0))
    end = max((span.end for span in inside), default=min(claim.span.end + _AROUND, len(document.text)))
    start, end = min(start, claim.span.start), max(end, claim.span.end)
    text = document.text
    marked = f"{text[start : claim.span.start]}[{claim.span.of(text)}]{text[claim.span.end : end]}"
    return " ".join(marked.split())
