"""`record`: the questions of `gold/record.json` asked of a record made from five articles.

`--data` is the folder with `articles/` and `gold/`. Split `gold` makes the record by the whole path (ingest, clean,
read, reconcile); split `annotated` from the annotated claims, which tells what reconcile alone gets right. The
baseline is the same record with every name its own party and nothing joined.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from bench.gold_claims import gold_claims, gold_documents
from bench.report import Baseline, Report
from hudhud.answer import ANSWERS, Question
from hudhud.lexicon.spelling import fold
from hudhud.reconcile import reconcile
from hudhud.reconcile.nearness import apart_km, overlap
from hudhud.reconcile.offices import office_of
from hudhud.records import Claim, DatePrecision, Document, Period, Place, View

__all__ = ["run"]

Asked = tuple[str, str, bool]


def run(data: Path, split: str) -> Report:
    """Ask every question; each is right or wrong."""
    questions = json.loads((data / "gold" / "record.json").read_text(encoding="utf-8"))
    documents, claims = _annotated(data) if split == "annotated" else _read(data / "articles")
    asked = _ask(questions, lambda day: reconcile(documents, claims, as_of=day))
    metrics = {"right": _share(asked)}
    for kind in dict.fromkeys(kind for kind, _, _ in asked):
        metrics[kind] = _share([one for one in asked if one[0] == kind])
    for kind, question, is_right in asked:
        if not is_right:
            print(f"wrong: {kind}: {question}", file=sys.stderr)
    reader = next(iter(sorted({claim.reader for claim in claims})), "none")
    baseline = Baseline("one publisher a question, unread", {"right": 0.0})
    return Report("record", split, len(asked), metrics, baseline, reader)


def _annotated(data: Path) -> tuple[list[Document], list[Claim]]:
    documents = gold_documents(data / "articles", data / "gold" / "claims")
    return list(documents.values()), list(gold_claims(documents, data / "gold" / "claims"))


def _read(articles: Path) -> tuple[list[Document], list[Claim]]:
    from hudhud.pipeline import run as read_folder
    from hudhud.pipeline import view

    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.db"
        read_folder(articles, record)
        whole = view(record)
    return list(whole.documents.values()), list(whole.claims.values())


def _share(asked: list[Asked]) -> float:
    return sum(is_right for _, _, is_right in asked) / len(asked) if asked else 0.0


def _ask(questions: dict[str, Any], at: Callable[[date | None], View]) -> list[Asked]:
    whole = at(None)
    found = [*_actors(questions["actors"], whole), *_events(questions["events"], whole)]
    for one in questions["offices"]:
        found.append(("offices", f"{one['role']} of {one['organisation']} {one['as_of']}", _office(one, at)))
    found += _figures(questions["figures"], whole)
    found += [("disputes", one["what"], _dispute(one, whole)) for one in questions["disputes"]]
    found += [("reprints", one["document"], _reprint(one, whole)) for one in questions["reprints"]]
    return found


def _actors(rows: list[list[str]], view: View) -> list[Asked]:
    """The names that a record holds belong to one actor, and to none of another row's."""
    owners: dict[str, set[str]] = {}
    for actor in view.actors.values():
        for name in (actor.name, *(used.name for used in actor.names)):
            owners.setdefault(fold(name), set()).add(actor.actor_id)
    homes = [_homes(row, owners) for row in rows]
    counts = [sum(home in other for other in homes) for home in [next(iter(ids), "") for ids in homes]]
    return [
        ("actors", row[0], len(ids) == 1 and count == 1) for row, ids, count in zip(rows, homes, counts, strict=True)
    ]


def _homes(row: Iterable[str], owners: dict[str, set[str]]) -> set[str]:
    """The actors that these names lead to; a name that the record does not hold leads nowhere."""
    return {actor for name in row for actor in owners.get(fold(name), ())}


def _office(one: dict[str, Any], at: Callable[[date | None], View]) -> bool:
    """`hudhud ask situation` of that day, for offices, tells the holder and no rival of the one office."""
    view = at(date.fromisoformat(one["as_of"]))
    rows = ANSWERS["situation"](view, Question(type="office")).rows
    standing = one.get("holds", "holds")
    office = office_of(one["role"])
    held = [
        row["subject"]
        for row in rows
        if office_of(str(row["value"])) == office
        and row["standing"] == standing
        and _is_body(str(row["object"]), one["organisation"])
    ]
    return any(_is_name(subject, one["person"]) for subject in held) and len(held) == 1


def _is_body(told: str, asked: str) -> bool:
    """A body or a part of it: the Department of State is the United States'."""
    return bool(fold(told)) and (fold(asked) in fold(told) or fold(told) in fold(asked))


def _is_name(told: str, asked: str) -> bool:
    return fold(told).split()[-1:] == fold(asked).split()[-1:]


def _documents(names: Iterable[str], view: View) -> set[str]:
    return {key for key, document in view.documents.items() if Path(document.name).stem in names}


def _events(rows: list[dict[str, Any]], view: View) -> list[Asked]:
    found: list[Asked] = []
    for one in rows:
        wanted = _documents(one["from"], view)
        if "type" not in one:
            found.append(("events", one["what"], _presence(one["what"], wanted, view)))
            continue
        events = [
            event
            for event in view.events
            if event.type == one["type"]
            and wanted <= set(event.document_ids)
            and ("mode" not in one or event.mode == one["mode"])
            and overlap(event.occurred, _day(one["day"]))
            and _lies(event.place, one.get("place"))
        ]
        found.append(("events", one["what"], bool(events)))
        if "killed" in one:
            toll = one["killed"]
            ids = {event.event_id for event in events}
            right = any(
                (estimate.low, estimate.high) == (toll["low"], toll["high"])
                and len(estimate.figures) == toll["reports"]
                and estimate.n_publishers == toll["independent_publishers"]
                for estimate in view.estimates
                if estimate.event_id in ids and estimate.quantity == "killed"
            )
            found.append(("tolls", one["what"], right))
    return found


def _presence(what: str, wanted: set[str], view: View) -> bool:
    """Every place that the question names has a force told by the articles."""
    told: set[str] = set()
    for state in view.states:
        if state.kind == "presence" and state.place:
            documents = {view.claims[key].document_id for key in state.claims_for}
            if documents & wanted:
                told.add(fold(state.place.name))
    places = {fold(place) for place in what.replace(",", "").split() if place[0].isupper()} & {
        fold(claim.place.name) for claim in view.claims.values() if claim.place
    }
    return bool(places) and places <= told


def _day(text: str) -> Period:
    return Period(date.fromisoformat(text), date.fromisoformat(text), DatePrecision.DAY)


def _lies(place: Place | None, wanted: dict[str, float] | None) -> bool:
    if wanted is None:
        return True
    if place is None:
        return False
    apart = apart_km(place, Place("", "", lat=wanted["lat"], lon=wanted["lon"]))
    return apart is not None and apart <= wanted["within_km"]


def _figures(rows: list[dict[str, Any]], view: View) -> list[Asked]:
    """One estimate holds the whole history, and nothing that is another figure's."""
    found: list[Asked] = []
    for one in rows:
        history = {(row["published"], row["low"], row["high"]) for row in one["history"]}
        quantity = "strength" if one["what"].startswith("strength") else "killed"
        right = any(
            history == {(str(figure.published), figure.low, figure.high) for figure in estimate.figures}
            for estimate in view.estimates
            if estimate.quantity == quantity
        )
        found.append(("figures", one["what"], right))
    return found


def _dispute(one: dict[str, Any], view: View) -> bool:
    """A dispute over these articles with the two sides told: two numbers, or an assertion and a denial."""
    wanted = _documents(one["from"], view)
    kind = "denial" if "denied" in one["what"] else "figures"
    numbers = {word.strip(",") for word in one["what"].split() if word.strip(",").isdigit() and len(word) < 4}
    for dispute in view.disputes:
        documents = {view.claims[key].document_id for side in dispute.sides for key in side.claim_ids}
        if dispute.kind != kind or documents != wanted:
            continue
        told = " ".join(side.says for side in dispute.sides)
        parties = {fold(name) for side in dispute.sides for name in side.said_by}
        if kind == "denial" and "russia" in parties:
            return True
        if kind == "figures" and sum(number in told.split() for number in numbers) >= 2:
            return True
    return False


def _reprint(one: dict[str, Any], view: View) -> bool:
    wanted = _documents([one["document"]], view)
    return any(
        copy.document_id in wanted and fold(copy.origin) == fold(one["first_published_by"]) for copy in view.copies
    )
