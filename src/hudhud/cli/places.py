"""`hudhud places`: a gazetteer of one's own beside the one that ships."""

from pathlib import Path

import click

from hudhud.settings import PLACES_VARIABLE, places_path

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
    help=f"The gazetteer to add to. Default: {PLACES_VARIABLE}, else places.db in the working folder.",
)
def add(source: Path, target: Path | None) -> None:
    """Add the places of FILE: a GeoNames country file, or a CSV with the columns name, lat and lon.

    The gazetteer that ships stays as it is. Runs look into the added one where HUDHUD_PLACES names it.
    """
    from hudhud.lexicon.gazetteer import add_places

    target = places_path(target)
    n = add_places(source, target)
    click.echo(f"{n} places added. To use them: export {PLACES_VARIABLE}={target.absolute()}", err=True)
