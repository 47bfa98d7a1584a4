"""Answer → a table for people, JSON lines, CSV."""

import csv
import json
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from hudhud.records import to_plain

if TYPE_CHECKING:
    from hudhud.answer.table import Answer

__all__ = ["cell", "show", "show_table"]

_PIPED_WIDTH = 120
_PROSE = 40  # characters of a cell, on average, from which a column is a text and not a label
_MOST_LINES = 4  # of a table's row, on average; taken by looking at the sample's answers on 80 to 160 columns
_WHOLE_WORD = 17  # ids, days and long names; a longer word is an address or a path, and may be broken
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
    """The rows for people, with the title above and the notes below.

    A table where its rows stay low; else, on a narrow page or with long texts, each row as a card.
    """
    columns = list(answer.columns)
    if not all(row["id"] in [row.get(key) for key, _ in columns] for row in answer.rows):
        columns.append(("id", "id"))
    print(click.style(answer.title, bold=True) if sys.stdout.isatty() else answer.title)
    if answer.rows:
        headings = [heading for _, heading in columns]
        rows = [[cell(row.get(key)) for key, _ in columns] for row in answer.rows]
        page = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns
        widths = _widths([headings, *rows], page)
        if widths is None or _mean_height(rows, widths) > _MOST_LINES:
            _cards(headings, rows, page)
        elif sys.stdout.isatty():
            _rich(headings, rows, widths)
        else:
            _plain(headings, rows, widths)
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


def _rich(headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=sum(widths) + len(_GAP) * len(widths))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(heading, width=width, overflow="fold")
    for row in rows:
        table.add_row(*(Text(value) for value in row))
    console.print(table)


def _plain(headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    _line(headings, widths)
    print(_GAP.join("-" * width for width in widths))
    for row in rows:
        _line(row, widths)


def _cards(headings: Sequence[str], rows: Sequence[Sequence[str]], page: int) -> None:
    """The first cell and the text as a line, what else the row holds below it, with the headings."""
    texts = [sum(map(len, column)) / len(rows) for column in zip(*rows, strict=True)]
    if texts[0] > _PROSE or len(texts) < 3:
        main, edge = 0, _GAP
    else:
        main = max(range(1, len(texts)), key=lambda i: (texts[i] > _PROSE and texts[i], -i))
        edge = " " * (max(len(row[0]) for row in rows) + len(_GAP))
    for row in rows:
        lead = row[main] if main == 0 else f"{row[0]:{len(edge)}}{row[main]}"
        told = zip(headings, row, strict=True)
        rest = " | ".join(
            f"{heading}: {value}" for i, (heading, value) in enumerate(told) if value and i not in (0, main)
        )
        print(textwrap.fill(lead, page, subsequent_indent=edge, break_on_hyphens=False))
        below = textwrap.fill(rest, page, initial_indent=edge, subsequent_indent=edge, break_on_hyphens=False)
        print(click.style(below, dim=True) if sys.stdout.isatty() else below)


def _mean_height(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> float:
    """How many lines a row takes on average."""
    heights = [max(-(-len(value) // width) for value, width in zip(row, widths, strict=True)) for row in rows]
    return sum(heights) / len(heights)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """As wide as the longest cell where the page has room; else what is left goes to the cells that run longest.

    None where not even the longest words fit: a broken id cannot be copied.
    """
    longest = [max(1, *map(len, column)) for column in zip(*rows, strict=True)]
    spare = room - len(_GAP) * (len(longest) - 1)
    if sum(longest) <= spare:
        return longest
    widths = [max(1, *(_longest_word(value) for value in column)) for column in zip(*rows, strict=True)]
    if sum(widths) > spare:
        return None
    while sum(widths) < spare:
        lines = [length / width for length, width in zip(longest, widths, strict=True)]
        widths[lines.index(max(lines))] += 1
    return widths


def _longest_word(value: str) -> int:
    return max((min(len(word), _WHOLE_WORD) for word in value.split()), default=0)


def _line(row: Sequence[str], widths: Sequence[int]) -> None:
    cells = [
        textwrap.wrap(value, width, break_on_hyphens=False) or [""] for value, width in zip(row, widths, strict=True)
    ]
    for i in range(max(len(lines) for lines in cells)):
        parts = ((lines[i] if i < len(lines) else "").ljust(width) for lines, width in zip(cells, widths, strict=True))
        print(_GAP.join(parts).rstrip())
