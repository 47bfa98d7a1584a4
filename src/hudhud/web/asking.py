"""Query parameters → Question, with the names of the command line."""

import calendar
import dataclasses
import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from hudhud.answer.table import Question

__all__ = ["Asking", "AskingActors", "AskingAll", "AskingChanges", "AskingFigures", "AskingSearch", "AskingType"]

_DAY = r"^\d{4}(-\d{1,2}(-\d{1,2})?)?$"
_MOST_ROWS = 1_000_000
_SCHEMA = WithJsonSchema({"type": "string", "pattern": _DAY, "examples": ["2024-03-12", "2024-03", "2024"]})
_QUESTION = frozenset(field.name for field in dataclasses.fields(Question))


def _day(*, is_last: bool) -> Any:
    def parse(given: Any) -> date:
        if not isinstance(given, str) or not re.fullmatch(_DAY, given, re.ASCII):
            raise ValueError("this is no day; write 2024-03-12, 2024-03 or 2024")
        year, month, day = (int(part) if part else None for part in (*given.split("-"), "", "")[:3])
        month = month if month is not None else (12 if is_last else 1)
        if not year or not 1 <= month <= 12:
            raise ValueError("there is no such day")
        if day is None:
            day = calendar.monthrange(year, month)[1] if is_last else 1
        return date(year, month, day)

    return BeforeValidator(parse)


First = Annotated[date, _day(is_last=False), _SCHEMA]
Last = Annotated[date, _day(is_last=True), _SCHEMA]
Text = Annotated[str, Field(max_length=400)]


class Asking(BaseModel):
    """What every answer takes: the day it is asked as of, the page of rows."""

    model_config = ConfigDict(extra="forbid")

    as_of: Last | None = Field(None, description="As it stood from what was published by then.")
    top: int | None = Field(None, ge=1, le=_MOST_ROWS, description="At most this many rows in all.")
    limit: int = Field(500, ge=1, le=20_000, description="Rows a page.")
    cursor: str | None = Field(None, max_length=64, description="`next` of the page before.")

    def question(self, **more: Any) -> Question:
        """The question these parameters ask."""
        asked = {name: value for name, value in self if name in _QUESTION and value is not None}
        return Question(**asked, **more)


class AskingType(Asking):
    """With a type: a PLOVER type, a quantity, a kind of state, of change or of stage, as the answer asks."""

    type: Text | None = Field(
        None, description="A PLOVER type, a quantity, a kind of state, change or stage, as asked."
    )


class AskingActors(AskingType):
    """With an actor, in any spelling the record knows."""

    actor: Text | None = Field(None, description="An actor, in any spelling the record knows.")


class AskingFigures(AskingActors):
    """With days, a place and a publisher."""

    since: First | None = Field(None, description="From this day on.")
    until: Last | None = Field(None, description="Up to this day.")
    place: Text | None = Field(None, description="A place, in any spelling the record knows.")
    publisher: Text | None = Field(None, description="Only what this publisher tells.")


class AskingAll(AskingFigures):
    """With every filter there is."""

    factuality: Literal["actual", "future", "possible", "requested", "conditional", "denied"] | None = Field(
        None, description="How it is told."
    )


class AskingCompare(AskingFigures):
    """With the coders to compare with."""

    against: Text | None = Field(None, description="The coders: acled or ucdp; all that were imported if left out.")


class AskingSearch(AskingAll):
    """With the words to find."""

    words: Text = Field(min_length=1, description="The words to find.")


class AskingChanges(AskingActors):
    """With the day since when: it is needed."""

    since: First = Field(description="What was published from this day on.")
    until: Last | None = Field(None, description="Up to this day.")
    place: Text | None = Field(None, description="A place, in any spelling the record knows.")
