"""Measure speed and memory: `python -m bench.speed WHAT [--json]`.

WHAT is a module `bench/speeds/<what>.py` with `run() -> dict`, found by its name when asked for; a module
that takes options also has `add_arguments(parser)`, and its `run` takes them as keywords.
"""

import argparse
import contextlib
import importlib
import json
import pkgutil
import sys
from collections.abc import Sequence

import bench.speeds

__all__ = ["main", "speeds"]


def speeds() -> list[str]:
    """The names that WHAT may take, sorted."""
    return sorted(found.name for found in pkgutil.iter_modules(bench.speeds.__path__) if not found.name.startswith("_"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Time one thing and print what was measured."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description="Measure speed and memory.")
    parser.add_argument("what", choices=speeds(), metavar="WHAT", help=", ".join(speeds()))
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    known, _ = parser.parse_known_args([word for word in given if word not in ("-h", "--help")] or ["-h"])
    module = importlib.import_module(f"bench.speeds.{known.what}")
    if hasattr(module, "add_arguments"):
        module.add_arguments(parser)
    options = vars(parser.parse_args(given))
    as_json, what = options.pop("json"), options.pop("what")
    with contextlib.redirect_stdout(sys.stderr):
        measured = {"what": what, **module.run(**options)}
    print(json.dumps(measured, ensure_ascii=False) if as_json else _table(measured))
    return 0


def _table(measured: dict[str, object]) -> str:
    width = max(len(name) for name in measured)
    return "\n".join(f"{name:{width}}  {value}" for name, value in measured.items())


if __name__ == "__main__":
    sys.exit(main())
