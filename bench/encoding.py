"""The encoder under test: the one that ships, or the folder that HUDHUD_MODEL names (the float model, say)."""

import os
from functools import lru_cache
from pathlib import Path

from hudhud.read.encoder import Encoder

__all__ = ["encoder"]


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Loaded once, on two threads."""
    named = os.environ.get("HUDHUD_MODEL")
    return Encoder.load(Path(named) if named else None, threads=2)
