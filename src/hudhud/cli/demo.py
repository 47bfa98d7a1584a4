"""`hudhud demo`: the sample articles read, and what a person wants to see first."""

from datetime import date, timedelta
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
    whole = view(record)
    _what_next(record, whole, _show(whole))


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


def _show(whole: View) -> str:
    """Print what a person wants to see first; the id of the row that is most worth its evidence."""
    since = _days(whole)[-1] - timedelta(weeks=_WEEKS)
    ids: list[str] = []
    for name, question in (
        ("timeline", Question(since=since, top=_ROWS)),
        ("figures", Question(top=_ROWS)),
        ("disputes", Question(top=_ROWS)),
    ):
        answer = ANSWERS[name](whole, question)
        ids += [str(row["id"]) for row in answer.rows[:1]]
        click.echo()
        show_table(answer)
    return ids[-1]


def _days(whole: View) -> list[date]:
    days = (document.published.day for document in whole.documents.values())
    return sorted(day for day in days if day)


def _what_next(record: Path, whole: View, row_id: str) -> None:
    flag = "" if record == Path("hudhud.db") else f" --record {record}"
    days = _days(whole)
    commands = (
        (f"hudhud ask evidence {row_id}{flag}", "the sentences behind a row, and who says so"),
        (f"hudhud ask situation{flag}", "who holds what"),
        (f"hudhud ask figures --as-of {days[len(days) // 2]}{flag}", "what was known on a day"),
        ("hudhud run YOUR_FOLDER --record yours.db", "your own articles"),
    )
    click.echo(f"\nThe record is {record.absolute()}, one SQLite file. Ask it more:")
    width = max(len(command) for command, _ in commands)
    for command, line in commands:
        click.echo(f"  {command:{width}}  {line}")
