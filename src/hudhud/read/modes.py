"""Words around an event → its PLOVER mode."""

import re

from hudhud.lexicon.event_words import EventWord
from hudhud.read.article import Sentence

__all__ = ["mode_of", "mode_of_request"]

# In order: the first that the clause shows wins. Made by hand over the manual's definitions of the modes.
_ASSAULT = (
    ("suicide-attack", r"suicide (?:attack|bomb|blast|vest|car|truck)|blew (?:him|her|them)sel"),
    ("drone", r"\bdrones?\b|unmanned aerial|\bUAVs?\b"),
    ("unconventional", r"\b(?:chemical|sarin|chlorine|nerve agent|mustard gas|radiological|biological)\b"),
    (
        "aerial",
        r"air[ -]?(?:strike|raid|campaign|attack|assault|power|craft|bomb)|warplane|\bjets?\b|"
        r"helicopter|barrel bomb|bombardment|\bbombed\b|\bbombarding|aerial|precision strike",
    ),
    ("crowd-control", r"tear[ -]?gas|water cannon|rubber bullet|pepper spray|baton"),
    (
        "heavy-weapons",
        r"\bshell(?:s|ed|ing|fire)?\b|artillery|mortar|\brockets?\b|missile|\btanks?\b|howitzer|"
        r"barrage",
    ),
    (
        "explosives",
        r"\bcar bomb|truck bomb|\bbomb(?:s|ing|ings|ers?)?\b|explo(?:sion|sive|ded|des?)|"
        r"\bblasts?\b|\bIEDs?\b|land ?mines?|\bmines?\b|booby|grenade|detonat",
    ),
    (
        "firearms",
        r"gunm[ae]n|gunfire|\bshot\b|shoot|\bsnipers?\b|opened fire|\bfir(?:ed|ing) (?:on|at|into)|"
        r"machine[ -]gun|rifle|bullet",
    ),
    ("primitive", r"behead|stabb|machete|\bknif|\bknives|sword|crucif|axes?\b|stones?\b"),
    ("abduct", r"abduct|kidnap|hostage|took captive|taken captive|captured"),
    ("torture", r"tortur"),
    ("sexual", r"\brap(?:e|ed|ing)\b|sexual"),
    ("targeted", r"assassinat"),
    ("beat", r"\bbeat(?:en|ing|ings)?\b|whip|club(?:bed|s)\b"),
    ("destroy", r"destr(?:oy|uct)|demolish|razed|torch|burn|looted|blew up|damag"),
)
_CONSULT = (
    ("phone", r"phone|telephon|\bin a call\b|\bcall (?:with|between)"),
    (
        "multilateral",
        r"summit|conference|general assembly|security council|\bG7|\bG20|multilateral|ministerial|"
        r"members",
    ),
    ("third-party", r"mediat|third[- ]party|\bUN-(?:led|brokered)|sidelines|margins|brokered|peace talks"),
    ("visit", r"visit|travel+ed to|flew to|arriv|trip to|hosted|toured"),
)
_REQUEST = (
    ("meet", r"\b(?:talks|negotiat\w*|meet(?:ing)?|dialogue)\b"),
    (
        "yield",
        r"cease|stop|\bend\b|halt|withdraw|truce|restrain|refrain|avoid|pull back|release|lift|"
        r"de-escalat|step down|leave|allow|permit|access|disarm",
    ),
    ("assist", r"help|aid|assist|support|protect|provide|weapon|arms|equip|train|monitor|send|supply|fund|evacuat"),
    ("change", r"reform|change|policy|rights|law|elections?|transition|solution|settle"),
)
_THREATEN = (
    (
        "violence",
        r"attack|strike|military|force|offensive|war|kill|destroy|bomb|assault|retaliat|respond|"
        r"strangle|crush",
    ),
    ("restrict", r"sanction|restrict|ban|block"),
    ("arrest", r"arrest|prosecut|warrant"),
    ("relations", r"relations|ties|withdraw|cut off|suspend"),
    ("territory", r"annex|territor|occupy"),
    ("expel", r"expel|deport"),
)
_MOBILIZE = (
    ("weapons", r"weapon|missile|tanks?\b|aircraft carrier|warship|artillery|jets?\b|arms\b"),
    ("police", r"police|gendarm"),
    ("militia", r"militia|recruit|fighters|join|rebels|volunteers"),
    ("troops", r"troop|soldier|army|forces|military|advisers|personnel|brigade|battalion|mission"),
)
_BY_TYPE = {
    "ASSAULT": _ASSAULT,
    "CONSULT": _CONSULT,
    "REQUEST": _REQUEST,
    "REJECT": _REQUEST,
    "THREATEN": _THREATEN,
    "MOBILIZE": _MOBILIZE,
}
_COMPILED = {
    kind: tuple((mode, re.compile(pattern, re.IGNORECASE)) for mode, pattern in rows) for kind, rows in _BY_TYPE.items()
}

# Modes that the word itself settles: no neighbour makes an arrest anything else.
_SETTLED = frozenset({"RETREAT", "COERCE", "PROTEST", "SANCTION", "ACCUSE", "SUPPORT", "AID", "AGREE"})


def mode_of(sentence: Sentence, trigger: int, entry: EventWord) -> str | None:
    """The mode of an event: the word's own, unless the clause around it shows a more telling one."""
    if entry.type in _SETTLED or (entry.mode and entry.type == "ASSAULT"):
        return entry.mode
    start, end = _clause(sentence, trigger)
    clause = sentence.tree.text(start, end)
    rows = _COMPILED.get(entry.type, ())
    head = sentence.tree.words[trigger].text
    for mode, pattern in rows:
        if pattern.search(head):
            return mode
    for mode, pattern in rows:
        if pattern.search(clause):
            return mode
    return entry.mode


def mode_of_request(said: str) -> str | None:
    """The mode of a request or refusal by the words of what is asked."""
    return next((mode for mode, pattern in _COMPILED["REQUEST"] if pattern.search(said)), None)


def _clause(sentence: Sentence, trigger: int) -> tuple[int, int]:
    """The words of the trigger's own clause: its branch, and for a noun that of the verb that governs it."""
    tree = sentence.tree
    top = trigger
    for up in tree.ancestors(trigger):
        if tree.relation(top) in ("ccomp", "advcl", "acl:relcl", "parataxis", "conj", "acl"):
            break
        top = up
    drop = frozenset(
        child
        for word in tree.subtree(top)
        for child in tree.children(word, "ccomp", "advcl", "acl:relcl", "parataxis")
        if child != trigger and trigger not in tree.subtree(child)
    )
    return tree.clause(top, drop=drop)
