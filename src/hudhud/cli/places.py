"""`hudhud places`: a gazetteer of one's own beside the one that ships."""

from pathlib import Path

import click

from hudhud.cli.options import record_option

__all__ = ["command"]


@click.group("places")
def command() -> None:
    """Add places to the gazetteer."""


@command.command("add")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE",
    default=Path("places.db"),
    show_default=True,
    help="The gazetteer to add to.",
)
@record_option
def add(source: Path, target: Path, record: Path) -> None:
    """Add the places of FILE, a GeoNames country file."""
    from hudhud.lexicon.gazetteer import add_places

    click.echo(f"{add_places(source, target)} places added to {target}", err=True)
