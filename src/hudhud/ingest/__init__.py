"""Feed → RawDocuments."""

from hudhud.ingest.folder import read_folder

__all__ = ["read_folder"]
