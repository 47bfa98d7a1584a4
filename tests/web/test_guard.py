from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_client import EVIL, EVIL_SVG, client_of

from hudhud.web import Access
from hudhud.web.pages import static_files

READS = ("/", "/api", "/api/v1/timeline", "/api/v1/openapi.json", "/static/desk.css", "/nothing")


@pytest.mark.parametrize("path", READS)
def test_every_response_carries_the_headers_that_keep_a_browser_in(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "10.0.0.7", "", "["])
def test_a_host_that_is_not_this_machine_is_refused(client: TestClient, host: str) -> None:
    told = client.get("/api/v1/timeline", headers={"Host": host})
    assert told.status_code == 421
    assert told.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8765"])
def test_this_machine_by_any_of_its_names_is_admitted(client: TestClient, host: str) -> None:
    assert client.get("/api/v1/about", headers={"Host": host}).status_code == 200


def test_another_address_needs_a_token() -> None:
    with pytest.raises(ValueError, match="token"):
        Access(host="0.0.0.0")


def test_a_visitor_without_the_token_sees_nothing(read_record: Path) -> None:
    with client_of(read_record, host="0.0.0.0", token="open-sesame") as client:
        client.headers["Host"] = "10.0.0.7:8765"
        for path in READS:
            assert client.get(path).status_code == 401, path
        assert client.get("/?token=wrong").status_code == 401
        assert client.get("/api/v1/about", headers={"Authorization": "Bearer wrong"}).status_code == 401
        assert client.get("/api/v1/about", headers={"Authorization": "Bearer open-sesame"}).status_code == 200
        assert client.get("/api/v1/about", headers={"Host": "evil.example"}).status_code == 421


def test_the_address_with_the_token_lets_a_browser_in_and_hides_it(read_record: Path) -> None:
    with client_of(read_record, host="0.0.0.0", token="open-sesame") as client:
        entered = client.get("/?token=open-sesame", follow_redirects=False)
        assert (entered.status_code, entered.headers["location"]) == (303, "/")
        cookie = entered.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()
        assert "open-sesame" not in cookie
        assert client.get("/api/v1/about").status_code == 200


def judge(client: TestClient, **headers: str) -> int:
    body = {"verb": "wrong", "targets": ["nothing"]}
    return client.post("/api/v1/judgements", json=body, headers=headers).status_code


def test_a_write_needs_cookie_header_and_origin_together(writing: TestClient) -> None:
    assert judge(writing) == 404
    assert judge(writing, Origin="http://127.0.0.1:8765") == 404
    assert judge(writing, Origin="http://evil.example") == 403
    assert judge(writing, Origin="http://127.0.0.1:9999") == 403
    assert judge(writing, Origin="null") == 403
    assert judge(writing, **{"Sec-Fetch-Site": "cross-site"}) == 403
    assert judge(writing, **{"X-Hudhud": "guess"}) == 403
    writing.cookies.clear()
    assert judge(writing) == 403


def test_the_session_s_cookie_stays_with_this_site(client: TestClient) -> None:
    cookie = client.get("/api/v1/session").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/api/v1/timeline", "/api/v1/documents", "/"])
def test_judgements_are_the_only_writes(writing: TestClient, method: str, path: str) -> None:
    assert writing.request(method, path).status_code == 405


def test_sizes_have_limits(writing: TestClient) -> None:
    assert writing.post("/api/v1/judgements", content=b"x" * 70_000).status_code == 413
    assert writing.get("/api/v1/search", params={"words": "x" * 5000}).status_code == 414
    assert writing.get("/api/v1/search", params={"words": "x" * 500}).status_code == 400
    assert writing.post("/api/v1/judgements", content=(b"x" * 10_000 for _ in range(20))).status_code in (400, 413)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/vendor",
        "/static/",
        "/static/vendor/..%5c..%5capp.py",
        "/api/v1/document/..%2f..%2fetc%2fpasswd",
        "/api/v1/evidence/%00",
    ],
)
def test_no_request_reaches_the_file_system(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/api"])
def test_pages_have_no_inline_script_style_or_other_host(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "<script>" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick" not in page
    assert "//" not in page.replace("<!doctype html>", "")


def test_hostile_texts_travel_as_json_and_never_as_a_page(client: TestClient) -> None:
    for path in ("documents", "timeline", "situation", "actors", "search?words=market", f"search?words={EVIL}"):
        told = client.get(f"/api/v1/{path}")
        assert told.headers["content-type"] == "application/json"
        assert told.headers["x-content-type-options"] == "nosniff"
    assert EVIL_SVG in client.get("/api/v1/documents").text


def test_a_record_s_hostile_name_is_escaped_in_the_page(tmp_path: Path) -> None:
    with client_of(tmp_path / "<img src=x onerror=alert(1)>.db") as client:
        page = client.get("/").text
    assert "<img src=x" not in page
    assert "&lt;img" in page


def test_every_static_file_is_served_packed_and_known_again(client: TestClient) -> None:
    for name, data in static_files().items():
        told = client.get(f"/static/{name}")
        assert told.content == data
        assert told.headers["content-encoding"] == "gzip"
        assert client.get(f"/static/{name}", headers={"If-None-Match": told.headers["etag"]}).status_code == 304
