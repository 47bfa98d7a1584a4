"""Record → HTTP: the API under /api/v1, and the desk that reads it."""

from hudhud.web.access import Access
from hudhud.web.app import create_app

__all__ = ["Access", "create_app"]
