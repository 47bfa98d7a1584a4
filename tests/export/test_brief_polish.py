"""Polishing over a loopback endpoint of the test's own: what passes, what is turned down, what times out."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hudhud.errors import WrongOption
from hudhud.export.brief import Brief, Endpoint, Section, Sentence, polish

TEXT = "At least 14 people were killed in Oudar on 3 May 2024, according to the Health Ministry."
SMOOTH = "According to the Health Ministry, at least 14 people were killed in Oudar on 3 May 2024."

Reply = Callable[[dict[str, object]], object]


def brief(n: int = 1) -> Brief:
    sentences = tuple(Sentence(TEXT, ("c",), "new", "e", 1, (1,)) for _ in range(n))
    section = Section("fighting", "Fighting", sentences)
    return Brief("Brief", date(2024, 5, 1), None, None, None, 1, ("P",), 1, (section,), (), (), None, (), "test")


@contextmanager
def served(reply: Reply) -> Iterator[tuple[str, list[dict[str, object]]]]:
    asked: list[dict[str, object]] = []

    class _Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append({"path": self.path, "key": self.headers.get("Authorization"), **body})
            made = reply(body)
            data = made if isinstance(made, bytes) else json.dumps(made).encode()
            try:
                self.send_response(500 if made == b"broken" else 200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
            except OSError:
                pass

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def saying(text: object) -> Reply:
    return lambda body: {"choices": [{"message": {"content": text}}]}


def polished_by(reply: Reply, n: int = 1, timeout_s: float = 5.0) -> tuple[list[str], list[str], int]:
    lines: list[str] = []
    with served(reply) as (url, asked):
        made, told = polish(brief(n), Endpoint(url, "tiny", "secret", timeout_s), tell=lines.append)
    assert asked
    assert {one["path"] for one in asked} == {"/v1/chat/completions"}
    assert {one["key"] for one in asked} == {"Bearer secret"}
    assert told.n == sum(one.text != TEXT for one in made.sections[0].sentences)
    return [one.text for one in made.sections[0].sentences], lines, len(asked)


def test_a_sentence_that_says_the_same_is_taken() -> None:
    assert polished_by(saying(SMOOTH)) == ([SMOOTH], [], 1)


@pytest.mark.parametrize(
    "text",
    [
        SMOOTH.replace("14", "15"),
        SMOOTH.replace("Oudar", "Sirte"),
        SMOOTH.replace("3 May", "4 May"),
        SMOOTH.replace("killed", "massacred"),
        "At least 14 people were killed in Oudar on 3 May 2024.",
        SMOOTH + " " + SMOOTH,
    ],
)
def test_a_sentence_that_says_anything_else_falls_back(text: str) -> None:
    texts, lines, _ = polished_by(saying(text))
    assert texts == [TEXT]
    assert lines[0].startswith("turned down")


@pytest.mark.parametrize("reply", [b"broken", b"no json", {}, {"choices": []}, {"choices": [{"message": {}}]}, [1]])
def test_an_answer_that_is_none_falls_back(reply: object) -> None:
    texts, lines, _ = polished_by(lambda body: reply)
    assert texts == [TEXT]
    assert "failed" in lines[0]


def test_an_endpoint_that_fails_is_left_alone_after_three_times() -> None:
    texts, lines, n_asked = polished_by(lambda body: b"broken", n=8)
    assert (texts, n_asked) == ([TEXT] * 8, 3)
    assert lines[-1].endswith("it is left alone")


def test_a_slow_endpoint_is_not_waited_for() -> None:
    def slow(body: dict[str, object]) -> object:
        time.sleep(0.6)
        return saying(SMOOTH)(body)

    begun = time.monotonic()
    texts, lines, _ = polished_by(slow, timeout_s=0.2)
    assert texts == [TEXT]
    assert "failed" in lines[0]
    assert time.monotonic() - begun < 5


def test_an_endpoint_that_is_not_there_falls_back() -> None:
    made, told = polish(brief(), Endpoint("http://127.0.0.1:9/v1", "tiny"), tell=lambda line: None)
    assert (made, told.n) == (brief(), 0)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a.example", "localhost:8080"])
def test_an_endpoint_is_a_page(url: str) -> None:
    with pytest.raises(WrongOption):
        Endpoint(url, "tiny")
