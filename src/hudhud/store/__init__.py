"""Documents, claims, judgements and what follows from them ↔ one SQLite file."""

from hudhud.store.record import HAND, Origin, Store
from hudhud.store.told_events import PassageRow

__all__ = ["HAND", "Origin", "PassageRow", "Store"]
