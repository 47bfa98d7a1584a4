import csv
import io
from datetime import date
from pathlib import Path

import make
import pytest

from hudhud import pipeline
from hudhud.answer.table import Question
from hudhud.errors import UnreadableInput, WrongOption
from hudhud.export import acled as acled_export
from hudhud.export import ucdp as ucdp_export
from hudhud.export.material import ViewMaterial
from hudhud.ingest.coded import CodedRow, read_coded
from hudhud.ontology import acled as acled_codes
from hudhud.ontology import ucdp as ucdp_codes
from hudhud.reconcile import reconcile
from hudhud.records import DatePrecision, EventDetail, FigureDetail, PlacePrecision, Skipped
from hudhud.store import HAND, Origin, Store

ACLED = {
    "event_id_cnty": "LBY1",
    "event_date": "12 March 2024",
    "time_precision": "1",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Shelling/artillery/missile attack",
    "actor1": "Dawn Front (Libya)",
    "actor2": "Civilians (Libya)",
    "iso": "434",
    "country": "Libya",
    "admin1": "Jufra",
    "location": "Oudar",
    "latitude": "30.0",
    "longitude": "14.0",
    "geo_precision": "1",
    "source": "Oudar Courier; Oudar Radio",
    "notes": "On 12 March 2024, Dawn Front shelled the market of Oudar. 23 fatalities.",
    "fatalities": "23",
    "timestamp": "1710806400",
}
UCDP = {
    "id": "7",
    "side_a": "Dawn Front",
    "side_b": "Civilians",
    "source_headline": "Shells kill 23 in Oudar",
    "source_original": "Oudar hospital",
    "where_prec": "2",
    "where_coordinates": "Oudar",
    "adm_1": "Jufra",
    "latitude": "30",
    "longitude": "14",
    "country": "Libya",
    "date_start": "2024-03-12",
    "date_end": "2024-03-14",
    "best": "23",
    "low": "20",
    "high": "30",
}


def table(path: Path, columns: tuple[str, ...], *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, columns)
        lines.writeheader()
        lines.writerows(rows)
    return path


def acled(tmp_path: Path, **changed: str) -> CodedRow | Skipped:
    path = table(tmp_path / "acled.csv", acled_codes.COLUMNS, {**ACLED, **changed})
    (row,) = read_coded(path, "acled")
    return row


def ucdp(tmp_path: Path, **changed: str) -> CodedRow | Skipped:
    path = table(tmp_path / "ucdp.csv", ucdp_codes.COLUMNS, {**UCDP, **changed})
    (row,) = read_coded(path, "ucdp")
    return row


def test_an_acled_row_is_a_document_with_claims_of_acled(tmp_path: Path) -> None:
    row = acled(tmp_path)
    assert isinstance(row, CodedRow)
    event, figure = row.claims
    assert (row.document.publisher, row.document.text, row.document.name) == ("ACLED", ACLED["notes"], "acled.csv:2")
    assert row.document.published.day == date(2024, 3, 19)
    assert isinstance(event.detail, EventDetail)
    assert (event.detail.type, event.detail.mode) == ("ASSAULT", "heavy-weapons")
    assert [party.name for party in (*event.detail.actors, *event.detail.recipients)] == ["Dawn Front", "civilians"]
    assert event.occurred
    assert (event.occurred.start, event.occurred.end) == (date(2024, 3, 12), date(2024, 3, 12))
    assert event.place
    assert (event.place.country, event.place.admin1, event.place.lat) == ("LY", "Jufra", 30.0)
    assert isinstance(figure.detail, FigureDetail)
    assert (figure.detail.low, figure.detail.high, figure.quote) == (23, 23, "23")
    assert event.attribution[0].source.name == "Oudar Courier"
    assert {claim.reader for claim in row.claims} == {f"{HAND}acled 1"}


def test_every_claim_leads_back_to_the_rows_own_characters(tmp_path: Path) -> None:
    for row in (acled(tmp_path), ucdp(tmp_path), acled(tmp_path, notes="")):
        assert isinstance(row, CodedRow)
        assert row.document.text
        assert all(claim.quote == claim.span.of(row.document.text) != "" for claim in row.claims)


@pytest.mark.parametrize(
    ("precision", "days", "level"),
    [("1", 1, DatePrecision.DAY), ("2", 7, DatePrecision.WEEK), ("3", 31, DatePrecision.MONTH)],
)
def test_a_vague_acled_day_is_a_period_around_it(tmp_path: Path, precision: str, days: int, level: object) -> None:
    row = acled(tmp_path, time_precision=precision)
    assert isinstance(row, CodedRow)
    period = row.claims[0].occurred
    assert period
    assert period.start
    assert period.end
    assert ((period.end - period.start).days + 1, period.precision) == (days, level)


def test_a_ucdp_row_keeps_its_interval_and_who_told_the_reporter(tmp_path: Path) -> None:
    row = ucdp(tmp_path)
    assert isinstance(row, CodedRow)
    event, figure = row.claims
    assert isinstance(figure.detail, FigureDetail)
    assert (figure.detail.low, figure.detail.high) == (20, 30)
    assert event.place
    assert (event.place.precision, event.place.radius_km, event.place.country) == (PlacePrecision.NEAR, 25.0, "LY")
    assert event.attribution[0].source.name == "Oudar hospital"


@pytest.mark.parametrize(
    "changed",
    [
        {"best": "40"},
        {"low": "x"},
        {"date_start": "soon"},
        {"date_end": "2024-03-01"},
        {"latitude": "99"},
        {"high": ""},
    ],
)
def test_a_ucdp_row_that_cannot_be_right_is_set_aside(tmp_path: Path, changed: dict[str, str]) -> None:
    row = ucdp(tmp_path, **changed)
    assert isinstance(row, Skipped)
    assert row.name == "ucdp.csv:2"


def test_an_acled_row_of_an_unknown_kind_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = [{**ACLED, "sub_event_type": "Rain"}, {**ACLED, "fatalities": "nan"}, ACLED]
    found = list(read_coded(table(tmp_path / "a.csv", acled_codes.COLUMNS, *rows), "acled"))
    assert [type(row) for row in found] == [Skipped, Skipped, CodedRow]


def test_a_party_that_is_nobody_is_no_party(tmp_path: Path) -> None:
    row = acled(tmp_path, actor1="Unidentified Armed Group (Libya)", actor2="")
    assert isinstance(row, CodedRow)
    assert isinstance(row.claims[0].detail, EventDetail)
    assert (row.claims[0].detail.actors, row.claims[0].detail.recipients) == ((), ())


def test_rows_of_the_same_words_are_two_documents(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", acled_codes.COLUMNS, ACLED, {**ACLED, "event_id_cnty": "LBY2"})
    found = list(read_coded(path, "acled"))
    assert len({row.document.document_id for row in found if isinstance(row, CodedRow)}) == 2


def test_another_table_is_told(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="event_id_cnty"):
        read_coded(other, "acled")
    with pytest.raises(UnreadableInput):
        read_coded(tmp_path / "missing.csv", "ucdp")
    with pytest.raises(WrongOption):
        read_coded(other, "icews")


@pytest.mark.parametrize("source", ["acled", "ucdp"])
def test_what_is_exported_is_read_back(tmp_path: Path, source: str) -> None:
    """The round trip: type, day, place, parties and numbers of an event survive the format."""
    document = make.document()
    parties = {"actors": (make.party("Dawn Front"),), "recipients": (make.party("Army of Libya"),)}
    claims = [make.claim(make.event(**parties), document), make.claim(make.figure(23, 30), document)]
    view = reconcile([document], claims)
    out = io.StringIO()
    told = {"acled": acled_export, "ucdp": ucdp_export}[source].write(ViewMaterial(view), out)
    assert told.n == 1
    path = tmp_path / "back.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    (row,) = read_coded(path, source)
    assert isinstance(row, CodedRow)
    event, figure = row.claims
    assert isinstance(event.detail, EventDetail)
    assert isinstance(figure.detail, FigureDetail)
    assert event.detail.type == "ASSAULT"
    assert event.occurred
    assert (event.occurred.start, event.occurred.end) == (make.DAY, make.DAY)
    assert event.place
    assert (event.place.name, event.place.country, event.place.lat, event.place.lon) == ("Oudar", "LY", 30.0, 14.0)
    assert event.detail.actors[0].name == "Dawn Front"
    assert (figure.detail.low, figure.detail.high) == ((23, 23) if source == "acled" else (23, 30))


def test_coded_events_are_compared_with_what_was_read(tmp_path: Path) -> None:
    record = tmp_path / "case.db"
    document = make.document()
    read = make.claim(make.event(actors=(make.party("Dawn Front"),)), document)
    other = make.document("Gunmen shot a guard in Oudar.", "Oudar Radio", name="guard.txt")
    extra = make.claim(make.event(mode="firearms"), other, occurred=make.period(make.days_after(5)))
    with Store.open(record, write=True) as store:
        for one, claim in ((document, read), (other, extra)):
            store.add_document(Origin("feed", one.name, one.name), one, [claim], reader="test 1")
    rows = [
        ACLED,
        {**ACLED, "event_id_cnty": "LBY2", "event_date": "2024-03-20", "location": "Farway", "latitude": "20"},
    ]
    path = table(tmp_path / "acled.csv", acled_codes.COLUMNS, *rows)
    report = pipeline.import_coded(record, "acled", path)
    assert (report.n_new, report.n_skipped, report.n_claims) == (2, 0, 4)
    again = pipeline.import_coded(record, "acled", path)
    assert (again.n_new, again.n_known) == (0, 2)
    answer = pipeline.ask(record, "compare", Question(against="acled"))
    assert sorted(row["verdict"] for row in answer.rows) == ["extra", "matched", "missed"]
    assert all(row["why"] for row in answer.rows)
    with pytest.raises(WrongOption, match="acled"):
        pipeline.ask(record, "compare", Question(against="ucdp"))


def test_no_reader_of_articles_reads_again_what_people_coded(tmp_path: Path) -> None:
    record = tmp_path / "case.db"
    with Store.open(record, write=True):
        pass
    pipeline.import_coded(record, "acled", table(tmp_path / "a.csv", acled_codes.COLUMNS, ACLED))
    pipeline.run(make.folder(tmp_path / "feed", 1), record, reader=make.TinyReader(), today=date(2026, 1, 1))
    with Store.open(record) as store:
        assert f"{HAND}acled 1" in {claim.reader for claim in store.claims()}


def test_judgements_travel_to_another_copy_of_the_record(tmp_path: Path) -> None:
    record = tmp_path / "case.db"
    with Store.open(record, write=True):
        pass
    line = {
        "id": "abc", "verb": "same", "about": ["Dawn Front", "the Front"], "slots": {}, "author": "tester",
        "reason": "seen", "decided_at": "2024-04-01T12:00:00+00:00", "is_withdrawn": False,
    }  # fmt: skip
    undo = {**line, "id": "def", "verb": "undo", "about": "abc"}
    assert pipeline.import_judgements(record, [line, undo]) == (2, 0)
    assert pipeline.import_judgements(record, [line]) == (0, 1)
    first, second = pipeline.judgements(record)
    assert (first.targets, second.withdraws, second.targets) == (("Dawn Front", "the Front"), "abc", ())
    with pytest.raises(UnreadableInput, match="decided_at"):
        pipeline.import_judgements(record, [{"id": "x", "verb": "same", "author": "a", "reason": "b"}])
