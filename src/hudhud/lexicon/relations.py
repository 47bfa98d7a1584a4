"""Words of alliance, enmity, membership and control. Hand-made; values are those of `hudhud.ontology.claims`."""

__all__ = [
    "ADJECTIVE_RELATIONS",
    "BACKED",
    "CONTROL_NOUNS",
    "CONTROL_VERBS",
    "HEDGES",
    "PRESENCE_NOUNS",
    "PRESENCE_VERBS",
    "RELATION_NOUNS",
    "RELATION_VERBS",
]


def _table(rows: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows.strip().splitlines():
        name, words = row.split(":")
        table.update((word.replace("_", " "), name.strip()) for word in words.split())
    return table


# `X-backed Y`: X stands in this relation to Y.
BACKED: dict[str, str] = _table("""
supports: backed supported sponsored funded armed trained aligned_with recognised recognized equipped
leads: led commanded run headed dominated
allied_with: allied aligned friendly
part_of: affiliated linked
""")

# `loyal to X`, `allied with X`: the noun so described stands in this relation to X.
ADJECTIVE_RELATIONS: dict[tuple[str, str], str] = {
    ("loyal", "to"): "supports",
    ("allied", "with"): "allied_with",
    ("allied", "to"): "allied_with",
    ("aligned", "with"): "allied_with",
    ("aligned", "to"): "allied_with",
    ("affiliated", "with"): "part_of",
    ("affiliated", "to"): "part_of",
    ("linked", "to"): "part_of",
    ("opposed", "to"): "opposes",
    ("hostile", "to"): "opposes",
    ("associated", "with"): "allied_with",
    ("close", "to"): "allied_with",
    ("sympathetic", "to"): "supports",
    ("supportive", "of"): "supports",
    ("dependent", "on"): "supports",
}

RELATION_VERBS: dict[str, str] = _table("""
supports: support back sponsor fund finance arm endorse
opposes: fight oppose battle combat
leads: lead head command chair run
recognises: recognise recognize
part_of: belong comprise
""")

# `X's ally Y`, `Y, an ally of X`.
RELATION_NOUNS: dict[str, str] = _table("""
allied_with: ally partner friend
opposes: rival enemy foe opponent adversary critic
supports: supporter backer loyalist sponsor patron
part_of: member branch affiliate wing offshoot component faction arm division subsidiary
leads: leader
""")

HEDGES = frozenset(
    """nominally reportedly allegedly suspected alleged so-called self-styled self-proclaimed self-declared
    purported apparently presumed supposedly staunch loosely ostensibly tacitly""".split()
)

CONTROL_VERBS: dict[str, str] = _table("""
gains: capture seize retake recapture overrun regain reclaim liberate conquer wrest occupy secure clear recover win
gains: take retaken annex
holds: control hold govern rule administer
loses: lose cede surrender abandon relinquish
contests: contest besiege encircle storm surround
""")

CONTROL_NOUNS: dict[str, str] = _table("""
holds: control stronghold bastion rule hand hands redoubt enclave capital
gains: capture recapture liberation seizure fall retaking takeover conquest reconquest
loses: loss
contests: siege battle
""")

PRESENCE_VERBS = frozenset(
    """station deploy base garrison remain operate patrol camp entrench send stay gather mass position move enter
    maintain reach advance arrive hide shelter flee redeploy dispatch
    keep sight spot land dig lurk mass rest sit""".split()
)

PRESENCE_NOUNS = frozenset(
    "presence base outpost deployment position headquarters garrison mission office facility training-camp".split()
)
