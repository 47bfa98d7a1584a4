"""A client of a record of hostile texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_client import client_of, fill


@pytest.fixture(scope="session")
def read_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("web") / "case.db")


@pytest.fixture
def client(read_record: Path) -> Iterator[TestClient]:
    with client_of(read_record) as client:
        yield client


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a record of its own, with a session."""
    with client_of(fill(tmp_path / "case.db")) as client:
        client.headers["X-Hudhud"] = client.get("/api/v1/session").json()["header"]
        yield client
