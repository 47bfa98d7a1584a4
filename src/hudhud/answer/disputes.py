"""View → what cannot all be right, side by side."""

from hudhud.answer.filters import Asked
from hudhud.answer.table import Answer, Question
from hudhud.records import Dispute, DisputeSide, View

__all__ = ["disputes"]

_COLUMNS = (
    ("kind", "kind"),
    ("about", "about"),
    ("sides", "who says what"),
    ("weight", "weight"),
    ("first_published", "first told"),
    ("id", "id"),
)


def disputes(view: View, question: Question) -> Answer:
    """Disputes, the weightiest first."""
    asked = Asked(view, question)
    found = [one for one in view.disputes if _passes(one, asked)]
    rows = tuple(
        {
            "id": one.dispute_id,
            "kind": one.kind,
            "about": one.about,
            "sides": [_side(side) for side in one.sides],
            "weight": one.weight,
            "first_published": one.first_published,
            "claims": [claim_id for side in one.sides for claim_id in side.claim_ids],
            "told": list(one.sides),
        }
        for one in found[: question.top]
    )
    return Answer(
        "Disputes", _COLUMNS, rows, empty="Nothing in the record contradicts anything else, as far as was asked."
    )


def _side(side: DisputeSide) -> str:
    return f"{side.says}: {', '.join(side.said_by)}"


def _passes(one: Dispute, asked: Asked) -> bool:
    if not asked.of_type(one.kind):
        return False
    question = asked.question
    if not (question.place or question.actor or question.since or question.until or question.publisher):
        return True
    claims = [asked.view.claims[key] for side in one.sides for key in side.claim_ids]
    actors = [actor for claim in claims for _, actor in asked.claim_actors.get(claim.claim_id, ())]
    days = [one.first_published]
    for claim in claims:
        days += [claim.occurred.start, claim.occurred.end] if claim.occurred else []
    known = sorted(day for day in days if day)
    return (
        (not question.place or any(asked.at(claim.place) for claim in claims))
        and asked.by(actors, [one.about])
        and asked.during(known[0] if known else None, known[-1] if known else None)
        and asked.from_publisher(claim.document_id for claim in claims)
    )
