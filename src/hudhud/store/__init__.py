"""Documents, claims, judgements and what follows from them ↔ one SQLite file."""

from hudhud.store.record import Origin, Store

__all__ = ["Origin", "Store"]
