"""Denials → the happening denied: `The council denied the accusation` says no to what it is accused of."""

import re
from collections import defaultdict
from collections.abc import Sequence

from hudhud.reconcile.actors import Resolved
from hudhud.reconcile.events import Cluster
from hudhud.reconcile.told import Told, party_keys, stems
from hudhud.records import Claim, Event, Evidence, Factuality, StatementDetail, View

__all__ = ["DENIED_IN_STATEMENT", "denials", "denying", "with_denied"]

# The evidence of an event that a statement denies; its note opens the statement's quote.
DENIED_IN_STATEMENT = "denied in a statement"
# What stands for a thing told before: it is what the denier was last said to have done.
_ACCUSATION = re.compile(
    r"^(?:(?:the|this|that|these|those|any|all|such|both)\s+)*"
    r"(?:accusations?|allegations?|charges?|claims?|responsibility|involvement|(?:any|a) role|it|this|that)[.,]?$",
    re.IGNORECASE,
)
# `denied that its men had been involved`, `denied any part in the attack`: in the last harm told before.
_PART = re.compile(
    r"\b(?:involved|involvement|(?:taken|took|taking|any|a|no) part|responsib\w+|behind|(?:any|a|no) (?:role|hand)|"
    r"to blame)(?: (?:in|for|of))?(?: (?:it|them|(?:the|this|that|these|those)(?: \w+)? "
    r"(?:attacks?|bombings?|shelling|strikes?|airstrikes?|killings?|blasts?|explosions?|assaults?|raids?|ambush(?:es)?|"
    r"incidents?|massacre|deaths|murders?|abductions?)))?[.,]?$",
    re.IGNORECASE,
)
_HARMS = ("ASSAULT", "COERCE")
_AGAIN = re.compile(r"\b(?:the|this|that|these|those)\s+(\w+)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|disput|refut|disavow)", re.IGNORECASE)
_FAR = 1500  # characters back to what is denied; hand-set
_SHARED = 0.5  # of the words of what is denied in the words that tell it; hand-set
_WORDS_ONLY = ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONSULT", "SUPPORT", "CONCEDE")


def with_denied(clusters: Sequence[Cluster], different: Sequence[tuple[str, str]] = ()) -> list[Cluster]:
    """Put a denial that tells neither day nor place (`denied it was behind the attack`) to the happening it denies.

    That is the last one of its type told before it in the article, unless another is named as its doer or a person
    judged the two `different`.
    """
    apart = {frozenset(pair) for pair in different}
    told: dict[tuple[str, str], list[tuple[int, Told]]] = defaultdict(list)
    for at, found in enumerate(clusters):
        for member in found.members:
            if member.claim.factuality is Factuality.ACTUAL:
                told[member.claim.document_id, member.detail.type].append((at, member))
    gone: dict[int, int] = {}
    for at, found in enumerate(clusters):
        if all(_is_bare_denial(member) for member in found.members):
            into = {
                _denied_by(member, told.get((member.claim.document_id, member.detail.type), ()))
                for member in found.members
            }
            target = into.pop() if len(into) == 1 else None
            if target is not None and not _are_apart(found, clusters[target], apart):
                gone[at] = target
    for at, target in gone.items():
        clusters[target].members.extend(clusters[at].members)
        note = clusters[at].members[0].claim.quote[:80]
        clusters[target].evidence.append(Evidence("denied in the same article", 0.7, note))
    return [found for at, found in enumerate(clusters) if at not in gone]


def _are_apart(left: Cluster, right: Cluster, apart: set[frozenset[str]]) -> bool:
    return bool(apart) and any(
        frozenset((one.claim.claim_id, other.claim.claim_id)) in apart
        for one in left.members
        for other in right.members
    )


def _is_bare_denial(told: Told) -> bool:
    is_bare = told.period is None and told.place is None and _DENIES.search(told.claim.quote)
    return told.claim.factuality is Factuality.DENIED and bool(is_bare)


def _denied_by(denial: Told, told: Sequence[tuple[int, Told]]) -> int | None:
    """The number of the cluster that the last fitting claim before a denial belongs to."""
    again = {stem for noun in _AGAIN.findall(denial.claim.quote) for stem in stems(noun)}
    fits = [
        (one.claim.span.start, at)
        for at, one in told
        if 0 < denial.claim.span.start - one.claim.span.start <= _FAR
        and again & stems(f"{one.detail.trigger} {one.claim.quote}")
        and not _is_anothers(one.actors, denial.actors)
    ]
    return max(fits)[1] if fits else None


def _is_anothers(doers: frozenset[str], deniers: frozenset[str]) -> bool:
    named = {key for key in doers if not key.startswith("~")}
    return bool(named) and not named & deniers


def denials(claims: Sequence[Claim], clusters: Sequence[Cluster], resolved: Resolved) -> dict[int, list[Claim]]:
    """Number of a cluster → the statements that deny it. Where the reader took a denied event, that speaks instead."""
    told: dict[str, list[tuple[int, Told]]] = defaultdict(list)
    for at, found in enumerate(clusters):
        for member in found.members:
            told[member.claim.document_id].append((at, member))
    denied: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        detail = claim.detail
        if isinstance(detail, StatementDetail) and detail.act == "deny":
            here = told.get(claim.document_id, ())
            if any(
                one.claim.span.overlaps(claim.span) and one.claim.factuality is Factuality.DENIED for _, one in here
            ):
                continue
            number = _stated(claim, detail, here, party_keys(claim, (detail.speaker,), resolved))
            if number is not None:
                denied[number].append(claim)
    return denied


def denying(event: Event, view: View) -> tuple[str, ...]:
    """The claims of the statements that deny an event, which are no members of it."""
    notes = {one.note for one in event.evidence if one.rule == DENIED_IN_STATEMENT}
    if not notes:
        return ()
    return tuple(
        sorted(
            claim.claim_id
            for claim in view.claims.values()
            if isinstance(claim.detail, StatementDetail)
            and claim.detail.act == "deny"
            and claim.document_id in event.document_ids
            and claim.quote[:80] in notes
        )
    )


def _stated(
    claim: Claim, detail: StatementDetail, here: Sequence[tuple[int, Told]], speaker: frozenset[str]
) -> int | None:
    """The cluster that a statement denies: what its speaker is told to have done, or what its words repeat."""
    content = detail.content.strip()
    before = [
        (at, one)
        for at, one in here
        if one.claim.factuality is Factuality.ACTUAL
        and one.detail.type not in _WORDS_ONLY
        and one.claim.span.start < claim.span.start
        and claim.span.start - one.claim.span.start <= _FAR
    ]
    if _ACCUSATION.match(content):
        own = [(one.claim.span.start, at) for at, one in before if one.actors & speaker]
        return max(own)[1] if own else None
    if _PART.search(content):
        harms = [
            (one.claim.span.start, at)
            for at, one in before
            if one.detail.type in _HARMS and not _is_anothers(one.actors, speaker)
        ]
        return max(harms)[1] if harms else None
    words = stems(content)
    scored = [
        (len(words & stems(one.claim.quote)) / len(words), one.claim.span.start, at)
        for at, one in before
        if len(words) >= 2 and stems(one.detail.trigger) & words
    ]
    best = max(scored, default=None)
    return best[2] if best and best[0] >= _SHARED else None
