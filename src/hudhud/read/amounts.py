"""What the rules of relative time share: how many, of what unit, how many steps from where."""

from typing import cast

from hudhud.read.cascade import Found
from hudhud.read.date_nodes import Calendar
from hudhud.read.time_tokens import Item

__all__ = ["counted", "fortnights", "step_of", "target_of"]


def counted(item: Item | None) -> float | None:
    """The number an item counts; `a` is one, and a few are not known."""
    if item is None:
        return None
    return 1 if item.kind in ("a", "the") else cast("float | None", item.value)


def fortnights(count: float | None, unit: str) -> tuple[float | None, str]:
    """A fortnight as two weeks."""
    return (count * 2 if count else None, "week") if unit == "fortnight" else (count, unit)


def step_of(found: Found) -> tuple[str, int, str]:
    """Anchor, step and word of the last step word that moves, else of the first."""
    steps = [item for item in found.items if item.kind == "step"]
    chosen = next((item for item in reversed(steps) if cast(tuple[str, int], item.value)[1]), steps[0])
    anchor, step = cast(tuple[str, int], chosen.value)
    word = chosen.low.lower()
    if word == "last" and found.items[0].kind == "the" and len(steps) == 1 and found.after.kind == "of":
        word = "final"
    if steps[0].low.lower() == "this" and step:
        anchor = "published"
    return anchor, step, word


def target_of(item: Item) -> Calendar | None:
    """What a step goes to: a unit, or a part of the calendar; None where a step does not go there."""
    if item.kind == "unit":
        return Calendar(cast(str, item.value)) if item.value not in ("half", "season", "fortnight") else None
    if item.kind == "part":
        return Calendar("day")
    if item.kind == "month":
        return Calendar("month", month=cast(int, item.value))
    return cast(Calendar, item.value)
