"""Mentions of one document → the entry each most likely means."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hudhud.lexicon.countries import capitals
from hudhud.lexicon.gazetteer import Entry
from hudhud.lexicon.spelling import fold
from hudhud.read.place_mentions import Mention

__all__ = ["Weights", "containers", "resolve"]

Floats = NDArray[np.float64]

_EARTH_KM = 6371.0
_CANDIDATES = 60  # `Springfield` has 44; more names than that share only very short keys
_WANTED = {
    "A2": {"A2"}, "A1": {"A1"}, "P": {"P"}, "S": {"S", "P"}, "D": {"D", "A2", "A1", "P"}, "W": {"W"}, "R": {"R", "D"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """What each reason counts. Set by hand, measured by `bench.suites.geoparsing`, not swept; see docs/adr/0003."""

    population: float = 0.55
    own_name: float = 0.6
    wanted: float = 3.0
    country: float = 2.0
    admin1: float = 2.0
    near: float = 2.2
    near_km: float = 120.0
    container: float = 5.0
    hint: float = 1.5
    home: float = 1.5
    capital: float = 1.5
    kinds: Mapping[str, float] = field(
        default_factory=lambda: {"C": 2.5, "A1": 0.6, "A2": -0.9, "P": 0.0, "S": -0.5, "D": -0.3, "R": 2.0, "W": 1.0}
    )


@dataclass(slots=True)
class _Group:
    """All mentions of one name, which mean one place unless a container tells two apart."""

    mentions: list[int]
    entries: tuple[Entry, ...]
    inside: list[Entry]
    weight: float
    scores: Floats
    first: int = 0


def containers(text: str, mentions: Sequence[Mention]) -> dict[int, int]:
    """Which mention stands in which: `Paris, Texas`, `Dublin (Ohio)`, `Rutba in Anbar province`."""
    found = {}
    for index, (mention, following) in enumerate(pairwise(mentions)):
        if _PARTED.fullmatch(text[mention.end : following.start]) and not following.demonym:
            found[index] = index + 1
    return found


_PARTED = re.compile(
    r",? ?(?:\(|in |of |, in )?(?:the |southern |northern |eastern |western |central |south-?eastern |north-?eastern |"
    r"south-?western |north-?western )*(?:province of |state of |city of |region of |country of |governorate of )?"
)


def resolve(
    text: str, mentions: Sequence[Mention], *, votes: Mapping[str, float], home: Sequence[Entry] = (), weights: Weights
) -> list[Entry | None]:
    """The entry of each mention, None where its name has none.

    `votes` are countries that something else speaks for (the actors' nationalities, the publisher's), by weight;
    `home` the places the publisher's name holds.
    """
    groups = _groups(text, mentions, votes, home, weights)
    chosen: list[Entry | None] = [None] * len(mentions)
    if not groups:
        return chosen
    _vote(groups, weights)
    for group in groups:
        best = group.entries[int(np.argmax(group.scores))]
        for index in group.mentions:
            chosen[index] = best
    return chosen


def _groups(
    text: str, mentions: Sequence[Mention], votes: Mapping[str, float], home: Sequence[Entry], weights: Weights
) -> list[_Group]:
    inside = containers(text, mentions)
    by_key: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        if mention.entries:
            by_key[mention.key, mention.wanted, mention.demonym].append(index)
    total = sum(votes.values()) or 1.0
    shares = {country: weight / total for country, weight in votes.items()}
    groups = []
    for (key, wanted, _), members in by_key.items():
        entries = _without_seats(mentions[members[0]].entries[:_CANDIDATES], wanted)
        around = [entry for index in members if index in inside for entry in mentions[inside[index]].entries[:6]]
        scores = np.array([_prior(entry, key, wanted, shares, home, weights) for entry in entries])
        scores += _contained(entries, around, weights)
        groups.append(_Group(members, entries, around, min(len(members), 4) ** 0.5, scores))
    return groups


def _without_seats(entries: tuple[Entry, ...], wanted: str) -> tuple[Entry, ...]:
    """Without the provinces that are named after a town among the entries: `Aleppo` is the town, `Aleppo province` not.

    American states are kept: `New York` is the state as often as the city.
    """
    seats = {(entry.country, entry.admin1) for entry in entries if entry.kind == "P" and entry.population > 3000}
    if wanted in ("A1", "A2"):
        return entries
    return tuple(
        entry
        for entry in entries
        if entry.kind != "A1" or entry.country == "US" or (entry.country, entry.admin1) not in seats
    )


def _prior(
    entry: Entry, key: str, wanted: str, shares: Mapping[str, float], home: Sequence[Entry], weights: Weights
) -> float:
    score = weights.population * float(np.log10(max(entry.population, 100))) + weights.kinds.get(entry.kind, 0.0)
    if fold(entry.name) == key:
        score += weights.own_name
    if wanted:
        score += weights.wanted if entry.kind in _WANTED[wanted] else 0.0
    if entry.kind == "P" and capitals().get(key) == entry.country:
        score += weights.capital
    if any(entry.id == place.id for place in home):
        score += weights.home
    return score + weights.hint * shares.get(entry.country, 0.0)


def _contained(entries: Sequence[Entry], around: Sequence[Entry], weights: Weights) -> Floats:
    """The bonus of those that lie in what stands after the name."""
    if not around:
        return np.zeros(len(entries))
    return np.array([weights.container * max(_lies_in(entry, outer) for outer in around) for entry in entries])


def _lies_in(entry: Entry, outer: Entry) -> float:
    if entry.id == outer.id or entry.country != outer.country:
        return 0.0
    if outer.kind == "C":
        return 1.0 if entry.kind != "C" else 0.0
    if outer.kind == "A1":
        return 1.0 if entry.admin1 == outer.admin1 and entry.kind not in ("A1", "C") else 0.0
    if outer.kind in ("A2", "P") and entry.kind in ("P", "D", "S"):
        return 0.6 if abs(entry.lat - outer.lat) + abs(entry.lon - outer.lon) < 0.6 else 0.0
    return 0.0


def _vote(groups: list[_Group], weights: Weights) -> None:
    """Two rounds in which every name's likely places speak for the others' country, area and neighbourhood."""
    entries = [entry for group in groups for entry in group.entries]
    owner = np.concatenate([np.full(len(group.entries), number) for number, group in enumerate(groups)])
    weight = np.array([groups[number].weight for number in owner])
    points = _unit(entries)
    countries = _codes([entry.country for entry in entries])
    admins = _codes([f"{entry.country}.{entry.admin1}" if entry.admin1 else "" for entry in entries])
    local = np.array([entry.kind not in ("C", "R") for entry in entries])
    prior = np.concatenate([group.scores for group in groups])
    scores = prior
    for _ in range(2):
        chance = _chances(scores, owner, len(groups)) * weight
        spoken = np.flatnonzero(chance > 0.05)
        other = owner[:, None] != owner[None, spoken]
        mass = np.where(other, chance[None, spoken], 0.0)
        total = weight[np.unique(owner, return_index=True)[1]].sum()
        by_country = (mass * (countries[:, None] == countries[None, spoken])).sum(1) / total
        by_admin = (
            mass * ((admins[:, None] == admins[None, spoken]) & local[None, spoken] & (admins[:, None] > 0))
        ).sum(1)
        apart = _EARTH_KM * np.arccos(np.clip(points @ points[spoken].T, -1.0, 1.0))
        nearness = (mass * np.exp(-apart / weights.near_km) * local[None, spoken]).sum(1) * local
        scores = (
            prior
            + weights.country * by_country
            + (weights.admin1 * by_admin / (1.0 + by_admin) + weights.near * nearness / (1.0 + nearness))
        )
    start = 0
    for group in groups:
        group.scores = scores[start : start + len(group.entries)]
        start += len(group.entries)


def _codes(words: Sequence[str]) -> NDArray[np.int64]:
    """A number for each word, 0 for the empty one."""
    numbers = {"": 0} | {word: number for number, word in enumerate(Counter(word for word in words if word), 1)}
    return np.array([numbers[word] for word in words])


def _unit(entries: Sequence[Entry]) -> Floats:
    lat = np.radians([entry.lat for entry in entries])
    lon = np.radians([entry.lon for entry in entries])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _chances(scores: Floats, owner: NDArray[np.int64], n_groups: int) -> Floats:
    """Scores of one name's entries → chances that sum to one."""
    top = np.full(n_groups, -np.inf)
    np.maximum.at(top, owner, scores)
    raised = np.exp(scores - top[owner])
    totals = np.bincount(owner, raised, n_groups).astype(np.float64)
    return np.asarray(raised / totals[owner], dtype=np.float64)
