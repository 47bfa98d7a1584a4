from make import claim, days_after, document, event, party, period, place, said_by

from hudhud.reconcile import reconcile
from hudhud.records import Claim, Document, Event, Factuality

ARMY, FRONT = (party("Sudanese army"),), (party("Eastern Shield Front"),)


def article(number: int, text: str, after: int = 1) -> Document:
    return document(f"{text} Told in article {number} of the outlet.", f"Outlet {number}", on=days_after(after))


def strike(number: int, after: int = 1, **more: object) -> tuple[Document, Claim]:
    found = article(number, f"Jets of the army hit the Eastern Shield Front, report {number}.", after)
    detail = event("ASSAULT", more.pop("mode", "aerial"), actors=ARMY, recipients=FRONT)  # type: ignore[arg-type]
    return found, claim(detail, found, **more)  # type: ignore[arg-type]


def events(*pairs: tuple[Document, Claim]) -> tuple[Event, ...]:
    return reconcile([found for found, _ in pairs], [one for _, one in pairs]).events


def test_two_articles_of_one_day_and_place_tell_of_one_event() -> None:
    (found,) = events(strike(1), strike(2))
    assert found.n_origins == 2
    assert {reason.rule for reason in found.evidence} == {"one happening"}


def test_two_strikes_on_one_town_in_one_week_stay_two() -> None:
    assert len(events(strike(1), strike(2, occurred=period(days_after(3)), after=4))) == 2


def test_an_anniversary_is_no_second_telling_of_the_day() -> None:
    assert len(events(strike(1), strike(2, occurred=period(days_after(365)), after=366))) == 2


def test_towns_far_apart_are_two_events() -> None:
    assert len(events(strike(1), strike(2, place=place("Brak", lat=27.5, lon=14.3)))) == 2


def test_a_month_joins_the_day_inside_it() -> None:
    (found,) = events(strike(1), strike(2, occurred=period(days_after(-11), days_after(19)), after=40))
    assert found.occurred == period()


def test_a_month_that_fits_two_days_joins_neither() -> None:
    one, other = strike(1), strike(2, occurred=period(days_after(3)), after=4)
    vague = strike(3, occurred=period(days_after(-11), days_after(19)), after=40)
    assert len(events(one, other, vague)) == 3


def test_unlike_modes_of_one_day_and_place_stay_apart() -> None:
    found = article(2, "Two guards were led away at night.")
    taken = claim(event("ASSAULT", "abduct", actors=ARMY, recipients=FRONT), found)
    assert len(events(strike(1), (found, taken))) == 2


def test_two_speakers_make_two_demands() -> None:
    found = document(
        "Chad urged the Eastern Shield Front to stop. France urged the Eastern Shield Front to stop.", "Outlet"
    )
    claims = [
        claim(
            event("REQUEST", "yield", actors=(party(name),), recipients=FRONT),
            found,
            found.sentences[at].of(found.text),
        )
        for at, name in enumerate(("Chad", "France"))
    ]
    assert len(reconcile([found], claims).events) == 2


def test_an_assertion_and_its_denial_are_one_disputed_event() -> None:
    found, told = strike(1)
    other, denied = strike(2, factuality=Factuality.DENIED, attribution=said_by("Sudanese army"))
    view = reconcile([found, other], [told, denied])
    (one,) = view.events
    assert one.asserted_by == ("Outlet 1",)
    assert one.denied_by == ("Sudanese Armed Forces",)
    assert one.factuality is Factuality.ACTUAL
    assert [dispute.kind for dispute in view.disputes] == ["denial"]


def test_a_plan_and_its_fulfilment_are_linked_but_two() -> None:
    plan = strike(1, occurred=None, factuality=Factuality.FUTURE)
    done = strike(2, occurred=period(days_after(9)), after=10)
    found = {one.factuality: one for one in events(plan, done)}
    assert found[Factuality.ACTUAL].follows == (found[Factuality.FUTURE].event_id,)
