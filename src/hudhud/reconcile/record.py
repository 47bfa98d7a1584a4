"""Documents, claims and judgements → one View."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hudhud.reconcile.actors import resolve
from hudhud.reconcile.copies import Origins, copies
from hudhud.reconcile.counted import HARMS, beside, count
from hudhud.reconcile.denials import denials, with_denied
from hudhud.reconcile.disputes import disputes
from hudhud.reconcile.estimates import estimates
from hudhud.reconcile.events import cluster
from hudhud.reconcile.happenings import happenings
from hudhud.reconcile.judgements import decide
from hudhud.reconcile.rivals import rivals
from hudhud.reconcile.states import states
from hudhud.reconcile.stories import stories
from hudhud.reconcile.told import retold, tell
from hudhud.records import Claim, Document, EventDetail, FigureDetail, Judgement, Skipped, View

__all__ = ["reconcile"]

# How the ids of what is derived begin; they are gone when it is derived anew.
_DERIVED = ("evt-", "est-", "sta-", "act-")
# A sentence so long, told again within so many days in the same words, is one report; shorter ones are formulas.
_SENTENCE, _REPRINTED = 80, timedelta(days=7)


def reconcile(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    *,
    judgements: Iterable[Judgement] = (),
    as_of: date | None = None,
    skipped: Iterable[Skipped] = (),
    best: str = "latest",
) -> View:
    """Reconcile what documents claim into one record.

    The result depends on what is given, never on its order. With `as_of`, documents published later or on no
    known day are left out as if they did not exist, and claims of documents that are not given are ignored. `best`
    names the rule that chooses an estimate's best number.

    Raises:
        WrongOption: If a judgement or `best` is none of those allowed.
    """
    documents, claims, judgements = list(documents), list(claims), list(judgements)
    if any(target.startswith(_DERIVED) for one in judgements for target in one.targets):
        judgements = _of_what_was_read(documents, claims, judgements, as_of)
    ordered = sorted(documents, key=lambda one: one.document_id)
    known = {one.document_id: one for one in ordered if _is_known(one, as_of)}
    told = {one.claim_id: one for one in sorted(claims, key=_claim_order) if one.document_id in known}
    decided = decide(judgements)
    used = decided.corrected(told.values())
    found, origins = copies(known)
    resolved = resolve(known, used, same=decided.same, different=decided.different, called=decided.called)
    story = stories(known, origins.of)
    ready = [
        tell(one, one.detail, known.get(one.document_id), resolved, story[one.document_id])
        for one in used
        if isinstance(one.detail, EventDetail)
    ]
    different = _of_claims(decided.different, told)
    clusters = with_denied(
        cluster(
            ready, origins=origins.of, tolls=_tolls(used), same=_of_claims(decided.same, told), different=different
        ),
        different,
    )
    denied = denials(used, clusters, resolved)
    events = happenings(clusters, known, resolved, origins, denied)
    where = {one.claim.claim_id: at for at, group in enumerate(clusters) for one in group.members}
    by_claim = {claim_id: event.event_id for event in events for claim_id in event.claim_ids}
    event_ids = {at: by_claim[group.members[0].claim.claim_id] for at, group in enumerate(clusters)}
    counted = count(_told_once(used, known, origins), known, resolved, where)
    numbers = estimates(counted, event_ids, known, origins, best=best)
    held = states(used, events, known, resolved, origins)
    return View(
        as_of=as_of,
        documents=known,
        claims=told,
        actors=resolved.actors,
        events=events,
        estimates=numbers,
        states=held,
        disputes=disputes(
            events,
            numbers,
            held,
            {one.claim_id: one for one in used},
            known,
            origins,
            denials={event_ids[at]: [one.claim_id for one in said] for at, said in denied.items()},
            rivals=[(kind, event_ids[left], event_ids[right]) for kind, left, right in rivals(clusters)],
        ),
        copies=found,
        skipped=tuple(sorted(skipped, key=lambda one: (one.stage, one.name, one.reason))),
        party_actor=resolved.of_party,
        unsure=resolved.unsure,
    )


def _of_what_was_read(
    documents: Sequence[Document], claims: Sequence[Claim], judgements: Sequence[Judgement], as_of: date | None
) -> list[Judgement]:
    """Judgements on events, estimates, states and actors as judgements on the claims and names behind them.

    What a judgement was made about is what the claims gave without the judgements on derived things.
    """
    plain = [one for one in judgements if not any(target.startswith(_DERIVED) for target in one.targets)]
    view = reconcile(documents, claims, judgements=plain, as_of=as_of)
    behind: dict[str, tuple[str, ...]] = {event.event_id: event.claim_ids for event in view.events}
    behind |= {one.estimate_id: tuple(figure.claim_id for figure in one.figures) for one in view.estimates}
    behind |= {one.state_id: (*one.claims_for, *one.claims_against) for one in view.states}
    behind |= {actor.actor_id: (actor.name,) for actor in view.actors.values()}
    found = []
    for one in judgements:
        each = [behind.get(target, (target,)) for target in one.targets]
        if one.verb in ("same", "different"):
            each = [ids[:1] for ids in each]
        found.append(replace(one, targets=tuple(target for ids in each for target in ids)))
    return found


def _is_known(document: Document, as_of: date | None) -> bool:
    if as_of is None:
        return True
    last = document.published.last_day
    return last is not None and last <= as_of


def _told_once(claims: Sequence[Claim], documents: Mapping[str, Document], origins: Origins) -> list[Claim]:
    """The claims without those that a copy repeats from its origin, and without figures of a reprinted sentence."""
    first: dict[tuple[object, ...], Claim] = {}
    sentences: dict[tuple[object, ...], Claim] = {}
    days = {key: one.published.day or date.max for key, one in documents.items()}
    ranked = sorted(
        claims,
        key=lambda one: (origins.of[one.document_id] != one.document_id, days[one.document_id], _claim_order(one)),
    )
    for one in ranked:
        first.setdefault(retold(one, origins.of), one)
    for one in list(first.values()):
        if isinstance(one.detail, FigureDetail) and len(one.quote) >= _SENTENCE:
            repeated = (" ".join(one.quote.split()), replace(one.detail, number_text="", is_cumulative=False))
            told = sentences.setdefault(repeated, one)
            if told.document_id != one.document_id and days[one.document_id] - days[told.document_id] <= _REPRINTED:
                del first[retold(one, origins.of)]
    return sorted(first.values(), key=_claim_order)


def _claim_order(claim: Claim) -> tuple[object, ...]:
    return claim.document_id, claim.span, claim.claim_id


def _of_claims(pairs: Sequence[tuple[str, str]], claims: Mapping[str, Claim]) -> list[tuple[str, str]]:
    """The judged pairs that are claims; the others are names."""
    return [(left, right) for left, right in pairs if left in claims and right in claims]


def _tolls(claims: Sequence[Claim]) -> dict[str, frozenset[tuple[str, float]]]:
    """Event claim → the killed and injured told beside it, which two tellings of one happening often share."""
    events: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.detail, EventDetail):
            events[claim.document_id].append(claim)
    found: dict[str, set[tuple[str, float]]] = defaultdict(set)
    for claim in claims:
        detail = claim.detail
        if isinstance(detail, FigureDetail) and detail.quantity in HARMS and not detail.is_cumulative and detail.low:
            event = beside(claim, events.get(claim.document_id, ()))
            if event and detail.low >= 3:
                found[event.claim_id].add((detail.quantity, detail.low))
    return {claim_id: frozenset(values) for claim_id, values in found.items()}
