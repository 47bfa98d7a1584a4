"""Mentions → parties: who a name, a description or a pronoun stands for within one article."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from hudhud.lexicon.governments import country_of_adjective, government_of
from hudhud.lexicon.known_actors import by_key, known
from hudhud.lexicon.offices import ROLE_HEADS, TITLES
from hudhud.lexicon.people import FORCE, GROUP, PERSON
from hudhud.lexicon.speech import ACT_OF_VERB
from hudhud.read.article import Article, Sentence
from hudhud.read.mentions import Mention, MentionKind, mention_of, strip_titles
from hudhud.records import Party

__all__ = ["Parties"]

_BRACKETED = re.compile(r"\(\s*[“\"‘']?([A-Z][A-Za-z&.\-]{1,11})[”\"’']?\s*(?:,[^)]{0,40})?\)")
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her herself".split())
_THEY = frozenset("they them their themselves".split())
_IT = frozenset("it its itself".split())
_WE = frozenset("we us our i my".split())


@dataclass(slots=True)
class _Seen:
    """Where a party was last named: sentence, word, whether as a subject, and what sort of party it is."""

    name: str
    sentence: int
    word: int
    is_subject: bool
    sort: str
    role: str = ""
    is_name: bool = False
    is_speaker: bool = False


@dataclass(eq=False)
class Parties:
    """The parties of one article. Built once over all sentences, then asked for each mention in text order."""

    article: Article
    full: dict[str, str] = field(default_factory=dict)
    expanded: dict[str, str] = field(default_factory=dict)
    speaker_at: Callable[[int], str | None] = lambda _offset: None
    _seen: list[_Seen] = field(default_factory=list)
    _roles: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    _cache: dict[tuple[int, int], Party | None] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article) -> "Parties":
        """Collect an article's names: full names by surname, long forms by abbreviation, who bears which role."""
        parties = cls(article)
        for sentence in article.sentences:
            parties._collect_names(sentence)
        for sentence in article.sentences:
            parties._collect_abbreviations(sentence)
        for sentence in article.sentences:
            parties._collect_seen(sentence)
        return parties

    # -- collecting ---------------------------------------------------------------------------------------------

    def _collect_names(self, sentence: Sentence) -> None:
        for mark in sentence.analysis.entities:
            if mark.label != "PERSON":
                continue
            head = _head_within(sentence, mark.start, mark.end)
            mention = mention_of(sentence, head)
            if mention is None or mention.kind is not MentionKind.NAME:
                continue
            name = strip_titles(mention.text)
            parts = name.split()
            if len(parts) > 1:
                self.full.setdefault(_fold(parts[-1]), name)
                if parts[-2].lower() in ("al", "el", "bin", "abu", "van", "von", "de"):
                    self.full.setdefault(_fold(" ".join(parts[-2:])), name)

    def _collect_abbreviations(self, sentence: Sentence) -> None:
        for match in _BRACKETED.finditer(sentence.text):
            short = match.group(1).replace(".", "")
            if sum(char.isupper() for char in short) < 2:
                continue
            words = [w for w in sentence.tree.words if w.end <= match.start()]
            long = _long_form([w.text for w in words][-12:], short)
            if long:
                self.expanded.setdefault(short, long)

    def _collect_seen(self, sentence: Sentence) -> None:
        tree = sentence.tree
        for index, word in enumerate(tree.words):
            if word.upos not in ("NOUN", "PROPN") or word.relation in ("compound", "flat", "nmod:poss:dep"):
                continue
            sort = self._sort(sentence, index)
            if not sort:
                continue
            mention = mention_of(sentence, index)
            if mention is None:
                continue
            name = self._named(mention)
            is_subject = word.relation.startswith("nsubj")
            role = tree.lemma(index) if sort == "role" else ""
            is_name = mention.kind is MentionKind.NAME
            speaks = is_subject and tree.head(index) >= 0 and tree.lemma(tree.head(index)) in ACT_OF_VERB
            self._seen.append(_Seen(name, sentence.index, index, is_subject, sort, role, is_name, speaks))
            if sort == "person":
                for role_word in self._roles_beside(sentence, index):
                    self._roles[role_word].append((sentence.index, name))

    def _sort(self, sentence: Sentence, index: int) -> str:
        """`person`, `group`, `country`, `force`, `role` (a person described, not named), or nothing."""
        mark = sentence.entity_of.get(index)
        lemma = sentence.tree.lemma(index)
        if mark is not None and mark.label == "PERSON" and sentence.tree.words[index].upos == "PROPN":
            return "person"
        if lemma in PERSON or lemma in ROLE_HEADS:
            return "role"
        if mark is not None and mark.label in ("ORGANISATION", "ARMED_GROUP"):
            return "group"
        if lemma in FORCE or lemma in GROUP:
            return "group"
        if government_of(sentence.tree.words[index].text) and sentence.tree.words[index].upos == "PROPN":
            return "country"
        return ""

    def _roles_beside(self, sentence: Sentence, index: int) -> list[str]:
        """The role words of the phrase or apposition around a name: `the minister, Ann Ode`, `General Ode`."""
        tree = sentence.tree
        beside = ("compound", "flat", "appos", "amod", "nmod:desc", "nmod:unmarked")
        near = [index, *tree.children(index, *beside), tree.head(index)]
        return [
            tree.lemma(i).strip(".")
            for i in near
            if i >= 0 and (tree.lemma(i).strip(".") in ROLE_HEADS or tree.lemma(i).strip(".") in PERSON)
        ]

    def hear(self, speaker_at: Callable[[int], str | None]) -> None:
        """Learn who speaks at each character, so that `we` and `our` in quotations can be resolved."""
        self.speaker_at = speaker_at
        self._cache.clear()

    # -- asking -------------------------------------------------------------------------------------------------

    def party(self, sentence: Sentence, head: int) -> Party | None:
        """The party that the noun phrase or pronoun headed by a word stands for, or None where it is nobody."""
        key = (sentence.index, head)
        if key not in self._cache:
            self._cache[key] = self._resolve(sentence, head)
        return self._cache[key]

    def named(self, text: str) -> str:
        """The best name the article has for a name or abbreviation, the name itself where it has none better."""
        return self._best(strip_titles(text))

    def _resolve(self, sentence: Sentence, head: int) -> Party | None:
        mention = mention_of(sentence, head)
        if mention is None:
            return None
        span = sentence.words_span(mention.start, mention.end)
        if mention.kind is MentionKind.PRONOUN:
            name = self._antecedent(sentence, mention)
            return Party(name, mention.text, span) if name else None
        lemma = sentence.tree.lemma(head).strip(".")
        if mention.kind is MentionKind.DESCRIPTION or lemma in ROLE_HEADS | TITLES:
            name = self._beside(sentence, head) or self._described(sentence, mention)
            if name:
                return Party(name, mention.text, span)
        return Party(self._named(mention), mention.text, span)

    def _beside(self, sentence: Sentence, head: int) -> str | None:
        """The name that an apposition gives a description: `the minister, Ann Ode`, `Oudar, a member of the bloc`."""
        tree = sentence.tree
        lemma = tree.lemma(head).strip(".")
        bound = ("appos", "flat", "nmod:desc", "nmod:unmarked", "conj")
        near = [i for i in tree.children(head, *bound) if tree.relation(i) != "conj" or not tree.children(i, "cc")]
        if tree.relation(head) in bound[:-1]:
            near.append(tree.head(head))
        wanted = _wanted(lemma)
        for index in near:
            mark = sentence.entity_of.get(index)
            fits = mark is not None and mark.label in wanted
            country = tree.relation(index) == "appos" and government_of(tree.words[index].text)
            if index >= 0 and tree.words[index].upos == "PROPN" and (fits or country):
                mention = mention_of(sentence, index)
                if mention is not None and mention.text != tree.words[head].text:
                    return self._named(mention)
        return None

    def _named(self, mention: Mention) -> str:
        if mention.is_person or (mention.kind is MentionKind.NAME and _fold(mention.text.split()[-1]) in self.full):
            return self._best(strip_titles(mention.text))
        return self._best(mention.text)

    def _best(self, text: str) -> str:
        text = text.strip("“”\"'‘’ ")
        bare = text.replace(".", "")
        if bare in self.expanded:
            return self.expanded[bare]
        parts = text.split()
        if len(parts) == 1 or (len(parts) == 2 and parts[0].lower() in ("al", "el")):
            full = self.full.get(_fold(text))
            if full:
                return full
        country = government_of(text)
        if country:
            return country
        keys = known(text) if len(parts) == 1 else ()
        return by_key()[keys[0]].name if len(keys) == 1 else text

    def _described(self, sentence: Sentence, mention: Mention) -> str | None:
        """`the general`, `the group`, `the country`: the one last named that bears the role or is of the sort."""
        tree = sentence.tree
        lemma = tree.lemma(mention.head)
        determiners = {tree.lemma(child) for child in tree.children(mention.head, "det")}
        if not determiners & {"the", "this", "that", "these", "those"}:
            return None
        inside = [i for i in range(mention.start, mention.end) if i != mention.head]
        modified = [
            i
            for i in [*inside, *tree.children(mention.head, "nmod", "acl", "amod", "compound")]
            if tree.words[i].upos in ("NOUN", "PROPN", "ADJ", "VERB")
        ]
        if lemma in PERSON or lemma in ROLE_HEADS:
            return self._by_role(sentence, mention, lemma, is_modified=bool(modified))
        if modified:
            return None
        if lemma in ("group", "movement", "organisation", "organization", "militia", "faction", "militant", "network"):
            return self._last(sentence.index, mention.head, {"group"}, named_only=True)
        if lemma in ("country", "nation", "state"):
            return self._last(sentence.index, mention.head, {"country"}, named_only=True)
        return None

    def _by_role(self, sentence: Sentence, mention: Mention, lemma: str, *, is_modified: bool) -> str | None:
        bearers = [name for at, name in self._roles.get(lemma, ()) if at <= sentence.index]
        if bearers and not is_modified:
            return bearers[-1]
        if is_modified and len(set(self.all_bearers(lemma))) == 1 and bearers and lemma in _UNIQUE:
            return bearers[-1]
        if is_modified:
            return None
        for seen in reversed(self._seen):
            before = (seen.sentence, seen.word) < (sentence.index, mention.head)
            if before and seen.sort == "role" and seen.role == lemma and seen.name.lower() != lemma:
                return seen.name
        return None

    def all_bearers(self, role: str) -> list[str]:
        """The names of everyone the article gives a role to."""
        return [name for _, name in self._roles.get(role, ())]

    def _antecedent(self, sentence: Sentence, mention: Mention) -> str | None:
        lower = mention.text.lower()
        at = (sentence.index, mention.head)
        if lower in _HE | _SHE:
            speaker = self._last_speaker(sentence, mention)
            return speaker or self._last(*at, {"person", "role"})
        if lower in _THEY:
            return self._last(*at, {"group"}) or self._last(*at, {"person", "role", "country"})
        if lower in _IT:
            return self._last(*at, {"group", "country"})
        if lower in _WE:
            return self._first_person(sentence, mention)
        return None

    def _first_person(self, sentence: Sentence, mention: Mention) -> str | None:
        """`we` is whoever is quoted; outside quotations an office that publishes its own words."""
        offset = sentence.start + sentence.tree.words[mention.head].start
        if self.article.quotation_at(offset) is not None:
            return self.speaker_at(offset)
        publisher = self.article.document.publisher or ""
        if set(publisher.lower().split()) & _ORGANS:
            return next((c for w in publisher.split() if (c := government_of(w) or country_of_adjective(w))), publisher)
        return None

    def _last_speaker(self, sentence: Sentence, mention: Mention) -> str | None:
        """`he said` goes on with whoever spoke last, not with whom the speech named."""
        tree = sentence.tree
        verb = tree.head(mention.head)
        if verb < 0 or tree.lemma(verb) not in ACT_OF_VERB or not tree.relation(mention.head).startswith("nsubj"):
            return None
        for seen in reversed(self._seen):
            if seen.sentence >= sentence.index:
                continue
            if sentence.index - seen.sentence > 3:
                return None
            if seen.is_speaker and seen.sort in ("person", "role"):
                return seen.name
        return None

    def _last(self, sentence: int, word: int, sorts: set[str], *, named_only: bool = False) -> str | None:
        """The party of a sort last seen before a word; in the sentence before, a subject beats a later object."""
        best: _Seen | None = None
        for seen in reversed(self._seen):
            if seen.sentence > sentence or (seen.sentence == sentence and seen.word >= word):
                continue
            if sentence - seen.sentence > 3:
                break
            if seen.sort not in sorts or (named_only and not seen.is_name):
                continue
            if best is not None and seen.sentence != best.sentence:
                break
            if seen.is_subject:
                return seen.name
            best = best or seen
        return best.name if best else None


def _wanted(lemma: str) -> tuple[str, ...]:
    """The sort of name that a description of this head can stand beside."""
    if lemma in ROLE_HEADS | TITLES | PERSON:
        return ("PERSON",)
    if lemma in GROUP | FORCE:
        return ("ORGANISATION", "ARMED_GROUP")
    return ("PERSON", "ORGANISATION", "ARMED_GROUP")


_ORGANS = frozenset("department ministry government office command council embassy secretariat army".split())

# Roles that one person at a time bears, so that `the Syrian president` is the president the article named.
_UNIQUE = frozenset("president premier king chancellor pope".split())


def _head_within(sentence: Sentence, start: int, end: int) -> int:
    """The word of a run whose governor lies outside it."""
    for index in range(start, end):
        head = sentence.tree.words[index].head
        if not start <= head < end:
            return index
    return end - 1


def _fold(text: str) -> str:
    return re.sub(r"^(al|el)[- ]", "", text.lower().replace("’", "'")).strip(".,'")


def _long_form(words: list[str], short: str) -> str | None:
    """The words before a bracket whose initials spell the abbreviation inside it."""
    letters = [char.lower() for char in short if char.isalpha()]
    skipped = {"of", "the", "and", "for", "in", "on", "de", "al", "to", "&", "-"}
    for length in range(1, len(words) + 1):
        tail = words[-length:]
        initials = [part[0].lower() for word in tail for part in re.split(r"[-–]", word) if part and part[0].isalnum()]
        strong = [
            part[0].lower()
            for word in tail
            if word.lower() not in skipped
            for part in re.split(r"[-–]", word)
            if part and part[0].isalnum()
        ]
        if letters in (initials, strong) and tail[0].lower() not in skipped and tail[0][:1].isupper():
            return " ".join(tail).replace(" ’s", "’s").replace(" 's", "'s").replace(" - ", "-")
    # `Harbour and Roads Authority (Harra)`, `Islamic State (Isis)`: the short form begins as the long one does.
    capitals = [word for word in words if word[:1].isupper()]
    if capitals and words and words[-1] in capitals:
        run: list[str] = []
        for word in reversed(words):
            if word[:1].isupper() or (run and word.lower() in skipped):
                run.insert(0, word)
            else:
                break
        while run and not run[0][:1].isupper():
            run.pop(0)
        if len(run) > 1 and run[0][0].lower() == letters[0]:
            return " ".join(run).replace(" ’s", "’s").replace(" 's", "'s")
    return None
