"""What a phrase of time is read against, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from hudhud.read.stretches import Stretch, is_finer

__all__ = ["Context", "Resolved", "of_stretch"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """When a phrase is: the stretch of the calendar it names, and the days that are left of it.

    `kind` is `date`, `time`, `duration`, `set` or `reference`. `stretch` is None where nothing can be told;
    `start` and `end` narrow it (`early May`) or stand alone (`the past six months`). `anchor` is that of
    `Period`. `value` is the amount of a duration or a set in TIMEX3's writing.
    """

    kind: str
    stretch: Stretch | None = None
    start: date | None = None
    end: date | None = None
    anchor: str = "absolute"
    portion: str = ""
    part: str = ""
    clock: tuple[int, int | None] | None = None
    value: str = ""
    is_about: bool = False


@dataclass(slots=True)
class Context:
    """What a phrase is read against: publication day, times told before, tense, and the kind of text.

    `is_limit` says that the phrase ends something (`by 20 December`) and no tense tells on which side it lies.
    `event` dates an event told before (and says whether by a guess), `beginning` tells when what goes on began.
    """

    published: date | None
    is_narrative: bool = False
    is_future: bool = False
    is_limit: bool = False
    told: list[Resolved] = field(default_factory=list)
    in_sentence: Stretch | None = None
    event: Callable[[str], tuple[Resolved, bool] | None] = lambda event: None
    beginning: Callable[[str], Resolved | None] = lambda event: None

    def last_told(self, unit: str = "century") -> Resolved | None:
        """The time told last that is at least as fine as `unit`."""
        for resolved in reversed(self.told):
            if resolved.stretch and is_finer(resolved.stretch.unit, unit):
                return resolved
        return None


def of_stretch(stretch: Stretch | None, anchor: str = "absolute", *, is_about: bool = False) -> Resolved:
    """All of a stretch; where it is None, a date that is not known."""
    if stretch is None:
        return Resolved("date", anchor=anchor)
    return Resolved("date", stretch, stretch.start, stretch.end, anchor, is_about=is_about)
