"""`hudhud import`: what people coded or decided elsewhere, brought into the record."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from hudhud.cli.options import record_option
from hudhud.errors import UnreadableInput

__all__ = ["command"]


@click.group("import")
def command() -> None:
    """Bring in hand-coded events as claims of their publisher, or judgements made on another copy of the record."""


def _coded_command(source: str, line: str) -> click.Command:
    def add(file: Path, record: Path) -> None:
        from hudhud.cli.progress import told
        from hudhud.cli.run import told_in_a_line
        from hudhud.pipeline import import_coded

        with told() as telling:
            report = import_coded(record, source, file, progress=telling.step)
        click.echo(told_in_a_line(report), err=True)

    argument = click.Argument(["file"], metavar="FILE.csv", type=click.Path(path_type=Path))
    return record_option(click.Command(source, callback=add, params=[argument], help=line))


command.add_command(_coded_command("acled", "Rows of an ACLED export as claims of ACLED."))
command.add_command(_coded_command("ucdp", "Rows of UCDP's Georeferenced Event Dataset as claims of UCDP."))


@command.command("judgements")
@click.argument("file", metavar="FILE.jsonl", type=click.Path(allow_dash=True))
@record_option
def judgements(file: str, record: Path) -> None:
    """Judgements as `hudhud judge log --format json` prints them; known ones are passed over."""
    from hudhud.pipeline import import_judgements

    n_new, n_known = import_judgements(record, _lines(file))
    click.echo(f"{n_new} judgements added, {n_known} known", err=True)


def _lines(name: str) -> Iterator[dict[str, Any]]:
    try:
        with click.open_file(name, encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _line(line, f"{name}:{number}")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(
            name=name, reason=f"it cannot be opened ({error})", advice="Name a JSON-lines file."
        ) from error


def _line(line: str, name: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(name=name, reason=f"not valid JSON ({error})", advice="Mend the line.") from error
    if not isinstance(told, dict):
        raise UnreadableInput(name=name, reason="a JSON object was expected", advice="Give one judgement a line.")
    return told
