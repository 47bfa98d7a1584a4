"""The words of a party → what kind of name they are, and how alike two names are."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from hudhud.lexicon import names as words_of
from hudhud.lexicon.known_actors import adjectives, by_key, known
from hudhud.lexicon.people import PARTY_NOUNS
from hudhud.lexicon.spelling import fold
from hudhud.reconcile.spelled import bones, initials, is_one_run, word_score
from hudhud.records import Evidence

__all__ = ["Name", "alike", "bones", "initials", "is_short_for", "is_surname_of", "nouns", "parse", "parted", "surname"]

_DETERMINER = re.compile(r"^(?:the|a|an|his|her|its|their|our|some|several|many|other|all|both|any)\s+", re.IGNORECASE)
# `80 ISIS fighters`, `over 5,000 fighters`, `commander-in-chief of the Libyan National Army`.
_NUMBER = re.compile(
    r"^(?:(?:at least|more than|up to|as many as|over|about|around|some|nearly|almost|dozens of|hundreds of)\s+)*"
    r"(?:[\d,.]+\s+(?=[^\W\d])|(?:dozens|hundreds|thousands|scores) of\s+)?",
    re.I,
)
_ROLE_OF = re.compile(r"^(?:(?:commander|chief|head|leader|director|member|in)[\s\-‐‑]+)+of\s+(?:the\s+)?(?=[A-Z])")
_POSSESSIVE = re.compile(r"^(.+?)(?:['’]s|s['’])\s+(.+)$")
_FORCES_OF = re.compile(
    r"^(?:armed )?(?:forces|troops|fighters|militia|militants|soldiers)\s+of\s+(.+)$", re.IGNORECASE
)
_AFTER_TITLE = re.compile(r"^(?:of|to|for|in|on|at)\s+(?:the\s+)?\S+\s+")
_ARMED = frozenset(
    "brigade brigades battalion militia front movement fighters rebels militants insurgents group".split()
)
_STATE = frozenset(
    """government ministry parliament army navy police military administration cabinet presidency council court senate
    congress department command republic kingdom state intelligence""".split()
)
_BEHIND = frozenset(
    "of in for from by with at on to who that which supporting loyal opposed including and against near".split()
)
# Peoples without a state and their lands.
_HOMES = {"kurdish": "kurdistan", "kurdistan": "kurdistan", "kurd": "kurdistan", "palestinian": "palestine"}
_THINGS = frozenset("agreement treaty accord deal constitution operation declaration resolution summit".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A party's name taken apart.

    `core` is the name without titles, articles and describing words; `words` its folded words without particles.
    `kind` is a kind of actor or `surname`; `description` refers to nobody named. `known` are keys of the
    known-actors table. `country` is the key of the country the name itself says it belongs to. `owner` is the party
    whose fighters (`is_member`) or forces the name tells of. `is_local` marks an organ of state that says not of which.
    """

    core: str
    words: tuple[str, ...]
    kind: str
    known: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    is_member: bool = False
    is_local: bool = False
    is_titled: bool = False
    hedge: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the words name someone rather than describe them."""
        return self.kind != "description"


@lru_cache(maxsize=65536)
def parse(text: str) -> Name:
    """Take a party's name apart; pure, by tables only."""
    plain = _DETERMINER.sub("", " ".join(text.split()).strip(" \"“”‘’'.,;:()"))
    if keys := known(plain) or known(text.strip()):
        row = by_key()[keys[0]]
        return Name(plain, _words(row.name), row.kind if len(keys) == 1 else "other", keys)
    is_counted = plain[:1] and plain.split()[-1][0].islower()
    for lead in (_NUMBER.match(plain) if is_counted else None, _ROLE_OF.match(plain)):
        if lead and lead.end() and plain[lead.end() :]:
            return parse(plain[lead.end() :])
    if found := _owned(plain):
        return found
    hedge = words_of.HEDGES.match(plain)
    if hedge:
        return replace(parse(plain[hedge.end() :]), hedge=hedge.group().strip())
    return _of_country(plain) or _titled(plain) or _plain(plain)


def _owned(plain: str) -> Name | None:
    """`Libya's Presidency Council`, `Haftar's forces`, `forces of General Haftar`."""
    forces = _FORCES_OF.match(plain)
    if forces and parse(forces.group(1)).is_named:
        return Name(plain, _words(plain), "armed_group", owner=forces.group(1))
    owned = _POSSESSIVE.match(plain)
    if not owned:
        return None
    owner, thing = parse(owned.group(1)), owned.group(2)
    if owner.kind == "country" and owner.known:
        inner = _of_country(f"{owned.group(1)} {thing}") or parse(thing)
        return replace(inner, country=inner.country or owner.known[0], is_local=False)
    head = fold(thing).split()[-1:]
    if not owner.is_named and not any(word[0].isupper() for word in thing.split()):
        return Name(plain, _words(plain), "description")
    if owner.is_named and head and head[0] in words_of.MEMBER_NOUNS:
        return Name(plain, _words(plain), "armed_group", owner=owned.group(1), is_member=owner.kind == "armed_group")
    return None


def _of_country(plain: str) -> Name | None:
    """`Italian government`, `US forces`, `Ministry of Defence of Russia`, `government of Libya`."""
    tokens = fold(plain).split()
    for taken in (3, 2, 1):
        country, rest = adjectives().get(" ".join(tokens[:taken])), tokens[taken:]
        if country and rest:
            return _organ(plain, country, rest) or _behind_country(plain, taken, country)
    if len(tokens) > 2 and "of" in tokens:
        last = len(tokens) - 1 - tokens[::-1].index("of")
        country = adjectives().get(" ".join(tokens[last + 1 :]))
        if country:
            return _organ(plain, country, tokens[:last])
    return None


@lru_cache(maxsize=512)
def _army(country: str) -> tuple[str, ...]:
    """The known party that a country's army is: `Syrian forces` are the Syrian Arab Army."""
    words = sorted(word for word, key in adjectives().items() if key == country)
    found = {key for word in words for key in known(f"{word} army")}
    return tuple(sorted(key for key in found if by_key()[key].country == by_key()[country].country))


def _organ(plain: str, country: str, rest: list[str]) -> Name | None:
    rest = [words_of.SPELLINGS.get(word, word) for word in rest if word not in words_of.JOINTS]
    if not rest or not all(word in words_of.GENERIC_ORGANS or word in words_of.FORCE_NOUNS for word in rest):
        return None
    if all(word in words_of.ORGAN_MODIFIERS for word in rest):
        return None
    if rest == ["army"] or all(word in words_of.FORCE_NOUNS for word in rest):
        army = _army(country)
        if len(army) == 1:
            row = by_key()[army[0]]
            return Name(plain, _words(row.name), row.kind, army)
        rest = ["military"]
    if rest in (["regime"], ["authorities"], ["administration"]):
        rest = ["government"]
    return Name(plain, (country, *sorted(set(rest))), "state_organ", country=country)


def _behind_country(plain: str, taken: int, country: str) -> Name | None:
    """A name that begins with a country: of a titled person, or of a body of that country."""
    behind = " ".join(re.sub(r"[-‐‑]", " ", plain).split()[taken:]) if taken > 1 else plain.split(maxsplit=1)[-1]
    titled = _titled(behind)
    if titled:
        return titled
    rows = [key for key in known(behind) if by_key()[key].country == by_key()[country].country]
    if len(rows) == 1:
        return Name(plain, _words(by_key()[rows[0]].name), by_key()[rows[0]].kind, tuple(rows))
    inner = _plain(behind)
    if not inner.is_named:
        return Name(plain, _words(plain), "description", country=country)
    return replace(_plain(plain), country=country)


def _titled(plain: str) -> Name | None:
    """A person's name behind titles: `Marine Corps General Thomas Waldhauser`, `UN Envoy to Libya Martin Kobler`."""
    tokens = plain.split()
    last = max((at for at, token in enumerate(tokens[:-1]) if fold(token) in words_of.TITLES), default=-1)
    if last < 0:
        return None
    if "of" in tokens[:last] and fold(tokens[0]) not in words_of.TITLES:
        return None  # `Front of General Dorre` is no general
    behind = _AFTER_TITLE.sub("", " ".join(tokens[last + 1 :]))
    found = _words(behind)
    if not found or not _is_capitalised(behind) or any(word in words_of.ORGAN_WORDS for word in found) or known(behind):
        return None
    return Name(behind, found, "person" if len(found) > 1 else "surname", is_titled=True)


def _plain(plain: str) -> Name:
    tokens, found = plain.split(), _words(plain)
    if not found or _is_generic(plain):
        return Name(plain, found, "description")
    head, bare = fold(tokens[-1]), words_of.PARTICLES.sub("", tokens[-1])
    if len(tokens) > 1 and bare[0].islower():
        front = " ".join(tokens[:-1])
        if head in words_of.MEMBER_NOUNS and parse(front).is_named:
            return Name(plain, found, "armed_group", owner=front, is_member=True)
        if head not in words_of.ORGAN_WORDS or not any(token[0].isupper() for token in tokens):
            return Name(plain, found, "description")
    if len(tokens) > 2 and _head(tokens)[0].islower() and _head(tokens).lower() not in words_of.ORGAN_WORDS:
        return Name(plain, found, "description")
    if not any(token[0].isupper() or token[0].isdigit() for token in re.split(r"[\s\-‐‑]+", plain) if token):
        return Name(plain, found, "description")
    content = [word for word in found if word not in words_of.JOINTS]
    if content and all(word in words_of.GENERIC_ORGANS for word in content):
        if len(content) == 1:
            return Name(plain, found, "description")
        return Name(plain, tuple(sorted(set(content))), "state_organ", is_local=True)
    return Name(plain, found, _kind(tokens, found))


def _head(tokens: list[str]) -> str:
    """The word before the first joint or participle: `fund` of `fund established by the UN`."""
    for at, token in enumerate(tokens[1:], 1):
        if token in _BEHIND or (token.endswith("ed") and token.islower()):
            return words_of.PARTICLES.sub("", tokens[at - 1])
    return words_of.PARTICLES.sub("", tokens[-1])


def _kind(tokens: list[str], found: tuple[str, ...]) -> str:
    if any(word in _ARMED for word in found):
        return "armed_group"
    if any(word in _STATE for word in found):
        return "state_organ"
    if found[-1] in _THINGS:
        return "other"
    if any(word in words_of.ORGAN_WORDS for word in found) or any(word in ("of", "and", "for") for word in found):
        return "organisation"
    if len(found) == 1:
        return "other" if tokens[0].isupper() and len(tokens[0]) < 7 else "surname"
    if (
        2 <= len(found) <= 5
        and _is_capitalised(" ".join(tokens))
        and not any(char.isdigit() for char in "".join(tokens))
    ):
        return "person"
    return "other"


def _is_generic(plain: str) -> bool:
    """Whether every word is a common noun, a joint or the people of a country (`Libyans`)."""
    for word in fold(plain).split():
        single = word[:-1] if word.endswith("s") else word
        if word in words_of.JOINTS | words_of.FOLK | words_of.TITLES or word in adjectives() or single in adjectives():
            continue
        if not ({word, single} & PARTY_NOUNS) or word in words_of.GENERIC_ORGANS:
            return False
    return True


def _is_capitalised(text: str) -> bool:
    joints = ("bin", "ibn", "al", "el", "de", "la", "von", "van", "der", "abu", "ben", "abd", "ul", "da", "dos", "du")
    return all(word[:1].isupper() or word.lower() in joints or "-" in word for word in text.split())


def _words(text: str) -> tuple[str, ...]:
    """Folded words without the Arabic article and a possessive, in one spelling."""
    bare = words_of.PARTICLES.sub("", re.sub(r"['’]s\b", "", text))
    kept = [words_of.SPELLINGS.get(word, word) for word in fold(bare).split()]
    return tuple(kept) if len(kept) < 2 else tuple(word for word in kept if word != "the")


def parted(left: Name, right: Name) -> str | None:
    """Why two names cannot be one party, or None where nothing forbids it."""
    if left.known and right.known and not set(left.known) & set(right.known):
        return "two known parties"
    if left.country and right.country and left.country != right.country:
        return "of two countries"
    lefts, rights = set(left.words), set(right.words)
    if {word for word in lefts if any(map(str.isdigit, word))} != {
        word for word in rights if any(map(str.isdigit, word))
    }:
        return "two numbers"
    for rivals in words_of.OPPOSITES:
        if lefts & rivals and rights & rivals and not lefts & rights & rivals:
            return "opposite words"
    if left.kind == right.kind == "person":
        return _parted_people(left.words, right.words)
    bodies = {"organisation", "armed_group", "state_organ", "country"}
    if any(
        one.kind == "person" and one.is_titled and other.kind in bodies for one, other in ((left, right), (right, left))
    ):
        return "a person and a body"
    return None


def _parted_people(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    born = [{words_of.GENERATIONS[word] for word in words if word in words_of.GENERATIONS} for words in (left, right)]
    if born[0] != born[1]:
        return "two generations"
    left, right = _given(left), _given(right)
    if left[-len(right) :] == right or right[-len(left) :] == left or is_one_run(left, right):
        return None
    if word_score(left[0], right[0]) < 0.85 and _compound(left) != _compound(right):
        return "two first names"
    middles = [{word for word in words[1:-1] if len(word) == 1} for words in (left, right)]
    if middles[0] and middles[1] and middles[0] != middles[1]:
        return "two middle initials"
    return None


def surname(name: Name) -> str:
    """The last word of a name that is no `Jr`."""
    return _given(name.words)[-1]


def is_surname_of(single: Name, person: Name) -> bool:
    """Whether a name of one word is the surname of a person, spelt alike."""
    return word_score(single.words[-1], surname(person)) >= 0.92


def is_short_for(other: Name, full: Name) -> bool:
    """Whether another name that a reader took for the same party is a form of it, and no description."""
    if not other.is_named or other.owner or parted(other, full):
        return False
    if other.words == full.words or set(other.known) & set(full.known):
        return True
    if full.kind == "person":
        return len(other.words) == 1 and is_surname_of(other, full)
    return "".join(other.words) == initials(full.words)


def _given(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in words_of.GENERATIONS) or words


def _compound(words: tuple[str, ...]) -> str:
    return bones("".join(words[:2]))


def alike(left: Name, right: Name) -> Evidence | None:
    """The rule by which two names are one party, with its score, or None."""
    if parted(left, right):
        return None
    if left.words == right.words:
        return Evidence("same name", 1.0 if left.core == right.core else 0.98, f"{left.core} = {right.core}")
    if left.kind == right.kind == "person":
        return _alike_people(left, right)
    return _alike_bodies(left, right)


def _alike_people(left: Name, right: Name) -> Evidence | None:
    lefts, rights = _given(left.words), _given(right.words)
    note = f"{left.core} ~ {right.core}"
    if is_one_run(lefts, rights):
        return Evidence("transliteration", 0.93, note)
    surname, first = word_score(lefts[-1], rights[-1]), word_score(lefts[0], rights[0])
    if min(surname, first) < 0.85:
        return None
    if len(lefts) == len(rights):
        middle = min((word_score(a, b) for a, b in zip(lefts, rights, strict=True)), default=1.0)
        return Evidence("spelling of each word", min(surname, first, middle), note) if middle >= 0.85 else None
    return Evidence("first name and surname", min(surname, first) * 0.97, note)


def _alike_bodies(left: Name, right: Name) -> Evidence | None:
    lefts, rights = (tuple(w for w in name.words if w not in words_of.JOINTS) for name in (left, right))
    note = f"{left.core} ~ {right.core}"
    if not lefts or not rights:
        return None
    if len(lefts) > 1 and nouns(lefts) == nouns(rights) and lefts != rights:
        return Evidence("a country as noun or adjective", 0.9, note)
    if sorted(lefts) == sorted(rights):
        return Evidence("same words", 0.96 if len(lefts) > 1 else 0.9, note)
    if len(lefts) == len(rights):
        worst = min(word_score(a, b) for a, b in zip(lefts, rights, strict=True))
        long = len("".join(lefts)) >= 6
        return Evidence("spelling of each word", worst, note) if worst >= 0.85 and long else None
    if is_one_run(lefts, rights):
        return Evidence("transliteration", 0.9, note)
    longer, shorter = (left, right) if len(lefts) > len(rights) else (right, left)
    return _alike_but_country(longer, shorter, note) or _alike_but_people(longer, shorter, note)


def _alike_but_country(longer: Name, shorter: Name, note: str) -> Evidence | None:
    """`Libyan Government of National Accord` and `Government of National Accord`."""
    for taken in (2, 1):
        if " ".join(longer.words[:taken]) in adjectives() and longer.words[taken:] == shorter.words:
            enough = len([word for word in shorter.words if word not in words_of.JOINTS]) > 1
            return Evidence("country in front", 0.88, note) if enough and not shorter.is_local else None
    return None


def nouns(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with every country and people as one noun: `Free Syria Army` and `Free Syrian Army` share them."""
    return tuple(_HOMES.get(word) or adjectives().get(word, word) for word in words)


def _alike_but_people(longer: Name, shorter: Name, note: str) -> Evidence | None:
    """`Kurdish People's Protection Units` and `People's Protection Units`: three words at least, so no other's."""
    words = tuple(word for word in longer.words if word not in words_of.JOINTS)
    rest = tuple(word for word in shorter.words if word not in words_of.JOINTS)
    folk = set(words) - set(rest)
    if len(rest) < 3 or rest not in (words[1:], words[: len(rest)]) or shorter.is_local:
        return None
    is_folk = all(word in words_of.FOLK or word in _HOMES or word in adjectives() for word in folk)
    return Evidence("people in front", 0.87, note) if is_folk else None
