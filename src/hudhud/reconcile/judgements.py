"""Judgements → what they change: pairs held together or apart, claims dropped, slots set, actors named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from hudhud.errors import WrongOption
from hudhud.records import Bound, Claim, DatePrecision, Factuality, Judgement, Party, Period, Place

__all__ = ["VERBS", "Decided", "decide"]

VERBS = ("same", "different", "wrong", "right", "set", "name", "undo")


@dataclass(frozen=True, slots=True)
class Decided:
    """What stands of all judgements, the last word on each thing winning."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    wrong: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()
    slots: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)

    def corrected(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims to reconcile: those judged wrong left out, set slots changed. What was read stays as it is."""
        return [_set(claim, self.slots.get(claim.claim_id, {})) for claim in claims if claim.claim_id not in self.wrong]


def decide(judgements: Iterable[Judgement]) -> Decided:
    """Replay judgements in the order they were made; withdrawn ones as if they had never been.

    Raises:
        WrongOption: If a judgement has an unknown verb or sets a slot to a value it cannot have.
    """
    ordered = sorted(judgements, key=lambda one: (one.decided_at, one.judgement_id))
    pairs: dict[tuple[str, str], str] = {}
    verdicts: dict[str, str] = {}
    slots: dict[str, dict[str, str]] = {}
    called: dict[str, str] = {}
    for one in _standing(ordered):
        match one.verb:
            case "same" | "different":
                first, *others = one.targets
                pairs.update({_pair(first, other): one.verb for other in others})
            case "wrong" | "right":
                verdicts.update(dict.fromkeys(one.targets, one.verb))
            case "set":
                for target in one.targets:
                    slots.setdefault(target, {}).update(one.slots)
            case "name":
                called.update(dict.fromkeys(one.targets, one.slots["name"]))
            case "undo":
                continue
            case _:
                raise WrongOption(option="verb", given=one.verb, allowed=", ".join(VERBS))
    return Decided(
        same=tuple(sorted(pair for pair, verb in pairs.items() if verb == "same")),
        different=tuple(sorted(pair for pair, verb in pairs.items() if verb == "different")),
        wrong=frozenset(target for target, verb in verdicts.items() if verb == "wrong"),
        right=frozenset(target for target, verb in verdicts.items() if verb == "right"),
        slots=slots,
        called=called,
    )


def _pair(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left <= right else (right, left)


def _standing(ordered: list[Judgement]) -> list[Judgement]:
    """The judgements that no standing judgement withdraws; a withdrawal may itself be withdrawn."""
    gone: set[str] = set()
    for one in reversed(ordered):
        if one.withdraws and one.judgement_id not in gone:
            gone.add(one.withdraws)
    return [one for one in ordered if one.judgement_id not in gone]


def _set(claim: Claim, slots: Mapping[str, str]) -> Claim:
    for slot, value in sorted(slots.items()):
        claim = _set_slot(claim, slot, value)
    return claim


def _set_slot(claim: Claim, slot: str, value: str) -> Claim:
    try:
        match slot:
            case "factuality":
                return replace(claim, factuality=Factuality(value))
            case "start" | "end":
                return replace(claim, occurred=_period(claim.occurred, slot, value))
            case "place" | "country" | "lat" | "lon":
                return replace(claim, place=_place(claim.place, slot, value))
        return replace(claim, detail=_detail(claim.detail, slot, value))
    except ValueError as wrong:
        raise WrongOption(option=f"slot {slot}", given=value, allowed=str(wrong)) from wrong


def _period(period: Period | None, slot: str, value: str) -> Period:
    day = date.fromisoformat(value) if value else None
    start, end = (period.start, period.end) if period else (day, day)
    start, end = (day, end) if slot == "start" else (start, day)
    precision = DatePrecision.DAY if start == end else DatePrecision.RANGE
    return Period(start, end, precision, period.text if period else "", anchor="given")


def _place(place: Place | None, slot: str, value: str) -> Place:
    held = place or Place(value, value)
    if slot == "place":
        return Place(value, held.text, held.country)
    return replace(held, country=value) if slot == "country" else replace(held, **{slot: float(value)})  # type: ignore[arg-type]


def _detail(detail: Any, slot: str, value: str) -> Any:
    """The detail with one slot changed; parties by name, several parted by semicolons."""
    if not hasattr(detail, slot):
        raise ValueError(f"a slot of {type(detail).__name__}: {', '.join(detail.__dataclass_fields__)}")
    held = getattr(detail, slot)
    if slot in ("low", "high"):
        return replace(detail, **{slot: float(value) if value else None})
    if slot == "bound":
        return replace(detail, bound=Bound(value))
    if slot in ("actors", "recipients", "addressees"):
        return replace(
            detail, **{slot: tuple(Party(name.strip(), name.strip()) for name in value.split(";") if name.strip())}
        )
    if isinstance(held, Party) or slot == "organisation":
        return replace(detail, **{slot: Party(value, value) if value else None})
    if isinstance(held, bool):
        return replace(detail, **{slot: value.lower() in ("true", "yes", "1")})
    return replace(detail, **{slot: value or None if slot in ("mode", "hedge", "mission") else value})
