from datetime import date

import pytest
from make import claim, days_after, document, event, figure, party, period, place, said_by

from hudhud.answer import ANSWERS, Answer, Question
from hudhud.errors import UnknownId, WrongOption
from hudhud.reconcile import reconcile
from hudhud.records import ControlDetail, Factuality, OfficeDetail, RelationDetail, Skipped, View

FRONT = party("Eastern Shield Front")
SURT = place("Surt", text="45km south of Sirte", lat=30.8, lon=16.6, radius_km=15.0)


@pytest.fixture
def view() -> View:
    first = document(
        "Jets of the army hit the Eastern Shield Front near Surt. At least 23 people were killed. "
        "Chad denied a part in it.",
        "Oudar Courier",
        name="first.txt",
    )
    later = document(
        "The army struck the Front near Surt. The hospital counted 30 dead. Dorre of the Front fled.",
        "Inland Press",
        on=days_after(3),
        name="later.txt",
    )
    whole, second = (found.sentences[0].of(found.text) for found in (first, later))
    strike = event("ASSAULT", "aerial", actors=(party("Sudanese army"),), recipients=(FRONT,))
    claims = [
        claim(strike, first, whole, place=SURT),
        claim(strike, later, second, place=SURT),
        claim(
            strike,
            first,
            "Chad denied a part in it.",
            place=SURT,
            factuality=Factuality.DENIED,
            attribution=said_by("Chad"),
        ),
        claim(figure(23, None), first, whole, place=SURT),
        claim(figure(30, 30), later, second, place=SURT, attribution=said_by("hospital director")),
        claim(OfficeDetail(party("Amal Dorre"), "commander", FRONT, "holds"), later, second, occurred=None, place=None),
        claim(ControlDetail(FRONT, "holds"), first, whole, place=SURT),
        claim(
            RelationDetail(party("France"), "supports", FRONT, "reportedly"), first, whole, occurred=None, place=None
        ),
        claim(
            event("AGREE", None, actors=(party("France"), party("French army"))),
            first,
            whole,
            place=place("Brak", lat=27.5),
        ),
    ]
    return reconcile(
        [first, later], claims, skipped=[Skipped("bad.html", "clean", "no article in it", "Check the page.")]
    )


def ask(view: View, name: str, **filters: object) -> Answer:
    return ANSWERS[name](view, Question(**filters))  # type: ignore[arg-type]


# What people coded is compared in test_compare.py: this record holds none.
@pytest.mark.parametrize("name", sorted(set(ANSWERS) - {"compare"}))
def test_every_row_has_an_id_and_every_column(view: View, name: str) -> None:
    words = {"evidence": view.events[0].event_id, "search": "army"}.get(name)
    answer = ask(view, name, words=words, since=date(2000, 1, 1) if name == "changes" else None)
    assert answer.rows
    assert all(row["id"] and {key for key, _ in answer.columns} <= row.keys() for row in answer.rows)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({}, 2),
        ({"type": "assault"}, 1),
        ({"type": "aerial"}, 1),
        ({"actor": "Sudanese Armed Forces"}, 1),
        ({"actor": "Sudan"}, 1),
        ({"actor": "French military"}, 1),
        ({"actor": "French navy"}, 0),
        ({"place": "surt"}, 1),
        ({"place": "Sirte"}, 1),
        ({"place": "Libya"}, 2),
        ({"place": "Chad"}, 0),
        ({"since": days_after(1)}, 0),
        ({"until": days_after(0)}, 2),
        ({"publisher": "inland"}, 1),
        ({"factuality": "future"}, 0),
        ({"top": 1}, 1),
    ],
)
def test_filters_of_the_timeline(view: View, filters: dict[str, object], count: int) -> None:
    assert len(ask(view, "timeline", **filters).rows) == count


def test_the_timeline_tells_who_says_so_and_who_denies(view: View) -> None:
    (row,) = ask(view, "timeline", type="ASSAULT").rows
    assert row["said_by"] == ["Oudar Courier", "Inland Press", "denied by Chad"]
    assert (row["factuality"], row["n_origins"]) == ("disputed", 2)


def test_figures_show_what_each_source_said_in_its_own_words(view: View) -> None:
    (row,) = ask(view, "figures").rows
    assert (row["low"], row["best"], row["high"]) == (23, 30, 30)
    assert row["history"] == [
        "2024-03-12: at least 23, Oudar Courier",
        "2024-03-15: 30, hospital director, Inland Press",
    ]
    assert ask(view, "figures", type="injured").rows == ()


def test_the_situation_is_of_a_kind_and_says_how_it_is_held(view: View) -> None:
    rows = {row["kind"]: row for row in ask(view, "situation").rows}
    assert rows["office"]["subject"] == "Amal Dorre"
    assert rows["control"]["object"] == "Surt (45km south of Sirte)"
    assert rows["relation"]["value"] == "supports (reportedly)"
    assert len(ask(view, "situation", type="office").rows) == 1


def test_evidence_marks_the_claim_and_names_its_chain_and_reader(view: View) -> None:
    estimate = view.estimates[0]
    rows = ask(view, "evidence", words=estimate.estimate_id).rows
    assert [row["chain"] for row in rows] == [["the outlet itself"], ["hospital director (said)"]]
    assert rows[0]["sentence"].startswith("[Jets of the army hit")
    assert {row["reader"] for row in rows} == {"test 1"}


@pytest.mark.parametrize("kind", ["claims", "events", "estimates", "states", "disputes", "actors", "documents"])
def test_evidence_knows_the_id_of_everything(view: View, kind: str) -> None:
    held = getattr(view, kind)
    first = next(iter(held)) if isinstance(held, dict) else held[0]
    wanted = (
        first
        if isinstance(first, str)
        else next(getattr(first, name) for name in first.__slots__ if name.endswith("_id"))
    )
    assert ask(view, "evidence", words=wanted).rows


def test_evidence_of_an_unknown_id_is_told(view: View) -> None:
    with pytest.raises(UnknownId):
        ask(view, "evidence", words="evt-none")
    with pytest.raises(WrongOption):
        ask(view, "evidence")


def test_search_asks_for_every_word_and_finds_articles_too(view: View) -> None:
    assert {row["kind"] for row in ask(view, "search", words="jets front").rows} == {
        "event",
        "figure",
        "control",
        "relation",
    }
    assert [row["kind"] for row in ask(view, "search", words="fled").rows] == ["article"]
    assert not ask(view, "search", words="jets hospital").rows
    with pytest.raises(WrongOption):
        ask(view, "search")


def test_changes_tell_new_confirmed_denied_and_revised(view: View) -> None:
    rows = ask(view, "changes", since=days_after(1)).rows
    assert {row["change"] for row in rows} == {"confirmed", "revised", "new"}
    revised = next(row for row in rows if row["change"] == "revised")
    assert revised["what"] == "killed, people: from at least 23 to 30"
    with pytest.raises(WrongOption, match="since"):
        ask(view, "changes")


def test_actors_show_their_other_names_and_skipped_the_reason(view: View) -> None:
    names = {row["name"] for row in ask(view, "actors").rows}
    assert {"Sudanese Armed Forces", "Eastern Shield Front", "France", "Chad"} <= names
    (row,) = ask(view, "skipped").rows
    assert (row["reason"], row["advice"]) == ("no article in it", "Check the page.")


def test_disputes_stand_side_by_side(view: View) -> None:
    rows = ask(view, "disputes").rows
    assert [row["kind"] for row in rows] == ["denial"]
    assert rows[0]["sides"] == ["it happened: Oudar Courier, Inland Press", "it did not: Chad"]
    assert not ask(view, "disputes", place="Brak").rows


def test_periods_read_as_people_write_them() -> None:
    from hudhud.answer.filters import when

    assert when(period(date(2024, 1, 2))) == "2024-01-02"
    assert when(period(date(2024, 1, 2), date(2024, 2, 1))) == "2024-01-02 to 2024-02-01"
    assert when(None, date(2024, 1, 2)) == "before 2024-01-02"


def test_hindsight_tells_what_held_on_a_day_from_what_was_published_later() -> None:
    late = document("The Eastern Shield Front took Surt in March.", "Inland Press", on=days_after(9))
    taken = claim(ControlDetail(FRONT, "holds"), late, late.text, place=SURT)

    def held(known: date) -> list[object]:
        found = ask(reconcile([late], [taken], as_of=known), "situation", until=days_after(1))
        return [found.title, len(found.rows)]

    assert held(days_after(1))[1] == 0
    assert held(days_after(9)) == [f"Situation on {days_after(1)}, as known on {days_after(9)}", 1]
