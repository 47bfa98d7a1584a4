"""CAMEO codes for PLOVER types, and the columns of a GDELT 2.0 event.

Sources: the CAMEO codebook and its Goldstein scale as GDELT lists them; GDELT's codebook of events 2.0. The way from
PLOVER is the PLOVER manual's table read backwards; where CAMEO is finer, the code that says least is taken.
"""

__all__ = ["CODES", "COLUMNS", "EMPTY_COLUMNS", "GOLDSTEIN", "TYPE_OF_SECTOR", "quad_class"]

_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
_GEO = "Type Fullname CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()

COLUMNS: tuple[str, ...] = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{at}{name}" for at in (1, 2) for name in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)

# What a record does not hold. They stay empty.
EMPTY_COLUMNS: tuple[str, ...] = (
    *(
        f"Actor{at}{name}"
        for at in (1, 2)
        for name in ("KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type2Code", "Type3Code")
    ),
    "AvgTone",
    *(f"Actor{at}Geo_{name}" for at in (1, 2) for name in _GEO),
    *("ActionGeo_ADM1Code", "ActionGeo_ADM2Code"),
)

# PLOVER type and mode → CAMEO code. A mode that is not here takes its type's.
CODES: dict[tuple[str, str | None], str] = {
    ("AGREE", None): "030",
    ("CONSULT", None): "040",
    ("CONSULT", "visit"): "042",
    ("CONSULT", "third-party"): "045",
    ("CONSULT", "multilateral"): "046",
    ("CONSULT", "phone"): "041",
    ("SUPPORT", None): "050",
    ("COOPERATE", None): "060",
    ("AID", None): "070",
    ("CONCEDE", None): "080",
    ("RETREAT", None): "087",
    ("RETREAT", "withdraw"): "0874",
    ("RETREAT", "release"): "0841",
    ("RETREAT", "disarm"): "0873",
    ("RETREAT", "ceasefire"): "0871",
    ("RETREAT", "access"): "086",
    ("RETREAT", "resign"): "0831",
    ("REQUEST", None): "100",
    ("REQUEST", "assist"): "103",
    ("REQUEST", "change"): "104",
    ("REQUEST", "yield"): "105",
    ("REQUEST", "meet"): "106",
    ("ACCUSE", None): "110",
    ("ACCUSE", "disapprove"): "111",
    ("ACCUSE", "investigate"): "090",
    ("ACCUSE", "allege"): "112",
    ("REJECT", None): "120",
    ("REJECT", "assist"): "122",
    ("REJECT", "change"): "123",
    ("REJECT", "yield"): "124",
    ("REJECT", "meet"): "125",
    ("THREATEN", None): "130",
    ("THREATEN", "restrict"): "132",
    ("THREATEN", "relations"): "131",
    ("THREATEN", "violence"): "138",
    ("PROTEST", None): "140",
    ("PROTEST", "demo"): "141",
    ("PROTEST", "hunger"): "142",
    ("PROTEST", "strike"): "143",
    ("PROTEST", "boycott"): "143",
    ("PROTEST", "obstruct"): "144",
    ("PROTEST", "riot"): "145",
    ("PROTEST", "vandalize"): "145",
    ("MOBILIZE", None): "150",
    ("MOBILIZE", "police"): "151",
    ("MOBILIZE", "troops"): "154",
    ("MOBILIZE", "weapons"): "154",
    ("SANCTION", None): "160",
    ("SANCTION", "expel"): "166",
    ("SANCTION", "withdraw"): "161",
    ("SANCTION", "discontinue"): "162",
    ("COERCE", None): "170",
    ("COERCE", "seize"): "171",
    ("COERCE", "restrict"): "172",
    ("COERCE", "censor"): "172",
    ("COERCE", "curfew"): "1723",
    ("COERCE", "martial-law"): "1724",
    ("COERCE", "arrest"): "173",
    ("COERCE", "deport"): "174",
    ("COERCE", "cyber"): "176",
    ("ASSAULT", None): "180",
    ("ASSAULT", "abduct"): "181",
    ("ASSAULT", "beat"): "182",
    ("ASSAULT", "primitive"): "182",
    ("ASSAULT", "torture"): "1822",
    ("ASSAULT", "sexual"): "1821",
    ("ASSAULT", "explosives"): "183",
    ("ASSAULT", "suicide-attack"): "1831",
    ("ASSAULT", "targeted"): "186",
    ("ASSAULT", "destroy"): "1712",
    ("ASSAULT", "crowd-control"): "175",
    ("ASSAULT", "firearms"): "193",
    ("ASSAULT", "heavy-weapons"): "194",
    ("ASSAULT", "aerial"): "195",
    ("ASSAULT", "drone"): "195",
    ("ASSAULT", "unconventional"): "204",
}

# The Goldstein scale of each root.
GOLDSTEIN: dict[str, float] = {
    "01": 0.0,
    "02": 3.0,
    "03": 4.0,
    "04": 1.0,
    "05": 3.5,
    "06": 6.0,
    "07": 7.0,
    "08": 5.0,
    "09": -2.0,
    "10": -5.0,
    "11": -2.0,
    "12": -4.0,
    "13": -6.0,
    "14": -6.5,
    "15": -7.2,
    "16": -4.0,
    "17": -7.0,
    "18": -9.0,
    "19": -10.0,
    "20": -10.0,
}

# PLOVER sectors that CAMEO has under the same or another code.
TYPE_OF_SECTOR: dict[str, str] = {
    **{
        code: code for code in "COP GOV JUD MIL OPP REB SPY UAF AGR BUS CRM CVL EDU ELI LAB LEG MED REF NGO IGO".split()
    },
    "PRM": "MIL",
    "PTY": "OPP",
    "JRN": "MED",
    "MED": "HLH",
    "SOC": "NGO",
    "MNC": "MNC",
}


def quad_class(code: str) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, as GDELT counts roots."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4
