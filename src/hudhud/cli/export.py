"""`hudhud export`: the record's claims in the annotated format."""

import json
from datetime import date
from pathlib import Path

import click

from hudhud.cli.options import Day, record_option
from hudhud.errors import RecordMissing
from hudhud.pipeline import export_claims

__all__ = ["command"]


@click.group("export")
def command() -> None:
    """Write the record to a file."""


@command.command("claims")
@click.argument("out", metavar="OUT.jsonl", type=click.Path(allow_dash=True))
@click.option("--as-of", type=Day(is_last=True), help="Only claims of documents published by then.")
@record_option
def claims(out: str, as_of: date | None, record: Path) -> None:
    """Write every claim as one JSON line with the slots of the annotated format; - is standard output."""
    # Asked before OUT is opened, so that a wrong --record empties no file.
    if not record.exists():
        raise RecordMissing(path=str(record))
    n = 0
    with click.open_file(out, "w", encoding="utf-8") as file:
        for line in export_claims(record, as_of=as_of):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            n += 1
    click.echo(f"{n} claims", err=True)
