"""A word and its part of speech → its lemma, by table and by ending."""

from collections.abc import Mapping

__all__ = ["LemmaTable"]

_LONGEST_ENDING = 5


class LemmaTable:
    """Lemmas as the treebanks write them: proper nouns keep their case, everything else is lower-cased."""

    def __init__(self, table: Mapping[str, Mapping[str, Mapping[str, str]]]) -> None:
        self._forms, self._endings = table["forms"], table["endings"]
        self._known: dict[tuple[str, str], str] = {}

    def lemma(self, word: str, upos: str) -> str:
        """The lemma of a word; a form of an unknown part of speech is its own."""
        key = (word, upos)
        if key not in self._known:
            if len(self._known) > 50_000:  # a long run over many texts must not grow without end
                self._known.clear()
            self._known[key] = self._find(word if upos == "PROPN" else word.lower(), upos)
        return self._known[key]

    def _find(self, form: str, upos: str) -> str:
        listed = self._forms.get(upos, {}).get(form)
        return listed if listed is not None else _by_ending(form.replace("’", "'"), self._endings.get(upos, {}))


def _by_ending(form: str, endings: Mapping[str, str]) -> str:
    for at in range(max(len(form) - _LONGEST_ENDING, 0), len(form) + 1):
        edit = endings.get(form[at:])
        if edit is not None:
            strip, _, add = edit.partition("+")
            return form[: len(form) - int(strip)] + add if int(strip) <= len(form) else form
    return form
