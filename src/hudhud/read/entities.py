"""Spans of several entity schemes → one set of entities without overlap."""

from collections.abc import Iterable, Sequence

from hudhud.read.analysis import Mark

__all__ = ["SCHEMES", "join_entities"]

# Each scheme's labels in the words of `Analysis.entities`; a label that is not here is not taken from that scheme.
SCHEMES = {
    "newswire": {
        "Person": "PERSON",
        "Organization": "ORGANISATION",
        "Location": "LOCATION",
        "Facility": "FACILITY",
        "NORP": "NATIONALITY",
        "Money": "MONEY",
        "Date": "TIME",
        "Misc": "EVENT_NAME",
    },
    "re3d": {
        "Person": "PERSON",
        "Organisation": "ORGANISATION",
        "Location": "LOCATION",
        "Nationality": "NATIONALITY",
        "Quantity": "QUANTITY",
        "Money": "MONEY",
        "Temporal": "TIME",
        "Weapon": "WEAPON",
        "MilitaryPlatform": "PLATFORM",
        "DocumentReference": "DOCUMENT",
    },
}
# Where two schemes mark the same words, the one that was trained on more of the kind goes first: 14,000 sentences
# of world news for names, 574 of conflict reports for what only they mark.
_FIRST = {"newswire": {"PERSON", "ORGANISATION", "LOCATION", "FACILITY", "NATIONALITY", "MONEY"}, "re3d": set()}
_FIRST["re3d"] = {"QUANTITY", "WEAPON", "PLATFORM", "DOCUMENT"}
_BONUS = 0.2
_NAMED = {"PERSON", "ORGANISATION", "LOCATION", "FACILITY", "NATIONALITY"}
_EVENT_WORDS = set(
    "war battle revolution uprising attack massacre summit conference conferences talks games cup olympics festival "
    "election elections day week operation spring accord accords agreement treaty pact crisis intifada".split()
)
_DOCUMENT_WORDS = set("act bill resolution constitution report law declaration charter convention".split())
# The smaller scheme marks pronouns too, and now and then the words before a figure.
_NO_NAMES = set(
    "i we you he she it they me us him her them who whom which that this these those our their his its my your "
    "at least more than about nearly some".split()
)
_FORCE_WORDS = set(
    "army armies forces force brigade brigades battalion militia militias militants militant rebels rebel guerrillas "
    "fighters troops soldiers insurgents police guards guard front corps navy hezbollah hizbullah hamas isis isil is "
    "daesh taliban taleban qaeda shabaab haram peshmerga jihadists separatists gunmen units regiment division "
    "legion liberation ypg pkk fsa sdf lna gna houthis ansar mujahideen".split()
)


def join_entities(schemes: Iterable[tuple[str, Sequence[Mark]]], words: Sequence[str]) -> tuple[Mark, ...]:
    """The entities of a sentence in text order: the surest span wins where spans overlap."""
    ranked = []
    for scheme, marks in schemes:
        for mark in marks:
            label = SCHEMES[scheme].get(mark.label)
            if label is not None:
                bonus = _BONUS if label in _FIRST[scheme] else 0.0
                ranked.append(
                    (mark.score + bonus, Mark(mark.start, mark.end, _refined(label, mark, words), mark.score))
                )
    taken: list[Mark] = []
    for _, mark in sorted(ranked, key=lambda pair: (-pair[0], pair[1].start, pair[1].end)):
        if mark.label and all(mark.end <= other.start or mark.start >= other.end for other in taken):
            taken.append(mark)
    return tuple(sorted(taken, key=lambda mark: mark.start))


def _refined(label: str, mark: Mark, words: Sequence[str]) -> str:
    """Tell armed groups from other organisations, and events from the rest of a scheme's `Misc`, by their words."""
    inside = {word.lower() for word in words[mark.start : mark.end]}
    if label in _NAMED and inside <= _NO_NAMES:
        return ""
    if label == "ORGANISATION" and inside & _FORCE_WORDS:
        return "ARMED_GROUP"
    if label == "EVENT_NAME" and not inside & _EVENT_WORDS:
        return "DOCUMENT" if inside & _DOCUMENT_WORDS else ""
    return label
