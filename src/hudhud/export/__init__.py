"""Record → file."""

from hudhud.export.claims import claim_line

__all__ = ["claim_line"]
