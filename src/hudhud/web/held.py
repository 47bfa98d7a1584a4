"""The record as the desk holds it between requests."""

import dataclasses
import gc
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from hudhud import pipeline
from hudhud.answer import ANSWERS
from hudhud.answer.filters import event_days
from hudhud.answer.table import Answer, Question
from hudhud.records import Judgement, View
from hudhud.store import Store

__all__ = ["Held"]

T = TypeVar("T")
_VIEWS = 6  # a view of 100,000 claims is some hundred megabytes; two dates compared and the slider need few
_ANSWERS = 64


class Held:
    """Views and answers of one record file, kept until the record is another.

    Nothing is held open between requests, so a `hudhud run` goes on beside it. While one does, the record stays as
    it was last reconciled; what the run brings is seen when it ends.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._views: OrderedDict[Hashable, View] = OrderedDict()
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = threading.RLock()

    def version(self) -> str:
        """A short name of the record as it stands, another one when it has changed."""
        with Store.open(self.path) as store, store.moment():
            told = store.info("derived_from") or str(store.counts())
            return hashlib.sha256(told.encode()).hexdigest()[:12]

    def view(self, as_of: date | None = None) -> View:
        """The record as of a day, or as it stands."""
        key = (self.version(), as_of)
        return self._kept(self._views, key, lambda: self._loaded(as_of), _VIEWS)

    def _loaded(self, as_of: date | None) -> View:
        made = pipeline.view(self.path, as_of=as_of)
        # Or the search for garbage walks every object of the view in later answers: 20,000 events took twice as long.
        gc.freeze()
        return made

    def answer(self, name: str, question: Question, as_of: date | None = None) -> Answer:
        """One of `hudhud.answer.ANSWERS`, as the command line gives it."""
        key = (self.version(), as_of, name, question)
        return self._kept(self._answers, key, lambda: self._asked(name, question, as_of), _ANSWERS)

    def judgements(self) -> list[Judgement]:
        """Every judgement, in the order in which they were made."""
        return pipeline.judgements(self.path)

    def about(self) -> dict[str, Any]:
        """What the record holds, for a reader who has not asked anything yet."""
        view = self.view()
        published = sorted(one.published.day for one in view.documents.values() if one.published.day)
        happened = sorted(day for event in view.events for day in event_days(event) if day)
        return {
            "n_documents": len(view.documents),
            "n_claims": len(view.claims),
            "n_events": len(view.events),
            "first_published": published[0] if published else None,
            "last_published": published[-1] if published else None,
            "first_day": happened[0] if happened else None,
            "last_day": happened[-1] if happened else None,
            "publishers": sorted({one.publisher for one in view.documents.values() if one.publisher}),
            "types": sorted({event.type for event in view.events}),
            "quantities": sorted({one.quantity for one in view.estimates}),
        }

    def _asked(self, name: str, question: Question, as_of: date | None) -> Answer:
        answer = ANSWERS[name](self.view(as_of), question)
        n_undated = sum(one.published.last_day is None for one in self.view().documents.values()) if as_of else 0
        if not n_undated:
            return answer
        told = "1 document has" if n_undated == 1 else f"{n_undated} documents have"
        note = f"{told} no known date and cannot be placed before {as_of}: left out."
        return dataclasses.replace(answer, notes=(*answer.notes, note))

    def _kept(self, kept: OrderedDict[Hashable, T], key: Hashable, make: Callable[[], T], most: int) -> T:
        with self._lock:
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
            made = make()
            kept[key] = made
            while len(kept) > most:
                kept.popitem(last=False)
            return made
