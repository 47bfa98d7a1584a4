"""What a phrase of time says, before it is known when it was said."""

from dataclasses import dataclass, replace
from typing import TypeAlias

__all__ = [
    "Calendar",
    "Clock",
    "Duration",
    "Node",
    "Nth",
    "Part",
    "Portion",
    "Recurring",
    "Reference",
    "Running",
    "Shift",
    "Step",
    "Window",
    "month_first",
    "with_about",
]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar with some slots open: `24 March`, `Friday`, `spring 2017`, `the 1990s`.

    `unit` is the finest slot told. Years before Christ are negative. `number` is the quarter, the half, the
    decade's first year, or the century. `feast` is a key of the lexicon's `FEASTS`. `is_doubtful` marks numeric
    dates whose day and month could change places.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    number: int | None = None
    feast: str | None = None
    is_doubtful: bool = False
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A unit, weekday, month or season so many steps from the anchor: `last week`, `next Friday`, `that month`."""

    step: int
    anchor: str
    target: Calendar
    word: str = ""
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So much time before or after something: `two days ago`, `a week later`, `the day before Christmas`.

    `event` is the stem of the event it is told from (`two weeks after the attack`), empty where that is no known
    word, None where no event follows.
    """

    count: float | None
    unit: str
    sign: int
    anchor: str
    base: "Node | None" = None
    is_about: bool = False
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that reaches to or from the anchor: `the past six months`, `recent years` (count unknown)."""

    count: float | None
    unit: str
    sign: int
    anchor: str
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a stretch: `early`, `mid`, `late`, `start`, `end`, `before` and `after` the anchor inside it."""

    which: str
    of: "Node"
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit or weekday in a stretch, counted from its end where negative; `count` of them where told."""

    number: int
    target: Calendar
    of: "Node"
    count: float | None = None
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """The n-th unit of something that goes on: `in its fifth week`, `the third day of the offensive`."""

    number: int
    unit: str
    event: str = ""
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a day: `Wednesday evening`, `at dawn on Friday`; `of` is None where the day is not told."""

    part: str
    of: "Node | None" = None
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of a day: `5 p.m. on Tuesday`, with the zone as written."""

    hour: int
    minute: int | None
    of: "Node | None" = None
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """How long, not when: `three weeks`, `24-hour`; `count` is None where it is not told (`weeks`).

    `is_ahead` marks one behind `in`, which is a time in the future tense (`will meet in two weeks`).
    """

    count: float | None
    unit: str
    is_ahead: bool = False
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Recurring:
    """How often: `daily`, `every Friday`; `value` is written as TIMEX3 has it."""

    value: str
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """The present, the past or the future and no more: `now`, `recently`."""

    value: str
    is_about: bool = False


Node: TypeAlias = (
    Calendar | Step | Shift | Window | Portion | Nth | Part | Clock | Duration | Recurring | Reference | Running
)


def month_first(node: Node) -> Node:
    """The same node, a date in figures that could be read both ways with its month in front."""
    if isinstance(node, Calendar) and node.is_doubtful:
        return replace(node, month=node.day, day=node.month)
    if isinstance(node, Part | Clock | Portion | Nth) and node.of is not None:
        return replace(node, of=month_first(node.of))
    if isinstance(node, Shift) and node.base is not None:
        return replace(node, base=month_first(node.base))
    return node


def with_about(node: Node) -> Node:
    """The same node, told to be approximate."""
    return replace(node, is_about=True)
