"""`hudhud export FORMAT OUT`: the record in the formats of the field."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO

import click

from hudhud.cli.options import Day, record_option
from hudhud.errors import RecordMissing, WrongOption
from hudhud.export import FORMATS, Format

__all__ = ["command"]


@click.group("export")
def command() -> None:
    """Write the record to a file. What a format cannot hold is left out, counted, and told on standard error."""


def _export_command(name: str, form: Format) -> click.Command:
    def export(out: str, as_of: date | None, record: Path) -> None:
        from hudhud.export import writer
        from hudhud.pipeline import export_to

        _look(record)
        if form.kind == "stream":
            with _stream(out) as file:
                written = export_to(record, lambda material: writer(name)(material, file), as_of=as_of)
        else:
            if out == "-":
                raise WrongOption(option="OUT", given=out, allowed=f"the path of a {form.kind}")
            written = export_to(record, lambda material: writer(name)(material, Path(out)), as_of=as_of)
        click.echo(f"{written.n} written", err=True)
        for reason, n in sorted(written.dropped.items(), key=lambda item: -item[1]):
            click.echo(f"{n} left out: {reason}", err=True)

    told = f"{form.line} `-` is standard output." if form.kind == "stream" else form.line
    return _with_options(click.Command(name, callback=export, params=[_out(form.out)], help=told))


def _out(metavar: str) -> click.Argument:
    return click.Argument(["out"], metavar=metavar, type=click.Path(allow_dash=True))


def _with_options(made: click.Command) -> click.Command:
    as_of = click.option("--as-of", type=Day(is_last=True), help="Only what was published by then.")
    return record_option(as_of(made))


def _look(record: Path) -> None:
    # Asked before OUT is opened, so that a wrong --record empties no file.
    if not record.exists():
        raise RecordMissing(path=str(record))


@contextmanager
def _stream(out: str) -> Iterator[IO[str]]:
    """Standard output, or a file that takes its name only when it is whole."""
    if out == "-":
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(newline="")
        yield sys.stdout
        return
    path = Path(out)
    half = path.with_name(f".{path.name}.part")
    try:
        # Line ends as the format writes them, on every system.
        with half.open("w", encoding="utf-8", errors="replace", newline="") as file:
            yield file
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)


def _claims(out: str, as_of: date | None, record: Path) -> None:
    from hudhud.pipeline import export_claims

    _look(record)
    n = 0
    with _stream(out) as file:
        for told in export_claims(record, as_of=as_of):
            file.write(json.dumps(told, ensure_ascii=False) + "\n")
            n += 1
    click.echo(f"{n} claims", err=True)


def _add(name: str, callback: Callable[..., None], metavar: str, line: str) -> None:
    command.add_command(_with_options(click.Command(name, callback=callback, params=[_out(metavar)], help=line)))


_add("claims", _claims, "OUT.jsonl", "Every claim as one JSON line, as annotators write them. `-` is standard output.")
for _name, _form in FORMATS.items():
    command.add_command(_export_command(_name, _form))
