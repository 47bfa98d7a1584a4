"""`hudhud brief`: the report of a period, from the record to a file."""

from datetime import date
from pathlib import Path

import click

from hudhud.cli.options import Day, record_option
from hudhud.settings import api_key

__all__ = ["command"]


@click.command("brief")
@click.option("--since", type=Day(), required=True, help="What articles published from this day on changed.")
@click.option("--until", type=Day(is_last=True), help="Up to this day; nothing published later is looked at.")
@click.option("--place", help="Only what is told of this place.")
@click.option("--actor", help="Only what is told of this actor.")
@click.option("--top", type=click.IntRange(min=1), help="At most this many sentences a theme. Default: 12.")
@click.option(
    "-o",
    "--out",
    required=True,
    metavar="FILE",
    type=click.Path(allow_dash=True, dir_okay=False),
    help="A file that ends in .md, .html, .pdf or .docx; - is Markdown on standard output.",
)
@click.option(
    "--template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Your own: Jinja2 for .md and .html, typst for .pdf, a document with styles for .docx.",
)
@click.option("--polish", "is_polished", is_flag=True, help="Let an endpoint smooth the wording, checked.")
@click.option("--endpoint", metavar="URL", help="An OpenAI-compatible endpoint, up to /v1.")
@click.option("--model", metavar="NAME", help="The model to ask for there.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=20.0, show_default=True, help="Seconds a sentence.")
@record_option
def command(
    since: date,
    until: date | None,
    place: str | None,
    actor: str | None,
    top: int | None,
    out: str,
    template: Path | None,
    is_polished: bool,
    endpoint: str | None,
    model: str | None,
    timeout: float,
    record: Path,
) -> None:
    """Write what changed: by theme, hedged as the sources hedge, with a note for every sentence."""
    from hudhud.answer.table import Question
    from hudhud.export.brief import Endpoint, Polished, as_markdown, compose_brief, form_of, polish, write_brief
    from hudhud.pipeline import view

    if is_polished and not (endpoint and model):
        raise click.UsageError("--polish needs --endpoint URL and --model NAME.")
    form_of(out)
    asked = Question(since=since, until=until, place=place, actor=actor, top=top)
    brief, polished = compose_brief(view(record, as_of=until), asked), Polished()
    if is_polished and endpoint and model:
        at = Endpoint(endpoint, model, api_key() or "", timeout)
        brief, polished = polish(brief, at, tell=lambda line: click.echo(line, err=True))
    n = sum(len(section.sentences) for section in brief.sections)
    if out == "-":
        click.echo(as_markdown(brief, {}, template=template, polished=polished))
        return
    written = write_brief(brief, Path(out), template=template, polished=polished)
    click.echo(f"{n} sentences, {len(brief.notes)} notes: {', '.join(map(str, written))}", err=True)
