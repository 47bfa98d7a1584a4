"""Folder → record → answer: the one place that knows the order."""

import dataclasses
import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hudhud import __version__
from hudhud.errors import HudhudError, RecordError, UnknownId, UnreadableInput, WrongOption
from hudhud.records import Claim, Document, Judgement, RawDocument, Skipped, View, to_plain
from hudhud.store import Origin, Store

if TYPE_CHECKING:
    from hudhud.answer.table import Answer, Question
    from hudhud.export.material import Material, Written
    from hudhud.read.reader import Reader

__all__ = [
    "VERBS",
    "Progress",
    "RunReport",
    "Step",
    "ask",
    "export_claims",
    "export_to",
    "import_coded",
    "import_judgements",
    "judge",
    "judgements",
    "reconcile_record",
    "run",
    "view",
]

# What a person can decide; `undo` takes an earlier decision back.
VERBS = ("same", "different", "wrong", "right", "set", "name", "undo")

# What the derived tables were made with: another version of Hudhud makes them anew.
_RULES = f"hudhud {__version__}"


@dataclass(frozen=True, slots=True)
class Step:
    """One item done: `outcome` is `new`, `known`, `again` (by a newer reader) or `skipped`, with the reason."""

    name: str
    outcome: str
    n_claims: int = 0
    reason: str = ""


Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did, and what the record holds after it."""

    n_new: int
    n_known: int
    n_again: int
    n_skipped: int
    n_claims: int
    seconds: float
    record: Path
    totals: dict[str, int] = field(default_factory=dict)


def run(
    folder: str | Path,
    record: str | Path,
    *,
    reader: "Reader | None" = None,
    progress: Progress | None = None,
    today: date | None = None,
) -> RunReport:
    """Read what is new in `folder` into the record, and reconcile the whole.

    Each document is committed with its claims as one; an item that a stage cannot take is set aside with the
    reason, and the run goes on. Documents that an older reader read are read again. `today` stands for the
    clock where a date in the future must be told from a date.

    Raises:
        UnreadableInput: If `folder` is not there.
        RecordBusy: If another process writes to the record.
        RecordFull: If the disk is full; what was committed is kept.
    """
    from hudhud.ingest import read_folder

    begun = time.monotonic()
    folder = Path(folder)
    if not folder.exists():
        raise UnreadableInput(
            name=str(folder), reason="it is not there", advice="Name a folder with text, HTML or JSON-lines files."
        )
    reader = reader or _default_reader()
    with Store.open(record, write=True) as store:
        work = _Work(store, folder, reader, progress, today)
        for item in read_folder(folder):
            work.take(item)
        for document_id in store.unread(work.reader.name):
            work.read_again(store.document(document_id))
        if not store.is_derived(rules=_RULES):
            _reconcile_into(store)
        return RunReport(
            **work.tally,
            n_claims=work.n_claims,
            seconds=time.monotonic() - begun,
            record=Path(record),
            totals=store.counts(),
        )


def _default_reader() -> "Reader":
    from hudhud.read import default_reader

    return default_reader()


class _Work:
    def __init__(
        self, store: Store, folder: Path, reader: "Reader", progress: Progress | None, today: date | None
    ) -> None:
        self.store = store
        self.folder = folder
        self.reader = reader
        self.progress = progress
        self.today = today
        self.stage = "ingest"
        self.n_claims = 0
        self.tally = {"n_new": 0, "n_known": 0, "n_again": 0, "n_skipped": 0}

    def take(self, item: RawDocument | Skipped) -> None:
        item = dataclasses.replace(item, name=_shown(item.name))
        origin = Origin.of(self.folder, item)
        if isinstance(item, Skipped):
            return self._skip(origin, item)
        if self.store.has_read(origin, self.reader.name):
            return self._tell(Step(item.name, "known"))
        try:
            return self._keep(origin, self._read(item))
        except RecordError:
            raise
        except Exception as error:
            # One odd item must not end a run, whatever it breaks. Without the hash it is no known item: a fault
            # may be mended, so the next run tries again.
            return self._skip(dataclasses.replace(origin, raw_id=""), self._set_aside(item.name, error))

    def _keep(self, origin: Origin, taken: tuple[Document, list[Claim]] | Skipped) -> None:
        if isinstance(taken, Skipped):
            return self._skip(origin, taken)
        document, claims = taken
        n_claims = self.store.add_document(origin, document, claims, reader=self.reader.name)
        return self._tell(Step(origin.name, "known") if n_claims is None else Step(origin.name, "new", n_claims))

    def _skip(self, origin: Origin, skipped: Skipped) -> None:
        self.store.add_skipped(origin, skipped, reader=self.reader.name)
        self._tell(Step(origin.name, "skipped", reason=skipped.reason))

    def read_again(self, document: Document) -> None:
        try:
            claims = self.reader.read(document)
        except Exception as error:
            # The older reading stays; the next run tries again.
            return self._tell(Step(document.name, "skipped", reason=_fault(error)))
        n_claims = self.store.add_reading(document.document_id, claims, reader=self.reader.name)
        return self._tell(Step(document.name, "again", n_claims))

    def _read(self, raw: RawDocument) -> tuple[Document, list[Claim]] | Skipped:
        from hudhud.clean import clean

        self.stage = "clean"
        document = clean(raw, today=self.today)
        if isinstance(document, Skipped):
            return document
        self.stage = "read"
        return document, self.reader.read(document)

    def _set_aside(self, name: str, error: Exception) -> Skipped:
        advice = "" if isinstance(error, HudhudError) else "This is a fault in Hudhud: please report it with the file."
        return Skipped(name, self.stage, _fault(error), advice)

    def _tell(self, step: Step) -> None:
        self.tally[f"n_{step.outcome}"] += 1
        self.n_claims += step.n_claims
        if self.progress:
            self.progress(step)


def _shown(name: str) -> str:
    """A file's name as text: bytes in it that are no UTF-8 cannot be stored or printed."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _fault(error: Exception) -> str:
    return str(error) if isinstance(error, HudhudError) else f"{type(error).__name__}: {error}"


def reconcile_record(record: str | Path) -> View:
    """Build everything that follows from the claims anew."""
    with Store.open(record, write=True) as store:
        return _reconcile_into(store)


def _reconcile_into(store: Store) -> View:
    whole = _reconcile(store, as_of=None)
    store.replace_derived(whole, rules=_RULES)
    return whole


def view(record: str | Path, *, as_of: date | None = None) -> View:
    """The record as of a day, or as it stands: what follows is loaded where it is up to date, else worked out.

    As of a day it is always worked out from the documents surely published by then, and from nothing else;
    documents of unknown date are left out.
    """
    with Store.open(record) as store, store.moment():
        return _view(store, as_of)


def _view(store: Store, as_of: date | None) -> View:
    derived = store.derived(rules=_RULES) if as_of is None else None
    if derived is None:
        return _reconcile(store, as_of=as_of)
    return View(
        as_of=None,
        documents={document.document_id: document for document in store.documents()},
        claims={claim.claim_id: claim for claim in store.claims()},
        skipped=tuple(store.skipped()),
        **derived,
    )


def _reconcile(store: Store, *, as_of: date | None) -> View:
    from hudhud.reconcile import reconcile

    return reconcile(
        store.documents(as_of=as_of),
        store.claims(as_of=as_of),
        judgements=store.judgements(),
        as_of=as_of,
        skipped=store.skipped() if as_of is None else (),
    )


def ask(record: str | Path, name: str, question: "Question", *, as_of: date | None = None) -> "Answer":
    """One of `hudhud.answer.ANSWERS` about a record.

    Raises:
        WrongOption: If there is no answer of that name.
    """
    from hudhud.answer import ANSWERS

    if name not in ANSWERS:
        raise WrongOption(option="the question", given=name, allowed=", ".join(ANSWERS))
    with Store.open(record) as store, store.moment():
        answer = ANSWERS[name](_view(store, as_of), question)
        n_undated = store.n_undated() if as_of else 0
    if not n_undated:
        return answer
    told = "1 document has" if n_undated == 1 else f"{n_undated} documents have"
    note = f"{told} no known date and cannot be placed before {as_of}: left out."
    return dataclasses.replace(answer, notes=(*answer.notes, note))


def export_claims(record: str | Path, *, as_of: date | None = None) -> Iterator[dict[str, Any]]:
    """Every claim of the record as a line of the annotated format."""
    from hudhud.export import claim_line

    with Store.open(record) as store, store.moment():
        names = {document.document_id: document.name for document in store.documents(as_of=as_of)}
        for claim in store.claims(as_of=as_of):
            yield claim_line(claim, document_name=names[claim.document_id])


def export_to(record: str | Path, write: "Callable[[Material], Written]", *, as_of: date | None = None) -> "Written":
    """Let `write`, one of `hudhud.export.writer`, write the record; as it stands it is read event by event."""
    from hudhud.export.material import RecordMaterial, ViewMaterial

    with Store.open(record) as store, store.moment():
        if as_of is None and store.is_derived(rules=_RULES):
            return write(RecordMaterial(store))
        return write(ViewMaterial(_view(store, as_of)))


def import_coded(record: str | Path, source: str, file: str | Path, *, progress: Progress | None = None) -> RunReport:
    """Add the events that people coded in a table as claims of its publisher; a row known already is passed over.

    Raises:
        WrongOption: If `source` is none of `hudhud.ingest.coded.SOURCES`.
        UnreadableInput: If the file is not there or is no such table.
    """
    from hudhud.ingest.coded import read_coded

    begun = time.monotonic()
    tally, n_claims = {"n_new": 0, "n_known": 0, "n_again": 0, "n_skipped": 0}, 0
    rows = read_coded(Path(file), source)
    with Store.open(record, write=True) as store:
        for row in rows:
            if isinstance(row, Skipped):
                store.add_skipped(Origin(source, row.name), row, reader=source)
                step = Step(row.name, "skipped", reason=row.reason)
            else:
                added = store.add_document(row.origin, row.document, row.claims, reader=row.reader)
                step = Step(row.document.name, "known" if added is None else "new", added or 0)
            tally[f"n_{step.outcome}"] += 1
            n_claims += step.n_claims
            if progress:
                progress(step)
        _reconcile_into(store)
        seconds = time.monotonic() - begun
        return RunReport(**tally, n_claims=n_claims, seconds=seconds, record=Path(record), totals=store.counts())


def import_judgements(record: str | Path, lines: Iterable[dict[str, Any]]) -> tuple[int, int]:
    """Append judgements made elsewhere, as `hudhud judge log --format json` prints them; how many new, how many known.

    Raises:
        UnreadableInput: If a line is no judgement.
    """
    from hudhud.ingest.judgements import judgement_of

    given = [judgement_of(line, number) for number, line in enumerate(lines, start=1)]
    with Store.open(record, write=True) as store:
        known = {judgement.judgement_id for judgement in store.judgements()}
        new = [judgement for judgement in given if judgement.judgement_id not in known]
        for judgement in {judgement.judgement_id: judgement for judgement in new}.values():
            store.add_judgement(judgement)
        _reconcile_into(store)
    return len(new), len(given) - len(new)


def judge(
    record: str | Path,
    verb: str,
    targets: tuple[str, ...],
    *,
    author: str,
    reason: str = "",
    slots: dict[str, str] | None = None,
    withdraws: str | None = None,
    at: datetime | None = None,
) -> Judgement:
    """Append a person's decision and replay all decisions over the record.

    Raises:
        WrongOption: If the verb is none of `VERBS`.
        UnknownId: If the record holds no such claim, actor, event or judgement.
    """
    if verb not in VERBS:
        raise WrongOption(option="the verb", given=verb, allowed=", ".join(VERBS))
    decided_at = (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
    with Store.open(record, write=True) as store:
        for told in (*targets, *([withdraws] if withdraws else [])):
            if not store.holds(told):
                raise UnknownId(given=told, path=str(record))
        if verb == "set":
            _try_slots(store, targets, slots or {})
        # The count makes two equal decisions within one second two judgements.
        key = json.dumps([verb, targets, slots or {}, author, decided_at, len(store.judgements())])
        judgement = Judgement(
            hashlib.sha256(key.encode()).hexdigest()[:12],
            verb,
            targets,
            author,
            reason,
            decided_at,
            slots or {},
            withdraws,
        )
        store.add_judgement(judgement)
        _reconcile_into(store)
        return judgement


def _try_slots(store: Store, targets: tuple[str, ...], slots: dict[str, str]) -> None:
    """Refuse what no claim can hold before it is kept: every later replay would stop at it."""
    from hudhud.reconcile.judgements import Decided

    decided = Decided(slots=dict.fromkeys(targets, slots))
    told = [claim for claim in store.claims() if claim.claim_id in targets]
    try:
        json.dumps(to_plain(decided.corrected(told)), allow_nan=False)
    except (TypeError, ValueError) as wrong:
        allowed = "a slot of the claim, and a value that it can have"
        raise WrongOption(option="set", given=slots, allowed=allowed) from wrong


def judgements(record: str | Path) -> list[Judgement]:
    """Every decision, in the order in which they were made."""
    with Store.open(record) as store:
        return store.judgements()
