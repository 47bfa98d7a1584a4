"""RawDocument → Document: the article's own text with its header, and what was cut out, with reasons."""

from hudhud.clean.article import clean

__all__ = ["clean"]
