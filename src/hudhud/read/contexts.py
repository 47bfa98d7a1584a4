"""An article's words → the PLOVER contexts its events stand in."""

import re
from collections import Counter

from hudhud.lexicon.contexts import CONTEXT_WORDS

__all__ = ["contexts_of"]

# A context takes three of its words, or one word in 150: without a measurement, set so that a typical report of
# fighting has two or three contexts.
_LEAST = 3
_SHARE = 1 / 150
_MOST = 5

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def contexts_of(text: str) -> tuple[str, ...]:
    """The contexts of an article by its words, the strongest first, five at most."""
    words = Counter(_WORD.findall(text.lower()))
    total = sum(words.values())
    counts = {context: sum(words[word] for word in table) for context, table in CONTEXT_WORDS.items()}
    kept = [(n, context) for context, n in counts.items() if n >= _LEAST and n >= total * _SHARE]
    return tuple(context for _, context in sorted(kept, key=lambda pair: (-pair[0], pair[1]))[:_MOST])
