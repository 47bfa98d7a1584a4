"""Messages → a language model's answer, over an OpenAI-compatible endpoint, within a budget."""

import ipaddress
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hudhud.errors import BudgetSpent, EndpointFailed, WrongOption
from hudhud.read.endpoint_answer import parsed

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

__all__ = ["Answer", "Cost", "Endpoint", "Limits"]

# An answer of 6,000 tokens is some 30 KB; with a server's thoughts and escapes a hundred times that is enough.
_LARGEST = 4 * 1024 * 1024
_CHUNK = 64 * 1024
_CONNECT_S = 10.0
# A part of 1,000 tokens has room for some 50 claims in this; below the least no claim fits. Not measured.
_MOST_COMPLETION, _LEAST_COMPLETION = 6_000, 256
# Of UTF-8 there are about four bytes to a token of English, two or three of Arabic: three rather over- than
# underestimates what an article costs.
_BYTES_PER_TOKEN = 3
_BUSY = frozenset({429, 500, 502, 503, 504})
# A server that refuses one form of request (400, 422) is asked in the next plainer one.
_REFUSED_FORM = frozenset({400, 422})
_FORMS = 3
_AGAIN = "The document is tried again on the next run."


@dataclass(frozen=True, slots=True)
class Limits:
    """What asking may take: requests and tokens in all (None: no bound), seconds for one answer, tries for one.

    `longest_wait_s` is the longest that a server may ask to wait before the next try.
    """

    max_requests: int | None = 1_000
    max_tokens: int | None = 5_000_000
    timeout_s: float = 300.0
    tries: int = 4
    longest_wait_s: float = 60.0


@dataclass(slots=True)
class Cost:
    """What asking has taken so far. Tokens are those the server counts, else an estimate, which `n_estimated` tells."""

    n_requests: int = 0
    n_prompt_tokens: int = 0
    n_completion_tokens: int = 0
    n_estimated: int = 0

    @property
    def n_tokens(self) -> int:
        """Tokens of both kinds."""
        return self.n_prompt_tokens + self.n_completion_tokens


@dataclass(frozen=True, slots=True)
class Answer:
    """The text that the model wrote, and whether the server cut it off."""

    content: str
    is_cut: bool


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    data: bytes
    retry_after: str | None


class Endpoint:
    """`{url}/chat/completions` of one server and one model. Connects to nothing until it is asked.

    Redirects are not followed and proxies of the environment are not used: the text and the key go to the server
    that was named and to no other.

    Raises:
        WrongOption: If the address, the model's name or the key cannot be used.
    """

    def __init__(
        self,
        url: str,
        model: str,
        *,
        api_key: str | None = None,
        limits: Limits | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.url = _checked_url(url)
        self.model = _checked_model(model)
        self.limits = limits or Limits()
        self.cost = Cost()
        self._headers = {"Content-Type": "application/json", "Accept-Encoding": "identity", "Connection": "close"}
        if api_key:
            self._headers["Authorization"] = f"Bearer {_checked_key(api_key)}"
        self._sleep = sleep
        self._form = 0
        self._closed: EndpointFailed | None = None

    @property
    def host(self) -> str:
        """The host that is asked."""
        return urlsplit(self.url).hostname or ""

    @property
    def is_loopback(self) -> bool:
        """Whether the server is on this machine."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is asked in this run."""
        return self._closed is not None

    def room_for(self, n_requests: int) -> None:
        """Make sure that so many requests are left.

        Raises:
            BudgetSpent: If they are not.
        """
        most = self.limits.max_requests
        if most is not None and self.cost.n_requests + n_requests > most:
            raise BudgetSpent(what="requests", given=most, spent=self.cost.n_requests, option="--max-requests")

    def close(self, reason: str, advice: str) -> EndpointFailed:
        """Ask no more: every later question fails at once, for this reason. Gives the error to raise."""
        self._closed = self._failed(reason, advice)
        return self._closed

    def ask(self, messages: list[dict[str, str]], schema: dict[str, Any]) -> Answer:
        """The model's answer to messages, held to a JSON schema where the server can do that.

        Raises:
            EndpointFailed: If there is none that can be used, after the tries that the limits allow.
            BudgetSpent: If it would take more than the limits allow. Nothing is sent then.
        """
        if self._closed:
            raise self._closed
        form = self._form
        while True:
            most = self._room_for_answer(messages)
            body = json.dumps(_body(form, self.model, messages, schema, most)).encode()
            reply = self._reply(body, _tokens(messages), most)
            if reply.status not in _REFUSED_FORM or form == _FORMS - 1:
                answer = self._answer(reply, _tokens(messages))
                self._form = form
                return answer
            form += 1

    def _room_for_answer(self, messages: list[dict[str, str]]) -> int:
        most = self.limits.max_tokens
        if most is None:
            return _MOST_COMPLETION
        left = most - self.cost.n_tokens - _tokens(messages)
        if left < _LEAST_COMPLETION:
            raise BudgetSpent(what="tokens", given=most, spent=self.cost.n_tokens, option="--max-tokens")
        return min(left, _MOST_COMPLETION)

    def _reply(self, body: bytes, n_prompt: int, n_completion: int) -> _Reply:
        """The server's reply that is no `busy`, after as many tries as are allowed."""
        for number in range(1, self.limits.tries + 1):
            self.room_for(1)
            self.cost.n_requests += 1
            reply = self._post(body, n_prompt, n_completion)
            if reply.status not in _BUSY:
                return reply
            wait = _wait(reply.retry_after, number)
            if wait > self.limits.longest_wait_s:
                raise self._failed(
                    f"it asks to wait {wait:.0f} s (status {reply.status})", "Run the same command again later."
                )
            if number < self.limits.tries:
                self._sleep(wait)
        raise self._failed(
            f"it answered status {reply.status} {self.limits.tries} times{_said(reply.data)}",
            "Run the same command again later.",
        )

    def _post(self, body: bytes, n_prompt: int, n_completion: int) -> _Reply:
        from urllib3.exceptions import HTTPError, NewConnectionError, SSLError, TimeoutError

        limit = self.limits.timeout_s
        fault = f"no answer within {limit:g} s, or one of more than {_LARGEST:,} bytes"
        cause: Exception | None = None
        try:
            reply = self._exchange(body, time.monotonic() + limit)
        except (NewConnectionError, SSLError) as error:
            advice = "Start the server, or correct --endpoint."
            raise self.close(f"it cannot be reached ({_line(error)})", advice) from error
        except TimeoutError as error:
            cause, fault, reply = error, f"no answer within {limit:g} s", None
        except (HTTPError, HTTPException, OSError) as error:
            cause, fault, reply = error, f"the connection broke ({_line(error)})", None
        if reply is not None:
            return reply
        # The model may have written all of it: counting it as written keeps the bound.
        self._charge(None, n_prompt, n_completion)
        raise self._failed(fault, f"{_AGAIN} --timeout allows more seconds.") from cause

    def _exchange(self, body: bytes, ends_at: float) -> _Reply | None:
        """One request and its reply; None where the reply is too large or comes too slowly."""
        from urllib3 import PoolManager, Timeout

        limit = self.limits.timeout_s
        # A connection each: an answer takes seconds, and no socket is left open between documents.
        with PoolManager(1) as pool:
            response = pool.request(
                "POST",
                f"{self.url}/chat/completions",
                body=body,
                headers=self._headers,
                timeout=Timeout(connect=min(limit, _CONNECT_S), read=limit),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                data = _read(response, ends_at)
            finally:
                response.close()
        return None if data is None else _Reply(response.status, data, response.headers.get("Retry-After"))

    def _answer(self, reply: _Reply, n_prompt: int) -> Answer:
        if reply.status != 200:
            raise self._refused(reply)
        value = parsed(reply.data.decode("utf-8", "replace"))
        value = value if isinstance(value, dict) else {}
        self._charge(value.get("usage"), n_prompt, -(-len(reply.data) // _BYTES_PER_TOKEN))
        choices = value.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
        message = choice.get("message")
        content = message.get("content") if isinstance(message, dict) else None
        if not isinstance(content, str):
            raise self._failed("its answer is no chat completion with text", _AGAIN)
        return Answer(content, choice.get("finish_reason") == "length")

    def _refused(self, reply: _Reply) -> EndpointFailed:
        told = f"it answered status {reply.status}{_said(reply.data)}"
        if reply.status in (401, 403):
            return self.close(told, "Give the key in HUDHUD_API_KEY.")
        if reply.status in (404, 405):
            return self.close(told, "Check the address (most end in /v1) and the name of the model.")
        if 300 <= reply.status < 400:
            return self.close(told, "Redirects are not followed: give the address it leads to with --endpoint.")
        return self._failed(told, _AGAIN)

    def _charge(self, usage: Any, n_prompt: int, n_completion: int) -> None:
        usage = usage if isinstance(usage, dict) else {}
        told = [usage.get("prompt_tokens"), usage.get("completion_tokens")]
        if all(isinstance(n, int) and not isinstance(n, bool) and n >= 0 for n in told):
            n_prompt, n_completion = told
        else:
            self.cost.n_estimated += 1
        self.cost.n_prompt_tokens += n_prompt
        self.cost.n_completion_tokens += n_completion

    def _failed(self, reason: str, advice: str) -> EndpointFailed:
        return EndpointFailed(url=self.url, reason=reason, advice=advice)


def _body(form: int, model: str, messages: list[dict[str, str]], schema: dict[str, Any], most: int) -> dict[str, Any]:
    """A request: with a schema; with JSON asked for; or with as little as every server takes."""
    body: dict[str, Any] = {"model": model, "messages": messages, "stream": False}
    if form == _FORMS - 1:
        return {**body, "max_completion_tokens": most}
    held = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema}}
    return {
        **body,
        "temperature": 0,
        "max_tokens": most,
        "response_format": {"type": "json_object"} if form else held,
    }


def _read(response: "BaseHTTPResponse", ends_at: float) -> bytes | None:
    """The body, None where it is too large or comes too slowly."""
    data = bytearray()
    while chunk := response.read1(_CHUNK, decode_content=False):
        data += chunk
        if len(data) > _LARGEST or time.monotonic() > ends_at:
            return None
    return bytes(data)


def _tokens(messages: list[dict[str, str]]) -> int:
    n_bytes = sum(len(message["content"].encode("utf-8", "replace")) for message in messages)
    return -(-n_bytes // _BYTES_PER_TOKEN)


def _wait(retry_after: str | None, number: int) -> float:
    """Seconds until the next try: those that the server asks for, else 1, 2, 4 and so on."""
    told = (retry_after or "").strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 2.0 ** (number - 1)


def _said(data: bytes) -> str:
    """What an error reply says, as far as it is one printable line."""
    value = parsed(data[:_CHUNK].decode("utf-8", "replace"))
    error = value.get("error") if isinstance(value, dict) else None
    message = error.get("message") if isinstance(error, dict) else error
    line = _line(message) if isinstance(message, str) else ""
    return f": {line}" if line else ""


def _line(told: object) -> str:
    words = "".join(character if character.isprintable() else " " for character in str(told)[:1_000]).split()
    return " ".join(words)[:200]


def _checked_url(url: str) -> str:
    allowed = "an address as http://127.0.0.1:11434/v1, without a user name, a password, a query or a fragment"
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good or "@" in parts.netloc or parts.query or parts.fragment or not url.isprintable() or " " in url:
        raise WrongOption(option="the endpoint", given=url.split("@")[-1], allowed=allowed)
    return url.rstrip("/").removesuffix("/chat/completions")


def _checked_model(model: str) -> str:
    if not model.strip() or len(model) > 200 or not model.isprintable():
        raise WrongOption(option="the model", given=model[:200], allowed="its name as the server knows it")
    return model


def _checked_key(key: str) -> str:
    # The key itself stays out of the message, which ends in logs and in the record.
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise WrongOption(option="the key of the endpoint", given="...", allowed="printable ASCII without spaces")
    return key
