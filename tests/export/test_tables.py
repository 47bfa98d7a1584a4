import csv
from pathlib import Path

import pytest

from hudhud.export import csv_tables, parquet
from hudhud.export.material import ViewMaterial
from hudhud.export.tables import TABLES
from hudhud.records import View


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_is_a_csv_table_for_every_noun(material: ViewMaterial, view: View, tmp_path: Path) -> None:
    written = csv_tables.write(material, tmp_path / "out")
    tables = {name: rows(tmp_path / "out" / f"{name}.csv") for name in TABLES}
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(TABLES)
    assert {row["event_id"] for row in tables["events"]} == {event.event_id for event in view.events}
    assert {row["claim_id"] for row in tables["claims"]} == set(view.claims)
    assert [row["document_id"] for row in tables["documents"]] == list(view.documents)
    assert len(tables["figures"]) == sum(len(one.figures) for one in view.estimates)
    assert written.n == sum(map(len, tables.values()))


def test_every_row_has_a_cell_for_every_column(material: ViewMaterial) -> None:
    for name, table in TABLES.items():
        assert {len(row) for row in table.rows(material)} <= {len(table.columns)}, name


def test_no_cell_begins_like_a_formula_unless_it_is_a_number(material: ViewMaterial, tmp_path: Path) -> None:
    csv_tables.write(material, tmp_path)
    cells = [value for name in TABLES for row in rows(tmp_path / f"{name}.csv") for value in row.values()]
    begun = [value for value in cells if value[:1] in tuple("=+-@\t\r")]
    assert not [value for value in begun if not value.lstrip("-").replace(".", "").isdigit()]
    assert "'=Sum(Press)" in cells


def test_parquet_holds_what_the_nouns_hold(material: ViewMaterial, view: View, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra hudhud[parquet] is not installed")
    parquet.write(material, tmp_path)
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
        for name, table in TABLES.items():
            told = connection.execute(f"SELECT * FROM '{tmp_path / name}.parquet'").fetchall()
            assert len(told) == len(list(table.rows(material))), name
        events = connection.execute(
            f"SELECT event_id, recipients, occurred_from, lat, n_origins, mode FROM '{tmp_path}/events.parquet'"
        ).fetchall()
        (publisher,) = connection.execute(
            f"SELECT publisher FROM '{tmp_path}/documents.parquet' WHERE name = 'hostile.txt'"
        ).fetchone()
    assert publisher == "=Sum(Press)"
    assert sorted(events) == sorted(
        (
            event.event_id,
            list(event.recipients),
            event.occurred.start if event.occurred else None,
            event.place.lat if event.place else None,
            event.n_origins,
            event.mode,
        )
        for event in view.events
    )
