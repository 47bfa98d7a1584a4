"""Hudhud reads conflict news and keeps the record: who did what to whom, where, when and how many, and who says so."""

__version__ = "0.1.0"

__all__ = ["__version__"]
