"""The items of a language model's answer → claims, and what was dropped of them with the reason."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hudhud.ontology.claims import ACTS, CHANGES, HOLDS, QUANTITIES, RELATIONS
from hudhud.ontology.plover import TYPES
from hudhud.read.contexts import contexts_of
from hudhud.read.endpoint_slots import Checked, Slots
from hudhud.read.quantities import find_quantities
from hudhud.records import (
    Attribution,
    Bound,
    Claim,
    ControlDetail,
    Detail,
    Document,
    EventDetail,
    Factuality,
    FigureDetail,
    OfficeDetail,
    PresenceDetail,
    RelationDetail,
    Span,
    StatementDetail,
    claim_id,
)

__all__ = ["ClaimsOfAnswers", "DroppedItem"]

# More claims than this in one part is no reading: a part has some forty sentences.
_MOST_ITEMS = 200
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class DroppedItem:
    """Something a model answered that was not taken over.

    `document` is the file's name, `slot` what was wrong (empty where it is the answer itself) and `item` the item
    as the model gave it. `is_whole` tells whether all of it was dropped or only that slot.
    """

    document: str
    slot: str
    reason: str
    is_whole: bool
    item: Any


class ClaimsOfAnswers:
    """Collects the claims of one document over the answers for its parts."""

    def __init__(self, document: Document, reader: str) -> None:
        self.document = document
        self.reader = reader
        self.dropped: list[DroppedItem] = []
        self._checked = Checked(document)
        self._contexts = contexts_of(document.text)
        self._found: dict[str, Claim] = {}

    @property
    def claims(self) -> list[Claim]:
        """The claims so far in text order, each once."""
        return sorted(self._found.values(), key=lambda claim: (claim.span, claim.kind, claim.claim_id))

    def drop(self, slot: str, reason: str, item: Any, *, is_whole: bool = True) -> None:
        """Note what is not taken over."""
        self.dropped.append(DroppedItem(self.document.name, slot, reason, is_whole, item))

    def take(self, items: Sequence[Any], part: Span) -> None:
        """Check the items that were answered for one part, and keep those that hold."""
        for item in items[:_MOST_ITEMS]:
            if isinstance(item, dict):
                self._take(item, part)
            else:
                self.drop("", "of the wrong form", item)
        for item in items[_MOST_ITEMS:]:
            self.drop("", "too many", item)

    def _take(self, item: dict[str, Any], part: Span) -> None:
        slots = Slots(item, self._checked, part)
        claim = self._claim(slots)
        if claim is None:
            slot, reason = slots.problems[-1]
            return self.drop(slot, reason, item)
        for slot, reason in slots.problems:
            self.drop(slot, reason, item, is_whole=False)
        if claim.claim_id in self._found:
            return self.drop("", "told twice", item)
        self._found[claim.claim_id] = claim
        return None

    def _claim(self, slots: Slots) -> Claim | None:
        """The claim of an item, None where a slot that it needs has a problem, which is then the last one noted."""
        kind = slots.one_of("kind", _DETAILS)
        span = slots.find_quote() if kind else None
        level = slots.one_of("factuality", list(Factuality)) if span else None
        chain = _chain(slots) if level else None
        if kind is None or span is None or level is None or chain is None:
            return None
        period, place = slots.period(), slots.place(is_needed=kind in _PLACED)
        detail = _DETAILS[kind](slots) if place or kind not in _PLACED else None
        if detail is None:
            return None
        if isinstance(detail, EventDetail):
            detail = EventDetail(
                detail.type, detail.mode, detail.actors, detail.recipients, self._contexts, detail.trigger
            )
        return Claim(
            claim_id=claim_id(self.document.document_id, span, detail),
            document_id=self.document.document_id,
            span=span,
            quote=span.of(self.document.text),
            detail=detail,
            factuality=Factuality(level),
            attribution=chain,
            occurred=period,
            place=place,
            score=slots.score(),
            reader=self.reader,
        )


def _chain(slots: Slots) -> tuple[Attribution, ...] | None:
    """Who says so. A link that is not in the text drops the claim: without it somebody else would assert it."""
    before = len(slots.problems)
    sources = slots.parties("attributed_to")
    return tuple(Attribution(source) for source in sources) if len(slots.problems) == before else None


def _event(slots: Slots) -> Detail | None:
    kind = slots.one_of("type", TYPES, cased=str.upper)
    if kind is None:
        return None
    mode = slots.one_of("mode", TYPES[kind].modes) if slots.item.get("mode") else None
    trigger = slots.verbatim("trigger", in_quote=True) or ""
    before = len(slots.problems)
    actors, recipients = slots.parties("actors"), slots.parties("recipients")
    if len(slots.problems) > before and not actors and not recipients:
        return None
    return EventDetail(kind, mode, actors, recipients, trigger=trigger)


def _figure(slots: Slots) -> Detail | None:
    quantity = slots.one_of("quantity", QUANTITIES)
    words = slots.verbatim("number", is_needed=True, in_quote=True) if quantity else None
    bound = slots.one_of("bound", list(Bound)) if words else None
    if quantity is None or words is None or bound is None:
        return None
    ends = _ends(slots, Bound(bound), words)
    counted = slots.verbatim("of") if ends else None
    if ends is None or (slots.item.get("of") and counted is None):
        return None
    read = find_quantities(words)
    return FigureDetail(
        quantity=quantity,
        of=counted or "",
        low=ends[0],
        high=ends[1],
        bound=Bound(bound),
        is_cumulative=slots.item.get("cumulative") is True,
        unit=read[0].unit if read else "",
        number_text=words,
    )


def _ends(slots: Slots, bound: Bound, words: str) -> tuple[float | None, float | None] | None:
    """Low and high as the bound has them: one number, one open end, or two in order."""
    before = len(slots.problems)
    low, high = slots.number("low"), slots.number("high")
    if len(slots.problems) > before:
        return None
    if low is not None and high is not None and low > high:
        slots.problem("low", "above high")
        return None
    if bound is Bound.AT_LEAST:
        ends: tuple[float | None, float | None] = (low, None)
    elif bound is Bound.AT_MOST:
        ends = (None, high)
    elif bound is Bound.BETWEEN:
        ends = (low, high) if low is not None and high is not None else (None, None)
    else:
        one = high if low is None else low
        ends = (one, one) if high is None or high == one else (None, None)
    if ends == (None, None):
        slots.problem("bound", "not that of its numbers")
        return None
    if not _is_told(words, ends):
        slots.problem("number", "not the number of its words")
        return None
    return ends


def _is_told(words: str, ends: tuple[float | None, float | None]) -> bool:
    """Whether numbers are those of their words, where the words have digits: one of them, or their sum."""
    plain = [float(digits.replace(",", "")) for digits in _DIGITS.findall(words)]
    if not plain:
        return True
    told = [value for read in find_quantities(words) for value in {read.low, read.high} if value is not None] or plain
    return all(end in (*told, sum(told)) for end in ends if end is not None)


def _statement(slots: Slots) -> Detail | None:
    act = slots.one_of("act", ACTS)
    speaker = slots.party("speaker") if act else None
    said = slots.content() if speaker else None
    if act is None or speaker is None or said is None:
        return None
    content, has_marks = said
    if len(content.split()) < 2:
        slots.problem("content", "too short")
        return None
    is_direct = has_marks and slots.item.get("direct") is True
    return StatementDetail(speaker, act, content, is_direct, slots.parties("addressees"))


def _office(slots: Slots) -> Detail | None:
    person = slots.party("person")
    role = slots.verbatim("role", is_needed=True) if person else None
    holds = slots.one_of("holds", HOLDS) if role else None
    if person is None or role is None or holds is None:
        return None
    return OfficeDetail(person, role, slots.party("organisation", is_needed=False), holds)


def _relation(slots: Slots) -> Detail | None:
    relation = slots.one_of("relation", RELATIONS)
    subject = slots.party("subject") if relation else None
    other = slots.party("object") if subject else None
    if relation is None or subject is None or other is None:
        return None
    if subject.name == other.name:
        slots.problem("object", "the same as the subject")
        return None
    return RelationDetail(subject, relation, other, slots.verbatim("hedge"))


def _control(slots: Slots) -> Detail | None:
    change = slots.one_of("change", CHANGES)
    actor = slots.party("actor") if change else None
    return ControlDetail(actor, change) if actor and change else None


def _presence(slots: Slots) -> Detail | None:
    force = slots.party("force")
    return PresenceDetail(force, slots.verbatim("mission")) if force else None


_DETAILS: dict[str, Callable[[Slots], Detail | None]] = {
    "event": _event,
    "figure": _figure,
    "statement": _statement,
    "office": _office,
    "relation": _relation,
    "control": _control,
    "presence": _presence,
}
# The kinds that tell nothing without a place.
_PLACED = frozenset({"control", "presence"})
