"""The main path uses no network and leaves nothing in the home folder, native libraries included."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import make
import pytest

from hudhud.store import Store


def run(tmp_path: Path, *before: str) -> subprocess.CompletedProcess[str]:
    home = tmp_path / "home"
    home.mkdir()
    words = [
        *before,
        sys.executable,
        "-m",
        "hudhud",
        "run",
        str(make.folder(tmp_path / "feed", 1)),
        "--record",
        "case.db",
    ]
    environment = {"HOME": str(home), "USERPROFILE": str(home), "PATH": os.environ.get("PATH", "")}
    return subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)


def test_a_run_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 0, done.stderr
    assert not list((tmp_path / "home").iterdir())


@pytest.mark.skipif(not shutil.which("unshare"), reason="takes the network away with unshare")
def test_a_run_needs_no_network(tmp_path: Path) -> None:
    done = run(tmp_path, "unshare", "-rn")
    if "unshare" in done.stderr:
        pytest.skip(f"this system does not let go of its network: {done.stderr}")
    assert done.returncode == 0, done.stderr
    with Store.open(tmp_path / "case.db") as store:
        assert store.counts()["claims"] > 0
