"""Document → Claims."""

from hudhud.read.reader import Reader

__all__ = ["Reader", "default_reader"]


def default_reader() -> Reader:
    """The reader that `hudhud run` uses. Loads nothing until it is asked to read."""
    from hudhud.read.encoded import EncodedReader

    return EncodedReader()
