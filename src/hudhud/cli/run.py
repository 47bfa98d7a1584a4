"""`hudhud run FOLDER`: the whole path in one go."""

from pathlib import Path

import click

from hudhud.cli import Stopped
from hudhud.cli.endpoint import Asked, endpoint_options, told_cost
from hudhud.cli.options import record_option
from hudhud.cli.progress import told
from hudhud.pipeline import RunReport, run

__all__ = ["command", "told_in_a_line"]


@click.command("run")
@click.argument("folder", type=click.Path(path_type=Path))
@record_option
@endpoint_options
def command(folder: Path, record: Path, asked: Asked) -> None:
    """Read what is new in FOLDER into the record.

    FOLDER holds text, HTML and JSON-lines files, and where the pages print no date or publisher an
    articles.json that gives them. Run it again, and only what is new is read; stop it at any moment and run it
    again, and it goes on where it stopped.
    """
    with told_cost(asked) as reader, told() as telling:
        try:
            report = run(folder, record, reader=reader, progress=telling.step)
        except KeyboardInterrupt as error:
            kept = f"{telling.n_kept} documents read in this run are kept in {record}"
            raise Stopped(f"stopped. {kept}; run the same command again to go on.") from error
    click.echo(told_in_a_line(report), err=True)
    if report.n_skipped:
        click.echo(f"What was set aside, and why: hudhud ask skipped --record {record}", err=True)


def told_in_a_line(report: RunReport) -> str:
    """What a run did and what the record holds, in one line."""
    again = f", {report.n_again} read again" if report.n_again else ""
    return (
        f"{report.n_new} new, {report.n_known} known{again}, {report.n_skipped} set aside, {report.n_claims} claims "
        f"in {report.seconds:.1f} s. {report.record} holds {report.totals['documents']} documents "
        f"and {report.totals['claims']} claims."
    )
