"""What every answer is: a question's filters in, rows out, each with the way back to its claims."""

from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import Any

from hudhud.errors import HudhudError
from hudhud.records import to_plain

__all__ = ["Answer", "Question"]


@dataclass(frozen=True, slots=True)
class Question:
    """The filters of an answer; None or empty leaves that filter out.

    `since` and `until` bound what happened, both inclusive. `place` and `actor` match names of the gazetteer and
    of the record in any spelling. `type` is a PLOVER type, a quantity or a kind of state, as the answer asks.
    `words` are the words of a search, or an id for `evidence`. `against` names the coders of `compare`. `top`
    bounds the number of rows.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    actor: str | None = None
    type: str | None = None
    publisher: str | None = None
    factuality: str | None = None
    words: str | None = None
    against: str | None = None
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows for a table, JSON lines or CSV. Every row is a dict with the keys in `columns` and an `id`.

    `columns` are shown to people in this order with these headings; a row may hold more keys (ids of claims,
    exact values), which JSON and CSV give too. `empty` says what to do when there are no rows.
    """

    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[dict[str, Any], ...]
    notes: tuple[str, ...] = ()
    empty: str = "Nothing matches. Take a filter away, or look at `hudhud ask search WORDS`."
    extra: dict[str, Any] = field(default_factory=dict)

    def frame(self) -> Any:
        """The rows as a data frame: of pandas, else of polars. Records inside a row become plain values.

        Raises:
            HudhudError: If neither is installed.
        """
        rows = [{key: _frameable(value) for key, value in row.items()} for row in self.rows]
        columns = list(dict.fromkeys([key for key, _ in self.columns] + [key for row in rows for key in row]))
        for package in ("pandas", "polars"):
            try:
                made = import_module(package).DataFrame({key: [row.get(key) for row in rows] for key in columns})
            except ImportError:
                continue
            return made
        raise HudhudError(message="A data frame needs pandas or polars. Install one: pip install 'hudhud[frames]'")


def _frameable(value: Any) -> Any:
    return value if isinstance(value, date) else to_plain(value)
