"""View → who is in the record, under which names."""

from collections import Counter

from hudhud.answer.filters import Asked
from hudhud.answer.table import Answer, Question
from hudhud.records import View

__all__ = ["actors"]

_COLUMNS = (
    ("name", "name"),
    ("kind", "kind"),
    ("country", "country"),
    ("sector", "sector"),
    ("names", "also called"),
    ("n_claims", "claims"),
    ("joined_by", "joined by"),
    ("id", "id"),
)


def actors(view: View, question: Question) -> Answer:
    """Actors, the most told of first, each with its names and why they were joined."""
    asked = Asked(view, question)
    told = Counter(view.party_actor.values())
    found = [
        actor
        for key, actor in view.actors.items()
        if asked.by([key]) and asked.of_type(actor.kind, actor.sector, actor.country)
    ]
    found.sort(key=lambda actor: (-told[actor.actor_id], actor.name, actor.actor_id))
    rows = tuple(
        {
            "id": actor.actor_id,
            "name": actor.name,
            "kind": actor.kind.replace("_", " "),
            "country": actor.country,
            "sector": actor.sector,
            "names": [name.name for name in actor.names if name.name != actor.name],
            "n_claims": told[actor.actor_id],
            "joined_by": sorted({reason.rule for reason in actor.evidence}),
            "used": list(actor.names),
            "evidence": list(actor.evidence),
        }
        for actor in found[: question.top]
    )
    notes = tuple(
        f"Unsure: {pair.left} = {pair.right}? ({pair.evidence.note}) Say so with `hudhud judge same` or `different`."
        for pair in view.unsure[:20]
        if not question.actor or asked.by((), (pair.left, pair.right))
    )
    return Answer("Actors", _COLUMNS, rows, notes, extra={"unsure": list(view.unsure)})
