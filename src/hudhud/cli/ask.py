"""`hudhud ask`: one command for each question the record answers."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from hudhud.cli.options import Day, record_option, with_format

__all__ = ["QUESTIONS", "command"]

_PERIOD = ("since", "until")
_WHO_WHERE = ("place", "actor")
_ALL = (*_PERIOD, *_WHO_WHERE, "type", "publisher", "factuality")
# The line of help, the argument where the question takes one, and the filters that the answer looks at.
QUESTIONS: dict[str, tuple[str, str | None, tuple[str, ...]]] = {
    "timeline": ("What happened, day by day, and who says so.", None, _ALL),
    "figures": ("How many: low, best and high, and the reports behind.", None, _ALL[:-1]),
    "situation": ("Who holds what: offices, relations, places, forces.", None, _ALL),
    "actors": ("Who is in the record, under which names.", None, ("actor", "type")),
    "disputes": ("Claims that cannot all be right.", None, _ALL[:-1]),
    "changes": ("What the articles published since a day changed.", None, (*_PERIOD, *_WHO_WHERE, "type")),
    "search": ("Find sentences by words.", "WORDS", _ALL),
    "evidence": ("The sentences behind an id, who says so, what read them.", "ID", ()),
    "compare": ("Beside hand-coded events: matched, missed, extra.", None, ("against", *_ALL[:-1])),
    "skipped": ("What was set aside, and why.", None, ("type",)),
}
_FLAGS = {"against": "--with"}
_FILTERS: dict[str, dict[str, Any]] = {
    "since": {"type": Day(), "help": "From this day on."},
    "until": {"type": Day(is_last=True), "help": "Up to this day."},
    "place": {"help": "A place, in any spelling the record knows."},
    "actor": {"help": "An actor, in any spelling the record knows."},
    "type": {"help": "A PLOVER type, a quantity, a kind of state, change or stage, as the question asks."},
    "against": {"help": "The coders: acled or ucdp. Default: all that were imported.", "metavar": "SOURCE"},
    "publisher": {"help": "Only what this publisher tells."},
    "factuality": {"help": "actual, future, possible, requested, conditional or denied."},
}


@click.group("ask")
def command() -> None:
    """Ask the record. Every row has an id; `hudhud ask evidence ID` shows the sentences behind it."""


def _question_command(name: str, line: str, argument: str | None, filters: tuple[str, ...]) -> click.Command:
    def ask(record: Path, form: str, as_of: date | None, **asked: Any) -> None:
        answer_question(name, record, form, as_of=as_of, **asked)

    parameters: list[click.Parameter] = [
        click.Option([_FLAGS.get(key, f"--{key}"), key], required=(name, key) == ("changes", "since"), **_FILTERS[key])
        for key in filters
    ]
    parameters.append(
        click.Option(["--as-of"], type=Day(is_last=True), help="As it stood from what was published by then.")
    )
    if name == "situation":
        parameters.append(
            click.Option(["--known-at"], type=Day(is_last=True), help="With hindsight: as published by this later day.")
        )
    parameters.append(click.Option(["--top"], type=click.IntRange(min=1), help="At most this many rows."))
    if argument:
        parameters.append(click.Argument(["words"], nargs=-1, required=True, metavar=argument))
    made = click.Command(name, callback=ask, params=parameters, help=line)
    return with_format(record_option(made))


def answer_question(name: str, record: Path, form: str, *, as_of: date | None, **asked: Any) -> None:
    """Ask and print; `words` of a search come in as the shell split them."""
    from hudhud.answer.table import Question
    from hudhud.cli.evidence import show_evidence
    from hudhud.cli.show import show
    from hudhud.pipeline import ask

    if known_at := asked.pop("known_at", None):
        # What held on one day, from what was published by another: two clocks.
        asked["until"], as_of = as_of or asked.get("until"), known_at
    if words := asked.pop("words", None):
        asked["words"] = " ".join(words)
    answer = ask(record, name, Question(**asked), as_of=as_of)
    if name == "evidence" and form == "table":
        show_evidence(answer)
    else:
        show(answer, form)


for _name, (_line, _argument, _filters) in QUESTIONS.items():
    command.add_command(_question_command(_name, _line, _argument, _filters))
