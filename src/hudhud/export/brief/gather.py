"""View → what goes into a brief, by theme: everything that the articles of its period changed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from hudhud.answer.changes import changes
from hudhud.answer.filters import Asked
from hudhud.answer.table import Question
from hudhud.answer.timeline import weight
from hudhud.export.brief.words import named
from hudhud.lexicon.spelling import fold
from hudhud.ontology.plover import TYPES
from hudhud.records import (
    Claim,
    ControlDetail,
    Dispute,
    Estimate,
    Event,
    Factuality,
    FigureDetail,
    OfficeDetail,
    Party,
    Span,
    State,
    StatementDetail,
    Unsure,
    View,
)

__all__ = ["THEMES", "Item", "Thing", "gather", "party_names"]

Thing = Event | Estimate | State | Claim | Dispute | Unsure

# Key and title of each theme, in the order of the report.
THEMES: dict[str, str] = {
    "fighting": "Fighting",
    "control": "Control",
    "figures": "Figures",
    "statements": "Statements and diplomacy",
    "offices": "Offices and alliances",
    "agreements": "Requests, agreements and embargoes",
    "disputes": "Disputes and what is not known",
}
_THEME_OF_TYPE = {
    **dict.fromkeys(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"), "fighting"),
    **dict.fromkeys(("CONSULT", "SUPPORT", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"), "statements"),
    **dict.fromkeys(("AGREE", "REQUEST", "SANCTION", "AID", "COOPERATE", "RETREAT"), "agreements"),
}
_MOVES = ("withdraw", "disarm")  # modes of RETREAT that are moves of the fighting
_THEME_OF_STATE = {"control": "control", "presence": "control", "office": "offices", "relation": "offices"}
# An act that commits its speaker weighs more than a remark. Set by hand, not measured.
_ACTS = {"deny": 3.0, "reject": 2.5, "condemn": 2.5, "announce": 2.5, "demand": 2.5, "warn": 2.5, "promise": 2.5}
_ACTS_AGREED = ("urge", "demand", "ask", "promise", "agree")
_NOWHERE = frozenset(
    ("area", "part", "parts", "most", "place", "places", "region", "site", "there", "much", "rest", "")
)
# What changed weighs more than what is merely new. Set by hand, not measured.
_CHANGED = {"confirmed": 2.0, "revised": 4.0, "denied": 4.0, "withdrawn": 4.0}
_AGAIN = 0.75  # what each further statement of one speaker weighs less. Set by hand, not measured.
_FIRST = ("killed", "injured", "captured", "abducted", "missing", "displaced", "returned", "strength")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to tell, how it changed, the claims behind it (those of the period first) and its weight."""

    theme: str
    change: str
    thing: Thing
    claim_ids: tuple[str, ...]
    weight: float
    key: str


def party_names(view: View) -> frozenset[str]:
    """The folded names of those who speak or hold something and go by an article (`the Front`): no place does."""
    found = set()
    for claim in view.claims.values():
        match claim.detail:
            case StatementDetail(speaker=party) | ControlDetail(actor=party):
                pass
            case OfficeDetail(organisation=Party() as party):
                pass
            case _:
                continue
        name = fold(party.name)
        if name not in found and named(party.name, [view.documents[claim.document_id].text]).startswith("the "):
            found.add(name)
    return frozenset(found)


def gather(view: View, question: Question) -> dict[str, list[Item]]:
    """The items of every theme, the weightiest first.

    Raises:
        WrongOption: If `question.since` is missing.
    """
    # Every change is counted, whatever the most that is shown.
    answer = changes(view, replace(question, top=None, type=None))
    changed = {(str(row["id"]), str(row["change"])): tuple(row["claims"]) for row in answer.rows}
    by_id: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for (key, change), claims in changed.items():
        by_id.setdefault(key, []).append((change, claims))
    gathered = _Gathered(view, question)
    found = [
        *gathered.events(by_id),
        *gathered.states(by_id),
        *gathered.estimates(),
        *gathered.statements(),
        *gathered.disputes(),
        *gathered.unsure(),
    ]
    found.sort(key=lambda item: (-item.weight - _CHANGED.get(item.change, 0.0), item.key, item.change))
    return {theme: [item for item in found if item.theme == theme] for theme in THEMES}


class _Gathered:
    def __init__(self, view: View, question: Question) -> None:
        self.view, self.question = view, question
        self.asked = Asked(view, Question(place=question.place, actor=question.actor))
        self.since = question.since or date.min
        self.until = question.until or view.as_of or date.max
        self.origin = {copy.document_id: copy.origin for copy in view.copies}

    def is_new(self, claim_id: str) -> bool:
        """Whether a claim was published in the period."""
        day = self.published(claim_id)
        return day is not None and self.since <= day <= self.until

    def published(self, claim_id: str) -> date | None:
        return self.view.documents[self.view.claims[claim_id].document_id].published.day

    def known(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """The claims of documents known by the end of the period, those of the period first."""
        ids = [one for one in dict.fromkeys(claim_ids) if (self.published(one) or date.max) <= self.until]
        return tuple(sorted(ids, key=lambda one: not self.is_new(one)))

    def events(self, by_id: dict[str, list[tuple[str, tuple[str, ...]]]]) -> Iterator[Item]:
        for event in self.view.events:
            if not (event.actors or event.recipients) or self.is_said(event):
                continue
            theme = "fighting" if event.mode in _MOVES else _THEME_OF_TYPE.get(event.type, "statements")
            for change, claims in by_id.get(event.event_id, ()):
                ids = self.known((*claims, *event.claim_ids))
                yield Item(theme, change, event, ids, weight(event)[0], event.event_id)

    def is_said(self, event: Event) -> bool:
        """Whether an event is words whose content a statement of the same sentence gives: that one is told."""
        kind = TYPES.get(event.type)
        if kind is None or kind.quad not in (1, 3):
            return False
        claims = [self.view.claims[key] for key in event.claim_ids]
        return all(any(said.overlaps(one.span) for said in self.spans.get(one.document_id, ())) for one in claims)

    @cached_property
    def spans(self) -> dict[str, list[Span]]:
        """Document → the spans of its statements."""
        found: dict[str, list[Span]] = {}
        for claim in self.view.claims.values():
            if isinstance(claim.detail, StatementDetail):
                found.setdefault(claim.document_id, []).append(claim.span)
        return found

    def states(self, by_id: dict[str, list[tuple[str, tuple[str, ...]]]]) -> Iterator[Item]:
        for state in self.view.states:
            theme = _THEME_OF_STATE.get(state.kind)
            if theme is None or (theme == "control" and not self.is_somewhere(state)):
                continue
            for change, claims in by_id.get(state.state_id, ()):
                ids = self.known((*claims, *state.claims_for, *state.claims_against))
                yield Item(theme, change, state, ids, _state_weight(state), state.state_id)

    def is_somewhere(self, state: State) -> bool:
        """Whether the place has a name, and is not the one who is said to be there."""
        if state.place is None or fold(state.place.name) in _NOWHERE:
            return False
        return fold(state.subject) not in (fold(state.place.name), fold(state.place.text))

    def estimates(self) -> Iterator[Item]:
        for one in self.view.estimates:
            ids = self.known(figure.claim_id for figure in one.figures)
            new = [key for key in ids if self.is_new(key)]
            if not new or not self.is_asked(one) or not self.is_telling(one, ids):
                continue
            old = [figure for figure in one.figures if figure.claim_id in ids and figure.claim_id not in new]
            last = [figure for figure in one.figures if figure.claim_id in new][-1]
            was = old[-1] if old else None
            change = "new" if was is None else "confirmed"
            if was is not None and (was.low, was.high, was.bound) != (last.low, last.high, last.bound):
                change = "revised"
            rank = _FIRST.index(one.quantity) if one.quantity in _FIRST else len(_FIRST)
            worth = 2.0 * (len(ids) - 1) - rank + 3.0 * one.is_cumulative + min((one.best or 0) / 100, 3)
            yield Item("figures", change, one, ids, worth, one.estimate_id)

    def is_asked(self, one: Estimate) -> bool:
        return self.asked.at(one.place) and self.asked.by([one.actor_id], [one.what])

    def is_telling(self, one: Estimate, ids: tuple[str, ...]) -> bool:
        """Whether a figure is worth a line: what is counted is named, and told as counted, not asked for."""
        claims = [self.view.claims[key] for key in ids]
        held = all(claim.factuality in (Factuality.ACTUAL, Factuality.POSSIBLE) for claim in claims)
        named = any(isinstance(claim.detail, FigureDetail) and len(claim.detail.of) > 2 for claim in claims)
        return held and named and bool(one.what) and (one.quantity != "other" or one.n_origins > 1)

    def statements(self) -> Iterator[Item]:
        said: dict[tuple[str, str], list[Claim]] = {}
        for claim in self.view.claims.values():
            detail = claim.detail
            if not isinstance(detail, StatementDetail) or not self.is_new(claim.claim_id):
                continue
            has_content = len(detail.content.split()) >= 4 and fold(detail.speaker.name) not in fold(detail.content)
            if claim.factuality is Factuality.ACTUAL and has_content and self.asked.claim(claim):
                said.setdefault((fold(detail.speaker.name), fold(detail.content)), []).append(claim)
        told = sorted((self.statement(claims) for claims in said.values()), key=lambda one: (-one.weight, one.key))
        times: Counter[str] = Counter()
        for item in told:
            assert isinstance(item.thing, Claim)
            assert isinstance(item.thing.detail, StatementDetail)
            speaker = fold(item.thing.detail.speaker.name)
            yield replace(item, weight=item.weight - _AGAIN * times[speaker])
            times[speaker] += 1

    def statement(self, claims: list[Claim]) -> Item:
        """One statement with all claims that tell it."""
        first = min(claims, key=lambda one: (str(self.published(one.claim_id)), one.claim_id))
        assert isinstance(first.detail, StatementDetail)
        origins = {self.origin.get(one.document_id, one.document_id) for one in claims}
        worth = _ACTS.get(first.detail.act, 1.0) + first.detail.is_direct + len(origins) + first.score
        ids = (first.claim_id, *(one.claim_id for one in claims if one is not first))
        theme = "agreements" if first.detail.act in _ACTS_AGREED and not first.detail.is_direct else "statements"
        return Item(theme, "new", first, ids, worth, first.claim_id)

    def unsure(self) -> Iterator[Item]:
        """Pairs of names of which nobody has said whether they are one, where the period tells of either."""
        claims_of: dict[str, list[str]] = {}
        for claim_id, name in self.view.party_actor:
            claims_of.setdefault(name, []).append(claim_id)
        for pair in self.view.unsure:
            ids = self.known((*claims_of.get(pair.left, ())[:2], *claims_of.get(pair.right, ())[:2]))
            is_asked = not self.question.place and self.asked.by((), (pair.left, pair.right))
            if is_asked and any(self.is_new(key) for key in ids):
                yield Item("disputes", "stands", pair, ids, pair.evidence.score, f"{pair.left} = {pair.right}")

    def disputes(self) -> Iterator[Item]:
        for one in self.view.disputes:
            ids = self.known(key for side in one.sides for key in side.claim_ids)
            if not any(self.is_new(key) for key in ids):
                continue
            claims = [self.view.claims[key] for key in ids]
            actors = [actor for key in ids for _, actor in self.asked.claim_actors.get(key, ())]
            if any(self.asked.at(claim.place) for claim in claims) and self.asked.by(actors, [one.about]):
                is_first = all(self.is_new(key) for key in ids)
                yield Item("disputes", "new" if is_first else "stands", one, ids, one.weight, one.dispute_id)


def _state_weight(state: State) -> float:
    held = 1.0 if state.factuality is Factuality.ACTUAL else 0.5
    return held * (state.n_origins + len(state.claims_for) / 4 + (state.kind in ("control", "office")))
