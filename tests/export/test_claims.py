import make
import pytest

from hudhud.export import claim_line
from hudhud.records import (
    Attribution,
    ControlDetail,
    Detail,
    Factuality,
    OfficeDetail,
    Party,
    Period,
    PresenceDetail,
    RelationDetail,
)

DORRE = Party("Amal Dorre", "she")


def line(detail: Detail, **more: object) -> dict[str, object]:
    return claim_line(make.claim(detail, **more), document_name="market.txt")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "document"),
    [("outposts.txt", "outposts"), ("a.b.html", "a.b"), ("feed.jsonl:12", "feed-12"), ("deep/page.html", "deep/page")],
)
def test_a_document_goes_by_its_file_name(name: str, document: str) -> None:
    assert claim_line(make.claim(), document_name=name)["document"] == document


def test_every_claim_has_what_every_claim_has() -> None:
    claim = make.claim(
        factuality=Factuality.DENIED, attribution=(Attribution(DORRE, "said"), *make.said_by("Oudar Radio"))
    )
    told = claim_line(claim, document_name="market.txt")
    assert told["id"] == claim.claim_id
    assert told["kind"] == "event"
    assert told["quote"] == claim.quote
    assert told["span"] == [claim.span.start, claim.span.end]
    assert told["factuality"] == "denied"
    assert told["attributed_to"] == [["Amal Dorre", "she"], ["Oudar Radio"]]
    assert told["time"] == {"start": "2024-03-12", "end": "2024-03-12", "text": ""}
    place = {"name": ["Oudar"], "country": "LY", "text": "Oudar", "lat": 30.0, "lon": 14.0, "within_km": 5.0}
    assert told["place"] == place


def test_what_the_text_does_not_tell_is_null() -> None:
    told = line(make.event(), occurred=None, place=None)
    assert (told["time"], told["place"]) == (None, None)


def test_a_period_open_at_both_ends_is_no_time() -> None:
    period: Period = make.period(None, None)
    assert line(make.event(), occurred=period)["time"] is None


@pytest.mark.parametrize(
    ("detail", "slots"),
    [
        (
            make.event(actors=(DORRE,)),
            {"type": "ASSAULT", "mode": "heavy-weapons", "actors": [["Amal Dorre", "she"]], "recipients": [["market"]]},
        ),
        (
            make.figure(23, None, is_cumulative=True),
            {"quantity": "killed", "of": ["people"], "low": 23, "high": None, "bound": "at_least", "cumulative": True},
        ),
        (
            make.statement("it fired none", addressees=(make.party("Oudar Radio"),)),
            {
                "speaker": ["Amal Dorre"],
                "act": "say",
                "content": "it fired none",
                "direct": False,
                "addressees": [["Oudar Radio"]],
            },
        ),
        (
            OfficeDetail(DORRE, "spokeswoman", None, "holds"),
            {"person": ["Amal Dorre", "she"], "role": ["spokeswoman"], "organisation": None, "holds": "holds"},
        ),
        (
            RelationDetail(make.party("A"), "allied_with", make.party("B"), "nominally"),
            {"subject": ["A"], "relation": "allied_with", "object": ["B"], "hedge": "nominally"},
        ),
        (ControlDetail(make.party("A"), "gains"), {"actor": ["A"], "change": "gains"}),
        (PresenceDetail(make.party("A"), "to train"), {"force": ["A"], "mission": "to train"}),
    ],
)
def test_each_kind_has_its_slots(detail: Detail, slots: dict[str, object]) -> None:
    told = line(detail)
    assert {key: told[key] for key in slots} == slots
