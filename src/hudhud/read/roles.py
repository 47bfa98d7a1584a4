"""Who acts and who suffers: the parties around an event word."""

from hudhud.lexicon.event_words import LIGHT_VERBS, NOUNS, EventWord
from hudhud.lexicon.governments import country_of_adjective, country_of_capital, government_of, people_of_adjective
from hudhud.lexicon.outlets import is_outlet
from hudhud.lexicon.people import INSTRUMENTS, PARTY_NOUNS, TARGET
from hudhud.lexicon.speech import SOURCES
from hudhud.read.article import Sentence
from hudhud.read.parties import Parties
from hudhud.records import Party

__all__ = ["Roles"]

Pair = tuple[tuple[Party, ...], tuple[Party, ...]]

_NAMED = frozenset({"PERSON", "ORGANISATION", "ARMED_GROUP", "NATIONALITY"})
_SUFFER_CASES = frozenset("against on at toward towards into of upon to".split())
_TOLD_CASES = frozenset("on to against for from with of upon at towards over".split())
_GIVEN_CASES = frozenset({"to", "for"})
_WITH_CASES = frozenset({"with", "between", "among", "alongside"})


class Roles:
    """The parties of one sentence's event words. Pronouns and descriptions are resolved by `parties`."""

    def __init__(self, sentence: Sentence, parties: Parties) -> None:
        self.sentence = sentence
        self.tree = sentence.tree
        self.parties = parties

    # -- what stands for a party --------------------------------------------------------------------------------

    def is_party(self, head: int) -> bool:
        """Whether a noun phrase can act or suffer: a name, a nationality, a pronoun, a noun for people."""
        word = self.tree.words[head]
        mark = self.sentence.entity_of.get(head)
        lemma = self.tree.lemma(head)
        if mark is not None and mark.label in _NAMED:
            return True
        if mark is not None and mark.label in ("TIME", "QUANTITY", "MONEY", "WEAPON", "PLATFORM", "DOCUMENT"):
            return lemma in PARTY_NOUNS
        if word.upos == "PRON":
            return (self.parties.party(self.sentence, head) is not None and lemma not in ("it", "its")) or lemma == "it"
        if lemma in PARTY_NOUNS:
            return True
        if word.upos == "PROPN":
            return bool(government_of(word.text)) or (mark is None and lemma not in NOUNS)
        if word.upos in ("NUM", "DET"):
            return word.upos == "NUM" and not word.text.isdigit()
        return bool(country_of_adjective(word.text))

    def is_target(self, head: int) -> bool:
        """Whether a noun phrase is something that is hit: a place, a building, a vehicle."""
        mark = self.sentence.entity_of.get(head)
        return self.tree.lemma(head) in TARGET or (
            mark is not None and mark.label in ("LOCATION", "FACILITY", "PLATFORM")
        )

    def has_party_object(self, index: int) -> bool:
        """Whether a verb has a party or a target as what it does it to."""
        tree = self.tree
        if tree.is_passive(index):
            heads = tree.subjects(index)
        else:
            heads = [
                *tree.children(index, "obj", "iobj"),
                *(i for _, i in tree.obliques(index) if _ in ("at", "on", "with", "against", "to", "for", "into")),
            ]
        targets = tree.lemma(index) not in ("hold", "arrest", "detain")
        return any(self.is_party(i) or (targets and self.is_target(i)) for i in heads)

    def party(self, head: int) -> Party | None:
        """The party a head stands for; a capital that acts is its government."""
        party = self.parties.party(self.sentence, head)
        if party is None:
            return None
        country = country_of_capital(party.name)
        return Party(country, party.text, party.span) if country else party

    def parties_of(self, heads: list[int], *, targets: bool = False) -> tuple[Party, ...]:
        """The parties that heads stand for, each name once, those that can be none left out."""
        out: list[Party] = []
        for head in self._whole_names(heads):
            is_hit = targets and self.is_target(head)
            if not is_hit and not self.is_party(head):
                continue
            whole = self.parties.party(self.sentence, head)
            party = (self._owner(head) or whole) if is_hit else self.party(head)
            if party is not None and all(party.name != other.name for other in out):
                out.append(party)
        return tuple(out)

    def _whole_names(self, heads: list[int]) -> list[int]:
        """Heads without those that are only a later part of a name already there (`Islamic State of Iraq and …`)."""
        marks = [self.sentence.entity_of.get(head) for head in heads]
        return [head for i, head in enumerate(heads) if marks[i] is None or marks[i] not in marks[:i]]

    def _owner(self, head: int) -> Party | None:
        """Whose a target is: of `militia positions` and `the group's camps` the militia and the group."""
        owners = self.tree.children(head, "nmod:poss", "compound", "amod")
        named = [party for party in self.adjectival(owners) if party.name[:1].isupper()]
        return named[0] if named else None

    # -- verbs --------------------------------------------------------------------------------------------------

    def of_verb(self, index: int, entry: EventWord) -> Pair:
        """Actors and recipients of a verb by its frame."""
        tree = self.tree
        subjects = tree.subjects(index)
        is_passive = tree.is_passive(index)
        if is_passive and not subjects and tree.relation(index) in ("acl", "amod"):
            subjects = tree.conjuncts(tree.head(index))
        agents = [m for c in tree.children(index, "obl:agent") for m in tree.conjuncts(c)]
        agents += [i for case, i in tree.obliques(index) if case == "by" and is_passive and i not in agents]
        objects = [m for c in tree.children(index, "obj", "iobj") for m in tree.conjuncts(c)]
        if entry.frame == "suffers":
            return self._causes(index), self.parties_of(subjects)
        if entry.frame == "meets":
            with_ = [i for case, i in tree.obliques(index) if case in _WITH_CASES]
            heads = [*subjects, *with_, *(objects if not is_passive else agents)]
            return self.parties_of(heads), ()
        if entry.frame == "moves":
            against = [i for case, i in tree.obliques(index) if case in ("against",)]
            if entry.type in ("MOBILIZE", "RETREAT") and is_passive:
                return self.parties_of(agents) or self.parties_of(subjects), ()
            takes_object = entry.type in ("REJECT", "AGREE") or tree.lemma(index) in ("evacuate", "release", "free")
            recipients = self.parties_of(objects) if takes_object else ()
            return self._acting(subjects), recipients or self.parties_of(against)
        if is_passive:
            actors = self._acting(agents) or self._causes(index)
            return actors, self.parties_of(subjects, targets=entry.type in ("ASSAULT", "COERCE"))
        acting = self._acting(subjects)
        if not acting and entry.frame == "tells":
            acting = self._written(subjects)
        return acting, self._suffering(index, entry, objects)

    def _acting(self, heads: list[int]) -> tuple[Party, ...]:
        """The parties behind subjects; of `an airstrike by X` and `X's shells` it is X."""
        armed = [head for head in heads if self.tree.lemma(head) in INSTRUMENTS]
        out = list(self.parties_of([head for head in heads if head not in armed]))
        for head in armed:
            owners = self.adjectival(self.tree.children(head, "nmod:poss", "compound", "amod"))
            out += [party for party in owners[:1] if all(party.name != other.name for other in out)]
        for head in heads:
            nouns = [head]
            if self.tree.lemma(head) in _GROUPING:
                nouns += [i for case, i in self.tree.obliques(head) if case == "of"]
            for noun in nouns:
                if not self.is_party(noun):
                    out += [p for p in self._beside_noun(noun)[0] if all(p.name != other.name for other in out)]
        return tuple(out)

    def _written(self, heads: list[int]) -> tuple[Party, ...]:
        """Reports and resolutions that accuse or demand, where nobody stands behind them."""
        found = [self.parties.party(self.sentence, head) for head in heads if self.tree.lemma(head) in SOURCES]
        return tuple(party for party in found if party is not None)

    def _causes(self, index: int) -> tuple[Party, ...]:
        """`were killed in an airstrike by X`: the parties behind the happening that the verb names as its cause."""
        causes = [i for case, i in self.tree.obliques(index) if case in ("in", "by", "during", "after", "from")]
        out: list[Party] = []
        for cause in causes:
            if self.tree.lemma(cause) in NOUNS:
                out += [p for p in self._beside_noun(cause)[0] if all(p.name != other.name for other in out)]
        return tuple(out)

    def _suffering(self, index: int, entry: EventWord, objects: list[int]) -> tuple[Party, ...]:
        tree = self.tree
        with_targets = entry.type in ("ASSAULT", "COERCE")
        if entry.frame == "gives":
            heads = [i for case, i in tree.obliques(index) if case in _GIVEN_CASES]
            heads += [m for c in tree.children(index, "iobj") for m in tree.conjuncts(c)]
            return self.parties_of(heads) or (() if entry.type == "MOBILIZE" else self.parties_of(objects))
        if tree.lemma(index) in _FREEING:
            losers = self.parties_of([i for case, i in tree.obliques(index) if case in ("from", "of")])
            if losers:
                return losers
        if entry.frame == "tells" and not objects:
            objects = tree.addressed(index)
        cases = _TOLD_CASES if entry.frame == "tells" else _SUFFER_CASES
        found = self.parties_of(objects, targets=with_targets)
        if not found:
            aims = [i for case, i in tree.obliques(index) if case in cases]
            found = self.parties_of(aims, targets=with_targets)
        if not found and entry.frame == "tells":
            for head in [*objects, *(i for case, i in tree.obliques(index) if case in cases)]:
                found = self._beside_noun(head)[0]
                if found:
                    break
        if not found and tree.lemma(index) in ("clash", "battle", "fight", "engage"):
            found = self.parties_of([i for case, i in tree.obliques(index) if case == "with"])
        if not found and objects and with_targets:
            owners = [i for o in objects for i in tree.children(o, "nmod:poss", "amod", "compound", "nmod")]
            found = self.adjectival(owners)
        return found

    # -- nouns --------------------------------------------------------------------------------------------------

    def of_noun(self, index: int, entry: EventWord) -> Pair:
        """Actors and recipients of an event noun: what stands beside it, then who its light verb makes the doer."""
        actors, recipients = self._beside_noun(index, entry)
        light = self.light_verb(index)
        if light is not None and not actors:
            doers = self.tree.children(light, "obl:agent") if self.tree.is_passive(light) else self.tree.subjects(light)
            actors = self.parties_of([d for d in doers if d != index])
        if light is not None and not recipients and entry.frame in ("does", "tells", "gives"):
            aims = [i for case, i in self.tree.obliques(light) if case in ("against", "on", "at", "to")]
            recipients = self.parties_of(aims, targets=entry.type == "ASSAULT")
        if entry.frame == "meets":
            merged = [*actors, *(p for p in recipients if all(p.name != a.name for a in actors))]
            if light is not None:
                with_ = [i for case, i in self.tree.obliques(light) if case in _WITH_CASES]
                merged += [p for p in self.parties_of(with_) if all(p.name != m.name for m in merged)]
            return tuple(merged), ()
        if entry.frame == "suffers":
            return (), actors or recipients
        return actors, recipients

    def _beside_noun(self, index: int, entry: EventWord | None = None) -> Pair:
        tree = self.tree
        owners = [m for c in tree.children(index, "nmod:poss") for m in tree.conjuncts(c)]
        adjectives = tree.children(index, "amod", "compound")
        by = [i for case, i in tree.obliques(index) if case in ("by", "from")]
        joined = entry is None or entry.frame == "meets" or not owners
        between = [i for case, i in tree.obliques(index) if case in _WITH_CASES and (joined or case != "with")]
        opposed = [] if joined else [i for case, i in tree.obliques(index) if case == "with"]
        actors = list(self.parties_of(owners))
        for found in (self.adjectival(adjectives), self.parties_of(by), self.parties_of(between)):
            actors += [p for p in found if all(p.name != a.name for a in actors)]
        cases = _GIVEN_CASES | {"of"} if entry is not None and entry.frame == "gives" else _SUFFER_CASES | {"for"}
        heads = [
            i
            for case, i in tree.obliques(index)
            if case in cases and not (case in ("of", "for", "to") and tree.lemma(i) in NOUNS)
        ]
        assault = entry is None or entry.type == "ASSAULT"
        recipients = self.parties_of([*heads, *opposed], targets=assault)
        if entry is not None and entry.type == "ASSAULT" and tree.lemma(index) in _DONE_TO and owners:
            # `his killing`, `the mayor's abduction`: the possessor is the one it happened to.
            return tuple(p for p in actors if p not in self.parties_of(owners)), self.parties_of(owners) or recipients
        return tuple(actors), recipients

    def adjectival(self, heads: list[int]) -> tuple[Party, ...]:
        """Parties named by modifiers: `US airstrikes`, `Turkish offensive`, `rebel attack`, `US-led campaign`."""
        out: list[Party] = []
        for head in heads:
            word = self.tree.words[head]
            country = country_of_adjective(word.text) or government_of(word.text) or people_of_adjective(word.text)
            span = self.sentence.words_span(head, head + 1)
            if country:
                party: Party | None = Party(country, word.text, span)
            elif word.text.lower() in _NO_DOERS:
                party = None
            elif self.is_party(head) and self.tree.relation(head) in _MODIFYING:
                party = self.party(head)
            else:
                mark = self.sentence.entity_of.get(head)
                named = mark is not None and mark.label in ("ORGANISATION", "ARMED_GROUP")
                party = Party(self.parties.named(word.text), word.text, span) if named else None
            if party is not None and all(party.name != other.name for other in out):
                out.append(party)
        return tuple(out)

    def has_noun_party(self, index: int) -> bool:
        """Whether anybody stands beside an event noun."""
        actors, recipients = self._beside_noun(index)
        return bool(actors or recipients)

    def speaks_to_outlet(self, index: int) -> bool:
        """`a resident who spoke to the Harbour Post`: an interview is no meeting."""
        heads = [i for case, i in self.tree.obliques(index) if case in ("to", "with")]
        parties = [self.parties.party(self.sentence, head) for head in heads]
        return any(party is not None and (is_outlet(party.name) or is_outlet(party.text)) for party in parties)

    def light_verb(self, index: int) -> int | None:
        """The verb that only carries an event noun (`launched an offensive`, `took part in talks`), or None."""
        tree = self.tree
        head = tree.head(index)
        if head < 0 or tree.words[head].upos != "VERB" or tree.lemma(head) not in LIGHT_VERBS:
            return None
        relation = tree.relation(index)
        if relation == "obl" and tree.case(index) == "on" and tree.lemma(head) in ("go", "be", "remain", "stay"):
            return head
        return (
            head
            if relation.startswith(("obj", "nsubj:pass"))
            or (relation == "obl" and tree.lemma(head) in ("take", "engage", "carry", "come", "participate"))
            else None
        )

    def is_governed_lightly(self, index: int) -> bool:
        """Whether an event noun has a light verb."""
        return self.light_verb(index) is not None


# `liberated the town from the group`, `rid the valley of rebels`: who loses it suffers, not the place.
_FREEING = frozenset("liberate rid clear cleanse free retake recapture reclaim wrest purge".split())

_MODIFYING = frozenset({"compound", "nmod:poss", "nmod", "amod"})

# Modifiers that say what sort of event it is, not whose: `terrorist attack`, `military operation`.
_NO_DOERS = frozenset(
    "terrorist terror military security peace ground air armed civilian combat insurgent-style suicide sniper party "
    "state country hostage prisoner border street police-style bomber tank rocket drone mass jet missile".split()
)

# Nouns that only count or group the event noun behind their `of`: `a series of airstrikes`.
_GROUPING = frozenset("series wave string spate number round barrage dozen hundred thousand kind type lot".split())

_DONE_TO = frozenset(
    "killing murder assassination abduction kidnapping kidnap capture execution beheading rape death torture".split()
)
