"""The same verbs in Python: `hudhud.open("case.db").timeline(place="Sirte").frame()`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hudhud import pipeline
from hudhud.answer.table import Answer, Question
from hudhud.pipeline import Progress, RunReport
from hudhud.read.reader import Reader
from hudhud.records import Claim, Document, Judgement, View
from hudhud.settings import author_name, record_path
from hudhud.store import Store

__all__ = ["Case", "open"]


class Case:
    """One record file. Nothing is held open between calls: other processes read and write meanwhile.

    Filters are those of `Question`; days are `date` or ISO 8601 text. An answer's `rows` are dicts, and its
    `frame()` a pandas or polars data frame.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def __repr__(self) -> str:
        return f"hudhud.open({str(self.path)!r})"

    def run(
        self,
        folder: str | Path,
        *,
        reader: Reader | None = None,
        progress: Progress | None = None,
        today: date | None = None,
    ) -> RunReport:
        """Read what is new in a folder of articles into the record, which is made where there is none."""
        return pipeline.run(folder, self.path, reader=reader, progress=progress, today=today)

    def reconcile(self) -> View:
        """Build everything that follows from the claims anew."""
        return pipeline.reconcile_record(self.path)

    def timeline(self, *, as_of: date | str | None = None, **filters: Any) -> Answer:
        """What happened, day by day, and who says so."""
        return self.ask("timeline", as_of=as_of, **filters)

    def figures(self, *, as_of: date | str | None = None, **filters: Any) -> Answer:
        """How many: low, best and high, with every report behind them."""
        return self.ask("figures", as_of=as_of, **filters)

    def situation(self, *, as_of: date | str | None = None, **filters: Any) -> Answer:
        """Who holds what: offices, relations, places, forces."""
        return self.ask("situation", as_of=as_of, **filters)

    def actors(self, *, as_of: date | str | None = None, **filters: Any) -> Answer:
        """Who is in the record, under which names."""
        return self.ask("actors", as_of=as_of, **filters)

    def disputes(self, *, as_of: date | str | None = None, **filters: Any) -> Answer:
        """Claims that cannot all be right."""
        return self.ask("disputes", as_of=as_of, **filters)

    def changes(self, since: date | str, *, as_of: date | str | None = None, **filters: Any) -> Answer:
        """What the articles published since a day changed."""
        return self.ask("changes", as_of=as_of, since=since, **filters)

    def search(self, words: str, *, as_of: date | str | None = None, **filters: Any) -> Answer:
        """Find claims by words."""
        return self.ask("search", as_of=as_of, words=words, **filters)

    def evidence(self, id: str, *, as_of: date | str | None = None) -> Answer:
        """The sentences behind an id, with who says so and how it was read."""
        return self.ask("evidence", as_of=as_of, words=id)

    def compare(self, against: str | None = None, *, as_of: date | str | None = None, **filters: Any) -> Answer:
        """What was read beside what coders (acled, ucdp) coded: matched, missed, extra."""
        return self.ask("compare", as_of=as_of, against=against, **filters)

    def skipped(self) -> Answer:
        """What was set aside, and why."""
        return self.ask("skipped")

    def ask(self, question: str, *, as_of: date | str | None = None, **filters: Any) -> Answer:
        """Any question by name, with the filters of `Question`.

        Raises:
            RecordMissing: If there is no record yet.
            WrongOption: If there is no question of that name.
        """
        for name in ("since", "until"):
            filters[name] = _day(filters.get(name))
        return pipeline.ask(self.path, question, Question(**filters), as_of=_day(as_of))

    def view(self, *, as_of: date | str | None = None) -> View:
        """Every record at once: actors, events, estimates, states, disputes, documents and claims."""
        return pipeline.view(self.path, as_of=_day(as_of))

    def documents(self) -> Iterator[Document]:
        """The documents, in order of arrival."""
        with Store.open(self.path) as store:
            yield from store.documents()

    def claims(self) -> Iterator[Claim]:
        """The claims of each document's last reading, in order of arrival."""
        with Store.open(self.path) as store:
            yield from store.claims()

    def judge(
        self,
        verb: str,
        *targets: str,
        reason: str = "",
        author: str | None = None,
        slots: dict[str, str] | None = None,
        withdraws: str | None = None,
    ) -> Judgement:
        """Append a decision: same, different, wrong, right, set, name or undo."""
        by = author_name(author)
        return pipeline.judge(self.path, verb, targets, author=by, reason=reason, slots=slots, withdraws=withdraws)


def open(path: str | Path | None = None) -> Case:
    """A record to ask or to fill: the one at `path`, else the one that HUDHUD_RECORD names, else hudhud.db."""
    return Case(record_path(path))


def _day(given: date | str | None) -> date | None:
    return date.fromisoformat(given) if isinstance(given, str) else given
