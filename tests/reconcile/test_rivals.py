from datetime import timedelta

import make
from make import claim, days_after, document, event, figure, party, period, place

from hudhud.reconcile import reconcile
from hudhud.records import Claim, Document, View

SENTENCE = "Jets of the Sudanese army hit the fuel depot of the Eastern Shield Front and killed 17 people."


def told(number: int, *, dead: int = 17, after: int = 1, **more: object) -> tuple[Document, list[Claim]]:
    text = f"{SENTENCE.replace('17', str(dead))} Article {number} of another outlet goes on."
    found = document(text, f"Outlet {number}", on=days_after(after))
    detail = event("ASSAULT", "aerial", actors=(party("Sudanese army"),), recipients=(party("Eastern Shield Front"),))
    return found, [claim(detail, found, **more), claim(figure(dead, dead), found, **more)]  # type: ignore[arg-type]


def view(*articles: tuple[Document, list[Claim]]) -> View:
    return reconcile([found for found, _ in articles], [one for _, claims in articles for one in claims])


def kinds(found: View) -> list[tuple[str, list[str]]]:
    return [(one.kind, [side.says for side in one.sides]) for one in found.disputes]


def test_one_strike_told_of_two_places_is_a_dispute_of_two_events() -> None:
    found = view(told(1), told(2, place=place("Brak", lat=27.5, lon=14.3)))
    assert len(found.events) == 2
    assert sorted(kinds(found)[0][1]) == ["at Brak", "at Oudar"]


def test_one_strike_told_of_two_days_is_a_dispute() -> None:
    day = make.DAY + timedelta(days=1)
    assert kinds(view(told(1, after=2), told(2, after=2, occurred=period(day)))) == [
        ("time", [f"on {make.DAY}", f"on {day}"])
    ]


def test_two_strikes_with_two_tolls_are_no_dispute() -> None:
    assert kinds(view(told(1), told(2, dead=4, place=place("Brak", lat=27.5, lon=14.3)))) == []


def test_two_strikes_of_two_months_are_no_dispute() -> None:
    assert kinds(view(told(1), told(2, after=40, occurred=period(days_after(39))))) == []
