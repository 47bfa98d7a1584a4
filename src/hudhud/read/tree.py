"""Ways through the dependency tree of one sentence."""

from collections.abc import Iterator
from functools import cached_property

from hudhud.lexicon.inflections import verb_lemma
from hudhud.read.analysis import Analysis, Word

__all__ = ["Tree"]

# Children that are not part of the phrase a head names: clauses, further members of a list, asides.
_NOT_CORE = frozenset(
    "acl acl:relcl advcl advcl:relcl appos cc conj parataxis punct cop nsubj csubj mark dep list discourse".split()
)
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")


def _lemma(word: Word) -> str:
    known = verb_lemma(word.text) if word.upos == "VERB" else None
    return known or word.lemma.lower()


class Tree:
    """The words of a sentence with their arcs turned round, so that one can walk down as well as up."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.words: tuple[Word, ...] = analysis.words
        self._lemmas = [_lemma(word) for word in self.words]
        self._children: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if 0 <= word.head < len(self.words) and word.head != index:
                self._children[word.head].append(index)

    def __len__(self) -> int:
        return len(self.words)

    def lemma(self, index: int) -> str:
        """The lower-case lemma of a word."""
        return self._lemmas[index]

    def relation(self, index: int) -> str:
        """The relation of a word to its head, with its subtype."""
        return self.words[index].relation

    def head(self, index: int) -> int:
        """The index of the governing word, -1 for the root."""
        return self.words[index].head

    @cached_property
    def root(self) -> int:
        """The index of the root, 0 in a sentence without one."""
        return next((i for i, word in enumerate(self.words) if word.head < 0), 0)

    def children(self, index: int, *relations: str) -> list[int]:
        """The words governed by a word, those with one of `relations` where any is named (`obl` takes `obl:x`)."""
        if not relations:
            return self._children[index]
        return [
            child
            for child in self._children[index]
            if self.words[child].relation in relations or self.words[child].relation.split(":")[0] in relations
        ]

    def child(self, index: int, *relations: str) -> int | None:
        """The first such child, or None."""
        found = self.children(index, *relations)
        return found[0] if found else None

    def subtree(self, index: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """All words under a word and itself, in text order, branches with a relation in `without` left out."""
        out, stack = [], [index]
        while stack:
            here = stack.pop()
            out.append(here)
            stack.extend(child for child in self._children[here] if self.words[child].relation not in without)
        return sorted(out)

    def clause(self, index: int, *, drop: frozenset[int] = frozenset()) -> tuple[int, int]:
        """The run of words from the first to the last word under a head, branches headed by `drop` left out."""
        out, stack = [], [index]
        while stack:
            here = stack.pop()
            if here in drop:
                continue
            out.append(here)
            stack.extend(self._children[here])
        return (min(out), max(out) + 1) if out else (index, index + 1)

    def phrase(self, index: int) -> tuple[int, int]:
        """The noun phrase of a head: a run of words, without clauses, appositions, list members or brackets."""
        keep = {index}
        stack = [
            child
            for child in self._children[index]
            if self.words[child].relation not in _NOT_CORE and self._is_named_with(index, child)
        ]
        while stack:
            here = stack.pop()
            keep.add(here)
            stack.extend(
                child
                for child in self._children[here]
                if self.words[child].relation not in _NOT_CORE - {"punct", "conj", "cc"}
                and self._is_named_with(here, child)
            )
        start, end = index, index + 1
        while start - 1 in keep or (start - 2 in keep and self._joins(start - 1)):
            start -= 1
        while end in keep or (end + 1 in keep and end < len(self.words) and self._joins(end)):
            end += 1
        while start < index and (self.words[start].relation in ("case", "cc", "punct", "mark")):
            start += 1
        return start, end

    def _is_named_with(self, index: int, child: int) -> bool:
        """Whether a dependent belongs to what a noun is called: `of` does, `in` only inside a proper name."""
        if self.words[child].relation not in ("nmod", "obl", "nmod:unmarked"):
            return True
        case = self.case(child)
        if case == "of":
            return True
        capitals = self.words[index].text[:1].isupper() and self.words[child].text[:1].isupper()
        return capitals and case in ("for", "in", "on", "to", "against", "with")

    def _joins(self, index: int) -> bool:
        return self.words[index].text in ("-", "–", "’s", "'s", "’", "'", "“", "”", '"', "/", "&")

    def conjuncts(self, index: int) -> list[int]:
        """A word and the members of the list it heads; a list has an `and` or `or`, else it is an apposition."""
        members = self.children(index, "conj")
        if not any(self.children(member, "cc") or self.children(index, "cc") for member in members):
            return [index]
        out = [index]
        for child in members:
            out.append(child)
            out.extend(member for member in self.conjuncts(child)[1:])
        return out

    def subjects(self, index: int, *, inherit: bool = True) -> list[int]:
        """The heads of a predicate's subject, list members included.

        Where the predicate has none of its own it takes that of the predicate it is coordinated with or
        complements (`plans to attack`), and of the noun that a relative clause or participle modifies.
        """
        seen: set[int] = set()
        here = index
        while here >= 0 and here not in seen:
            seen.add(here)
            own = [child for child in self._children[here] if self.words[child].relation in _SUBJECTS]
            if own:
                return self._antecedents(here, self._one_subject(own))
            if not inherit:
                return []
            relation = self.words[here].relation
            up = self.words[here].head
            if relation == "conj" or relation == "xcomp" or relation.startswith("advcl") or relation == "parataxis":
                if relation == "xcomp" and (obj := self.child(up, "obj", "iobj")) is not None and obj > up:
                    return self.conjuncts(obj)
                here = up
                continue
            if (
                relation == "acl"
                and up >= 0
                and (self.words[here].text.lower().endswith("ing") or self.is_passive(here))
            ):
                return self.conjuncts(up)
            return []
        return []

    def _one_subject(self, own: list[int]) -> list[int]:
        """A verb has one subject: of a title and a name that the tree hangs apart it is the name."""
        if len(own) < 2:
            return own
        persons = {i for mark in self.analysis.entities if mark.label == "PERSON" for i in range(mark.start, mark.end)}
        named = [i for i in own if i in persons and self.words[i].upos == "PROPN"]
        return named[-1:] or own[-1:]

    def _antecedents(self, predicate: int, own: list[int]) -> list[int]:
        """Relative pronouns stand for the noun their clause hangs from."""
        out: list[int] = []
        for subject in own:
            if self.lemma(subject) in ("who", "which", "that", "whom") and self.words[subject].upos == "PRON":
                noun = self._relative_noun(predicate)
                out.extend([noun] if noun is not None else [])
            else:
                out.extend(self.conjuncts(subject))
        return out

    def _relative_noun(self, predicate: int) -> int | None:
        here = predicate
        for _ in range(4):
            if self.words[here].relation in ("acl:relcl", "acl"):
                return self.words[here].head
            here = self.words[here].head
            if here < 0:
                return None
        return None

    def is_passive(self, index: int) -> bool:
        """Whether a verb is a passive, finite (`was killed`) or a participle that modifies a noun (`held by`)."""
        word = self.words[index]
        relations = {self.words[child].relation for child in self._children[index]}
        if "nsubj:pass" in relations and "obj" in relations and "aux:pass" not in relations:
            return False
        if any(
            self.words[child].relation in ("nsubj:pass", "aux:pass", "csubj:pass") for child in self._children[index]
        ):
            return True
        if word.relation == "conj" and word.head >= 0 and not self.children(index, "nsubj", "obj", "aux"):
            return self.is_passive(word.head) and word.text.lower().endswith(("ed", "en", "t", "n"))
        return (
            word.relation in ("acl", "amod", "advcl")
            and word.upos in ("VERB", "ADJ")
            and word.text.lower() != word.lemma.lower()
            and not word.text.lower().endswith("ing")
            and not self.children(index, "obj", "aux")
        )

    def case(self, index: int) -> str:
        """The lower-case preposition of a noun, its words joined by a blank (`because of`), or an empty string."""
        parts: list[str] = []
        for child in self.children(index, "case"):
            parts.append(self.words[child].text.lower())
            parts.extend(self.words[fixed].text.lower() for fixed in self.children(child, "fixed"))
        return " ".join(parts)

    def obliques(self, index: int) -> Iterator[tuple[str, int]]:
        """The prepositional dependents of a verb or noun: preposition and head, list members included."""
        for child in self.children(index, "obl", "nmod"):
            if self.words[child].relation in ("nmod:poss", "nmod:unmarked", "obl:unmarked", "obl:tmod"):
                continue
            for member in self.conjuncts(child):
                yield self.case(member) or self.case(child), member

    def addressed(self, index: int) -> list[int]:
        """Whom a verb of urging or accusing is turned to, where the tree hangs them from the clause that follows.

        `urged the council to act`, `accused the army of shelling`: what stands between the verb and the clause's
        own first word is the one addressed.
        """
        out: list[int] = []
        for clause in self.children(index, "ccomp", "xcomp", "advcl"):
            marks = [m for m in self.children(clause, "mark") if m > index + 1]
            limit = min(marks, default=clause)
            for child in self.children(clause, "nsubj", "nsubj:pass", "obj", "obl"):
                if index < child < limit and self.words[child].upos in ("NOUN", "PROPN", "PRON"):
                    out.extend(self.conjuncts(child))
        return out

    def text(self, start: int, end: int) -> str:
        """The sentence's characters from word `start` to before word `end`."""
        if start >= end:
            return ""
        return self.analysis.text[self.words[start].start : self.words[end - 1].end]

    def ancestors(self, index: int) -> Iterator[int]:
        """The words above a word, nearest first."""
        here, steps = self.words[index].head, 0
        while here >= 0 and steps < len(self.words):
            yield here
            here, steps = self.words[here].head, steps + 1

    def is_negated(self, index: int) -> bool:
        """Whether a predicate has a negation of its own: `not`, `never`, `no longer`, `without`, or a `no` subject."""
        for child in self._children[index]:
            lemma = self.lemma(child)
            if lemma in ("not", "n't", "n’t", "never", "neither", "nor", "hardly", "without"):
                return True
            if self.words[child].relation in (*_SUBJECTS, "obj") and any(
                self.lemma(grandchild) in ("no", "none", "neither")
                for grandchild in [child, *self.children(child, "det")]
            ):
                return True
            if lemma == "longer" and any(self.lemma(g) == "no" for g in self._children[child]):
                return True
        return False
