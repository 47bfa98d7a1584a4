"""Measure accuracy: `python -m bench.quality SUITE --data FOLDER --split SPLIT [--json]`.

A suite is a module `bench/suites/<suite>.py` with `run(data: Path, split: str) -> Report`, found by its
name when asked for. A suite that needs a second folder (the claims' gold) also has
`add_arguments(parser)` and a `run` that takes those options as keywords.
"""

import argparse
import contextlib
import importlib
import json
import os
import pkgutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import bench.suites
from bench.report import Report

__all__ = ["main", "suites"]


def suites() -> list[str]:
    """The names that SUITE may take, sorted."""
    return sorted(found.name for found in pkgutil.iter_modules(bench.suites.__path__) if not found.name.startswith("_"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one suite and print its report; 2 where a file it needs is not there."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = _parser()
    known, _ = parser.parse_known_args([word for word in given if word not in ("-h", "--help")] or ["-h"])
    suite = importlib.import_module(f"bench.suites.{known.suite}")
    if hasattr(suite, "add_arguments"):
        suite.add_arguments(parser)
    options = vars(parser.parse_args(given))
    as_json, name, data, split = (options.pop(key) for key in ("json", "suite", "data", "split"))
    try:
        report, seconds = _timed(suite, data or _default_folder(name), split, options)
    except FileNotFoundError as missing:
        print(f"{missing}. Name a folder in the format of data/{name} with --data.", file=sys.stderr)
        return 2
    print(json.dumps(report.as_json(seconds), ensure_ascii=False) if as_json else _table(report, seconds))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description="Measure accuracy on one set.")
    parser.add_argument("suite", choices=suites(), metavar="SUITE", help=", ".join(suites()))
    parser.add_argument("--data", type=Path, help="folder of the set (default: HUDHUD_GOLD/data/SUITE, or ../shared)")
    parser.add_argument("--split", default="dev", help="the part of the set to read (default: dev)")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    return parser


def _default_folder(suite: str) -> Path:
    return Path(os.environ.get("HUDHUD_GOLD", "../shared")) / "data" / suite


def _timed(suite: ModuleType, data: Path, split: str, options: dict[str, object]) -> tuple[Report, float]:
    """Run with standard output turned to standard error, so that `--json` prints one object and nothing else."""
    began = time.perf_counter()
    with contextlib.redirect_stdout(sys.stderr):
        report: Report = suite.run(data, split, **options)
    return report, time.perf_counter() - began


def _table(report: Report, seconds: float) -> str:
    lines = [f"{report.suite} {report.split}: {report.n} items, model {report.model}, {seconds:.1f} s"]
    lines.append(f"{'':24}{'hudhud':>10}{report.baseline.name[:40]:>42}")
    for name in [*report.metrics, *(extra for extra in report.baseline.metrics if extra not in report.metrics)]:
        lines.append(f"{name:24}{_cell(report.metrics.get(name)):>10}{_cell(report.baseline.metrics.get(name)):>42}")
    return "\n".join(lines)


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


if __name__ == "__main__":
    sys.exit(main())
