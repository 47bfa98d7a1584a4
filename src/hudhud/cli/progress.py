"""Steps of a run → a bar on a terminal, plain lines in a pipe; always on standard error."""

import sys
from contextlib import AbstractContextManager
from time import monotonic
from types import TracebackType
from typing import Protocol

from hudhud.pipeline import Step

__all__ = ["Told", "told"]

_SECONDS_BETWEEN_LINES = 5.0


class Told(Protocol):
    """What is told a step at a time."""

    n_kept: int

    def step(self, step: Step) -> None:
        """Tell one step."""
        ...


class _Plain(AbstractContextManager["_Plain"]):
    def __init__(self) -> None:
        self.n_kept = 0
        self._n = 0
        self._last = monotonic()

    def step(self, step: Step) -> None:
        self._n += 1
        self.n_kept += step.outcome in ("new", "again")
        if step.outcome == "skipped":
            print(f"set aside {step.name}: {step.reason}", file=sys.stderr)
        elif monotonic() - self._last > _SECONDS_BETWEEN_LINES:
            self._last = monotonic()
            print(f"{self._n} items, {self.n_kept} read", file=sys.stderr)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        return None


class _Bar(AbstractContextManager["_Bar"]):
    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        self.n_kept = 0
        self._n = 0
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("reading", total=None)

    def __enter__(self) -> "_Bar":
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._progress.stop()

    def step(self, step: Step) -> None:
        self._n += 1
        self.n_kept += step.outcome in ("new", "again")
        if step.outcome == "skipped":
            self._progress.console.print(f"set aside {step.name}: {step.reason}", markup=False, highlight=False)
        self._progress.update(self._task, description=f"{self._n} items, {self.n_kept} read  {step.name[-40:]}")


def told() -> "_Plain | _Bar":
    """A bar where standard error is a terminal, lines where it is not."""
    return _Bar() if sys.stderr.isatty() else _Plain()
