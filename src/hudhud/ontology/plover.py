"""PLOVER 2.0: event types, modes, contexts and sectors.

Source: Open Event Data Alliance, PLOVER Manual, draft 2.0, 2024-02-04 (openeventdata/PLOVER). Intensities are
the manual's; where it disagrees with itself (the quad of SANCTION, the sign of ACCUSE) the section on the
category wins and the sign follows the quad.
"""

from dataclasses import dataclass

__all__ = ["CONTEXTS", "NONSTATE_COUNTRIES", "QUADS", "SECTORS", "TYPES", "EventType"]

QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER category: its quad (1 to 4), its modes with their intensities, its own intensity, what it means."""

    quad: int
    intensity: float
    modes: dict[str, float]
    means: str


TYPES: dict[str, EventType] = {
    "AGREE": EventType(1, 2.5, {}, "agrees, or promises, to cooperate, help or settle"),
    "CONSULT": EventType(
        1,
        2.5,
        {"visit": 4.0, "third-party": 1.0, "multilateral": 4.0, "phone": 1.5},
        "meets, talks or negotiates",
    ),
    "SUPPORT": EventType(1, 5.0, {}, "praises, endorses, recognises or starts to cooperate diplomatically"),
    "CONCEDE": EventType(1, 4.5, {}, "yields in words: promises reform, withdrawal, resignation or release"),
    "COOPERATE": EventType(2, 9.5, {}, "works together: economic, military, judicial or intelligence exchange"),
    "AID": EventType(2, 10.0, {}, "gives help: money, arms, relief, asylum, rescue, medical care"),
    "RETREAT": EventType(
        2,
        6.5,
        {
            "withdraw": 8.0,
            "release": 6.5,
            "disarm": 10.0,
            "ceasefire": 7.5,
            "access": 6.5,
            "resign": 4.5,
        },
        "yields in deeds: withdraws, releases, disarms, stops firing, lets in, steps down",
    ),
    "REQUEST": EventType(
        3,
        0.0,
        {"assist": 0.5, "change": -1.0, "yield": -1.0, "meet": 0.0},
        "asks, urges, demands or presses",
    ),
    "ACCUSE": EventType(
        3,
        -3.0,
        {"disapprove": -2.0, "investigate": -3.5, "allege": -3.5},
        "criticises, condemns, alleges or investigates",
    ),
    "REJECT": EventType(
        3,
        -2.0,
        {"assist": -1.5, "change": -2.0, "yield": -2.0, "meet": -2.0},
        "refuses, declines, rules out, vetoes or defies",
    ),
    "THREATEN": EventType(
        3,
        -3.5,
        {
            "restrict": -3.0,
            "arrest": -3.5,
            "relations": -3.5,
            "expel": -3.5,
            "territory": -4.0,
            "violence": -3.5,
        },
        "threatens or gives an ultimatum",
    ),
    "PROTEST": EventType(
        4,
        -5.0,
        {
            "demo": -5.0,
            "riot": -7.0,
            "strike": -5.0,
            "hunger": -4.5,
            "boycott": -4.5,
            "obstruct": -4.5,
            "vandalize": -5.0,
        },
        "demonstrates, strikes, riots or blocks",
    ),
    "SANCTION": EventType(
        4,
        -6.0,
        {"convict": -6.0, "expel": -5.5, "withdraw": -6.0, "discontinue": -6.0},
        "reduces relations: sanctions, embargoes, expels, stops aid, convicts",
    ),
    "MOBILIZE": EventType(
        4,
        -5.5,
        {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6.0},
        "deploys or gathers forces or weapons short of using them",
    ),
    "COERCE": EventType(
        4,
        -7.0,
        {
            "seize": -7.0,
            "restrict": -7.0,
            "censor": -6.5,
            "curfew": -6.5,
            "martial-law": -7.5,
            "arrest": -7.0,
            "deport": -7.0,
            "withhold": -7.0,
            "misinformation": -6.5,
            "cyber": -7.0,
        },
        "represses, arrests, seizes or restricts without killing",
    ),
    "ASSAULT": EventType(
        4,
        -9.0,
        {
            "abduct": -8.5,
            "beat": -7.5,
            "torture": -8.5,
            "sexual": -8.5,
            "targeted": -9.5,
            "destroy": -8.5,
            "primitive": -8.0,
            "firearms": -9.0,
            "explosives": -9.0,
            "suicide-attack": -9.5,
            "aerial": -9.5,
            "drone": -9.5,
            "heavy-weapons": -9.5,
            "crowd-control": -7.5,
            "unconventional": -10.0,
        },
        "attacks, kills, wounds, abducts or destroys",
    ),
}

CONTEXTS: tuple[str, ...] = (
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political_institutions",
    "pro_democracy",
    "pro_autocracy",
    "economic",
    "legal",
    "reparations",
    "human_rights",
    "rights_freedoms",
    "repression",
    "human_security",
    "gender",
    "lgbt",
    "religion_ethnicity",
    "inequality",
    "diplomatic",
    "territory",
    "peacekeeping",
    "health",
    "asylum",
    "migration",
    "disasters",
    "natural_resource",
    "environment",
    "technology",
    "terrorism",
    "cbrn",
    "cyber",
    "misinformation",
    "crime",
    "corruption",
    "illegal_drugs",
    "trafficking",
)

SECTORS: dict[str, str] = {
    "COP": "police",
    "GOV": "government, executive",
    "JUD": "judiciary",
    "LEG": "legislature",
    "MIL": "military",
    "PRM": "paramilitary of the state",
    "PTY": "political party",
    "REB": "rebels",
    "SPY": "intelligence",
    "UAF": "unidentified armed force",
    "UNK": "unknown",
    "AGR": "agriculture",
    "BUS": "business",
    "CRM": "criminals",
    "CVL": "civilians",
    "EDU": "education",
    "ELI": "elites, former officials",
    "JRN": "journalists, media",
    "LAB": "labour",
    "MED": "medical",
    "REF": "refugees, displaced",
    "OPP": "opposition",
    "PRE": "predicted or potential actors",
    "REL": "religious",
    "SOC": "society, activists",
}

NONSTATE_COUNTRIES: dict[str, str] = {
    "IGO": "international organisation",
    "UNO": "United Nations",
    "EUR": "European Union",
    "NGO": "non-governmental organisation",
    "ISM": "international Islamist movement",
    "IMG": "international militant group",
    "MNC": "multinational company",
}
