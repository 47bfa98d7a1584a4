"""Text → sentence spans, for the sets that come as whole articles."""

from hudhud.read.tokens import split_words

__all__ = ["sentence_spans"]

_ENDS = {".", "!", "?", "..."}
_CLOSERS = {'"', "”", "’", "'", "''", ")", "]"}


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Character spans of the sentences: a line break ends one, and so does a full stop before a capital or a quote."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        found.extend((at + start, at + end) for start, end in _in_line(line))
        at += len(line) + 1
    return found


def _in_line(line: str) -> list[tuple[int, int]]:
    words = split_words(line)
    found: list[tuple[int, int]] = []
    start, ended = 0, False
    for at, (a, b) in enumerate(words):
        word = line[a:b]
        if ended and not (word in _CLOSERS and line[a - 1 : a].strip()):
            if at > start and not word[0].islower():
                found.append((words[start][0], words[at - 1][1]))
                start = at
            ended = False
        ended = word in _ENDS or ended
    if start < len(words):
        found.append((words[start][0], words[-1][1]))
    return found
