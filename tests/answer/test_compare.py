import make
import pytest

from hudhud.answer.compare import compare
from hudhud.answer.table import Question
from hudhud.errors import WrongOption
from hudhud.reconcile import reconcile
from hudhud.records import Claim, Document, Factuality, View
from hudhud.store import HAND


def told(
    text: str, publisher: str, *, by_hand: str = "", type: str = "ASSAULT", **more: object
) -> tuple[Document, Claim]:
    document = make.document(text, publisher, name=f"{publisher}.txt")
    reader = f"{HAND}{by_hand} 1" if by_hand else "test 1"
    detail = make.event(type, None, actors=(), recipients=())
    return document, make.claim(detail, document, text, reader=reader, **more)


def compared(*pairs: tuple[Document, Claim], **filters: object) -> list[tuple[str, str]]:
    view = reconcile([document for document, _ in pairs], [claim for _, claim in pairs])
    return [(row["verdict"], row["why"]) for row in compare(view, Question(**filters)).rows]  # type: ignore[arg-type]


CODED = told("Shelling at the market of Oudar.", "ACLED", by_hand="acled")


def test_kind_day_and_place_make_a_match() -> None:
    read = told("Rockets fell on a bazaar there.", "Courier", place=make.place("Nearby", lat=30.1))
    ((verdict, why),) = compared(CODED, read)
    assert verdict == "matched"
    assert why.startswith(("same kind, same day", "the record itself joins"))


def test_two_days_of_slack_are_given() -> None:
    read = told("Rockets fell on a bazaar there.", "Courier", occurred=make.period(make.days_after(2)))
    assert compared(CODED, read) == [("matched", "same kind, within 2 days, 0 km apart")]


@pytest.mark.parametrize(
    ("read", "why"),
    [
        ({"occurred": make.period(make.days_after(9))}, "no article tells of anything on these days"),
        ({"occurred": None}, "no article tells of anything on these days"),
        ({"place": make.place("Faraway", lat=25.0)}, "nearest on these days is"),
        ({"place": None}, "no place is told on these days"),
        ({"type": "CONSULT"}, "there and then only CONSULT is read"),
        ({"factuality": Factuality.DENIED}, "told there and then only as denied"),
    ],
)
def test_a_missed_event_has_its_reason(read: dict[str, object], why: str) -> None:
    rows = compared(CODED, told("Rockets fell on a bazaar there.", "Courier", **read))  # type: ignore[arg-type]
    assert next(row for row in rows if row[0] == "missed")[1].startswith(why)


def test_an_extra_event_is_of_the_kinds_days_and_countries_coded() -> None:
    near = told("Rockets fell on a village.", "Courier", place=make.place("Faraway", lat=25.0))
    abroad = told("Rockets fell on a camp.", "Radio", place=make.place("Abroad", country="TD", lat=15.0))
    talk = told("Envoys met in a hotel.", "Herald", type="CONSULT")
    late = told("Rockets fell on a quarry.", "Post", occurred=make.period(make.days_after(30)))
    rows = compared(CODED, near, abroad, talk, late)
    assert sorted(verdict for verdict, _ in rows) == ["extra", "missed"]


def test_one_event_matches_one_coded_event() -> None:
    second = told("A second shelling the same day.", "UCDP", by_hand="ucdp", place=make.place("Oudar", lat=30.05))
    read = told("Rockets fell on a bazaar there.", "Courier")
    verdicts = sorted(verdict for verdict, _ in compared(CODED, second, read))
    assert verdicts in (["matched", "missed"], ["matched", "matched"])


def test_coders_that_are_not_there_are_told() -> None:
    with pytest.raises(WrongOption, match="acled"):
        compared(CODED, against="ucdp")
    empty = compare(View(None, {}, {}), Question(against="acled"))
    assert empty.rows == ()
    assert "hudhud import acled" in empty.empty


def test_filters_bound_both_sides() -> None:
    read = told("Rockets fell on a bazaar there.", "Courier")
    assert compared(CODED, read, since=make.days_after(5)) == []
    assert compared(CODED, read, place="Oudar") != []
