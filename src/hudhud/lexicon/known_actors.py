"""Countries and known organisations: names, abbreviations, adjectives, kind, country, sector.

Facts, hand-made, in `known_actors.tsv`. An abbreviation counts only in capitals (`WHO`, not `who`); one that
several organisations share (`SDF`) is ambiguous and is settled by the document that uses it.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hudhud.lexicon.spelling import fold

__all__ = ["KnownActor", "adjectives", "by_key", "country_key", "known", "known_actors"]


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One row of the table. `adjectives` are a country's (`Libyan`); `key` is the folded name."""

    key: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def known_actors() -> tuple[KnownActor, ...]:
    """Every row, in the table's order."""
    text = (files("hudhud.lexicon") / "known_actors.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return tuple(
        KnownActor(fold(name), name, kind, country or None, sector or None, _parts(aliases), _parts(words))
        for name, kind, country, sector, aliases, words, _source in rows
    )


def known(name: str) -> tuple[str, ...]:
    """The keys of the known actors that go by this name; more than one where it is ambiguous."""
    found = _aliases().get(fold(name), ())
    return tuple(key for key, capitals in found if not capitals or _is_capitals(name))


def adjectives() -> dict[str, str]:
    """A country's folded adjective or name → its key: `libyan` and `libya` → `libya`."""
    return _adjectives()


@cache
def by_key() -> dict[str, KnownActor]:
    """Key → row."""
    return {actor.key: actor for actor in known_actors()}


def country_key(code: str) -> str | None:
    """The key of the country with this ISO 3166-1 alpha-2 code, or None."""
    return _codes().get(code)


@cache
def _codes() -> dict[str, str]:
    return {actor.country: actor.key for actor in known_actors() if actor.kind == "country" and actor.country}


@cache
def _adjectives() -> dict[str, str]:
    table: dict[str, str] = {}
    for actor in known_actors():
        if actor.kind == "country":
            for word in (*actor.adjectives, actor.name, *actor.aliases):
                table.setdefault(fold(word), actor.key)
    return table


@cache
def _aliases() -> dict[str, tuple[tuple[str, bool], ...]]:
    table: dict[str, dict[str, bool]] = {}
    for actor in known_actors():
        for alias in (actor.name, *actor.aliases):
            held = table.setdefault(fold(alias), {})
            held[actor.key] = held.get(actor.key, True) and _is_capitals(alias) and len(alias) <= 6
    return {alias: tuple(held.items()) for alias, held in table.items()}


def _is_capitals(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters[:2]) and sum(map(str.islower, letters)) <= 1


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
