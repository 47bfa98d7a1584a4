"""The sample articles, read and reconciled, against what a careful person takes from them."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import pytest
from anyascii import anyascii

from hudhud import pipeline
from hudhud.records import Actor, DisputeSide, Document, Estimate, Event, State, View

SAMPLE = Path(pipeline.__file__).parent / "data" / "sample"
EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "sample_expected.json").read_text("utf-8"))
KM_PER_DEGREE = 111.2


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    report = pipeline.run(SAMPLE, path, today=date(2026, 11, 20))
    assert (report.n_new, report.n_skipped) == (len(EXPECTED["documents"]), 0)
    return path


@pytest.fixture(scope="module")
def whole(record: Path) -> View:
    return pipeline.view(record)


@pytest.fixture(scope="module")
def as_of(record: Path) -> Any:
    return cache(lambda day: pipeline.view(record, as_of=date.fromisoformat(day)))


def fold(name: str) -> str:
    return anyascii(name).casefold().removeprefix("the ")


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def is_one_of(name: str | None, accepted: Any) -> bool:
    return fold(name or "") in {fold(one) for one in listed(accepted)}


def document(view: View, name: str) -> Document:
    return next(one for one in view.documents.values() if one.name == name)


def actor_of(view: View, name: str) -> Actor | None:
    """The actor whose best name it is, else one that goes by it too."""
    named = [one for one in view.actors.values() if is_one_of(name, [known.name for known in one.names])]
    return max(named, key=lambda one: (fold(one.name) == fold(name), len(one.names)), default=None)


def names_for(name: str) -> list[str]:
    return next((names for names in EXPECTED["actors"] if is_one_of(name, names)), [name])


def is_at(view_place: Any, place: dict[str, Any]) -> bool:
    if view_place is None or view_place.lat is None:
        return False
    north = (view_place.lat - place["lat"]) * KM_PER_DEGREE
    east = (view_place.lon - place["lon"]) * KM_PER_DEGREE * cos(radians(place["lat"]))
    return hypot(north, east) <= place["within_km"]


def ids(case: Any) -> str:
    if isinstance(case, list):
        return str(case[0])
    if isinstance(case, str):
        return case
    return str(case.get("document") or case.get("what") or f"{case.get('role') or case.get('place')} {case['as_of']}")


def cases(name: str, told: Any) -> Any:
    """Parameters of a test; what `not_yet` names with a reason must fail, and is struck out there when it passes."""
    reasons = EXPECTED["not_yet"].get(name, {})
    marked = [
        pytest.param(case, id=ids(case), marks=pytest.mark.xfail(reason=reason) if reason else ())
        for case in told
        for reason in [reasons.get(ids(case))]
    ]
    unknown = set(reasons) - {ids(case) for case in told}
    assert not unknown, f"not_yet names cases of {name} that are not there: {unknown}"
    return pytest.mark.parametrize("expected", marked)


@cases("headers", EXPECTED["documents"])
def test_the_header_of_each_document(whole: View, expected: dict[str, Any]) -> None:
    found = document(whole, expected["document"])
    assert found.title == expected["title"]
    assert is_one_of(found.publisher, expected["publisher"])
    assert found.published.how in listed(expected["how"])
    first, last = found.published.day, found.published.last_day
    assert first
    assert last
    assert any(first <= date.fromisoformat(day) <= last for day in listed(expected["published"]))
    assert found.reprinted_from == expected["reprinted_from"]
    assert found.author == expected.get("author", found.author)


@cases("boilerplate", EXPECTED["boilerplate"])
def test_what_is_not_the_articles_is_dropped_with_a_reason(whole: View, expected: str) -> None:
    found = document(whole, expected)
    kept = set(found.text.splitlines())
    assert not [line for line in EXPECTED["boilerplate"][expected] if line in kept]
    assert all(dropped.reason for dropped in found.dropped)


@cases("spans", EXPECTED["documents"])
def test_every_sentence_and_claim_slices_back_to_the_text(whole: View, expected: dict[str, Any]) -> None:
    found = document(whole, expected["document"])
    claims = [claim for claim in whole.claims.values() if claim.document_id == found.document_id]
    assert claims
    assert all(claim.span.of(found.text) == claim.quote for claim in claims)


@cases("reprints", EXPECTED["reprints"])
def test_a_reprint_counts_with_its_original(whole: View, expected: dict[str, Any]) -> None:
    copied = document(whole, expected["document"])
    original = document(whole, expected["origin"])
    copies = {copy.document_id: copy for copy in whole.copies}
    assert copies[copied.document_id].how in expected["how"]
    assert copies[copied.document_id].origin == original.document_id


@cases("actors", EXPECTED["actors"])
def test_the_names_of_one_actor_are_joined(whole: View, expected: list[str]) -> None:
    used = [name for name in expected if any(name in one.text for one in whole.documents.values())]
    found = {actor.actor_id for name in used if (actor := actor_of(whole, name))}
    assert len(found) == 1


@cases("not_joined", EXPECTED["not_joined"])
def test_different_actors_stay_apart(whole: View, expected: list[str]) -> None:
    first, second = (actor_of(whole, name) for name in expected)
    assert first
    assert second
    assert first.actor_id != second.actor_id


def events_like(view: View, expected: dict[str, Any]) -> Iterator[Event]:
    day = date.fromisoformat(expected["day"])
    types = listed(expected.get("type"))
    for event in view.events:
        is_then = event.occurred is not None and event.occurred.start == day
        if is_then and (types == [None] or event.type in types) and is_at(event.place, expected["place"]):
            yield event


@cases("events", EXPECTED["events"])
def test_each_main_event_is_there_on_its_day_at_its_place(whole: View, expected: dict[str, Any]) -> None:
    assert next(events_like(whole, expected), None)


@cases("denials", [event for event in EXPECTED["events"] if "denied_by" in event])
def test_who_denies_an_event_is_kept(whole: View, expected: dict[str, Any]) -> None:
    accepted = [name for one in expected["denied_by"] for name in names_for(one)]
    denied = {name for event in events_like(whole, expected) for name in event.denied_by}
    assert any(is_one_of(name, accepted) for name in denied)


def holds_figure(estimate: Estimate, entry: dict[str, Any]) -> bool:
    return any(
        (figure.low, figure.high) == (entry["low"], entry["high"]) and str(figure.published) == entry["published"]
        for figure in estimate.figures
    )


@cases("tolls", EXPECTED["tolls"])
def test_a_toll_keeps_its_history_in_one_estimate(whole: View, expected: dict[str, Any]) -> None:
    alike = [estimate for estimate in whole.estimates if estimate.quantity == expected["quantity"]]
    assert any(all(holds_figure(estimate, entry) for entry in expected["history"]) for estimate in alike)


def holding(view: View, kind: str, day: date) -> Iterator[State]:
    for state in view.states:
        begun = state.since is None or state.since <= day
        if state.kind == kind and begun and (state.until is None or day <= state.until):
            yield state


@cases("offices", EXPECTED["offices"])
def test_who_holds_an_office_as_of_a_day(as_of: Any, expected: dict[str, Any]) -> None:
    day = date.fromisoformat(expected["as_of"])
    held = [
        state
        for state in holding(as_of(expected["as_of"]), "office", day)
        if expected["role"] in fold(state.value) or expected["role"] in fold(state.object)
    ]
    assert any(is_one_of(state.subject, names_for(expected["person"])) for state in held)
    gone = names_for(expected["no_longer"]) if "no_longer" in expected else []
    assert not [state.subject for state in held if is_one_of(state.subject, gone)]


@cases("control", EXPECTED["control"])
def test_who_controls_a_place_as_of_a_day(as_of: Any, expected: dict[str, Any]) -> None:
    day = date.fromisoformat(expected["as_of"])
    held = [
        state
        for state in holding(as_of(expected["as_of"]), "control", day)
        if state.place is not None and state.place.name == expected["place"]
    ]
    for holder in expected["holders"]:
        assert any(is_one_of(state.subject, names_for(holder)) for state in held), holder
    if not expected["contested"]:
        others = [state.subject for state in held if not is_one_of(state.subject, names_for(expected["holders"][0]))]
        assert not others


def voices(side: DisputeSide) -> set[str]:
    return {fold(name) for name in side.said_by}


@cases("disputes", EXPECTED["disputes"])
def test_a_dispute_has_its_sides_and_who_stands_on_each(whole: View, expected: dict[str, Any]) -> None:
    wanted = [{fold(name) for one in side for name in names_for(one)} for side in expected["sides"]]
    alike = [dispute for dispute in whole.disputes if dispute.kind in listed(expected["kind"])]
    assert any(all(any(side & voices(given) for given in dispute.sides) for side in wanted) for dispute in alike)
