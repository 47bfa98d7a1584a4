"""How the text holds an event: happened, planned, possible, asked for, conditional, denied."""

from hudhud.read.article import Sentence
from hudhud.read.tree import Tree
from hudhud.records import Factuality

__all__ = ["factuality"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Governing words → what they make of the event below them.
_FUTURE = _words(
    """plan intend prepare expect promise vow pledge schedule due set agree poise commit aim order hope want
    announce seek propose plan preparation intention promise pledge vow about decide decision consider"""
)
_FUTURE_VERBS = _words("plan intend prepare expect promise vow pledge schedule poise commit aim decide set")
_POSSIBLE_VERBS = _words("consider suspect fear mull contemplate discuss speculate allege believe think threaten risk")
_REQUEST_VERBS = _words(
    """urge demand ask call request appeal press insist order exhort implore encourage require advise recommend
    invite beg lobby pressure tell seek want instruct oblige"""
)
_REQUEST_NOUNS = _words("call demand request appeal need plea requirement pressure")
_DENIAL_VERBS = _words(
    """deny refuse block veto prevent reject fail stop avoid rule decline refute dismiss thwart foil halt oppose
    prohibit ban dispute avert abandon cancel lack"""
)
_POSSIBLE_MODALS = _words("could may might can")
_POSSIBLE_ADVERBS = _words("possibly perhaps maybe potentially likely probably")
_FUTURE_ADJECTIVES = _words(
    "planned upcoming forthcoming impending imminent future scheduled proposed expected looming"
)
_POSSIBLE_ADJECTIVES = _words("possible potential alleged suspected likely prospective hypothetical")
_DENIED_ADJECTIVES = _words("failed foiled thwarted attempted aborted cancelled canceled averted unsuccessful botched")
_CONDITIONAL_MARKS = _words("if unless should provide provided")
_NO_CLAUSE = frozenset({"nsubj", "nsubj:pass", "obl", "obl:agent"})


def factuality(sentence: Sentence, trigger: int) -> Factuality:
    """The factuality of the event that a word of a sentence tells, from its own clause and those that govern it.

    The nearest operator decides: a negation inside a request (`urged them not to fire`) is still a request.
    """
    tree = sentence.tree
    here, below = trigger, -1
    for _ in range(6):
        level = _own(tree, here, below) if below < 0 or tree.words[here].upos in ("VERB", "AUX", "ADJ") else None
        if level is None and below >= 0:
            level = _governed(tree, here, below)
        if level is not None:
            return level
        up = tree.head(here)
        if up < 0 or _is_apart(tree, here):
            break
        here, below = up, here
    return Factuality.ACTUAL


def _is_apart(tree: Tree, index: int) -> bool:
    """Whether a clause stands on its own, so that what governs it does not touch whether it happened."""
    relation = tree.relation(index)
    if relation in ("acl:relcl", "parataxis", "appos", "nsubj", "nsubj:pass"):
        return True
    if relation == "obl" and tree.words[index].upos in ("NOUN", "PROPN"):
        return True
    if relation.startswith("advcl"):
        marks = {tree.lemma(child) for child in tree.children(index, "mark")}
        return not marks & {"to", "if", "unless", "that"} and "before" not in marks
    if relation == "conj":
        return any(child < index and tree.relation(child).startswith("nsubj") for child in tree.children(index))
    return False


def _own(tree: Tree, index: int, below: int) -> Factuality | None:
    """What a word's own auxiliaries, modifiers and marks make of it."""
    children = tree.children(index)
    lemmas = {tree.lemma(child) for child in children}
    auxiliaries = {tree.words[c].text.lower() for c in tree.children(index, "aux")}
    marks = {tree.lemma(child) for child in tree.children(index, "mark")}
    if marks & _CONDITIONAL_MARKS or any(
        _CONDITIONAL_MARKS & {tree.lemma(m) for m in tree.children(c, "mark")} for c in tree.children(index, "advcl")
    ):
        if marks & _CONDITIONAL_MARKS:
            return Factuality.CONDITIONAL
        if auxiliaries & {"would", "could", "’d", "'d", "might"}:
            return Factuality.CONDITIONAL
    if tree.is_negated(index):
        return Factuality.DENIED
    if auxiliaries & {"should", "must"}:
        return Factuality.REQUESTED
    if "to" in marks and any(tree.lemma(c) == "be" for c in tree.children(index, "aux", "cop")):
        return Factuality.FUTURE
    if auxiliaries & {"will", "’ll", "'ll", "shall", "wo"}:
        return Factuality.FUTURE
    if auxiliaries & _POSSIBLE_MODALS or lemmas & _POSSIBLE_ADVERBS:
        return Factuality.POSSIBLE
    if "would" in auxiliaries and "have" in lemmas:
        return Factuality.CONDITIONAL
    if "would" in auxiliaries or "’d" in auxiliaries:
        return Factuality.FUTURE
    if below < 0:
        modifiers = {tree.words[c].text.lower() for c in tree.children(index, "amod", "compound")}
        if modifiers & _DENIED_ADJECTIVES:
            return Factuality.DENIED
        if modifiers & _FUTURE_ADJECTIVES:
            return Factuality.FUTURE
        if modifiers & _POSSIBLE_ADJECTIVES:
            return Factuality.POSSIBLE
        if tree.words[index].upos == "NOUN" and any(tree.lemma(c) == "no" for c in tree.children(index, "det")):
            return Factuality.DENIED
    return None


def _governed(tree: Tree, governor: int, below: int) -> Factuality | None:
    """What a governing verb, noun or adjective makes of the event below it."""
    lemma = tree.lemma(governor)
    relation = tree.relation(below)
    if lemma in ("confirm", "verify") and tree.is_negated(governor):
        return Factuality.POSSIBLE
    if relation in _NO_CLAUSE and not (
        relation == "obl" and tree.case(below) in ("for", "from", "on", "against", "of")
    ):
        return None
    infinitive = any(tree.lemma(child) == "to" for child in tree.children(below, "mark"))
    is_noun = tree.words[below].upos in ("NOUN", "PROPN")
    is_clause = infinitive or relation in ("xcomp", "ccomp", "acl", "advcl", "conj")
    if lemma in _DENIAL_VERBS and (is_noun or infinitive or relation in ("xcomp", "ccomp", "obl", "obj")):
        if lemma in ("rule",) and not any(tree.lemma(c) == "out" for c in tree.children(governor)):
            return None
        return Factuality.DENIED
    if lemma in _REQUEST_VERBS and (infinitive or relation in ("obj", "obl") or _is_subjunctive(tree, below)):
        if lemma == "tell" and not infinitive:
            return None
        if relation in ("obj", "obl") and (lemma in ("order", "tell", "encourage", "want", "instruct") or not is_noun):
            return None
        return Factuality.REQUESTED
    if lemma in _REQUEST_NOUNS and tree.words[governor].upos == "NOUN" and (infinitive or relation == "nmod"):
        return Factuality.REQUESTED
    if lemma in _FUTURE_VERBS and (
        infinitive or (is_noun and relation in ("obj", "nmod") and lemma in ("plan", "prepare"))
    ):
        return Factuality.FUTURE
    if lemma in _FUTURE and infinitive and is_clause:
        return Factuality.FUTURE
    if lemma in ("go", "be") and infinitive and tree.words[governor].text.lower() in ("going",):
        return Factuality.FUTURE
    if (
        lemma in ("plan", "threat", "proposal", "intention")
        and tree.words[governor].upos == "NOUN"
        and (infinitive or relation == "nmod")
    ):
        return Factuality.FUTURE
    if (
        lemma in _POSSIBLE_VERBS
        and (infinitive or relation in ("xcomp", "obj"))
        and lemma not in ("believe", "think", "allege")
    ):
        return Factuality.POSSIBLE
    if lemma in ("possible", "likely", "able", "possibility", "risk", "prospect", "chance", "potential") and (
        infinitive or relation in ("nmod", "ccomp", "acl")
    ):
        return Factuality.POSSIBLE
    if lemma in ("ready", "prepared", "willing", "set", "due", "about") and infinitive:
        return Factuality.FUTURE
    return None


def _is_subjunctive(tree: Tree, index: int) -> bool:
    """`demanded that it withdraw`: a that-clause whose verb is bare."""
    word = tree.words[index]
    return (
        word.relation == "ccomp"
        and word.upos == "VERB"
        and word.text == word.lemma
        and not tree.children(index, "aux")
        and any(tree.lemma(child) == "that" for child in tree.children(index, "mark"))
    )
