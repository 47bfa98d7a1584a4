"""`hudhud reconcile`: what follows from the claims, built anew."""

from pathlib import Path

import click

from hudhud.cli.options import record_option
from hudhud.pipeline import reconcile_record

__all__ = ["command"]


@click.command("reconcile")
@record_option
def command(record: Path) -> None:
    """Build actors, events, figures, states and disputes anew from the record's claims and judgements."""
    view = reconcile_record(record)
    click.echo(
        f"{len(view.actors)} actors, {len(view.events)} events, {len(view.estimates)} figures, "
        f"{len(view.states)} states, {len(view.disputes)} disputes from {len(view.claims)} claims.",
        err=True,
    )
