import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_client import client_of

from hudhud import pipeline
from hudhud.answer import ANSWERS, Question
from hudhud.cli.ask import QUESTIONS
from hudhud.records import to_plain
from hudhud.store import Store

NEEDS = {"search": {"words": "market"}, "changes": {"since": "2024"}}
LISTS = [*sorted(set(ANSWERS) - {"evidence"}), "documents", "review", "judgements"]


@pytest.mark.parametrize("name", LISTS)
def test_every_answer_has_a_route_that_gives_a_page(client: TestClient, name: str) -> None:
    told = client.get(f"/api/v1/{name}", params=NEEDS.get(name))
    assert told.status_code == 200, told.text
    page = told.json()
    assert {"title", "columns", "rows", "notes", "empty", "n_rows", "next", "version"} <= set(page)
    assert len(page["rows"]) == page["n_rows"]


def test_routes_take_what_the_command_line_takes(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    for name, (_, argument, filters) in QUESTIONS.items():
        if argument == "ID":
            continue
        taken = {one["name"] for one in paths[f"/api/v1/{name}"]["get"]["parameters"]}
        assert {*filters, "as_of", "top"} <= taken, name


def test_an_answer_has_the_rows_of_the_command_line(client: TestClient, read_record: Path) -> None:
    answer = pipeline.ask(read_record, "timeline", Question(type="ASSAULT"))
    assert client.get("/api/v1/timeline?type=ASSAULT").json()["rows"] == to_plain(answer.rows)


def test_pages_joined_are_the_whole(client: TestClient) -> None:
    whole = client.get("/api/v1/documents").json()["rows"]
    first = client.get("/api/v1/documents?limit=1").json()
    second = client.get("/api/v1/documents", params={"limit": 1, "cursor": first["next"]}).json()
    assert first["rows"] + second["rows"] == whole
    assert second["next"] is None


def test_a_cursor_of_another_record_is_gone_and_a_false_one_wrong(client: TestClient) -> None:
    assert client.get("/api/v1/documents?cursor=b3RoZXI6MQ").status_code == 410
    assert client.get("/api/v1/documents?cursor=%C3%A9").status_code == 400


def test_an_unchanged_answer_is_not_sent_again(client: TestClient) -> None:
    for path in ("/api/v1/timeline", "/api/v1/map.geojson"):
        tag = client.get(path).headers["etag"]
        again = client.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")


def test_csv_comes_where_it_is_asked_for_and_runs_nothing(client: TestClient) -> None:
    told = client.get("/api/v1/situation", headers={"Accept": "text/csv"})
    assert told.headers["content-type"].startswith("text/csv")
    assert told.text.startswith("kind,subject,value")
    assert "'=cmd()" in told.text
    assert ",=cmd()" not in told.text


def test_what_is_not_given_is_not_acceptable(client: TestClient) -> None:
    assert client.get("/api/v1/timeline", headers={"Accept": "application/xml"}).status_code == 406


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/nothing", 404),
        ("/api/v1/evidence/nothing", 404),
        ("/api/v1/document/nothing", 404),
        ("/api/v1/timeline?since=soon", 400),
        ("/api/v1/timeline?since=0000", 400),
        ("/api/v1/timeline?until=2024-13", 400),
        ("/api/v1/timeline?since=2023-02-30", 400),
        ("/api/v1/timeline?colour=red", 400),
        ("/api/v1/timeline?factuality=sure", 400),
        ("/api/v1/timeline?limit=0", 400),
        ("/api/v1/search", 400),
        ("/api/v1/search?words=%20", 400),
        ("/api/v1/changes", 400),
    ],
)
def test_errors_are_problems_that_say_what_to_do(client: TestClient, path: str, status: int) -> None:
    told = client.get(path)
    assert told.status_code == status
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json()["status"] == status
    assert told.json()["detail"]


def test_a_record_that_is_not_there_is_told_without_its_path(tmp_path: Path) -> None:
    with client_of(tmp_path / "secret" / "none.db") as client:
        told = client.get("/api/v1/timeline")
    assert told.status_code == 503
    assert "secret" not in told.text


def test_the_map_tells_the_doubt_about_every_point(client: TestClient) -> None:
    told = client.get("/api/v1/map.geojson")
    assert told.headers["content-type"] == "application/geo+json"
    features = told.json()["features"]
    assert features
    for one in features:
        assert one["geometry"]["coordinates"] == [14.0, 30.0]
        assert one["properties"]["radius_km"] == 5.0
        assert one["properties"]["precision"] == "town"


def test_an_article_has_its_claims_at_their_characters(client: TestClient) -> None:
    for row in client.get("/api/v1/documents").json()["rows"]:
        page = client.get(f"/api/v1/document/{row['id']}").json()
        assert page["claims"]
        for claim in page["claims"]:
            span = claim["span"]
            assert page["text"][span["start"] : span["end"]] == claim["quote"]


def test_as_of_a_day_shows_nothing_published_later(client: TestClient) -> None:
    assert client.get("/api/v1/timeline?as_of=2024-03-11").json()["rows"] == []
    assert client.get("/api/v1/timeline?as_of=2024-03").json()["rows"]


def test_about_says_what_there_is(client: TestClient) -> None:
    about = client.get("/api/v1/about").json()
    assert (about["n_documents"], about["n_claims"]) == (2, 8)


def test_a_running_writer_is_not_in_the_way(client: TestClient, read_record: Path) -> None:
    with Store.open(read_record, write=True) as store, store.moment():
        assert client.get("/api/v1/timeline").status_code == 200


def test_a_judgement_is_kept_and_seen_by_the_next_server(writing: TestClient, tmp_path: Path) -> None:
    claim = writing.get("/api/v1/review").json()["rows"][0]
    made = writing.post("/api/v1/judgements", json={"verb": "wrong", "targets": claim["targets"], "author": "Mara"})
    assert made.status_code == 201, made.text
    with client_of(tmp_path / "case.db") as later:
        log = later.get("/api/v1/judgements").json()["rows"]
        assert [(one["verb"], one["author"]) for one in log] == [("wrong", "Mara")]
        again = next(one for one in later.get("/api/v1/review").json()["rows"] if one["id"] == claim["id"])
        assert [one["author"] for one in again["judged"]] == ["Mara"]


def test_two_people_s_words_on_one_claim_stand_side_by_side_and_an_undo_takes_one_back(writing: TestClient) -> None:
    claim = writing.get("/api/v1/review").json()["rows"][0]["id"]
    first = writing.post("/api/v1/judgements", json={"verb": "wrong", "targets": [claim], "author": "Mara"}).json()
    writing.post("/api/v1/judgements", json={"verb": "right", "targets": [claim], "author": "Ilan"})

    def judged() -> list[str]:
        rows = writing.get("/api/v1/review").json()["rows"]
        return [one["author"] for one in next(row for row in rows if row["id"] == claim)["judged"]]

    assert judged() == ["Mara", "Ilan"]
    undone = writing.post("/api/v1/judgements", json={"verb": "undo", "withdraws": first["judgement_id"]})
    assert undone.status_code == 201
    assert judged() == ["Ilan"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"verb": "same", "targets": ["one"]}, 400),
        ({"verb": "undo", "targets": ["x"]}, 400),
        ({"verb": "wrong", "targets": []}, 400),
        ({"verb": "set", "targets": ["x"]}, 400),
        ({"verb": "name", "targets": ["x"], "slots": {"other": "y"}}, 400),
        ({"verb": "wrong", "targets": ["x"], "withdraws": "y"}, 400),
        ({"verb": "wrong", "targets": ["nothing"]}, 404),
        ({"verb": "burn", "targets": ["x"]}, 400),
        ({"verb": "wrong", "targets": ["x"], "path": "/etc/passwd"}, 400),
        ({"verb": "wrong", "targets": ["x" * 500]}, 400),
        ([], 400),
    ],
)
def test_a_judgement_that_means_nothing_is_refused(writing: TestClient, body: object, status: int) -> None:
    told = writing.post("/api/v1/judgements", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert told.status_code == status, told.text
    assert told.headers["content-type"] == "application/problem+json"
    assert writing.get("/api/v1/judgements").json()["rows"] == []


@pytest.mark.parametrize("slots", [{"factuality": "sure"}, {"kind": "x"}, {"lat": "nan"}, {"start": "soon"}])
def test_a_slot_cannot_be_set_to_what_would_stop_every_later_answer(writing: TestClient, slots: dict[str, str]) -> None:
    claim = writing.get("/api/v1/review").json()["rows"][0]["id"]
    body = {"verb": "set", "targets": [claim], "slots": slots}
    assert writing.post("/api/v1/judgements", json=body).status_code == 400
    assert writing.get("/api/v1/judgements").json()["rows"] == []
    assert writing.get("/api/v1/timeline?as_of=2024-05").status_code == 200
