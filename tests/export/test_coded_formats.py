import csv
import io
import json

import pytest

from hudhud.export import acled, cameo, plover, polecat, ucdp
from hudhud.export.cells import cell
from hudhud.export.material import ViewMaterial, Written
from hudhud.ontology import acled as acled_codes
from hudhud.ontology import cameo as cameo_codes
from hudhud.ontology import ucdp as ucdp_codes
from hudhud.ontology.plover import SECTORS, TYPES
from hudhud.records import View

FORMATS = {"acled": acled, "ucdp": ucdp, "cameo": cameo, "polecat": polecat, "plover": plover}


def written(name: str, material: ViewMaterial) -> tuple[str, Written]:
    out = io.StringIO()
    told = FORMATS[name].write(material, out)
    return out.getvalue(), told


def table(name: str, material: ViewMaterial) -> list[dict[str, str]]:
    text, _ = written(name, material)
    if name in ("acled", "ucdp"):
        return list(csv.DictReader(io.StringIO(text)))
    lines = [line.split("\t") for line in text.splitlines()]
    columns = list(cameo.COLUMNS) if name == "cameo" else lines.pop(0)
    return [dict(zip(columns, line, strict=True)) for line in lines]


@pytest.mark.parametrize(
    ("columns", "n"),
    [(acled_codes.COLUMNS, 31), (ucdp_codes.COLUMNS, 49), (cameo_codes.COLUMNS, 61), (polecat.COLUMNS, 40)],
)
def test_a_table_has_the_columns_of_its_field(columns: tuple[str, ...], n: int) -> None:
    assert len(columns) == len(set(columns)) == n


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_and_what_is_left_out_are_all_the_events(name: str, material: ViewMaterial, view: View) -> None:
    _, told = written(name, material)
    assert told.n + sum(told.dropped.values()) == len(view.events)


def test_acled_takes_the_low_bound_and_notes_the_interval_and_who_says_so(material: ViewMaterial) -> None:
    rows = {row["event_id_cnty"]: row for row in table("acled", material)}
    row = next(row for row in rows.values() if row["sub_event_type"] == "Shelling/artillery/missile attack")
    assert (row["fatalities"], row["time_precision"], row["geo_precision"]) == ("23", "1", "1")
    assert "23 to unknown" in row["notes"]
    assert "denied by Amal Dorre" in row["notes"]
    assert (row["iso"], row["country"], row["region"]) == ("434", "Libya", "Northern Africa")
    assert row["event_date"] == "2024-03-12"


def test_acled_calls_it_a_clash_where_both_sides_are_armed(material: ViewMaterial) -> None:
    row = next(row for row in table("acled", material) if row["actor1"] == "Dawn Front")
    assert (row["event_type"], row["sub_event_type"]) == ("Battles", "Armed clash")
    assert row["interaction"] == "".join(sorted(row["inter1"] + row["inter2"]))


def test_acled_rows_hold_only_codes_of_acled(material: ViewMaterial) -> None:
    for row in table("acled", material):
        kind = acled_codes.SUB_EVENTS[row["sub_event_type"]]
        assert (row["event_type"], row["disorder_type"]) == (kind.event_type, kind.disorder_type)
        assert row["time_precision"] in "123"
        assert row["geo_precision"] in "123"
        assert row["fatalities"].isdigit()


def test_ucdp_best_lies_between_low_and_high_and_the_sides_add_up(material: ViewMaterial) -> None:
    rows = table("ucdp", material)
    assert len(rows) == 2
    for row in rows:
        low, best, high = (int(row[name]) for name in ("low", "best", "high"))
        assert low <= best <= high
        assert sum(int(row[name]) for name in row if name.startswith("deaths_")) == best
        assert row["type_of_violence"] in "123"
        assert row["where_prec"] in "1234567"
        assert row["geom_wkt"] == "POINT (14 30)"
        assert row["priogrid_gid"] == str(240 * 720 + 388 + 1)


def test_cameo_codes_have_a_root_a_quad_and_a_weight(material: ViewMaterial) -> None:
    for row in table("cameo", material):
        assert row["EventBaseCode"] == row["EventCode"][:3]
        assert row["EventRootCode"] == row["EventCode"][:2]
        assert row["QuadClass"] in "1234"
        assert float(row["GoldsteinScale"]) == cameo_codes.GOLDSTEIN[row["EventRootCode"]]
        assert not any(row[name] for name in cameo.EMPTY_COLUMNS)
        assert row["ActionGeo_CountryCode"] in ("", "LY")


def test_every_plover_type_and_mode_has_a_cameo_code() -> None:
    known = {(name, mode) for name, kind in TYPES.items() for mode in (None, *kind.modes)}
    assert set(cameo_codes.CODES) <= known
    assert all((name, None) in cameo_codes.CODES for name in TYPES)
    assert set(acled_codes.OF_MODE) <= known
    assert set(acled_codes.INTER_OF_SECTOR) <= {*SECTORS, "IGO", "UNO", "EUR", "NGO", "MNC"}


def test_every_acled_sub_event_has_a_plover_type() -> None:
    assert len(acled_codes.SUB_EVENTS) == 25
    assert all(kind.mode in (None, *TYPES[kind.plover].modes) for kind in acled_codes.SUB_EVENTS.values())
    assert set(acled_codes.OF_MODE.values()) <= set(acled_codes.SUB_EVENTS)


def test_polecat_rows_have_forty_cells_on_one_line(material: ViewMaterial) -> None:
    for row in table("polecat", material):
        assert row["Event Type"] in TYPES
        assert row["Quad Code"].split()[0] in ("VERBAL", "MATERIAL")


def test_plover_records_keep_the_manual_fields(material: ViewMaterial, view: View) -> None:
    text, _ = written("plover", material)
    records = [json.loads(line) for line in text.splitlines()]
    assert [record["id"] for record in records] == [event.event_id for event in view.events]
    fields = (
        "id has_event date time enddate endtime actor recipient event event_loc event_text quad_code event_scale mode "
        "context size link text text_info cite_info coder coded_date coded_time comment"
    ).split()
    assert not {key for record in records for key in record} - set(fields)
    assert {"dead": 23} in [record.get("size") for record in records]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("-x", "'-x"), (-1.5, "-1.5"), ("a\x00b", "ab"), (None, ""), (True, "true"),
        (["=a", "b"], "'=a; b"), (3.0, "3"), ("", ""),
    ],
)  # fmt: skip
def test_a_cell_runs_nothing(value: object, told: str) -> None:
    assert cell(value) == told
