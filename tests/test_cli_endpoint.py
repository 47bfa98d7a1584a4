import json
from pathlib import Path

import make
import pytest
from click.testing import CliRunner, Result
from model_server import Reply, claims, completion, model_server

from hudhud.cli import main


def run(tmp_path: Path, *words: str, **environment: str) -> Result:
    feed = tmp_path / "feed"
    if not feed.exists():
        make.folder(feed, 2)
    line = ["run", str(feed), "--record", str(tmp_path / "case.db"), *words]
    return CliRunner().invoke(main, line, env={"COLUMNS": "120", **environment})


def asked(url: str, *more: str) -> tuple[str, ...]:
    return ("--reader", "llm", "--endpoint", url, "--model", "tiny", *more)


def test_a_folder_is_read_by_the_model_and_the_cost_is_told(tmp_path: Path) -> None:
    with model_server(claims({"kind": "rumour"}, usage=(1000, 20))) as server:
        done = run(tmp_path, *asked(server.url), HUDHUD_API_KEY="sk-1")
    assert done.exit_code == 0, done.stderr
    assert "2 new" in done.stderr
    assert "tiny took 2 requests, 2,000 prompt tokens and 40 completion tokens." in done.stderr
    assert "Dropped of its answers: 2 kind outside the vocabulary." in done.stderr
    assert "goes to" not in done.stderr
    assert server.headers[0]["Authorization"] == "Bearer sk-1"


def test_what_was_dropped_is_written_on_request(tmp_path: Path) -> None:
    dropped = tmp_path / "dropped.jsonl"
    with model_server(claims({"kind": "rumour"})) as server:
        run(tmp_path, *asked(server.url, "--dropped", str(dropped)))
    lines = [json.loads(line) for line in dropped.read_text().splitlines()]
    assert lines[0] == {
        "document": "market-000.txt",
        "slot": "kind",
        "reason": "outside the vocabulary",
        "is_whole": True,
        "item": {"kind": "rumour"},
    }
    assert len(lines) == 2


def test_the_bound_on_requests_leaves_documents_for_the_next_run(tmp_path: Path) -> None:
    with model_server(claims(usage=None)) as server:
        done = run(tmp_path, *asked(server.url, "--max-requests", "1"))
        assert done.exit_code == 0
        assert "1 new, 0 known, 1 set aside" in done.stderr
        assert "allow more with --max-requests" in done.stderr
        assert "(1 of the requests estimated)" in done.stderr
        assert "1 new, 1 known, 0 set aside" in run(tmp_path, *asked(server.url, "--max-requests", "1")).stderr


def test_the_bound_on_tokens_holds(tmp_path: Path) -> None:
    with model_server(completion('{"claims": []}')) as server:
        done = run(tmp_path, *asked(server.url, "--max-tokens", "300"))
    assert "2 set aside" in done.stderr
    assert server.requests == []


def test_a_slow_server_is_given_up_after_the_seconds_given(tmp_path: Path) -> None:
    with model_server(claims(after_s=20)) as server:
        done = run(tmp_path, *asked(server.url, "--timeout", "1", "--max-requests", "1"))
    assert "no answer within 1 s" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--reader", "llm"), "--endpoint"),
        (("--reader", "llm", "--endpoint", "http://127.0.0.1:9/v1"), "--model"),
        (("--endpoint", "http://127.0.0.1:9/v1"), "--reader"),
        (("--model", "tiny"), "--reader"),
        (asked("no address"), "the endpoint"),
        (asked("http://127.0.0.1:9/v1", "--dropped", "no/such/folder/x"), "--dropped"),
    ],
)
def test_options_that_do_not_go_together_are_told_before_anything_is_read(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    done = run(tmp_path, *words)
    assert done.exit_code == 1
    assert told in done.stderr
    assert not (tmp_path / "case.db").exists()


def test_text_that_leaves_the_machine_is_announced(tmp_path: Path) -> None:
    # The folder is empty, so that the address, one of a network for documentation, is never asked.
    (tmp_path / "feed").mkdir()
    done = run(tmp_path, *asked("http://192.0.2.7/v1"))
    assert "The text of the articles goes to 192.0.2.7 without encryption." in done.stderr
    assert "tiny took 0 requests" in done.stderr


def test_a_key_is_never_told(tmp_path: Path) -> None:
    with model_server(Reply(status=401)) as server:
        done = run(tmp_path, *asked(server.url), HUDHUD_API_KEY="sk-secret")
    assert "HUDHUD_API_KEY" in done.stderr
    assert "sk-secret" not in done.output + done.stderr
    assert b"sk-secret" not in (tmp_path / "case.db").read_bytes()
