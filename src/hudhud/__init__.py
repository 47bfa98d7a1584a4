"""Hudhud reads conflict news and keeps the record: who did what to whom, where, when and how many, and who says so."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

__all__ = ["Case", "__version__", "open"]


def __getattr__(name: str) -> Any:
    # Loaded on use, so that `import hudhud` and `hudhud --help` stay light; by name, so that modules below the
    # pipeline may import the version from here without importing the pipeline.
    if name in ("Case", "open"):
        return getattr(import_module("hudhud.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
