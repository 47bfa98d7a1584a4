"""The closed words of a brief: every word in it that no claim gives stands in these tables."""

import re
from collections.abc import Iterable

__all__ = [
    "ACTS",
    "COUNTED",
    "COUNTED_BY",
    "FRAME",
    "IRREGULAR",
    "LABELS",
    "MONTHS",
    "NEARNESS",
    "OBJECT_WORDS",
    "RELATIONS",
    "grammar_words",
]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# A type, or a type with its mode → what it is called where no verb with its parties can be formed.
LABELS: dict[str, str] = {
    "AGREE": "a promise or agreement",
    "CONSULT": "a contact or meeting",
    "CONSULT visit": "a visit",
    "CONSULT phone": "a call",
    "SUPPORT": "support",
    "CONCEDE": "a concession",
    "COOPERATE": "cooperation",
    "AID": "help",
    "RETREAT": "a step back",
    "RETREAT withdraw": "a withdrawal",
    "RETREAT release": "a release",
    "RETREAT disarm": "disarming",
    "RETREAT ceasefire": "a ceasefire",
    "RETREAT access": "access",
    "RETREAT resign": "a resignation",
    "REQUEST": "a request",
    "ACCUSE": "criticism",
    "ACCUSE allege": "an accusation",
    "ACCUSE investigate": "an inquiry",
    "REJECT": "a refusal",
    "THREATEN": "a threat",
    "PROTEST": "a protest",
    "SANCTION": "a sanction",
    "MOBILIZE": "a deployment",
    "COERCE": "coercion",
    "COERCE arrest": "a detention",
    "COERCE seize": "a seizure",
    "COERCE restrict": "a restriction",
    "ASSAULT": "an attack",
    "ASSAULT abduct": "a capture",
    "ASSAULT destroy": "destruction",
    "ASSAULT firearms": "shooting",
    "ASSAULT explosives": "an explosion",
    "ASSAULT aerial": "an air attack",
    "ASSAULT drone": "a drone attack",
    "ASSAULT heavy-weapons": "shelling",
    "ASSAULT suicide-attack": "a suicide attack",
}

# Past, and participle where it differs, of verbs that do not take -ed.
_VERBS = """
beat beat beaten | behead beheaded | blow blew blown | break broke broken | bring brought | build built
burn burned | catch caught | come came come | cut cut | deal dealt | drive drove driven | fall fell fallen
feed fed | fight fought | find found | flee fled | forbid forbade forbidden | freeze froze frozen | get got
give gave given | go went gone | grow grew grown | have had | hear heard | hit hit | hold held | keep kept
lay laid | lead led | leave left | lend lent | let let | lose lost | make made | meet met
overrun overran overrun | overthrow overthrew overthrown | pay paid | put put | quit quit
retake retook retaken | say said | see saw seen | seek sought | send sent | set set | shoot shot
slay slew slain | speak spoke spoken | stand stood | steal stole stolen | strike struck | sweep swept
swear swore sworn | take took taken | tell told | throw threw thrown | undertake undertook undertaken
uphold upheld | win won | withdraw withdrew withdrawn | write wrote written | abet abetted | ban banned
bar barred | commit committed | deter deterred | gun gunned | kidnap kidnapped | rebut rebutted | rob robbed
stab stabbed | trap trapped | plan planned | ship shipped | step stepped | stop stopped | transfer transferred
travel travelled | submit submitted | refer referred | permit permitted | equip equipped | occur occurred
"""
IRREGULAR: dict[str, tuple[str, str]] = {
    row.split()[0]: (row.split()[1], row.split()[-1]) for row in _VERBS.strip().replace("\n", "|").split("|")
}

# What follows a verb before the one it is done to.
OBJECT_WORDS: dict[str, str] = {
    "agree": "with", "ally": "with", "appeal": "to", "apologise": "to", "apologize": "to", "clash": "with",
    "collaborate": "with", "confer": "with", "consult": "with", "cooperate": "with", "coordinate": "with",
    "demonstrate": "against", "discuss": "with", "fight": "against", "fire": "on", "meet": "with", "negotiate": "with",
    "offer": "to", "protest": "against", "promise": "to", "pledge": "to", "rally": "against", "shoot": "at",
    "sign": "with", "speak": "with", "strike": "", "talk": "with", "withdraw": "from", "demand": "from",
    "deliver": "to", "donate": "to", "give": "to", "grant": "to", "hand over": "to", "send": "to",
}  # fmt: skip

# How a figure of each quantity is told, for one and for many.
COUNTED: dict[str, tuple[str, str]] = {
    "killed": ("was reported killed", "were reported killed"),
    "injured": ("was reported injured", "were reported injured"),
    "captured": ("was reported captured or held", "were reported captured or held"),
    "abducted": ("was reported abducted", "were reported abducted"),
    "missing": ("was reported missing", "were reported missing"),
    "displaced": ("was reported displaced", "were reported displaced"),
    "returned": ("was reported back", "were reported back"),
    "strength": ("was counted", "were counted"),
    "sites": ("was counted", "were counted"),
    "vehicles": ("was counted", "were counted"),
    "aid": ("of help was reported", "of help were reported"),
    "money": ("was told of", "were told of"),
    "other": ("was counted", "were counted"),
}

# The verb of an event → the quantity that a figure in the same sentence must have to be the event's number.
COUNTED_BY: dict[str, str] = {
    "kill": "killed", "murder": "killed", "die": "killed", "massacre": "killed", "execute": "killed",
    "wound": "injured", "injure": "injured", "capture": "captured", "detain": "captured", "arrest": "captured",
    "abduct": "abducted", "kidnap": "abducted", "displace": "displaced",
}  # fmt: skip

# Act → the verb, and what stands before a clause that the outlet put in its own words.
ACTS: dict[str, tuple[str, str]] = {
    "say": ("said", "that"),
    "urge": ("urged", ""),
    "demand": ("demanded", ""),
    "deny": ("denied", ""),
    "condemn": ("condemned", ""),
    "announce": ("announced", ""),
    "warn": ("warned", "that"),
    "promise": ("promised", ""),
    "estimate": ("estimated", "that"),
    "ask": ("asked", ""),
    "agree": ("agreed", ""),
    "reject": ("rejected", ""),
    "thank": ("thanked", ""),
}

RELATIONS: dict[str, str] = {
    "allied_with": "allied with",
    "opposes": "opposed to",
    "part_of": "part of",
    "supports": "a supporter of",
    "leads": "the leader of",
    "recognises": "in recognition of",
    "also_known_as": "also known as",
}

NEARNESS = ("near", "around", "outside", "between", "along", "north", "south", "east", "west", "off", "on")

# The words that the sentences are built with, beside those above.
FRAME = frozenset(
    """a according actual additional against agreed all also an and another as asked at attacked be been before behind
    being between but by called cannot claim condition confirmed contests control could deny denied did disputed earlier
    expected fewer first for force former from gained gains had has have having head held higher highest holds in
    incidents instead is it its leave leaving lost lower lowest many may more most named no nominally not nothing
    number of office on one only open or origin other over part present published ranges reported reports revised
    second set should since so spoke starts state stood such term than that the their then there this those to told
    total toll under until was were which while who will with within without would about least most in_all forms acting
    nominee held contested both right same counts count two about around up put figure figures said says whom sides
    accused are back go goes known may past reports take lose hold contest whether nobody condition incident be there
    towards called urged disputed copies how next ministry this held""".split()
)


def grammar_words() -> frozenset[str]:
    """Every word, in lower case, that a sentence may hold without a claim that gives it."""
    tables: list[Iterable[str]] = [
        FRAME,
        LABELS.values(),
        OBJECT_WORDS.values(),
        RELATIONS.values(),
        NEARNESS,
        (word for pair in COUNTED.values() for word in pair),
        (word for pair in ACTS.values() for word in pair),
    ]
    return frozenset(word for table in tables for phrase in table for word in re.findall(r"[a-z]+", phrase.lower()))
