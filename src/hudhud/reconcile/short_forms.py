"""Short forms of a body (`the Front`, `Truce Mission`, `the council`) → the one body of the article they stand for."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from hudhud.lexicon import names as words_of
from hudhud.lexicon.spelling import fold
from hudhud.reconcile.nodes import Node, Nodes
from hudhud.records import Document

__all__ = ["ShortForm", "is_body", "short_forms"]

# What an article calls a body that it has named, in small letters. `government` and `army` are left to the rules
# of state organs, `group` and `force` stand for anyone.
_COMMON = frozenset(
    """agency alliance assembly authority battalion brigade bureau coalition command commission committee congress
    council court delegation federation front league legion ministry mission movement observatory organisation
    organization party regiment secretariat society tribunal union""".split()
)


class ShortForm(NamedTuple):
    """A short form in a document, the key of the body it stands for, and whether the document names that in full."""

    document_id: str
    text: str
    key: str
    is_here: bool


def is_body(node: Node) -> bool:
    """Whether a name is that of an organisation, an armed group or an organ of state."""
    return node.name.kind in ("organisation", "armed_group", "state_organ")


def short_forms(nodes: Nodes, documents: Mapping[str, Document], root: Callable[[str], str]) -> Iterator[ShortForm]:
    """Yield the short forms; `root` is asked anew for each, since the caller joins meanwhile.

    Names of several words come first: `Truce Mission` is the `Continental Truce Mission` before `the Mission` is
    sought.
    """
    yield from _Finder(nodes, documents, root).run()


class _Finder:
    def __init__(self, nodes: Nodes, documents: Mapping[str, Document], root: Callable[[str], str]) -> None:
        self.nodes, self.documents, self.root = nodes, documents, root
        self.texts: dict[str, str] = {}
        self.by_head: dict[str, frozenset[str]] = {}
        self.bodies: dict[str, list[str]] = defaultdict(list)
        self.names: dict[str, tuple[str, ...]] = {}
        for key in sorted(nodes.by_key):
            if is_body(nodes.by_key[key]) and len(self.words(key)) > 1:
                self.bodies[_head(self.words(key))].append(key)
                # The names as they are now: the short forms that are found are added to them.
                self.names[key] = tuple(f" {fold(text)} " for text in nodes.by_key[key].texts if _is_full(text))

    def words(self, key: str) -> tuple[str, ...]:
        return self.nodes.by_key[key].name.words

    def run(self) -> Iterator[ShortForm]:
        for (document_id, text), key in sorted(self.nodes.of_mention.items()):
            name = self.nodes.by_key[key].name
            if key.startswith(("n:", "p:")) and 1 < len(name.words) < 5 and not name.is_titled and not name.owner:
                yield from self.one(document_id, text, name.words)
        for (document_id, text), mention in sorted(self.nodes.described.items()):
            words = mention.name.words
            if len(words) > 1 or mention.name.hedge:
                continue
            if text[:1].isupper() or (words[0] in _COMMON and self.names_no_other(document_id, words[0])):
                yield from self.one(document_id, text, words)

    def names_no_other(self, document_id: str, head: str) -> bool:
        """Whether the article says `the council`, and every `Council` it names in capitals is one body's."""
        document = self.documents.get(document_id)
        if document is None or not re.search(rf"\b[Tt]he {head}\b", document.text):
            return False
        used = self.used(head)
        name = head.capitalize()
        runs = re.findall(rf"(?:\b[A-Z][\w'’-]+ )+{name}\b|\b{name} (?:of|for) (?:the )?[A-Z][\w'’-]+", document.text)
        plain = [fold(run).removeprefix("the ") for run in runs]
        return all(
            f" {run} " in used or any(f" {run} " in whole or whole in f" {run} " for whole in used)
            for run in plain
            if run != head
        )

    def used(self, head: str) -> frozenset[str]:
        """Every name of the bodies called so for short."""
        if head not in self.by_head:
            self.by_head[head] = frozenset(name for key in self.bodies.get(head, ()) for name in self.names[key])
        return self.by_head[head]

    def one(self, document_id: str, text: str, words: tuple[str, ...]) -> Iterator[ShortForm]:
        """The one body that these words are short for: named in full in the article, else the one such in the record.

        Of a single word in small letters only the article counts.
        """
        bodies = self.bodies.get(_head(words), ())
        longer = {self.root(key): key for key in bodies if _is_short(words, self.words(key))}
        if not longer or document_id not in self.documents:
            return
        if document_id not in self.texts:
            self.texts[document_id] = f" {fold(self.documents[document_id].text)} "
        whole = self.texts[document_id]
        fits = {root: key for root, key in longer.items() if any(name in whole for name in self.names[key])}
        is_here = bool(fits)
        if not fits and (len(words) > 1 or text[:1].isupper()):
            fits = longer
        if len(fits) == 1:
            yield ShortForm(document_id, text, next(iter(fits.values())), is_here)


def _is_full(text: str) -> bool:
    """Whether a text is a whole name or an abbreviation, and no short form."""
    return len(text.split()) > 1 or text.isupper()


def _head(words: tuple[str, ...]) -> str:
    """The word that a body is called by for short: the last, and of `Council of Northern Towns` the first."""
    return words[words.index("of", 1) - 1] if "of" in words[1:] else words[-1]


def _is_short(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name leaves words out of a fuller one; not the man out of `Front of General Dorre`."""
    if not set(words) < set(full):
        return False
    return len(words) == 1 or set(words) & words_of.JOINTS == set(full) & words_of.JOINTS
