"""The options of the second reader → the reader, its cost, and what it dropped."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hudhud.errors import WrongOption
from hudhud.settings import api_key

if TYPE_CHECKING:
    from hudhud.read.endpoint import EndpointReader
    from hudhud.read.endpoint_claims import DroppedItem

__all__ = ["Asked", "endpoint_options", "told_cost"]

F = TypeVar("F", bound=Callable[..., Any])

_READERS = ("hudhud", "llm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which reader a command was asked to use, and how."""

    reader: str = "hudhud"
    endpoint: str | None = None
    model: str | None = None
    max_requests: int = 1_000
    max_tokens: int = 5_000_000
    timeout: float = 300.0
    dropped: Path | None = None


_OPTIONS = (
    click.option(
        "--reader",
        type=click.Choice(_READERS),
        default="hudhud",
        show_default=True,
        help="Hudhud's own reader, or a language model behind --endpoint.",
    ),
    click.option("--endpoint", metavar="URL", help="An OpenAI-compatible server, as http://127.0.0.1:11434/v1."),
    click.option("--model", metavar="NAME", help="The model, as the server names it."),
    click.option(
        "--max-requests",
        type=click.IntRange(min=1),
        default=1_000,
        show_default=True,
        help="Requests that this run may send to the endpoint.",
    ),
    click.option(
        "--max-tokens",
        type=click.IntRange(min=1),
        default=5_000_000,
        show_default=True,
        help="Tokens of question and answer that this run may take.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=1, max=86_400),
        default=300.0,
        show_default=True,
        help="Seconds that one answer may take.",
    ),
    click.option(
        "--dropped",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Write what the model answered and the text does not bear out, as JSON lines.",
    ),
)


def endpoint_options(command: F) -> F:
    """`--reader` and the options of the reader `llm`, which the command takes as `asked`."""

    @wraps(command)
    def with_asked(**values: Any) -> Any:
        told = {name: values.pop(name) for name in Asked.__dataclass_fields__}
        return command(asked=Asked(**told), **values)

    for option in reversed(_OPTIONS):
        with_asked = option(with_asked)
    return with_asked  # type: ignore[return-value]


@contextmanager
def told_cost(asked: Asked) -> Iterator["EndpointReader | None"]:
    """The reader that was asked for, None for Hudhud's own; afterwards its cost is told, however the work ended.

    Raises:
        WrongOption: If the options do not go together.
    """
    if asked.reader == "hudhud":
        if asked.endpoint or asked.model or asked.dropped:
            raise WrongOption(option="--reader", given="hudhud", allowed="llm with --endpoint, --model or --dropped")
        yield None
        return
    with ExitStack() as stack:
        reader = _reader(asked, stack)
        try:
            yield reader
        finally:
            _tell(reader)


def _reader(asked: Asked, stack: ExitStack) -> "EndpointReader":
    from hudhud.read.endpoint import EndpointReader
    from hudhud.read.endpoint_http import Endpoint, Limits

    if not asked.endpoint or not asked.model:
        missing = "--model" if asked.endpoint else "--endpoint"
        raise WrongOption(option=missing, given="nothing", allowed="with --reader llm both --endpoint and --model")
    limits = Limits(max_requests=asked.max_requests, max_tokens=asked.max_tokens, timeout_s=asked.timeout)
    endpoint = Endpoint(asked.endpoint, asked.model, api_key=api_key(), limits=limits)
    if not endpoint.is_loopback:
        clear = "" if endpoint.url.startswith("https:") else " without encryption"
        click.echo(f"The text of the articles goes to {endpoint.host}{clear}.", err=True)
    return EndpointReader(endpoint, on_dropped=_kept(asked.dropped, stack))


def _kept(path: Path | None, stack: ExitStack) -> "Callable[[DroppedItem], None]":
    """Where a dropped item goes: as a line into the file named, else nowhere, since it is counted all the same."""
    if path is None:
        return lambda item: None
    try:
        lines = stack.enter_context(path.open("a", encoding="utf-8"))
    except OSError as error:
        allowed = "a file that may be written, in a folder that is there"
        raise WrongOption(option="--dropped", given=str(path), allowed=allowed) from error

    def write(item: "DroppedItem") -> None:
        told = {
            "document": item.document,
            "slot": item.slot,
            "reason": item.reason,
            "is_whole": item.is_whole,
            "item": item.item,
        }
        lines.write(json.dumps(told) + "\n")
        lines.flush()

    return write


def _tell(reader: "EndpointReader") -> None:
    cost = reader.cost
    guessed = f" ({cost.n_estimated} of the requests estimated)" if cost.n_estimated else ""
    click.echo(
        f"{reader.endpoint.model} took {cost.n_requests:,} requests, {cost.n_prompt_tokens:,} prompt tokens and "
        f"{cost.n_completion_tokens:,} completion tokens{guessed}.",
        err=True,
    )
    if reader.drops:
        reasons = ", ".join(f"{n} {reason}" for reason, n in sorted(reader.drops.items(), key=lambda d: (-d[1], d[0])))
        click.echo(f"Dropped of its answers: {reasons}.", err=True)
