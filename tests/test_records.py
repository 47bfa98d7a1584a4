from datetime import date

from hudhud.records import (
    Attribution,
    Bound,
    Claim,
    DatePrecision,
    EventDetail,
    Factuality,
    FigureDetail,
    Party,
    Period,
    Place,
    Span,
    claim_id,
    from_plain,
    to_plain,
)


def _claim(detail: EventDetail | FigureDetail) -> Claim:
    span = Span(3, 20)
    return Claim(
        claim_id=claim_id("d1", span, detail),
        document_id="d1",
        span=span,
        quote="the quoted words.",
        detail=detail,
        factuality=Factuality.DENIED,
        attribution=(Attribution(Party("Amal Dorre", "she", Span(0, 3)), "said"),),
        occurred=Period(date(2024, 3, 1), None, DatePrecision.MONTH, "since March", Span(4, 9)),
        place=Place("Oudar", "near Oudar", "LY", 30.0, 14.0, 15.0),
        score=0.5,
        reader="test 1",
    )


def test_a_claim_survives_the_way_to_plain_values_and_back():
    for detail in (
        EventDetail("ASSAULT", "aerial", (Party("Northern Command", "it"),), (), ("military",), "struck"),
        FigureDetail("killed", "civilians", 23, None, Bound.AT_LEAST, is_cumulative=True),
    ):
        claim = _claim(detail)
        assert from_plain(Claim, to_plain(claim)) == claim


def test_a_claim_id_does_not_know_the_reader():
    claim = _claim(EventDetail("ASSAULT", None, (), ()))
    again = _claim(EventDetail("ASSAULT", None, (), ()))
    assert claim.claim_id == again.claim_id
    assert claim.claim_id != _claim(EventDetail("CONSULT", None, (), ())).claim_id
