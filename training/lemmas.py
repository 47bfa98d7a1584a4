"""Treebank → the lemma table that ships: endings to strip and add, and the forms that no ending explains."""

from collections import Counter, defaultdict

from data import sets

__all__ = ["lemma_table"]

LONGEST = 5
CLOSED = {"PUNCT", "SYM", "NUM", "X"}


def lemma_table(sentences: list[list[sets.Token]]) -> dict[str, dict[str, dict[str, str]]]:
    """`endings[upos][ending] = "strip+add"`, `forms[upos][form] = lemma`; forms are lower-cased except proper nouns."""
    seen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        for token in sentence:
            if token.upos not in CLOSED and token.lemma != "_" and token.form.isascii():
                form = token.form if token.upos == "PROPN" else token.form.lower()
                seen[token.upos][form][token.lemma] += 1
    table: dict[str, dict[str, dict[str, str]]] = {"endings": {}, "forms": {}}
    for upos, forms in seen.items():
        best = {form: (lemmas.most_common(1)[0][0], sum(lemmas.values())) for form, lemmas in forms.items()}
        endings = _endings(best)
        table["endings"][upos] = endings
        table["forms"][upos] = {
            form: lemma
            for form, (lemma, n) in sorted(best.items())
            if apply(form, endings) != lemma and (n > 1 or upos != "PROPN")
        }
    return table


def _edit(form: str, lemma: str) -> str:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{len(form) - shared}+{lemma[shared:]}"


def _endings(best: dict[str, tuple[str, int]]) -> dict[str, str]:
    """The commonest edit of each ending, kept where it differs from what the shorter ending says."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for form, (lemma, _) in best.items():
        edit = _edit(form, lemma)
        if int(edit.split("+")[0]) <= LONGEST:
            for length in range(min(LONGEST, len(form)) + 1):
                votes[form[len(form) - length :]][edit] += 1
    kept: dict[str, str] = {}
    for ending in sorted(votes, key=len):
        edit, n = votes[ending].most_common(1)[0]
        shorter = next((kept[ending[at:]] for at in range(1, len(ending) + 1) if ending[at:] in kept), None)
        if edit != shorter and (n >= 3 or not ending):
            kept[ending] = edit
    return kept


def apply(form: str, endings: dict[str, str]) -> str:
    """The lemma by the longest known ending."""
    for at in range(max(len(form) - LONGEST, 0), len(form) + 1):
        edit = endings.get(form[at:])
        if edit is not None:
            strip, _, add = edit.partition("+")
            return form[: len(form) - int(strip)] + add if int(strip) <= len(form) else form
    return form
