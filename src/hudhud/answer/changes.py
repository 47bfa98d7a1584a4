"""View → what is new since a day: told, revised, denied, confirmed, ended."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from hudhud.answer.figures import number
from hudhud.answer.filters import Asked, when
from hudhud.answer.table import Answer, Question
from hudhud.errors import WrongOption
from hudhud.records import Estimate, Event, Factuality, State, View

__all__ = ["changes"]

_COLUMNS = (
    ("published", "published"),
    ("change", "change"),
    ("what", "what"),
    ("said_by", "who says so"),
    ("id", "id"),
)


def changes(view: View, question: Question) -> Answer:
    """What the articles published on or after `question.since` changed.

    `new` was not told before; `confirmed` has a further independent origin; `denied` a first denial; `revised`
    another number or holder; `withdrawn` a denial by those who told it, or a state told to be over.

    Raises:
        WrongOption: If no day is given.
    """
    if question.since is None:
        raise WrongOption(option="since", given=None, allowed="a day, such as 2024-05-01")
    asked = Asked(view, Question(place=question.place, actor=question.actor))
    changed = _Changes(view, question.since, question.until or view.as_of or date.max)
    rows = [
        *(
            row
            for event in view.events
            if asked.at(event.place) and asked.by((*event.actor_ids, *event.recipient_ids))
            for row in changed.event(event)
        ),
        *(
            row
            for one in view.estimates
            if asked.at(one.place) and asked.by([one.actor_id], [one.what])
            for row in changed.estimate(one)
        ),
        *(
            row
            for one in view.states
            if asked.at(one.place) and asked.by((one.subject_id, one.object_id))
            for row in changed.state(one)
        ),
    ]
    rows = [row for row in rows if not question.type or row["change"] == question.type]
    rows.sort(key=lambda row: (row["published"], row["change"], row["what"], row["id"]))
    return Answer(
        f"Changes since {question.since}", _COLUMNS, tuple(rows[: question.top]), empty="Nothing changed since then."
    )


class _Changes:
    def __init__(self, view: View, since: date, until: date) -> None:
        self.view, self.since, self.until = view, since, until
        origin_of = {copy.document_id: copy.origin for copy in view.copies}
        self.origin = {key: origin_of.get(key, key) for key in view.documents}

    def day(self, claim_id: str) -> date | None:
        return self.view.documents[self.view.claims[claim_id].document_id].published.day

    def parted(self, claim_ids: Iterable[str]) -> tuple[list[str], list[str]]:
        """The claims told before, and those told in the time asked for; undated ones are neither."""
        before, after = [], []
        for claim_id in claim_ids:
            day = self.day(claim_id)
            if day is not None and day < self.since:
                before.append(claim_id)
            elif day is not None and day <= self.until:
                after.append(claim_id)
        return before, after

    def row(self, change: str, what: str, key: str, claim_ids: list[str]) -> dict[str, Any]:
        claims = [self.view.claims[claim_id] for claim_id in claim_ids]
        outlets = [self.view.documents[claim.document_id] for claim in claims]
        said_by = [
            claim.attribution[-1].source.name if claim.attribution else document.publisher or document.name
            for claim, document in zip(claims, outlets, strict=True)
        ]
        published = min(day for claim_id in claim_ids if (day := self.day(claim_id)))
        return {
            "id": key,
            "published": published,
            "change": change,
            "what": what,
            "said_by": list(dict.fromkeys(said_by)),
            "claims": claim_ids,
        }

    def event(self, event: Event) -> list[dict[str, Any]]:
        before, after = self.parted(event.claim_ids)
        if not after:
            return []
        what = f"{when(event.occurred)}: {event.headline}" if event.occurred else event.headline
        if not before:
            return [self.row("new", what, event.event_id, after)]
        return self.more(before, after, what, event.event_id)

    def more(self, before: list[str], after: list[str], what: str, key: str) -> list[dict[str, Any]]:
        """Denials, withdrawals and confirmations of what was told before."""
        claims = self.view.claims
        denials = [one for one in after if claims[one].factuality is Factuality.DENIED]
        known = {self.origin[claims[one].document_id] for one in before}
        again = [one for one in after if one not in denials and self.origin[claims[one].document_id] not in known]
        rows = []
        if denials and not any(claims[one].factuality is Factuality.DENIED for one in before):
            own = {self.voice(one) for one in before} & {self.voice(one) for one in denials}
            rows.append(self.row("withdrawn" if own else "denied", what, key, denials))
        if again:
            rows.append(self.row("confirmed", what, key, again))
        return rows

    def voice(self, claim_id: str) -> str:
        claim = self.view.claims[claim_id]
        if claim.attribution:
            return claim.attribution[-1].source.name
        document = self.view.documents[claim.document_id]
        return document.publisher or document.document_id

    def estimate(self, one: Estimate) -> list[dict[str, Any]]:
        before, after = self.parted(figure.claim_id for figure in one.figures)
        if not before or not after:
            return []
        numbers = {figure.claim_id: number(figure) for figure in one.figures}
        old = numbers[before[-1]]
        new = [claim_id for claim_id in after if numbers[claim_id] != old]
        what = f"{one.quantity}, {one.what}: from {old} to {numbers[new[-1]]}" if new else ""
        return [self.row("revised", what, one.estimate_id, new)] if new else []

    def state(self, one: State) -> list[dict[str, Any]]:
        before, after = self.parted((*one.claims_for, *one.claims_against))
        what = " ".join(filter(None, (one.subject, one.value.replace("_", " "), one.object)))
        if not after or one.kind == "agreement":
            return []
        if not before:
            return [self.row("new", what, one.state_id, after)]
        rows = self.more(before, after, what, one.state_id)
        if one.until and self.since <= one.until and (one.standing == "former" or one.value == "loses"):
            rows = [self.row("withdrawn", f"{what} is over", one.state_id, after)]
        return rows
