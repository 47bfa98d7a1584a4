import pytest
from make import claim, document, event, party, statement

from hudhud.reconcile import reconcile
from hudhud.records import Claim, Document, Factuality, View

COUNCIL, FRONT = (party("Council of Northern Towns"),), (party("Eastern Shield Front"),)
ACCUSED = "The Eastern Shield Front accused the Council of Northern Towns of shelling the market."


def accused(denial: str) -> tuple[Document, Claim]:
    found = document(f"{ACCUSED} {denial}", "Outlet")
    return found, claim(
        event("ASSAULT", "heavy-weapons", actors=COUNCIL, recipients=(), trigger="shelling"), found, quote=ACCUSED
    )


def read(found: Document, *claims: Claim) -> View:
    return reconcile([found], claims)


def denied_by(view: View) -> tuple[str, ...]:
    return next(one for one in view.events if one.type == "ASSAULT").denied_by


def test_who_denies_the_accusation_denies_what_it_is_accused_of() -> None:
    found, told = accused("The Council of Northern Towns denied the accusation.")
    quote = "The Council of Northern Towns denied the accusation."
    said = claim(
        statement("the accusation", COUNCIL[0].name, act="deny"), found, quote=quote, occurred=None, place=None
    )
    view = read(found, told, said)
    assert denied_by(view) == ("Council of Northern Towns",)
    (dispute,) = view.disputes
    assert (dispute.kind, [side.claim_ids for side in dispute.sides]) == (
        "denial",
        [(told.claim_id,), (said.claim_id,)],
    )


def test_another_who_denies_an_accusation_denies_nothing_told_of_the_first() -> None:
    found, told = accused("France denied the accusation.")
    said = claim(statement("the accusation", "France", act="deny"), found, quote="France denied the accusation.")
    assert denied_by(read(found, told, said)) == ()


def test_a_denial_that_repeats_what_is_told_denies_it() -> None:
    quote = "Amal Dorre denied that the Council was shelling the market."
    found, told = accused(quote)
    said = claim(statement("that the Council was shelling the market", act="deny"), found, quote=quote)
    assert denied_by(read(found, told, said)) == ("Amal Dorre",)


@pytest.mark.parametrize(
    ("denial", "content", "is_denied"),
    [
        ("Its men had no part in it, said France.", "its men had no part in it", True),
        ("France denied that its men had been involved.", "its men had been involved", True),
        ("France denied it was behind the attack.", "it was behind the attack", True),
        ("France denied involvement in the coup in Chad.", "involvement in the coup in Chad", False),
    ],
)
def test_who_denies_a_part_denies_the_last_harm_that_no_other_is_named_for(
    denial: str, content: str, is_denied: bool
) -> None:
    first = "A bomb on the market killed two."
    found = document(f"{first} {denial}", "Outlet")
    told = claim(event("ASSAULT", "explosives", actors=(), recipients=(), trigger="bomb"), found, quote=first)
    said = claim(statement(content, "France", act="deny"), found, quote=denial)
    assert denied_by(read(found, told, said)) == (("France",) if is_denied else ())


def bare(quote: str, *deniers: str) -> View:
    first = "A bomb in an attack on the market killed two."
    found = document(f"{first} {quote}", "Outlet")
    told = claim(event("ASSAULT", "explosives", actors=(), recipients=(), trigger="attack"), found, quote=first)
    detail = event("ASSAULT", None, actors=tuple(map(party, deniers)), recipients=(), trigger="attack")
    denied = claim(detail, found, quote=quote, factuality=Factuality.DENIED, occurred=None, place=None)
    return read(found, told, denied)


def test_a_denial_without_day_and_place_is_of_the_attack_told_before_it() -> None:
    view = bare("The Eastern Shield Front denied that it was behind the attack.", "Eastern Shield Front")
    assert [one.factuality for one in view.events] == [Factuality.ACTUAL]
    assert [one.kind for one in view.disputes] == ["denial"]


def test_who_only_cannot_say_denies_nothing() -> None:
    view = bare("Amal Dorre could not attribute the attack.", "Amal Dorre")
    assert view.disputes == ()
