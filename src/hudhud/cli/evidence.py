"""The sentences behind an id, each in its article, with the words marked, who says so and what read them."""

import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import click

from hudhud.cli.show import cell

if TYPE_CHECKING:
    from hudhud.answer.table import Answer

__all__ = ["show_evidence"]

_WIDEST = 100
_INDENT = "    "


def show_evidence(answer: "Answer") -> None:
    """Print each claim as a passage: the article, the sentence with the claim in brackets, the chain, the reader."""
    print(answer.title)
    for row in answer.rows:
        _show_row(row)
    if answer.notes or not answer.rows:
        print()
    for remark in (*answer.notes, *(() if answer.rows else (answer.empty,))):
        print(remark)


def _show_row(row: dict[str, Any]) -> None:
    article = ", ".join(cell(row[key]) for key in ("published", "publisher", "title") if row.get(key))
    print(f"\n{article} ({row['file']})" if row.get("file") else f"\n{article}")
    for line in textwrap.wrap(row["sentence"], _width(), initial_indent=_INDENT, subsequent_indent=_INDENT):
        print(line)
    chain = ", as told by ".join(row["chain"])
    _labelled("who says so", f"{chain}; held as {row['factuality']}")
    _labelled(
        "claim", f"{row['kind']} {row['id']}, characters {row['start']} to {row['end']} of document {row['document']}"
    )
    _labelled("read by", f"{row['reader']}, score {row['score']:.2f}")


def _width() -> int:
    return min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)


def _labelled(label: str, text: str) -> None:
    shown = f"{label:>11}  {text}"
    print(click.style(shown, dim=True) if sys.stdout.isatty() else shown)
