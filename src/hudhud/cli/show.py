"""Answer → a table for people, JSON lines, CSV."""

import csv
import json
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from hudhud.records import to_plain

if TYPE_CHECKING:
    from hudhud.answer.table import Answer

__all__ = ["cell", "show", "show_table"]

_PIPED_WIDTH = 120
_LEAST_WIDTH = 6
_GAP = "  "


def show(answer: "Answer", form: str) -> None:
    """Print an answer: data on standard output, and what to know about it on standard error where it is data."""
    {"table": show_table, "json": _json, "csv": _csv}[form](answer)


def _json(answer: "Answer") -> None:
    for row in answer.rows:
        sys.stdout.write(json.dumps(to_plain(row), ensure_ascii=False) + "\n")
    _remarks(answer, sys.stderr)


def _csv(answer: "Answer") -> None:
    keys = list(dict.fromkeys([key for key, _ in answer.columns] + [key for row in answer.rows for key in row]))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([cell(row.get(key)) for key in keys] for row in answer.rows)
    _remarks(answer, sys.stderr)


def show_table(answer: "Answer") -> None:
    """The table alone, with its title above and its notes below."""
    columns = list(answer.columns)
    if not all(row["id"] in [row.get(key) for key, _ in columns] for row in answer.rows):
        columns.append(("id", "id"))
    print(answer.title)
    if answer.rows:
        rows = [[cell(row.get(key)) for key, _ in columns] for row in answer.rows]
        (_rich if sys.stdout.isatty() else _plain)([heading for _, heading in columns], rows)
    _remarks(answer, sys.stdout)


def _remarks(answer: "Answer", to: Any) -> None:
    for remark in (*answer.notes, *(() if answer.rows else (answer.empty,))):
        print(remark, file=to)


def cell(value: Any) -> str:
    """A value as people write it: lists with semicolons, whole numbers without a point, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}" if abs(value) >= 10_000 else f"{value:.10g}"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {cell(item)}" for key, item in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(cell(item) for item in value)
    return str(to_plain(value))


def _rich(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(value) for value in row))
    Console().print(table)


def _plain(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = _widths([headings, *rows], shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns)
    _line(headings, widths)
    print(_GAP.join("-" * width for width in widths))
    for row in rows:
        _line(row, widths)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """As wide as the longest cell, then the widest column gives way until the row fits."""
    widths = [max(1, *(len(value) for value in column)) for column in zip(*rows, strict=True)]
    spare = room - len(_GAP) * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > _LEAST_WIDTH:
        widest = widths.index(max(widths))
        second = max((width for i, width in enumerate(widths) if i != widest), default=_LEAST_WIDTH)
        over = sum(widths) - spare
        widths[widest] -= max(1, min(over, widths[widest] - second))
    return widths


def _line(row: Sequence[str], widths: Sequence[int]) -> None:
    cells = [
        textwrap.wrap(value, width, break_on_hyphens=False) or [""] for value, width in zip(row, widths, strict=True)
    ]
    for i in range(max(len(lines) for lines in cells)):
        parts = ((lines[i] if i < len(lines) else "").ljust(width) for lines, width in zip(cells, widths, strict=True))
        print(_GAP.join(parts).rstrip())
