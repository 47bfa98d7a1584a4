"""Options that several commands share."""

import calendar
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from hudhud.settings import RECORD_VARIABLE, record_path

__all__ = ["Day", "record_option", "with_format"]

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as 2017-03-24, a month as 2017-03 or a year as 2017, of which the first or the last day is taken."""

    name = "day"

    def __init__(self, *, is_last: bool = False) -> None:
        self.is_last = is_last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that was meant."""
        if isinstance(value, date):
            return value
        match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", value)
        try:
            if match is None:
                raise ValueError
            year, month, day = (int(part) if part else None for part in match.groups())
            return self._day(year or 0, month, day)
        except ValueError:
            self.fail(f"{value!r} is no day. Write 2017-03-24, 2017-03 or 2017.", param, ctx)

    def _day(self, year: int, month: int | None, day: int | None) -> date:
        month = month or (12 if self.is_last else 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if self.is_last else 1))


def _record(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:
    return record_path(value)


def record_option(command: F) -> F:
    """`--record FILE`, which every command takes."""
    return click.option(
        "--record",
        type=click.Path(path_type=Path),
        metavar="FILE",
        callback=_record,
        help=f"The record. Default: {RECORD_VARIABLE}, else hudhud.db in the working folder.",
    )(command)


def with_format(command: F) -> F:
    """`--format table|json|csv`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        show_default=True,
        help="A table for people, JSON lines, or CSV.",
    )(command)
