"""ACLED's codes: columns, sub-events, interaction codes; and the way from PLOVER to them and back.

Sources: the ACLED codebook and the tables of the R package acledR (2025-09-18). The ways between PLOVER and ACLED are
Hudhud's own reading of the two codebooks.
"""

from typing import NamedTuple

__all__ = ["COLUMNS", "INTER", "INTER_OF_SECTOR", "OF_MODE", "SUB_EVENTS", "SubEvent", "region"]

COLUMNS: tuple[str, ...] = tuple(
    (
        "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 "
        "inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 "
        "location latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
    ).split()
)

_VIOLENCE = "Political violence"
_DEMONSTRATION = "Demonstrations"
_BOTH = "Political violence; Demonstrations"
_STRATEGIC = "Strategic developments"


class SubEvent(NamedTuple):
    """A sub-event: the event type and disorder type above it, and the PLOVER type and mode nearest to it."""

    event_type: str
    disorder_type: str
    plover: str
    mode: str | None


SUB_EVENTS: dict[str, SubEvent] = {
    "Armed clash": SubEvent("Battles", _VIOLENCE, "ASSAULT", "firearms"),
    "Government regains territory": SubEvent("Battles", _VIOLENCE, "ASSAULT", "firearms"),
    "Non-state actor overtakes territory": SubEvent("Battles", _VIOLENCE, "ASSAULT", "firearms"),
    "Chemical weapon": SubEvent("Explosions/Remote violence", _VIOLENCE, "ASSAULT", "unconventional"),
    "Air/drone strike": SubEvent("Explosions/Remote violence", _VIOLENCE, "ASSAULT", "aerial"),
    "Suicide bomb": SubEvent("Explosions/Remote violence", _VIOLENCE, "ASSAULT", "suicide-attack"),
    "Shelling/artillery/missile attack": SubEvent("Explosions/Remote violence", _VIOLENCE, "ASSAULT", "heavy-weapons"),
    "Remote explosive/landmine/IED": SubEvent("Explosions/Remote violence", _VIOLENCE, "ASSAULT", "explosives"),
    "Grenade": SubEvent("Explosions/Remote violence", _VIOLENCE, "ASSAULT", "explosives"),
    "Sexual violence": SubEvent("Violence against civilians", _VIOLENCE, "ASSAULT", "sexual"),
    "Attack": SubEvent("Violence against civilians", _VIOLENCE, "ASSAULT", None),
    "Abduction/forced disappearance": SubEvent("Violence against civilians", _VIOLENCE, "ASSAULT", "abduct"),
    "Peaceful protest": SubEvent("Protests", _DEMONSTRATION, "PROTEST", "demo"),
    "Protest with intervention": SubEvent("Protests", _DEMONSTRATION, "PROTEST", "demo"),
    "Excessive force against protesters": SubEvent("Protests", _BOTH, "ASSAULT", "crowd-control"),
    "Violent demonstration": SubEvent("Riots", _DEMONSTRATION, "PROTEST", "riot"),
    "Mob violence": SubEvent("Riots", _VIOLENCE, "PROTEST", "riot"),
    "Agreement": SubEvent(_STRATEGIC, _STRATEGIC, "AGREE", None),
    "Arrests": SubEvent(_STRATEGIC, _STRATEGIC, "COERCE", "arrest"),
    "Change to group/activity": SubEvent(_STRATEGIC, _STRATEGIC, "MOBILIZE", None),
    "Disrupted weapons use": SubEvent(_STRATEGIC, _STRATEGIC, "COERCE", "seize"),
    "Headquarters or base established": SubEvent(_STRATEGIC, _STRATEGIC, "MOBILIZE", "troops"),
    "Looting/property destruction": SubEvent(_STRATEGIC, _STRATEGIC, "ASSAULT", "destroy"),
    "Non-violent transfer of territory": SubEvent(_STRATEGIC, _STRATEGIC, "RETREAT", "withdraw"),
    "Other": SubEvent(_STRATEGIC, _STRATEGIC, "COERCE", None),
}

# PLOVER type and mode → sub-event, where the parties do not decide it. Types that are not here have none.
OF_MODE: dict[tuple[str, str | None], str] = {
    ("ASSAULT", "aerial"): "Air/drone strike",
    ("ASSAULT", "drone"): "Air/drone strike",
    ("ASSAULT", "heavy-weapons"): "Shelling/artillery/missile attack",
    ("ASSAULT", "explosives"): "Remote explosive/landmine/IED",
    ("ASSAULT", "suicide-attack"): "Suicide bomb",
    ("ASSAULT", "abduct"): "Abduction/forced disappearance",
    ("ASSAULT", "sexual"): "Sexual violence",
    ("ASSAULT", "destroy"): "Looting/property destruction",
    ("PROTEST", None): "Peaceful protest",
    ("PROTEST", "demo"): "Peaceful protest",
    ("PROTEST", "obstruct"): "Peaceful protest",
    ("PROTEST", "riot"): "Violent demonstration",
    ("PROTEST", "vandalize"): "Violent demonstration",
    ("RETREAT", "withdraw"): "Non-violent transfer of territory",
    ("RETREAT", "disarm"): "Change to group/activity",
    ("RETREAT", "ceasefire"): "Agreement",
    ("COERCE", "arrest"): "Arrests",
    ("COERCE", "seize"): "Looting/property destruction",
    ("MOBILIZE", None): "Change to group/activity",
    ("MOBILIZE", "troops"): "Change to group/activity",
    ("MOBILIZE", "weapons"): "Change to group/activity",
    ("MOBILIZE", "militia"): "Change to group/activity",
}

INTER: dict[int, str] = {
    1: "State forces",
    2: "Rebel group",
    3: "Political militia",
    4: "Identity militia",
    5: "Rioters",
    6: "Protesters",
    7: "Civilians",
    8: "External/Other forces",
}

# PLOVER sectors as interaction codes; a sector that is not here has none, and a party of it none either.
INTER_OF_SECTOR: dict[str, int] = {
    **dict.fromkeys(("MIL", "COP", "PRM", "SPY", "GOV", "JUD", "LEG"), 1),
    **dict.fromkeys(("REB",), 2),
    **dict.fromkeys(("UAF", "CRM", "PTY", "OPP"), 3),
    **dict.fromkeys(("CVL", "JRN", "MED", "EDU", "REF", "LAB", "SOC", "BUS", "AGR", "REL", "ELI", "NGO", "MNC"), 7),
    **dict.fromkeys(("IGO", "UNO", "EUR"), 8),
}

# UN subregion → ACLED region where the names differ, and the countries that ACLED puts elsewhere.
_REGIONS = {
    "Western Asia": "Middle East",
    "Central Asia": "Caucasus and Central Asia",
    "Eastern Asia": "East Asia",
    "Southern Asia": "South Asia",
    "South-Eastern Asia": "Southeast Asia",
    "Northern America": "North America",
}
_ELSEWHERE = {
    **dict.fromkeys(("AM", "AZ", "GE", "AF"), "Caucasus and Central Asia"),
    "CY": "Europe",
    "IR": "Middle East",
    "MX": "North America",
}


def region(iso2: str, un_region: str, un_subregion: str) -> str:
    """ACLED's region of a country, from its UN region and subregion."""
    if iso2 in _ELSEWHERE:
        return _ELSEWHERE[iso2]
    return un_region if un_region in ("Europe", "Oceania") else _REGIONS.get(un_subregion, un_subregion)
