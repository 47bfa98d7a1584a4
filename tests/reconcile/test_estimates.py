import pytest
from make import claim, days_after, document, event, figure, party, period, said_by

from hudhud.errors import WrongOption
from hudhud.reconcile import reconcile
from hudhud.records import Bound, Claim, Document, Estimate, View

FRONT = (party("Eastern Shield Front"),)


def report(
    number: int, *figures: tuple[float | None, float | None], after: int = 1, **more: object
) -> tuple[Document, list[Claim]]:
    """An article that tells of one shelling and its toll."""
    text = f"Shells hit the market in Oudar, said report {number}. The dead were counted in {number} streets."
    found = document(text, more.pop("publisher", f"Outlet {number}"), on=days_after(after))  # type: ignore[arg-type]
    of = str(more.pop("of", "people"))
    claims = [claim(event("ASSAULT", "heavy-weapons", actors=FRONT), found)]
    claims += [claim(figure(low, high, of=of, **more), found) for low, high in figures]  # type: ignore[arg-type]
    return found, claims


def view(*reports: tuple[Document, list[Claim]], **more: object) -> View:
    return reconcile([found for found, _ in reports], [one for _, claims in reports for one in claims], **more)  # type: ignore[arg-type]


def only(found: View) -> Estimate:
    (one,) = found.estimates
    return one


def test_rival_figures_make_low_best_and_high() -> None:
    one = only(view(report(1, (14, 14)), report(2, (19, 19), after=2)))
    assert (one.low, one.best, one.high) == (14, 19, 19)
    assert one.n_origins == 2


def test_at_least_opens_the_top_unless_another_closes_it() -> None:
    assert (lambda one: (one.low, one.high))(only(view(report(1, (23, None))))) == (23, None)
    assert (lambda one: (one.low, one.high))(only(view(report(1, (23, None)), report(2, (25, 25))))) == (23, 25)
    assert (lambda one: (one.low, one.high))(only(view(report(1, (30, None)), report(2, (25, 25))))) == (25, None)


def test_at_most_opens_the_bottom() -> None:
    one = only(view(report(1, (None, 24))))
    assert (one.low, one.best, one.high) == (None, 24, 24)


def test_the_rule_for_best_is_named_and_can_be_chosen() -> None:
    reports = report(1, (10, 10)), report(2, (14, 14), after=2), report(3, (30, 30), after=3)
    assert [
        (only(view(*reports, best=rule)).best, only(view(*reports, best=rule)).rule)
        for rule in ("latest", "ucdp", "airwars")
    ] == [
        (30, "latest"),
        (14, "ucdp"),
        (10, "airwars"),
    ]
    with pytest.raises(WrongOption, match="latest, ucdp, airwars"):
        view(*reports, best="mean")


def test_a_later_figure_of_the_same_source_revises_its_first() -> None:
    found = []
    for number, (toll, after) in enumerate(((30, 1), (21, 5))):
        document_, claims = report(number, after=after)
        claims.append(claim(figure(toll, toll), document_, attribution=said_by("Health Office of Oudar")))
        found.append((document_, claims))
    one = only(view(*found))
    assert (one.low, one.high) == (21, 21)
    assert [figure.is_current for figure in one.figures] == [False, True]


def test_a_cumulative_toll_is_its_own_and_holds_the_incident() -> None:
    incident = report(1, (11, 11))
    found = document("Since Friday at least 63 people were killed in Oudar.", "Outlet 9", on=days_after(3))
    toll = claim(figure(63, None, is_cumulative=True), found, occurred=period(days_after(-4), days_after(3)))
    estimates = {one.is_cumulative: one for one in view(incident, (found, [toll])).estimates}
    assert (estimates[False].best, estimates[True].best) == (11, 63)
    assert estimates[False].inside == (estimates[True].estimate_id,)


def test_a_part_lies_inside_its_whole() -> None:
    found, claims = report(1, (40, 40))
    claims.append(claim(figure(15, 15, of="children", is_part=True), found))
    estimates = {one.what: one for one in view((found, claims)).estimates}
    assert estimates["children"].inside == (estimates["people"].estimate_id,)


def test_two_sides_of_one_battle_are_counted_apart() -> None:
    found, claims = report(1)
    claims += [
        claim(figure(low, low, of=of), found)
        for low, of in ((9, "Taliban fighters"), (4, "Afghan National Army soldiers"))
    ]
    assert {(one.what, one.best) for one in view((found, claims)).estimates} == {
        ("Taliban fighters", 9),
        ("Afghan National Army fighters", 4),
    }


def test_the_strength_of_a_group_is_one_history() -> None:
    found = []
    for after, low, high in ((0, 5000, None), (200, 200, 200), (240, 100, 200)):
        one = document(
            f"There were {low} Taliban fighters left in Libya, by day {after}.", f"Outlet {after}", on=days_after(after)
        )
        bound = Bound.AT_LEAST if high is None else Bound.BETWEEN
        detail = figure(low, high, of="Taliban fighters", quantity="strength", bound=bound)
        found.append((one, [claim(detail, one, occurred=period(days_after(after)))]))
    one = only(view(*found))
    assert [figure.low for figure in one.figures] == [5000, 200, 100]
    assert (one.low, one.high) == (100, 200)


def test_rival_tolls_of_one_happening_are_a_dispute_and_a_rising_one_is_none() -> None:
    disputed = view(report(1, (80, 80)), report(2, (90, 90)))
    assert [dispute.kind for dispute in disputed.disputes] == ["figures"]
    rising = view(report(1, (5, 5), publisher="Courier"), report(2, (9, 9), after=2, publisher="Courier"))
    assert not rising.disputes


def test_a_sentence_that_another_article_repeats_in_its_words_is_one_report() -> None:
    sentence = (
        "Six people were found dead under the roof of the covered market of Oudar after the last shell had fallen."
    )
    found = []
    for number, after in ((1, 1), (2, 2)):
        one = document(
            f"{sentence} Article {number} goes on in its own way about other things.",
            f"O {number}",
            on=days_after(after),
        )
        found.append((one, [claim(figure(6, 6), one, quote=sentence, occurred=period(days_after(after)))]))
    assert [len(one.figures) for one in view(*found).estimates] == [1]
