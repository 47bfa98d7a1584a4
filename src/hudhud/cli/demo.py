"""`hudhud demo`: the sample articles read, and what a person wants to see first."""

from datetime import timedelta
from importlib.resources import as_file, files
from pathlib import Path

import click

from hudhud.answer import ANSWERS
from hudhud.answer.table import Question
from hudhud.cli.progress import told
from hudhud.cli.run import told_in_a_line
from hudhud.cli.show import show_table
from hudhud.errors import NotARecord
from hudhud.pipeline import run, view
from hudhud.records import View
from hudhud.store import Store

__all__ = ["command"]

_MARK = "made_by"
_DEMO = "hudhud demo"
_WEEKS = 8
_ROWS = 12


@click.command("demo")
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    metavar="FILE",
    default=Path("demo.db"),
    show_default=True,
    help="Where to write the record; an older demo record there is replaced.",
)
def command(record: Path) -> None:
    """Read the sample articles that come with Hudhud and show what a record tells.

    The articles tell an invented conflict: four outlets, rising tolls, denials, reprints.
    """
    _begin_anew(record)
    with as_file(files("hudhud").joinpath("data", "sample")) as folder, told() as telling:
        click.echo(f"Reading the sample articles in {folder}", err=True)
        report = run(folder, record, progress=telling.step)
    click.echo(told_in_a_line(report), err=True)
    _show(view(record))
    _what_next(record)


def _begin_anew(record: Path) -> None:
    """Only a record that a demo made is removed; anything else of that name stays and is told."""
    if record.exists() and record.stat().st_size:
        with Store.open(record) as store:
            if store.info(_MARK) != _DEMO:
                raise NotARecord(path=str(record), reason="it is a record, but no demo made it")
        for suffix in ("", "-wal", "-shm"):
            record.with_name(record.name + suffix).unlink(missing_ok=True)
    with Store.open(record, write=True) as store:
        store.set_info(_MARK, _DEMO)


def _show(whole: View) -> None:
    days = [document.published.day for document in whole.documents.values() if document.published.day]
    since = max(days) - timedelta(weeks=_WEEKS) if days else None
    for name, question in (
        ("timeline", Question(since=since, top=_ROWS)),
        ("figures", Question(top=_ROWS)),
        ("disputes", Question(top=_ROWS)),
    ):
        click.echo()
        show_table(ANSWERS[name](whole, question))


def _what_next(record: Path) -> None:
    flag = "" if record == Path("hudhud.db") else f" --record {record}"
    click.echo(
        f"\nThe record is {record.absolute()}, one SQLite file. Ask it more:\n"
        f"  hudhud ask situation{flag}              who holds what\n"
        f"  hudhud ask evidence ID{flag}            the sentences behind a row, and who says so\n"
        f"  hudhud ask timeline --as-of 2024-06-01{flag}   what was known on a day\n"
        f"  hudhud run YOUR_FOLDER --record yours.db    your own articles"
    )
