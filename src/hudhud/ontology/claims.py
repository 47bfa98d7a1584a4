"""The closed vocabularies of claims: quantities, speech acts, relations, holdings of office, changes of control."""

__all__ = ["ACTS", "CHANGES", "HOLDS", "QUANTITIES", "RELATIONS", "SYMMETRIC_RELATIONS"]

QUANTITIES: dict[str, str] = {
    "killed": "people killed or dead",
    "injured": "people wounded",
    "captured": "fighters or others taken prisoner, detained or arrested",
    "abducted": "people kidnapped",
    "missing": "people whose whereabouts are unknown",
    "displaced": "people who had to leave their homes",
    "returned": "people who came back",
    "strength": "the size of a force or group",
    "sites": "towns, buildings, positions, routes",
    "vehicles": "vehicles, aircraft, vessels",
    "aid": "convoys, tonnes, rations and other help in kind",
    "money": "sums of money",
    "other": "anything else that is counted",
}

ACTS: tuple[str, ...] = (
    "say",
    "urge",
    "demand",
    "deny",
    "condemn",
    "announce",
    "warn",
    "promise",
    "estimate",
    "ask",
    "agree",
    "reject",
    "thank",
)

RELATIONS: dict[str, str] = {
    "allied_with": "works with, is allied or friendly with",
    "opposes": "fights, is an enemy or rival of",
    "part_of": "belongs to, is a member or branch of",
    "supports": "backs, arms, funds, is loyal to",
    "leads": "heads, commands",
    "recognises": "recognises as legitimate",
    "also_known_as": "is another name of",
}

SYMMETRIC_RELATIONS = frozenset({"allied_with", "opposes", "also_known_as"})

HOLDS: tuple[str, ...] = ("holds", "former", "acting", "nominee", "leaving")

CHANGES: tuple[str, ...] = ("holds", "gains", "loses", "contests")
