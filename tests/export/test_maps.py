import io
import json
import struct
from pathlib import Path

import pytest

from hudhud.export import geojson, geoparquet, timemap
from hudhud.export.material import ViewMaterial
from hudhud.records import View


def written(module: object, material: ViewMaterial) -> str:
    out = io.StringIO()
    module.write(material, out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_every_event_is_a_feature_with_its_point_longitude_first(material: ViewMaterial, view: View) -> None:
    told = json.loads(written(geojson, material))
    assert told["type"] == "FeatureCollection"
    found = {feature["id"]: feature for feature in told["features"]}
    for event in view.events:
        feature = found.pop(event.event_id)
        assert feature["type"] == "Feature"
        point = [event.place.lon, event.place.lat] if event.place else None
        assert feature["geometry"] == ({"type": "Point", "coordinates": point} if point else None)
        assert list(feature["properties"]) == [name for name, _ in geojson.COLUMNS]
        assert feature["properties"]["denied_by"] == list(event.denied_by)
    assert not found


def test_a_feature_tells_the_interval_of_the_dead(material: ViewMaterial) -> None:
    features = json.loads(written(geojson, material))["features"]
    intervals = [(one["properties"]["killed_low"], one["properties"]["killed_high"]) for one in features]
    assert (23.0, None) in intervals


def test_no_events_are_an_empty_collection() -> None:
    empty = ViewMaterial(View(None, {}, {}))
    assert json.loads(written(geojson, empty)) == {"type": "FeatureCollection", "features": []}
    assert json.loads(written(timemap, empty)) == {"events": [], "sources": [], "associations": []}


def test_geoparquet_says_what_its_geometry_is(material: ViewMaterial, view: View, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra hudhud[parquet] is not installed")
    path = tmp_path / "events.parquet"
    geoparquet.write(material, path)
    with duckdb.connect(config={"autoload_known_extensions": "false"}) as connection:
        kept = connection.execute(f"SELECT key, value FROM parquet_kv_metadata('{path}')").fetchall()
        rows = connection.execute(
            f"SELECT event_id, geometry FROM read_parquet('{path}', binary_as_string = false)"
        ).fetchall()
    geo = json.loads(dict(kept)[b"geo"])
    assert geo["version"] == "1.1.0"
    assert geo["columns"][geo["primary_column"]] == {"encoding": "WKB", "geometry_types": ["Point"]}
    points = {key: struct.unpack("<BIdd", bytes(value))[2:] if value is not None else None for key, value in rows}
    assert points == {
        event.event_id: (event.place.lon, event.place.lat) if event.place else None for event in view.events
    }


def test_a_timemap_event_leads_to_its_sources_and_associations(material: ViewMaterial) -> None:
    told = json.loads(written(timemap, material))
    sources = {source["id"] for source in told["sources"]}
    associations = {one["id"]: one for one in told["associations"]}
    assert told["events"]
    for event in told["events"]:
        assert event["description"]
        assert event["date"] or event["latitude"]
        assert set(event["sources"]) <= sources
        assert set(event["associations"]) <= set(associations)
    assert all(one["mode"] == "FILTER" and one["title"] and one["id"] for one in associations.values())
    assert "3/12/2024" in {event["date"] for event in told["events"]}
