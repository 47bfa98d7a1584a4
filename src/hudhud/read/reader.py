"""What every reader is: a document in, claims out."""

from typing import Protocol

from hudhud.records import Claim, Document

__all__ = ["Reader"]


class Reader(Protocol):
    """Reads one document. The name and version go into each claim as its provenance."""

    @property
    def name(self) -> str:
        """The reader's name and version, as `hudhud 0.1.0`."""
        ...

    def read(self, document: Document) -> list[Claim]:
        """The claims of `document`, in text order. Never raises on odd text; an empty document has none."""
        ...
