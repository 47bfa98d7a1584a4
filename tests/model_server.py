"""A server on loopback that answers as an OpenAI-compatible one does, or misbehaves as it is told."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the server answers: a status, headers and a body, sent after a while, in pieces with a pause between."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    after_s: float = 0.0
    pieces: int = 1
    pause_s: float = 0.0
    missing_bytes: int = 0


def completion(content: str | None, *, finish: str = "stop", usage: Any = (100, 20), **more: Any) -> Reply:
    """A chat completion with `content`; `usage` is tokens of prompt and completion, None for none."""
    plain: dict[str, Any] = {
        "id": "c1",
        "object": "chat.completion",
        "choices": [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content}}],
    }
    if isinstance(usage, tuple):
        plain["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    elif usage is not None:
        plain["usage"] = usage
    return Reply(json.dumps(plain).encode(), headers={"Content-Type": "application/json"}, **more)


def claims(*items: Any, **more: Any) -> Reply:
    """A completion whose content are items of claims."""
    return completion(json.dumps({"claims": list(items)}), **more)


class ModelServer:
    """The requests it got, in order, and the replies it gives: one each, the last one again and again."""

    def __init__(self, replies: list[Reply | Callable[[Request], Reply]]) -> None:
        self.replies = replies
        self.requests: list[Request] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.url = ""

    def reply(self, request: Request) -> Reply:
        self.requests.append(request)
        given = self.replies[min(len(self.requests), len(self.replies)) - 1]
        return given if isinstance(given, Reply) else given(request)

    def articles(self) -> list[dict[str, Any]]:
        """What the user messages hold."""
        return [json.loads(request["messages"][-1]["content"]) for request in self.requests]


@contextmanager
def model_server(*replies: Reply | Callable[[Request], Reply]) -> Iterator[ModelServer]:
    """A server that is there until the block ends."""
    told = ModelServer(list(replies))
    is_done = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            told.paths.append(self.path)
            told.headers.append(dict(self.headers))
            reply = told.reply(json.loads(sent))
            is_done.wait(reply.after_s)
            try:
                self._send(reply)
            except OSError:  # whoever asked has gone
                self.close_connection = True

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) + reply.missing_bytes))
            self.end_headers()
            size = max(1, -(-len(reply.body) // reply.pieces))
            for start in range(0, len(reply.body), size):
                self.wfile.write(reply.body[start : start + size])
                self.wfile.flush()
                if is_done.wait(reply.pause_s):
                    return

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield told
    finally:
        is_done.set()
        server.shutdown()
        server.server_close()
        thread.join()
