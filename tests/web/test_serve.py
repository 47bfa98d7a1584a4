import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from hudhud.cli import main
from hudhud.errors import RecordMissing
from hudhud.settings import desk_token
from hudhud.web.access import is_loopback


def test_help_is_told_without_loading_the_server() -> None:
    code = "import sys, hudhud.cli, hudhud.cli.serve; sys.exit('fastapi' in sys.modules or 'uvicorn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_record_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing):
        CliRunner().invoke(
            main, ["serve", "--record", str(tmp_path / "none.db")], catch_exceptions=False, standalone_mode=False
        )


def test_the_token_comes_from_the_environment() -> None:
    assert desk_token(environment={"HUDHUD_TOKEN": "open-sesame"}) == "open-sesame"
    assert desk_token(environment={"HUDHUD_TOKEN": ""}) is None
    assert desk_token(environment={}) is None


@pytest.mark.parametrize(
    ("host", "is_own"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False)],
)
def test_only_this_machine_s_own_addresses_need_no_token(host: str, is_own: bool) -> None:
    assert is_loopback(host) == is_own
