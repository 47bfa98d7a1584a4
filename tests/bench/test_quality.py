"""The command that measures."""

import json
from pathlib import Path

import pytest

from bench import quality, speed
from bench.report import Baseline, Report


def test_every_suite_has_a_run() -> None:
    import importlib

    assert quality.suites()
    assert all(hasattr(importlib.import_module(f"bench.suites.{name}"), "run") for name in quality.suites())
    assert "encoder" in speed.speeds()


def test_the_report_has_the_shape_the_design_gives() -> None:
    report = Report("re3d", "dev", 3, {"f1": 0.5}, Baseline("none", {"f1": 0.1}), "1.0.0")
    assert report.as_json(1.23456) == {
        "suite": "re3d",
        "split": "dev",
        "n": 3,
        "metrics": {"f1": 0.5},
        "baseline": {"name": "none", "f1": 0.1},
        "model": "1.0.0",
        "seconds": 1.235,
    }


def test_json_prints_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dev.txt").write_text("Salim B-Person\nHaddad I-Person\nspoke O\n. O\n", encoding="utf-8")
    assert quality.main(["re3d", "--data", str(tmp_path), "--split", "dev", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["n"] == 1
    assert set(said) == {"suite", "split", "n", "metrics", "baseline", "model", "seconds"}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quality.main(["plv", "--data", str(tmp_path / "none"), "--split", "test"]) == 2
    assert "--data" in capsys.readouterr().err
