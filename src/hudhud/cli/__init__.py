"""The command line: words in, tables, JSON lines and CSV out."""

import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from hudhud import __version__
from hudhud.errors import HudhudError

__all__ = ["COMMANDS", "Stopped", "main"]

# The module and the line of help of each command, written here so that `hudhud --help` imports none of them.
COMMANDS = {
    "run": ("hudhud.cli.run", "Read what is new in a folder of articles into the record."),
    "ask": ("hudhud.cli.ask", "Ask the record: timeline, figures, situation, actors, disputes, ..."),
    "judge": ("hudhud.cli.judge", "Correct the record: same, different, wrong, right, set, name, undo, log."),
    "reconcile": ("hudhud.cli.reconcile", "Build everything that follows from the claims anew."),
    "export": ("hudhud.cli.export", "Write the record in the formats of the field: csv, geojson, acled, ..."),
    "import": ("hudhud.cli.imports", "Bring in hand-coded events (acled, ucdp) or judgements."),
    "brief": ("hudhud.cli.brief", "Write the report of a period: what changed, who says so."),
    "places": ("hudhud.cli.places", "Add places to the gazetteer."),
    "serve": ("hudhud.cli.serve", "Open the desk and the API of a record in the browser."),
    "demo": ("hudhud.cli.demo", "Read the sample articles and show what a record tells."),
}


class Stopped(Exception):
    """A command was stopped by hand; the message says what is kept."""


class _Hudhud(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run one command and exit: 0 done, 1 an error told in one line, 2 wrong usage, 130 stopped by hand."""

        def command() -> Any:
            return super(_Hudhud, self).main(args, prog_name, complete_var, standalone_mode=False, **extra)

        if standalone_mode:
            sys.exit(_status(command))
        return command()


def _status(command: Callable[[], Any]) -> int:
    for stream in (sys.stdout, sys.stderr):
        # Data is UTF-8 on every system; what a terminal cannot show must not end a command.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        status = command()
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, Stopped) as error:
        click.echo(f"hudhud: {error or 'stopped.'}", err=True)
        return 130
    except HudhudError as error:
        click.echo(f"hudhud: {error}", err=True)
        return 1
    except BrokenPipeError:
        # The reader of the pipe has enough (`| head`): that is no error of anybody's.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0


@click.group(cls=_Hudhud, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hudhud")
def main() -> None:
    """Hudhud reads conflict news and keeps the record.

    Who did what to whom, where, when and how many, and who says so.
    Begin with: hudhud demo
    """
