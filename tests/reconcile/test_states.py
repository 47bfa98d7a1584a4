from datetime import date

from make import claim, days_after, document, party, period, place, said_by

from hudhud.reconcile import reconcile
from hudhud.records import (
    Claim,
    ControlDetail,
    Document,
    Factuality,
    OfficeDetail,
    PresenceDetail,
    RelationDetail,
    State,
    View,
)


def office(
    person: str, after: int, holds: str = "holds", role: str = "commander", **more: object
) -> tuple[Document, Claim]:
    found = document(f"{person} spoke on day {after}.", f"Outlet {after}", on=days_after(after))
    detail = OfficeDetail(party(person), role, party("Eastern Shield Front"), holds)
    return found, claim(detail, found, occurred=None, place=None, **more)  # type: ignore[arg-type]


def control(holder: str, change: str, after: int, **more: object) -> tuple[Document, Claim]:
    found = document(f"{holder} {change} the town on day {after}.", f"Outlet {after} {holder}", on=days_after(after))
    return found, claim(ControlDetail(party(holder), change), found, **{"occurred": None, **more})  # type: ignore[arg-type]


def view(*pairs: tuple[Document, Claim], as_of: date | None = None) -> View:
    return reconcile([found for found, _ in pairs], [one for _, one in pairs], as_of=as_of)


def by_subject(found: View) -> dict[str, State]:
    return {state.subject: state for state in found.states}


def test_the_next_holder_of_an_office_ends_the_first_ones_time() -> None:
    held = by_subject(view(office("Amal Dorre", 1), office("Halim Osk", 30)))
    assert held["Amal Dorre"].until == days_after(30)
    assert held["Halim Osk"].until is None
    assert by_subject(view(office("Amal Dorre", 1), office("Halim Osk", 30), as_of=days_after(10))).keys() == {
        "Amal Dorre"
    }


def test_head_and_commander_are_one_office_and_spokesman_another() -> None:
    held = view(
        office("Amal Dorre", 1),
        office("Amal Dorre", 2, role="head of the Front"),
        office("Halim Osk", 3, role="spokesman"),
    )
    assert {(state.subject, state.n_origins) for state in held.states} == {("Amal Dorre", 2), ("Halim Osk", 1)}


def test_two_holders_told_by_turns_are_a_dispute() -> None:
    found = view(office("Amal Dorre", 1), office("Halim Osk", 2), office("Amal Dorre", 3))
    assert [dispute.kind for dispute in found.disputes] == ["holders"]


def test_who_was_has_an_end() -> None:
    (state,) = view(office("Amal Dorre", 5, holds="former")).states
    assert (state.standing, state.until) == ("former", days_after(5))


def test_a_place_taken_by_another_is_held_no_more() -> None:
    held = by_subject(view(control("Eastern Shield Front", "holds", 1), control("Sudanese army", "gains", 9)))
    assert held["Eastern Shield Front"].until == days_after(9)
    assert held["Sudanese Armed Forces"].until is None


def test_a_loss_ends_what_a_gain_began() -> None:
    gained = control("Eastern Shield Front", "gains", 1, occurred=period(days_after(0)))
    lost = control("Eastern Shield Front", "loses", 50, occurred=period(days_after(40)))
    (state,) = view(gained, lost).states
    assert (state.since, state.until, state.known_since) == (days_after(0), days_after(40), days_after(1))


def test_two_who_hold_one_place_at_once_are_a_dispute() -> None:
    found = view(control("Eastern Shield Front", "holds", 1), control("Sudanese army", "holds", 1))
    assert [dispute.kind for dispute in found.disputes] == ["control"]


def test_claims_for_and_against_a_presence_stand_side_by_side() -> None:
    found = []
    for number, (factuality, source) in enumerate(((Factuality.ACTUAL, "Chad"), (Factuality.DENIED, "Russia"))):
        one = document(f"{source} spoke of Russian troops at the base.", f"Outlet {number}")
        detail = PresenceDetail(party("Russian special forces"))
        found.append((one, claim(detail, one, factuality=factuality, attribution=said_by(source), place=place("Brak"))))
    seen = view(*found)
    (state,) = seen.states
    assert (len(state.claims_for), len(state.claims_against)) == (1, 1)
    assert {name for side in seen.disputes[0].sides for name in side.said_by} == {"Chad", "Russia"}


def test_an_alliance_is_the_same_from_either_end() -> None:
    found = []
    for number, (one, other) in enumerate((("Chad", "Niger"), ("Niger", "Chad"))):
        told = document(f"{one} stands with {other}.", f"Outlet {number}")
        found.append((told, claim(RelationDetail(party(one), "allied_with", party(other)), told)))
    (state,) = view(*found).states
    assert state.n_origins == 2
