"""Laws of reconciling, on small records made at random."""

import json
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as some
from make import DAY, claim, document, event, figure, judgement, party, period, place, said_by

from hudhud.reconcile import reconcile
from hudhud.records import (
    Claim,
    ControlDetail,
    Document,
    Factuality,
    OfficeDetail,
    View,
    document_id,
    to_plain,
)

NAMES = (
    "Amal Dorre",
    "Dorre",
    "Karim al-Serrani",
    "Kareem Serrani",
    "Hafiz Harun",
    "Bashir Harun",
    "Harun",
    "Taliban",
    "US troops",
)
PLACES = (place(), place("Brak", lat=27.5, lon=14.3), None)
WORDS = "shells hit the market road and the council asked for calm while doctors counted the dead again".split()

Record = tuple[list[Document], list[Claim]]


@some.composite
def claims_of(draw: some.DrawFn, of: Document, number: int) -> Claim:
    who = draw(some.sampled_from(NAMES))
    low = draw(some.integers(1, 40))
    high = draw(some.sampled_from([None, low, low + 5]))
    detail = draw(
        some.sampled_from(
            [
                event("ASSAULT", draw(some.sampled_from([None, "aerial"])), actors=(party(who),)),
                figure(low, high, is_cumulative=draw(some.booleans())),
                OfficeDetail(party(who), "commander", party("Eastern Shield Front"), "holds"),
                ControlDetail(party(who), draw(some.sampled_from(["holds", "gains", "loses"]))),
            ]
        )
    )
    start = DAY + timedelta(days=draw(some.integers(0, 4)))
    made = claim(
        detail,
        of,
        occurred=draw(some.sampled_from([None, period(start), period(DAY, DAY + timedelta(days=20))])),
        place=draw(some.sampled_from(PLACES)),
        factuality=draw(
            some.sampled_from([Factuality.ACTUAL, Factuality.ACTUAL, Factuality.DENIED, Factuality.FUTURE])
        ),
        attribution=draw(some.sampled_from([(), said_by("Amal Dorre"), said_by("Health Office")])),
    )
    return replace(made, claim_id=f"{made.claim_id}{number}")


@some.composite
def records(draw: some.DrawFn) -> Record:
    documents, claims = [], []
    for number in range(draw(some.integers(1, 5))):
        words = draw(some.lists(some.sampled_from(WORDS), min_size=30, max_size=60))
        on = draw(some.sampled_from([None, *(DAY + timedelta(days=at) for at in (0, 1, 5, 40))]))
        made = document(f"{' '.join(words)}. Part {number}.", f"Outlet {draw(some.integers(1, 3))}", on=on)
        documents.append(made)
        claims += [draw(claims_of(made, at)) for at in range(draw(some.integers(0, 5)))]
    return documents, claims


def plain(view: View) -> str:
    derived = to_plain((view.actors, view.events, view.estimates, view.states, view.disputes, view.copies, view.unsure))
    return json.dumps([derived, sorted(map(str, view.party_actor.items()))], sort_keys=True)


@settings(max_examples=20, deadline=None)
@given(records(), some.randoms(use_true_random=False))
def test_the_order_of_articles_and_claims_changes_nothing(record: Record, chance: object) -> None:
    documents, claims = record
    before = plain(reconcile(documents, claims))
    chance.shuffle(documents)  # type: ignore[attr-defined]
    chance.shuffle(claims)  # type: ignore[attr-defined]
    assert plain(reconcile(documents, claims)) == before


@settings(max_examples=20, deadline=None)
@given(records())
def test_a_copy_of_an_article_changes_no_estimate_and_no_witness_count(record: Record) -> None:
    documents, claims = record
    copied = documents[0]
    copy = replace(copied, document_id=document_id(copied.text, "Copyist"), publisher="Copyist")
    if copied.published.day:
        copy = replace(copy, published=replace(copied.published, day=copied.published.day + timedelta(days=60)))
    again = [
        replace(one, document_id=copy.document_id, claim_id=f"{one.claim_id}c")
        for one in claims
        if one.document_id == copied.document_id
    ]
    before, after = reconcile(documents, claims), reconcile([*documents, copy], [*claims, *again])
    assert _numbers(after) == _numbers(before)
    assert max((one.n_origins for one in after.events), default=0) == max(
        (one.n_origins for one in before.events), default=0
    )


def _numbers(view: View) -> list[tuple[object, ...]]:
    return sorted(
        (
            (one.quantity, one.what, one.low, one.best, one.high, one.n_origins, len(one.figures))
            for one in view.estimates
        ),
        key=str,
    )


@settings(max_examples=20, deadline=None)
@given(records(), some.integers(0, 40))
def test_a_view_as_of_a_day_never_sees_past_it(record: Record, after: int) -> None:
    documents, claims = record
    day = DAY + timedelta(days=after)
    known = [one for one in documents if one.published.day and one.published.day <= day]
    ids = {one.document_id for one in known}
    told = [one for one in claims if one.document_id in ids]
    seen = reconcile(documents, claims, as_of=day)
    assert plain(seen) == plain(reconcile(known, told))
    assert set(seen.documents) == ids


@settings(max_examples=20, deadline=None)
@given(records(), some.sampled_from(["latest", "ucdp", "airwars"]))
def test_low_is_at_most_best_and_best_at_most_high(record: Record, best: str) -> None:
    for one in reconcile(*record, best=best).estimates:
        assert one.low is None or one.best is None or one.low <= one.best
        assert one.high is None or one.best is None or one.best <= one.high


@settings(max_examples=20, deadline=None)
@given(records(), some.data())
def test_withdrawing_a_judgement_restores_what_was(record: Record, data: some.DataObject) -> None:
    documents, claims = record
    ids = [one.claim_id for one in claims] or ["none"]
    verb = data.draw(some.sampled_from(["same", "different", "wrong"]))
    targets = data.draw(some.lists(some.sampled_from(ids + list(NAMES)), min_size=2, max_size=3))
    judged = [judgement(verb, *targets), judgement("undo", number=2, withdraws="j1")]
    assert plain(reconcile(documents, claims, judgements=judged)) == plain(reconcile(documents, claims))
