"""An event's claims → the clause that tells it: verb and parties where they are told, a plain name of it where not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hudhud.export.brief.phrases import LABELS, OBJECT_WORDS
from hudhud.export.brief.words import during, is_many, joined, named, participle, past
from hudhud.lexicon.event_words import VERBS
from hudhud.records import Claim, Event, EventDetail, Factuality, PlacePrecision

__all__ = ["Clause", "clause", "trigger_of"]

_SETTLEMENTS = ("town", "city", "village")
_DEEDS = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "SANCTION", "PROTEST")


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause, the same told as not so, and whether it tells of a deed rather than of words."""

    text: str
    denied: str
    is_deed: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    actors: str
    recipients: str
    many_actors: bool
    many_recipients: bool
    verb: str
    frame: str
    around: str


def trigger_of(event: Event, claims: Sequence[Claim]) -> str:
    """The verb that the event was read from, where it is one of the event's own type."""
    words = [one.detail.trigger for one in claims if isinstance(one.detail, EventDetail)]
    return next((word for word in words if word in VERBS and VERBS[word].type == event.type), "")


def clause(event: Event, trigger: str, figures: Mapping[str, str], place: str, texts: Sequence[str]) -> Clause:
    """The clause of an event in the mood in which its sources hold it.

    `trigger` is the verb it was read from, empty where there is none. `figures` gives, for a party of the event,
    its number in words where the same sentence counts it. `place` is where, in words.
    """
    parts = _parts(event, trigger, figures, place, texts)
    # What is only denied is told as if it were so, for the denial to stand before it.
    held = Factuality.ACTUAL if event.factuality is Factuality.DENIED else event.factuality
    core = _verbal(parts, held) or _nominal(event, parts, held)
    if not core:
        return Clause("", "", is_deed=False)
    text = " ".join(f"{core} {parts.around}".split())
    return Clause(text, f"it was denied that {text}", event.type in _DEEDS)


def _parts(event: Event, trigger: str, figures: Mapping[str, str], place: str, texts: Sequence[str]) -> _Parts:
    is_settlement = any(name.lower() in _SETTLEMENTS for name in event.recipients)
    named_already = event.place and (
        any(event.place.name in name for name in (*event.recipients, *event.actors))
        or (is_settlement and event.place.precision is PlacePrecision.TOWN)
    )
    return _Parts(
        joined(named(name, texts) for name in event.actors),
        joined((_recipient(name, event, figures, texts) for name in event.recipients if name not in event.actors), 3),
        len(event.actors) > 1 or any(map(is_many, event.actors)),
        len(event.recipients) > 1 or any(map(is_many, event.recipients)),
        trigger,
        VERBS[trigger].frame if trigger else "",
        " ".join(filter(None, ("" if named_already else place, during(event.occurred)))),
    )


def _recipient(name: str, event: Event, figures: Mapping[str, str], texts: Sequence[str]) -> str:
    """A recipient with its number; `the town` by the name of the town that it refers to."""
    if name in figures:
        return figures[name]
    place = event.place
    if place and name.lower() in _SETTLEMENTS and place.precision is PlacePrecision.TOWN:
        return place.name
    return named(name, texts)


def _verbal(parts: _Parts, held: Factuality) -> str:
    """Subject, verb and object; empty where a party that the verb needs is not told."""
    if not parts.verb:
        return ""
    if parts.frame == "suffers" and (parts.recipients or parts.actors):
        return f"{parts.recipients or parts.actors} {_active(parts.verb, held)}"
    if parts.frame in ("moves", "meets") and parts.actors:
        before = OBJECT_WORDS.get(parts.verb, "with" if parts.frame == "meets" else "")
        object = f" {before} {parts.recipients}" if parts.recipients else ""
        return f"{parts.actors} {_active(parts.verb, held)}{object}"
    if parts.actors and parts.recipients:
        before = f"{OBJECT_WORDS[parts.verb]} " if OBJECT_WORDS.get(parts.verb) else ""
        return f"{parts.actors} {_active(parts.verb, held)} {before}{parts.recipients}"
    if parts.recipients and parts.frame == "does" and parts.verb not in OBJECT_WORDS:
        since = "since " in parts.around
        return f"{parts.recipients} {_passive(parts.verb, held, is_many=parts.many_recipients, since=since)}"
    return ""


def _active(verb: str, held: Factuality) -> str:
    match held:
        case Factuality.FUTURE:
            return f"will {verb}"
        case Factuality.POSSIBLE:
            return f"may {verb}"
        case Factuality.REQUESTED:
            return f"should {verb}"
        case Factuality.CONDITIONAL:
            return f"would {verb}, on a condition,"
    return past(verb)


def _passive(verb: str, held: Factuality, *, is_many: bool, since: bool) -> str:
    done = participle(verb)
    match held:
        case Factuality.FUTURE:
            return f"will be {done}"
        case Factuality.POSSIBLE:
            return f"may have been {done}"
        case Factuality.REQUESTED:
            return f"should be {done}"
        case Factuality.CONDITIONAL:
            return f"would be {done}, on a condition,"
    if since:
        return f"{'have' if is_many else 'has'} been {done}"
    return f"{'were' if is_many else 'was'} {done}"


def _nominal(event: Event, parts: _Parts, held: Factuality) -> str:
    own = LABELS.get(f"{event.type} {event.mode}", "")
    is_told = parts.recipients and (parts.actors or event.type in _AGAINST)
    if not (is_told or (own and parts.around) or (event.type in _HARD and event.place)):
        return ""  # `there was help by X` tells a reader nothing
    label = own or LABELS.get(event.type, "an incident")
    by = f" by {parts.actors}" if parts.actors else ""
    on = f" against {parts.recipients}" if parts.recipients and event.type in _AGAINST else ""
    if parts.recipients and not on:
        on = f" {'for' if event.type in _FOR else 'towards'} {parts.recipients}"
    opening = {
        Factuality.FUTURE: "there will be",
        Factuality.POSSIBLE: "there may be",
        Factuality.REQUESTED: "there should be",
        Factuality.CONDITIONAL: "there would be, on a condition,",
    }.get(held, "there was")
    return f"{opening} {label}{by}{on}"


_HARD = ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE")
_FOR = ("AID", "SUPPORT", "RETREAT")
_AGAINST = ("ASSAULT", "COERCE", "THREATEN", "PROTEST", "SANCTION", "REJECT", "ACCUSE", "MOBILIZE")
