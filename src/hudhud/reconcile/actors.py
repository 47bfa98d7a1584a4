"""Names over all documents → actors, each join with its evidence, unsure pairs left apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hudhud.lexicon import names as words_of
from hudhud.lexicon.known_actors import adjectives
from hudhud.reconcile.joined import Joined
from hudhud.reconcile.mentions import parties
from hudhud.reconcile.names import Name, alike, bones, is_surname_of, nouns, parse, parted, surname
from hudhud.reconcile.nodes import Node, Nodes, nodes
from hudhud.reconcile.profiles import digest, profile
from hudhud.reconcile.short_forms import is_body, short_forms
from hudhud.records import Actor, Claim, Document, Evidence, OfficeDetail, RelationDetail, Unsure

__all__ = ["Resolved", "resolve"]

# Joins from here up; pairs between the two wait for a judgement. `bench.quality actors --split all` gives F1 .947 at
# .80 and .85, .944 at .87, .924 at .90; what lies below .60 is hand-set.
_SURE, _UNSURE = 0.85, 0.6
_COMMANDS = frozenset("commander chief leader head".split())


@dataclass(slots=True)
class Resolved:
    """The actors of a record: by id, by (claim id, party name), and the pairs that wait for a judgement."""

    actors: dict[str, Actor]
    of_party: dict[tuple[str, str], str]
    unsure: tuple[Unsure, ...]
    of_mention: dict[tuple[str, str], str] = field(default_factory=dict)


def resolve(
    documents: Mapping[str, Document],
    claims: Sequence[Claim],
    *,
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
    called: Mapping[str, str] | None = None,
) -> Resolved:
    """Join the names of all claims to actors.

    `same` and `different` are pairs of names that a person judged; they win over every rule. `called` gives an
    actor, by any of its names, the name to show.
    """
    return _Resolver(documents, claims, list(different)).run(list(same), called or {})


class _Resolver:
    def __init__(
        self, documents: Mapping[str, Document], claims: Sequence[Claim], different: list[tuple[str, str]]
    ) -> None:
        self.documents, self.claims = documents, claims
        self.nodes: Nodes = nodes(documents.values(), claims)
        self.here = self.nodes.in_document()
        self.joined: Joined[str] = Joined(self.parts)
        self.evidence: dict[str, set[Evidence]] = defaultdict(set)
        self.unsure: dict[tuple[str, str], Unsure] = {}
        self.assigned: dict[str, str] = {}
        self.different = {pair for left, right in different for pair in self.judged(left, right)}
        self.different |= {(right, left) for left, right in self.different}

    def run(self, same: list[tuple[str, str]], called: Mapping[str, str]) -> Resolved:
        for key in sorted(self.nodes.by_key):
            if not key.startswith("s:"):
                self.joined.add(key)
        for left, right in same:
            for one, other in self.judged(left, right):
                self.join(one, other, Evidence("judged the same", 1.0, f"{left} = {right}"), by_force=True)
        self.aliases()
        self.compare(self.joined.items())
        self.acronyms()
        self.tails()
        self.surnames()
        self.compare(self.joined.items())
        self.shortened()
        self.commanders()
        self.governments()
        return self.result(called)

    def judged(self, left: str, right: str) -> list[tuple[str, str]]:
        """The pairs of nodes that two names of a judgement stand for."""
        ones, others = self.named(left), self.named(right)
        return [(one, other) for one in ones for other in others if one != other]

    def named(self, text: str) -> list[str]:
        name = parse(text)
        return sorted(
            key for key, node in self.nodes.by_key.items() if node.name.words == name.words or text in node.texts
        )

    def parts(self, left: str, right: str) -> str | None:
        if (left, right) in self.different:
            return "judged different"
        return parted(self.nodes.by_key[left].name, self.nodes.by_key[right].name)

    def join(self, left: str, right: str, evidence: Evidence, *, by_force: bool = False) -> None:
        if left in self.joined and right in self.joined and self.joined.root(left) == self.joined.root(right):
            return
        why = self.joined.join(left, right, by_force=by_force)
        if why is None:
            self.evidence[left].add(evidence)
        elif evidence.score >= _UNSURE:
            self.doubt(left, right, Evidence(evidence.rule, _UNSURE, f"{evidence.note}, but {why}"))

    def doubt(self, left: str, right: str, evidence: Evidence) -> None:
        if (left, right) in self.different:
            return
        one, other = sorted((self.shown(left), self.shown(right)))
        if one != other:
            self.unsure.setdefault((one, other), Unsure(one, other, evidence))

    def shown(self, key: str) -> str:
        return self.nodes.by_key[key].name.core

    def aliases(self) -> None:
        """`X, also known as Y` where an article says so of two names."""
        for claim in self.claims:
            detail = claim.detail
            if isinstance(detail, RelationDetail) and detail.relation == "also_known_as":
                ends = [self.nodes.of_mention.get((claim.document_id, p.name)) for p in (detail.subject, detail.object)]
                if ends[0] and ends[1] and not any(key.startswith("s:") for key in ends if key):
                    self.join(ends[0], ends[1], Evidence("also known as", 0.95, claim.quote[:80]))

    def compare(self, keys: Iterable[str]) -> None:
        """Block by bones, score the pairs of a block, join from the surest down."""
        blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for key in sorted(keys):
            for block in _blocks(self.nodes.by_key[key]):
                blocks[block].append(key)
        scored: dict[tuple[str, str], Evidence] = {}
        for met in blocks.values():
            for at, left in enumerate(met):
                for right in met[at + 1 :]:
                    if (left, right) not in scored and self.joined.root(left) != self.joined.root(right):
                        evidence = alike(self.nodes.by_key[left].name, self.nodes.by_key[right].name)
                        if evidence:
                            scored[left, right] = evidence
        near: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for (left, right), evidence in scored.items():
            near[left].append((right, evidence.score))
            near[right].append((left, evidence.score))
        for (left, right), evidence in sorted(scored.items(), key=lambda item: (-item[1].score, item[0])):
            if evidence.score < _SURE or self.is_torn(left, right, evidence.score, near):
                self.doubt(left, right, evidence)
            else:
                self.join(left, right, evidence)

    def is_torn(self, left: str, right: str, score: float, near: Mapping[str, list[tuple[str, float]]]) -> bool:
        """Whether one of the two is as like a third that cannot be the other (`George Bush`)."""
        return score < 0.98 and any(
            third != other and rival > score - 0.1 and self.parts(other, third)
            for one, other in ((left, right), (right, left))
            for third, rival in near[one]
        )

    def acronyms(self) -> None:
        """An abbreviation without its brackets, where one article alone explains it, or all explain it alike."""
        for short in sorted(self.nodes.explained):
            roots = sorted({self.joined.root(key) for key in self.nodes.explained[short]})
            key = f"n:{parse(short).words[0]}" if parse(short).words else ""
            if key in self.nodes.by_key and key in self.joined:
                if len(roots) == 1:
                    note = f"{short} = {self.shown(roots[0])}"
                    self.join(key, roots[0], Evidence("abbreviation explained in another article", 0.9, note))
                else:
                    for root in roots:
                        self.doubt(key, root, Evidence("abbreviation of several", 0.6, short))

    def tails(self) -> None:
        """`Stafford Smith` to the one fuller name that ends so: in the article, else in the record."""
        people = {key: self.nodes.by_key[key].name for key in self.joined.items() if key.startswith("p:")}
        ends: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for key, name in sorted(people.items()):
            for at in range(1, len(name.words) - 1):
                ends[name.words[at:]].append(key)
        for key, name in sorted(people.items()):
            fuller = ends.get(name.words, ())
            roots = sorted({self.joined.root(other) for other in fuller})
            if len(roots) == 1:
                self.join(
                    key, roots[0], Evidence("end of the one fuller name", 0.87, f"{name.core}: {self.shown(roots[0])}")
                )
            for other in fuller if len(roots) > 1 else ():
                self.doubt(key, other, Evidence("end of several names", 0.6, name.core))

    def surnames(self) -> None:
        """Surnames to the one person of that surname in the article, else in the record; never to one of two."""
        people: dict[str, set[str]] = defaultdict(set)
        first_names: dict[str, set[str]] = defaultdict(set)
        for key in self.joined.items():
            node = self.nodes.by_key[key]
            if node.name.kind == "person":
                people[bones(surname(node.name))].add(key)
                people[bones(surname(node.name), kh="h")].add(key)
                first_names[node.name.words[0]].add(key)
        for key in sorted(key for key in self.nodes.by_key if key.startswith("s:")):
            node, document_id = self.nodes.by_key[key], key.rpartition("@")[2]
            word = node.name.words[-1]
            blocked = people.get(bones(word), set()) | people.get(bones(word, kh="h"), set())
            alike_ones = [other for other in sorted(blocked) if self.fits(node, other)]
            near = sorted({self.joined.root(other) for other in alike_ones if other in self.here[document_id]})
            every = sorted({self.joined.root(other) for other in alike_ones})
            if not every:
                near = sorted({self.joined.root(other) for other in first_names[word] & self.here[document_id]})
            self.settle(key, near or every, 0.95 if near else 0.87)

    def fits(self, node: Node, person: str) -> bool:
        return (node.key, person) not in self.different and is_surname_of(node.name, self.nodes.by_key[person].name)

    def settle(self, key: str, candidates: list[str], score: float) -> None:
        node = self.nodes.by_key[key]
        if len(candidates) == 1:
            where = "in the article" if score > 0.9 else "in the record"
            evidence = Evidence(
                f"the only one of that surname {where}", score, f"{node.name.core}: {self.shown(candidates[0])}"
            )
            self.assigned[key] = candidates[0]
            self.evidence[candidates[0]].add(evidence)
        elif candidates:
            self.joined.add(key)
            for other in candidates:
                self.doubt(key, other, Evidence("surname of several", 0.6, node.name.core))
        else:
            single = self.nodes.add(f"n:{' '.join(node.name.words)}", node.name)
            self.joined.add(single.key)
            self.assigned[key] = single.key

    def root(self, key: str) -> str:
        while key in self.assigned:
            key = self.assigned[key]
        return self.joined.root(key)

    def commanders(self) -> None:
        """`Haftar's forces` are the armed group that an article says Haftar commands, where it is one."""
        led: dict[str, set[str]] = defaultdict(set)
        for claim in self.claims:
            detail = claim.detail
            if isinstance(detail, OfficeDetail) and detail.organisation and detail.holds == "holds":
                person, body = (
                    self.nodes.of_mention.get((claim.document_id, party.name))
                    for party in (detail.person, detail.organisation)
                )
                commands = set(detail.role.lower().replace("-", " ").split()) & _COMMANDS
                if person and body and commands and self.nodes.by_key[body].name.kind == "armed_group":
                    led[self.root(person)].add(self.root(body))
        forces: dict[str, str] = {}
        for key in sorted(self.nodes.by_key):
            node = self.nodes.by_key[key]
            if node.name.owner and not node.name.is_member and key in self.joined:
                owners = {self.root(owner) for owner in self.owners(node)}
                for owner in owners:
                    note = f"{node.name.core}: {self.shown(owner)}"
                    self.join(key, forces.setdefault(owner, key), Evidence("forces of one party", 0.9, note))
                bodies = {body for owner in owners for body in led.get(owner, ())}
                if len(bodies) == 1:
                    body = bodies.pop()
                    self.join(
                        key, body, Evidence("forces of its commander", 0.88, f"{node.name.core}: {self.shown(body)}")
                    )

    def owners(self, node: Node) -> list[str]:
        owner = parse(node.name.owner or "")
        documents = sorted({document_id for used in node.texts.values() for document_id in used})
        return [key for at in documents for key in sorted(self.here[at]) if self.is_owner(owner, key)]

    def is_owner(self, owner: Name, key: str) -> bool:
        name = self.nodes.by_key[key].name
        return name.words == owner.words or (
            name.kind == "person" and len(owner.words) == 1 and is_surname_of(owner, name)
        )

    def shortened(self) -> None:
        """`the Front`, `the council`: the one body whose name shortens so, of those the article names in full."""
        for document_id, text, body, is_here in short_forms(self.nodes, self.documents, self.root):
            rule = f"short for the one such body of the {'article' if is_here else 'record'}"
            evidence = Evidence(rule, 0.86 if is_here else 0.75, f"{text}: {self.shown(body)}")
            known = self.nodes.of_mention.get((document_id, text))
            if known is None:
                self.nodes.of_mention[document_id, text] = body
                self.nodes.by_key[body].texts[text].add(document_id)
                self.evidence[self.root(body)].add(evidence)
            elif self.root(known) != self.root(body):
                self.join(known, body, evidence)

    def governments(self) -> None:
        """`the Tripoli-based government`: the one government that the article names, unless it is called a rival's."""
        for (document_id, text), mention in sorted(self.nodes.described.items()):
            low = text.lower()
            if "government" not in low.split() or any(
                word in low for word in ("rival", "parallel", "self-declared", "local")
            ):
                continue
            if not (mention.name.hedge or " in " in low or "unity" in low):
                continue
            named = {
                self.root(key)
                for key in self.here[document_id]
                if "government" in self.nodes.by_key[key].name.words and len(self.nodes.by_key[key].name.words) > 2
            }
            if len(named) == 1:
                root = named.pop()
                self.nodes.of_mention[document_id, text] = root
                self.nodes.by_key[root].texts[text].add(document_id)
                self.evidence[root].add(Evidence("the one government that the article names", 0.7, text))

    def result(self, called: Mapping[str, str]) -> Resolved:
        groups: dict[str, list[Node]] = defaultdict(list)
        explained = [key for keys in self.nodes.explained.values() for key in keys if is_body(self.nodes.by_key[key])]
        used = {self.root(key) for key in (*self.nodes.of_mention.values(), *explained)}
        for key in sorted(self.nodes.by_key):
            if self.root(key) in used:
                groups[self.root(key)].append(self.nodes.by_key[key])
        for root, evidence in list(self.evidence.items()):
            if self.root(root) != root:
                self.evidence[self.root(root)] |= evidence
        names = {parse(name).words: shown for name, shown in called.items()}
        actors: dict[str, Actor] = {}
        ids: dict[str, str] = {}
        for root in sorted(groups):
            actor = profile(groups[root], self.evidence[root], self.documents, names)
            if actor.actor_id in actors:
                actor = replace(actor, actor_id=f"{actor.actor_id}-{digest(root)}")
            actors[actor.actor_id], ids[root] = actor, actor.actor_id
        of_mention = {mention: ids[self.root(key)] for mention, key in self.nodes.of_mention.items()}
        of_party = {
            (claim.claim_id, party.name): of_mention[claim.document_id, party.name]
            for claim in self.claims
            for _, party in parties(claim)
            if (claim.document_id, party.name) in of_mention
        }
        unsure = tuple(self.unsure[pair] for pair in sorted(self.unsure))
        return Resolved(actors, of_party, unsure, of_mention)


def _blocks(node: Node) -> list[tuple[str, ...]]:
    """The keys under which a node meets those it may be one with."""
    words = [word for word in node.name.words if word not in words_of.JOINTS]
    if not words:
        return []
    found = [("words", *sorted(map(bones, words))), ("run", "".join(map(bones, words)))]
    found.append(("nouns", *nouns(tuple(words))))
    if node.name.kind == "person":
        first = bones(words_of.FIRST_NAMES.get(words[0], words[0]))[:1]
        found += [("surname", bones(surname(node.name), kh=kh), first) for kh in ("kh", "h")]
    if len(words) > 3 and node.name.kind != "person":
        found += [
            ("nouns", *nouns(tuple(words[1:]))),
            ("nouns", *nouns(tuple(words[:-1]))),
            ("nouns", *nouns(tuple(words[:-2]))),
        ]
    for taken in (1, 2):
        if " ".join(words[:taken]) in adjectives() and len(words) - taken > 1:
            found.append(("words", *sorted(map(bones, words[taken:]))))
    return found
