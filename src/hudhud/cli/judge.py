"""`hudhud judge`: correct the record once, and it stays corrected."""

from pathlib import Path
from typing import Any

import click

from hudhud.cli.options import record_option, with_format
from hudhud.errors import WrongOption
from hudhud.settings import AUTHOR_VARIABLE, author_name

__all__ = ["command"]

# Verb, its arguments, its line of help.
_VERBS = (
    ("same", "NAME NAME...", "Two or more names, or events, are one."),
    ("different", "NAME NAME...", "Names, or events, that look alike are not one."),
    ("wrong", "ID...", "Claims that were misread: they count no more."),
    ("right", "ID...", "Claims that were read rightly, whatever their score."),
    ("set", "ID SLOT=VALUE...", "Read a slot of a claim otherwise."),
    ("name", "NAME BETTER_NAME", "Call an actor by another name."),
    ("undo", "JUDGEMENT", "Take a judgement back; `hudhud judge log` lists their ids."),
)


@click.group("judge")
def command() -> None:
    """Correct the record. Judgements are appended, replayed on every later run, and can be taken back."""


def _verb_command(verb: str, arguments: str, line: str) -> click.Command:
    def judge(words: tuple[str, ...], reason: str, by: str | None, record: Path) -> None:
        from hudhud.pipeline import judge

        made = judge(record, verb, author=author_name(by), reason=reason, **_meant(verb, words, arguments))
        click.echo(f"{made.judgement_id} {verb}: take it back with: hudhud judge undo {made.judgement_id}", err=True)

    parameters: list[click.Parameter] = [
        click.Argument(["words"], nargs=-1, required=True, metavar=arguments),
        click.Option(["--reason"], default="", help="Why."),
        click.Option(["--by"], help=f"Who judges. Default: {AUTHOR_VARIABLE}, else the user of this machine."),
    ]
    return record_option(click.Command(verb, callback=judge, params=parameters, help=line))


def _meant(verb: str, words: tuple[str, ...], arguments: str) -> dict[str, Any]:
    """The words after a verb as targets, slots and the judgement withdrawn."""
    wrong = WrongOption(option=f"hudhud judge {verb}", given=" ".join(words), allowed=arguments)
    if verb in ("same", "different") and len(words) < 2:
        raise wrong
    if verb == "undo":
        if len(words) != 1:
            raise wrong
        return {"targets": (), "withdraws": words[0]}
    if verb == "name":
        if len(words) != 2:
            raise wrong
        return {"targets": words[:1], "slots": {"name": words[1]}}
    if verb == "set":
        slots = dict(word.split("=", 1) for word in words[1:] if "=" in word)
        if not slots or len(slots) != len(words) - 1:
            raise wrong
        return {"targets": words[:1], "slots": slots}
    return {"targets": words}


for _verb, _arguments, _line in _VERBS:
    command.add_command(_verb_command(_verb, _arguments, _line))


@command.command("log")
@with_format
@record_option
def log(record: Path, form: str) -> None:
    """List every judgement with its id, author, reason and time."""
    from hudhud.answer.table import Answer
    from hudhud.cli.show import show
    from hudhud.pipeline import judgements

    made = judgements(record)
    withdrawn = {judgement.withdraws for judgement in made}
    rows = tuple(
        {
            "id": judgement.judgement_id,
            "verb": judgement.verb,
            "about": judgement.withdraws or judgement.targets,
            "slots": judgement.slots,
            "author": judgement.author,
            "reason": judgement.reason,
            "decided_at": judgement.decided_at,
            "is_withdrawn": judgement.judgement_id in withdrawn,
        }
        for judgement in made
    )
    columns = (
        ("decided_at", "when"),
        ("author", "who"),
        ("verb", "verb"),
        ("about", "about"),
        ("slots", "slots"),
        ("reason", "why"),
        ("is_withdrawn", "withdrawn"),
    )
    empty = "No judgements yet. hudhud judge --help shows how to make one."
    show(Answer("Judgements", columns, rows, empty=empty), form)
