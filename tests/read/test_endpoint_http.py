import gzip
import json
import pickle
import socket
import time
from collections.abc import Iterator
from email.utils import formatdate

import pytest
from model_server import ModelServer, Reply, claims, completion, model_server

from hudhud.errors import BudgetSpent, EndpointFailed, WrongOption
from hudhud.read.endpoint_http import Endpoint, Limits

QUESTION = [{"role": "system", "content": "rules"}, {"role": "user", "content": "{}"}]
SCHEMA = {"type": "object"}
BUSY = Reply(b'{"error": {"message": "slow down"}}', status=429, headers={"Retry-After": "2"})


def endpoint(url: str, *, waits: list[float] | None = None, key: str | None = None, **limits: float) -> Endpoint:
    waits = [] if waits is None else waits
    return Endpoint(url, "tiny", api_key=key, limits=Limits(**limits), sleep=waits.append)  # type: ignore[arg-type]


def fault(asked: Endpoint) -> EndpointFailed:
    with pytest.raises(EndpointFailed) as raised:
        asked.ask(QUESTION, SCHEMA)
    return raised.value


def test_the_request_is_what_openai_compatible_servers_take() -> None:
    with model_server(completion("{}")) as server:
        answer = endpoint(server.url).ask(QUESTION, SCHEMA)
    assert (answer.content, answer.is_cut) == ("{}", False)
    assert server.paths == ["/v1/chat/completions"]
    (request,) = server.requests
    assert (request["model"], request["stream"], request["temperature"]) == ("tiny", False, 0)
    assert request["messages"] == QUESTION
    assert request["response_format"]["json_schema"]["schema"] == SCHEMA
    assert "Authorization" not in server.headers[0]


def test_the_key_goes_into_the_header_and_nowhere_else() -> None:
    with model_server(Reply(b"{}", status=401)) as server:
        asked = endpoint(server.url, key="sk-secret")
        error = fault(asked)
    assert server.headers[0]["Authorization"] == "Bearer sk-secret"
    assert "secret" not in json.dumps(server.requests)
    assert "secret" not in str(error)
    assert "HUDHUD_API_KEY" in str(error)


def test_a_cut_answer_is_marked() -> None:
    with model_server(completion('{"claims": [', finish="length")) as server:
        assert endpoint(server.url).ask(QUESTION, SCHEMA).is_cut


def test_a_slow_server_is_given_up_after_the_time_allowed() -> None:
    with model_server(claims(after_s=30)) as server:
        begun = time.monotonic()
        error = fault(endpoint(server.url, timeout_s=0.2))
    assert time.monotonic() - begun < 5
    assert "no answer within 0.2 s" in str(error)
    assert len(server.requests) == 1


def test_a_server_that_drips_is_given_up_too() -> None:
    with model_server(completion("x" * 500, pieces=100, pause_s=0.1)) as server:
        begun = time.monotonic()
        error = fault(endpoint(server.url, timeout_s=0.3))
    assert time.monotonic() - begun < 5
    assert "no answer within 0.3 s" in str(error)


@pytest.mark.parametrize(
    ("headers", "waited"), [({"Retry-After": "2"}, [2.0]), ({}, [1.0]), ({"Retry-After": "soon"}, [1.0])]
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_after_the_wait_it_names(
    status: int, headers: dict[str, str], waited: list[float]
) -> None:
    waits: list[float] = []
    with model_server(Reply(status=status, headers=headers), completion("{}")) as server:
        assert endpoint(server.url, waits=waits).ask(QUESTION, SCHEMA).content == "{}"
    assert waits == waited
    assert len(server.requests) == 2


def test_a_wait_can_be_named_by_a_date() -> None:
    waits: list[float] = []
    busy = Reply(status=429, headers={"Retry-After": formatdate(time.time() + 20, usegmt=True)})
    with model_server(busy, completion("{}")) as server:
        endpoint(server.url, waits=waits).ask(QUESTION, SCHEMA)
    assert 10 < waits[0] <= 20


def test_a_server_that_asks_for_too_long_a_wait_is_not_waited_for() -> None:
    waits: list[float] = []
    with model_server(Reply(status=429, headers={"Retry-After": "86400"})) as server:
        error = fault(endpoint(server.url, waits=waits))
    assert "asks to wait 86400 s" in str(error)
    assert waits == []


def test_a_server_that_stays_busy_is_given_up_after_the_tries_allowed() -> None:
    waits: list[float] = []
    with model_server(BUSY) as server:
        error = fault(endpoint(server.url, waits=waits, tries=3))
    assert "status 429 3 times: slow down" in str(error)
    assert waits == [2.0, 2.0]


def test_inner_errors_of_the_server_are_tried_again_with_longer_waits() -> None:
    waits: list[float] = []
    with model_server(Reply(b"<html>oops</html>", status=500)) as server:
        error = fault(endpoint(server.url, waits=waits))
    assert "status 500 4 times" in str(error)
    assert waits == [1.0, 2.0, 4.0]


def test_a_redirect_is_not_followed() -> None:
    with model_server(completion("{}")) as other:
        to = Reply(status=307, headers={"Location": f"{other.url}/chat/completions"})
        with model_server(to) as server:
            asked = endpoint(server.url, key="sk-secret")
            assert "Redirects are not followed" in str(fault(asked))
            fault(asked)
    assert other.requests == []
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>gateway</html>",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": ["a"]}}]}',
        b'{"choices": {"message": 1}}',
        b"[1, 2]",
        b'{"choices": [{"mess',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        gzip.compress(b"{}"),
    ],
)
def test_an_answer_that_is_no_completion_is_told_as_such(body: bytes) -> None:
    with model_server(Reply(body)) as server:
        assert "no chat completion" in str(fault(endpoint(server.url)))


def test_an_answer_that_ends_too_early_is_a_broken_connection() -> None:
    with model_server(Reply(b'{"choices": [', missing_bytes=500)) as server:
        assert "connection broke" in str(fault(endpoint(server.url)))


def test_a_huge_answer_is_not_read_to_its_end() -> None:
    with model_server(Reply(b" " * (40 * 1024 * 1024))) as server:
        assert "more than 4,194,304 bytes" in str(fault(endpoint(server.url)))


def test_a_server_that_is_not_there_is_not_asked_twice() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    asked = endpoint(url)
    assert "cannot be reached" in str(fault(asked))
    assert "Start the server" in str(fault(asked))
    assert (asked.cost.n_requests, asked.is_closed) == (1, True)


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_server_that_will_not_have_us_is_not_asked_twice(status: int) -> None:
    with model_server(Reply(b'{"error": "model not found"}', status=status)) as server:
        asked = endpoint(server.url)
        assert "model not found" in str(fault(asked))
        fault(asked)
    assert len(server.requests) == 1


def test_what_a_server_says_is_told_as_one_short_printable_line() -> None:
    said = json.dumps({"error": {"message": "\x1b[31mred\nline\u202e " + "x" * 5000}}).encode()
    with model_server(Reply(said, status=418)) as server:
        told = str(fault(endpoint(server.url)))
    assert told.isprintable()
    assert len(told) < 500


@pytest.fixture
def picky() -> Iterator[ModelServer]:
    """A server that knows no schemas."""

    def reply(request: dict[str, object]) -> Reply:
        form = request.get("response_format")
        return completion("{}") if form == {"type": "json_object"} else Reply(b'{"error": "no schemas"}', status=400)

    with model_server(reply) as server:
        yield server


def test_a_server_without_schemas_is_asked_for_json_from_then_on(picky: ModelServer) -> None:
    asked = endpoint(picky.url)
    asked.ask(QUESTION, SCHEMA)
    asked.ask(QUESTION, SCHEMA)
    assert [request["response_format"]["type"] for request in picky.requests] == [
        "json_schema",
        "json_object",
        "json_object",
    ]


def test_a_server_that_refuses_every_form_fails_one_document_and_is_asked_anew() -> None:
    with model_server(Reply(b'{"error": "too long"}', status=400)) as server:
        asked = endpoint(server.url)
        assert "status 400: too long" in str(fault(asked))
        fault(asked)
    assert ["response_format" in request for request in server.requests] == [True, True, False] * 2


def test_requests_and_tokens_are_counted_retries_included() -> None:
    with model_server(BUSY, completion("{}", usage=(700, 50)), completion("{}", usage=(300, 5))) as server:
        asked = endpoint(server.url)
        asked.ask(QUESTION, SCHEMA)
        asked.ask(QUESTION, SCHEMA)
    cost = asked.cost
    assert (cost.n_requests, cost.n_prompt_tokens, cost.n_completion_tokens) == (3, 1000, 55)
    assert (cost.n_tokens, cost.n_estimated) == (1055, 0)


@pytest.mark.parametrize("usage", [None, "none", {}, {"prompt_tokens": -5, "completion_tokens": 1}])
def test_tokens_that_the_server_does_not_count_are_estimated(usage: object) -> None:
    with model_server(completion("{}" * 300, usage=usage)) as server:
        asked = endpoint(server.url)
        asked.ask(QUESTION, SCHEMA)
    assert asked.cost.n_estimated == 1
    assert asked.cost.n_completion_tokens >= 200
    assert asked.cost.n_prompt_tokens > 0


def test_no_request_is_sent_beyond_the_bound_on_requests() -> None:
    with model_server(BUSY) as server:
        asked = endpoint(server.url, max_requests=2)
        with pytest.raises(BudgetSpent, match="of 2 requests allowed in this run, 2 are spent"):
            asked.ask(QUESTION, SCHEMA)
    assert len(server.requests) == 2


def test_no_request_is_sent_beyond_the_bound_on_tokens() -> None:
    with model_server(completion("{}", usage=(500, 300))) as server:
        asked = endpoint(server.url, max_tokens=1_500)
        asked.ask(QUESTION, SCHEMA)
        asked.ask(QUESTION, SCHEMA)
        with pytest.raises(BudgetSpent, match="--max-tokens"):
            asked.ask(QUESTION, SCHEMA)
    assert [request["max_tokens"] for request in server.requests] == [1497, 697]


def test_an_answer_that_never_came_counts_as_if_it_had() -> None:
    with model_server(claims(after_s=30)) as server:
        asked = endpoint(server.url, timeout_s=0.2)
        fault(asked)
    assert asked.cost.n_completion_tokens == 6_000


@pytest.mark.parametrize(
    "url",
    [
        "", "localhost:11434", "ftp://127.0.0.1/v1", "http://", "http://user:secret@127.0.0.1/v1", "http://h/v1?key=1",
        "http://h:99999/v1", "http://[::1/v1", "http://h/v 1", "http://h/\n", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_an_address_that_is_none_or_holds_a_password_is_refused(url: str) -> None:
    with pytest.raises(WrongOption) as raised:
        Endpoint(url, "tiny")
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("key", ["sk secret", "sk\nsecret: 1", "sk-sécret"])
def test_a_key_that_is_no_header_is_refused_without_being_told(key: str) -> None:
    with pytest.raises(WrongOption) as raised:
        Endpoint("http://127.0.0.1/v1", "tiny", api_key=key)
    assert "cret" not in str(raised.value)


@pytest.mark.parametrize("model", ["", "  ", "a\nb", "x" * 300])
def test_a_model_without_a_name_is_refused(model: str) -> None:
    with pytest.raises(WrongOption):
        Endpoint("http://127.0.0.1/v1", model)


@pytest.mark.parametrize(
    ("url", "is_loopback"),
    [
        ("http://127.0.0.1:8000/v1", True),
        ("http://127.9.9.9/v1", True),
        ("http://[::1]:8000/v1", True),
        ("http://localhost:11434/v1", True),
        ("https://models.example/v1", False),
        ("http://localhost.example/v1", False),
        ("http://10.0.0.7/v1", False),
    ],
)
def test_whether_the_text_leaves_the_machine_is_known(url: str, is_loopback: bool) -> None:
    assert Endpoint(url, "tiny").is_loopback is is_loopback


def test_the_path_may_be_given_whole() -> None:
    assert Endpoint("http://127.0.0.1/v1/chat/completions", "tiny").url == "http://127.0.0.1/v1"


def test_the_errors_cross_process_boundaries() -> None:
    for error in (
        EndpointFailed(url="http://h", reason="it broke", advice="Mend it."),
        BudgetSpent(what="tokens", given=5, spent=4, option="--max-tokens"),
    ):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (type(error), str(error))
