import pytest
from make import claim, days_after, document, event, figure, judgement, party, period

from hudhud.errors import WrongOption
from hudhud.reconcile import reconcile
from hudhud.reconcile.judgements import decide
from hudhud.records import Claim, Document, Judgement, View, to_plain


def strikes() -> tuple[list[Document], list[Claim]]:
    documents = [document(f"Jets hit the depot, report {n}.", f"Outlet {n}", on=days_after(4)) for n in (1, 2)]
    detail = event("ASSAULT", "aerial", actors=(party("Amal Dorre"),))
    return documents, [
        claim(detail, documents[0]),
        claim(detail, documents[1], occurred=period(days_after(2))),
        claim(figure(7, 7), documents[0]),
    ]


def seen(*judgements: Judgement) -> View:
    documents, claims = strikes()
    return reconcile(documents, claims, judgements=judgements)


def test_two_claims_judged_the_same_are_one_event() -> None:
    first, second, _ = strikes()[1]
    assert len(seen().events) == 2
    assert len(seen(judgement("same", first.claim_id, second.claim_id)).events) == 1


def test_events_are_judged_by_their_ids_as_well() -> None:
    ids = [one.event_id for one in seen().events]
    assert len(seen(judgement("same", *ids)).events) == 1
    assert len(seen(judgement("wrong", ids[0])).events) == 1


def test_a_wrong_claim_is_left_out_but_kept() -> None:
    toll = strikes()[1][2]
    found = seen(judgement("wrong", toll.claim_id))
    assert not found.estimates
    assert toll.claim_id in found.claims


def test_right_takes_back_an_earlier_wrong() -> None:
    toll = strikes()[1][2]
    assert seen(judgement("wrong", toll.claim_id), judgement("right", toll.claim_id, number=2)).estimates


@pytest.mark.parametrize(
    ("slots", "expected"), [({"low": "9", "high": "9"}, (9, 9)), ({"high": "", "bound": "at_least"}, (7, None))]
)
def test_a_slot_can_be_set(slots: dict[str, str], expected: tuple[float, float | None]) -> None:
    toll = strikes()[1][2]
    (one,) = seen(judgement("set", toll.claim_id, slots=slots)).estimates
    assert (one.low, one.high) == expected


def test_a_slot_that_is_none_or_a_value_it_cannot_have_is_told() -> None:
    toll = strikes()[1][2]
    for slots in ({"colour": "red"}, {"bound": "roughly"}, {"start": "yesterday"}):
        with pytest.raises(WrongOption, match="slot"):
            seen(judgement("set", toll.claim_id, slots=slots))


def test_an_actor_can_be_named() -> None:
    found = seen(judgement("name", "Amal Dorre", slots={"name": "Amal D."}))
    assert [actor.name for actor in found.actors.values()] == ["Amal D."]


def test_a_withdrawn_judgement_and_a_withdrawn_withdrawal() -> None:
    toll = strikes()[1][2]
    wrong = judgement("wrong", toll.claim_id)
    undo = judgement("undo", number=2, withdraws="j1")
    again = judgement("undo", number=3, withdraws="j2")
    assert to_plain(seen(wrong, undo)) == to_plain(seen())
    assert to_plain(seen(wrong, undo, again)) == to_plain(seen(wrong))


def test_an_unknown_verb_is_told() -> None:
    with pytest.raises(WrongOption, match="verb"):
        decide([judgement("guess", "x")])
