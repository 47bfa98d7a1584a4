import sqlite3
from dataclasses import replace
from pathlib import Path

import make

from hudhud.records import (
    Actor,
    ActorName,
    Bound,
    Copy,
    Dispute,
    DisputeSide,
    Estimate,
    Event,
    Evidence,
    Factuality,
    ReportedFigure,
    State,
    Unsure,
    View,
)
from hudhud.store import Origin, Store

WHY = Evidence("same name", 0.9, "both say Northern Command")


def whole() -> View:
    document = make.document()
    hit, toll = make.claim(of=document), make.claim(make.figure(), document)
    actor = Actor(
        "a1",
        "Northern Command",
        "armed_group",
        "LY",
        "REB",
        (ActorName("Northern Command", make.DAY, None, 2),),
        (WHY,),
    )
    event = Event(
        "e1", "ASSAULT", "heavy-weapons", ("military",), ("a1",), (), ("Northern Command",), ("market",),
        make.period(), make.place(), Factuality.ACTUAL, "Shells hit the market", ("Oudar Courier",), ("Amal Dorre",),
        (hit.claim_id,), (document.document_id,), 1, make.DAY, (WHY,), 1,
    )  # fmt: skip
    told = ReportedFigure(
        toll.claim_id,
        document.document_id,
        make.DAY,
        "Oudar Courier",
        (),
        23,
        None,
        Bound.AT_LEAST,
        "at least 23",
        "o1",
    )
    estimate = Estimate(
        "f1",
        "killed",
        "people at the market",
        "e1",
        23,
        23,
        None,
        False,
        make.period(),
        make.place(),
        "latest",
        (told,),
        1,
    )
    state = State(
        "s1", "control", "Northern Command", "a1", "holds", "Oudar", None, make.place(), make.DAY, None,
        make.DAY, make.DAY, Factuality.ACTUAL, (hit.claim_id,), (), ("Oudar Courier",), 1,
    )  # fmt: skip
    sides = (
        DisputeSide("fired", ("Oudar Courier",), (hit.claim_id,), 1),
        DisputeSide("did not", ("Amal Dorre",), (), 1),
    )
    return View(
        None,
        {document.document_id: document},
        {hit.claim_id: hit, toll.claim_id: toll},
        {"a1": actor},
        (event,),
        (estimate,),
        (state,),
        (Dispute("d1", "denial", "who shelled the market", sides, 0.7, make.DAY),),
        (Copy(document.document_id, "Inland Press", "credited", 1.0),),
        (),
        {(hit.claim_id, "Northern Command"): "a1"},
        (Unsure("Northern Command", "North Command", WHY),),
    )


def keep(path: Path, view: View) -> Store:
    store = Store.open(path, write=True)
    for document in view.documents.values():
        store.add_document(Origin("feed", "market.txt", "r1"), document, view.claims.values(), reader="test 1")
    store.replace_derived(view, rules="r1")
    return store


def test_what_was_derived_comes_back_as_it_was(tmp_path: Path) -> None:
    view = whole()
    with keep(tmp_path / "case.db", view) as store:
        assert View(None, view.documents, view.claims, **(store.derived(rules="r1") or {})) == view


def test_what_was_derived_before_is_gone(tmp_path: Path) -> None:
    view = whole()
    with keep(tmp_path / "case.db", view) as store:
        store.replace_derived(replace(view, events=(), actors={}), rules="r1")
        kept = store.derived(rules="r1") or {}
        assert (kept["events"], kept["actors"], len(kept["states"])) == ((), {}, 1)


def test_the_views_for_people_show_it(tmp_path: Path) -> None:
    keep(tmp_path / "case.db", whole()).close()
    connection = sqlite3.connect(tmp_path / "case.db")

    def shows(view: str) -> list[tuple[str, ...]]:
        return connection.execute(view).fetchall()

    assert shows("SELECT day, until_day, type, who, to_whom, place, asserted_by, denied_by FROM timeline") == [
        ("2024-03-12", None, "ASSAULT", "Northern Command", "market", "Oudar", "Oudar Courier", "Amal Dorre")
    ]
    assert shows("SELECT quantity, what, low, best, high, adds_up_a_period FROM figures") == [
        ("killed", "people at the market", 23, 23, None, "no")
    ]
    assert shows("SELECT published, publisher, quantity, low, high, bound FROM figures_told") == [
        ("2024-03-12", "Oudar Courier", "killed", 23, None, "at_least")
    ]
    assert shows("SELECT place, holder, change, since FROM who_holds_which_place") == [
        ("Oudar", "Northern Command", "holds", "2024-03-12")
    ]
    assert shows("SELECT about, sides FROM what_is_disputed") == [
        ("who shelled the market", "fired (Oudar Courier) | did not (Amal Dorre)")
    ]
    assert shows("SELECT copy, copy_of, claims FROM what_was_read") == [("credited", "Inland Press", 2)]
    assert shows("SELECT event_id FROM event_places WHERE min_lat > 29 AND max_lat < 31") == [("e1",)]
    connection.close()
