"""A parsed sentence → how sure it is that what each word says happened, on [-3, 3].

The model's own head was trained on web text where a future event counts as one that did not happen; news readers ask
another question (was it said to have happened, to be possible, to be denied). So the tree decides by what governs the
word (negation, modal verbs, conditions, verbs of wanting, refusing, failing), and the head's score is mixed in.
"""

from collections.abc import Mapping, Sequence

from hudhud.read.analysis import Word

__all__ = ["certainties"]

# Shares and values were set by hand on factuality/uw train (9,422 predicates) and measured on its dev part.
_OWN_SHARE = 0.15
_SURE = 3.0
_NAMED = 2.5  # an event that a noun names is a little less asserted than one that a verb tells
_NEGATIONS = set("not n't n’t no never neither nor none nobody nothing without hardly scarcely".split())
_MODALS = {
    "will": 2.3,
    "'ll": 2.3,
    "’ll": 2.3,
    "wo": 2.3,
    "shall": 2.0,
    "would": 1.2,
    "'d": 1.5,
    "may": 1.2,
    "might": 0.8,
    "could": 0.9,
    "can": 1.0,
    "ca": 1.0,
    "must": 1.2,
    "should": 0.8,
    "ought": 0.8,
}
_CONDITIONS = {"if": 0.8, "unless": 0.5, "whether": 0.5, "lest": 0.3, "until": 1.8, "before": 2.5}
# What a governing word leaves of the certainty of its complement: a ceiling, or a turn to its opposite.
_CEILINGS = {
    lemma: ceiling
    for ceiling, lemmas in (
        (0.9, "want wish hope desire like need demand request urge seek beg require insist propose call fight"),
        (
            1.0,
            "try attempt aim strive struggle vie effort bid possible possibility potential prospect idea suppose",
        ),
        (
            1.2,
            "threaten threat risk consider weigh mull suggest recommend suspect believe think fear doubt appear seem",
        ),
        (1.4, "able allow let permit enable help willing free chance right ability opportunity"),
        (1.6, "plan intend prepare schedule plot prepared ready set due have encourage persuade convince lead"),
        (1.7, "expect likely bind predict forecast anticipate promise pledge vow agree decide agreement"),
    )
    for lemma in lemmas.split()
}
# Only with an infinitive: `told him to go` is a request, `told him that they went` is not.
_ASKING = dict.fromkeys("ask tell order press warn".split(), 0.9)
# What hangs on these as `of killing`, `to kill` is talked about, not told.
_TALK = set(
    "talk warning fear charge allegation plan threat hint accuse suspect danger risk possibility chance idea prospect "
    "call means way intention hope desire right effort goal aim offer proposal cost expense presumption suggestion "
    "declaration argue subject interest attempt".split()
)
_DOUBTS = {"possibly": 0.8, "perhaps": 0.9, "maybe": 0.9, "probably": 1.5, "likely": 1.6, "allegedly": 1.2}
_TURNS = set(
    "refuse fail deny decline prevent prohibit avoid ban bar block stop reject forget neglect refusal failure "
    "denial unable unwilling reluctant impossible cancel abandon dismiss".split()
)
# Whose object did not happen either: `prevent an attack`, but not `block a road`.
_TURNED_NOUNS = set("prevent avoid deny cancel decline avert".split())
_COMPLEMENTS = {"ccomp", "xcomp", "csubj", "acl", "obj", "obl", "nmod", "advcl"}
# How much of its certainty an event noun keeps at least under a verb that is less sure.
_HELD = {"nsubj": 0.8, "obj": 0.4, "obl": 0.7, "nmod": 0.8, "compound": 0.9}
_SOFT = {"obj", "obl", "nmod"}  # nouns below such a word are only sometimes its event


def certainties(words: Sequence[Word], own: Sequence[float]) -> tuple[float, ...]:
    """The value of every word, from the tree and the model's own scores; meaningful on words that name events."""
    below: list[list[int]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head >= 0:
            below[word.head].append(at)
    known: dict[int, float] = {}
    for at in _from_the_root(words, below):
        known[at] = _value(at, words, below, known)
    mixed = ((1 - _OWN_SHARE) * known.get(at, _SURE) + _OWN_SHARE * score for at, score in enumerate(own))
    return tuple(round(max(-3.0, min(3.0, value)), 3) for value in mixed)


def _from_the_root(words: Sequence[Word], below: Sequence[Sequence[int]]) -> list[int]:
    order = [at for at, word in enumerate(words) if word.head < 0]
    for at in order:
        order.extend(below[at])
    return order


def _value(at: int, words: Sequence[Word], below: Sequence[Sequence[int]], known: Mapping[int, float]) -> float:
    word = words[at]
    value = _SURE if word.upos in ("VERB", "AUX", "ADJ") else _NAMED
    helpers = [words[child].text.lower() for child in below[at] if words[child].relation.startswith(("aux", "cop"))]
    marks = {words[child].text.lower() for child in below[at] if words[child].relation in ("mark", "advmod", "case")}
    bare = [_bare(helper) for helper in helpers]
    for table, found in ((_MODALS, bare), (_CONDITIONS, marks), (_DOUBTS, marks)):
        value = min([value, *(table[one] for one in found if one in table)])
    if bare == ["be"] and "to" not in marks:
        value = min(value, 1.4)  # a subjunctive: `that he be returned`
    if {"yet", "to"} <= marks:
        return -2.0
    value = _governed(word, words, known, value, "to" in marks)
    if _is_negated(at, words, below):
        return -abs(value) * 0.85 if value > 0 else abs(value) * 0.5
    return value


def _bare(helper: str) -> str:
    """A modal without its negation: `wouldn't` is `would`, `won't` is `wo`."""
    return helper[:-3] if helper.endswith(("n't", "n’t")) else helper


def _is_negation(text: str) -> bool:
    lowered = text.lower()
    return lowered in _NEGATIONS or lowered.endswith(("n't", "n’t"))


def _is_negated(at: int, words: Sequence[Word], below: Sequence[Sequence[int]]) -> bool:
    """By a word of its own, or by the `no` of its subject or object (`no agreement was reached`)."""
    for child in below[at]:
        after = words[child + 1].text.lower() if child + 1 < len(words) else ""
        if _is_negation(words[child].text) and after not in ("only", "just", "merely", "simply"):
            return True
        is_part = words[child].relation.split(":")[0] in ("nsubj", "obj") and words[at].upos != "NOUN"
        if is_part and any(words[low].text.lower() in ("no", "neither", "none") for low in below[child]):
            return True
    return False


def _governed(word: Word, words: Sequence[Word], known: Mapping[int, float], value: float, infinitive: bool) -> float:
    """What the governor leaves of a word's certainty."""
    relation = word.relation.split(":")[0]
    if word.head < 0:
        return value
    governor, above = words[word.head], known[word.head]
    if relation == "conj":
        return min(value, above) if above > 0 and value >= _NAMED else value
    if relation in ("nsubj", "obj", "obl", "nmod", "compound") and above < value and word.upos == "NOUN":
        value = max(above, value * _HELD[relation])
    if relation not in _COMPLEMENTS or word.relation == "acl:relcl":
        return value
    turned = relation in ("xcomp", "ccomp") or (infinitive and relation in ("advcl", "acl"))
    if governor.lemma in _TURNS and (turned or (relation in _SOFT and governor.lemma in _TURNED_NOUNS)):
        return -2.0 if above > 0 else 2.0
    if governor.lemma in _CEILINGS and (infinitive or relation in ("ccomp", "obj", "csubj")):
        value = min(value, _CEILINGS[governor.lemma])
    elif governor.lemma in _ASKING and infinitive:
        value = min(value, _ASKING[governor.lemma])
    elif governor.lemma in _TALK and relation in ("acl", "nmod", "obl"):
        value = min(value, 1.0 if relation == "acl" else 1.8)
    elif infinitive and relation in ("advcl", "acl", "csubj"):
        value = min(value, 1.4)
    if relation in ("ccomp", "xcomp", "obj") and above < value and value > 0:
        return above if above > 0 else (above * 0.6 if relation == "xcomp" else value)
    return value
