"""Words about places: kinds, directions, abbreviations of states, seats of government, words around a name."""

__all__ = [
    "ABBREVIATIONS",
    "AREA_NOUNS",
    "DIRECTIONS",
    "GOVERNMENT_NOUNS",
    "KIND_OF_NOUN",
    "METONYMS",
    "ORGANISATION_NOUNS",
    "PERSON_TITLES",
    "SPEECH_VERBS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _states(country: str, pairs: str) -> dict[str, tuple[str, str]]:
    made = {}
    for pair in pairs.split(";"):
        code, *names = pair.strip().split()
        made.update({name.replace("_", " "): (country, code) for name in names})
    return made


# As written → (country, GeoNames admin1 code). Codes without points count only after a comma: `Paris, TX`.
ABBREVIATIONS: dict[str, tuple[str, str]] = _states(
    "US",
    """AL Ala. AL; AK Alaska AK; AZ Ariz. AZ; AR Ark. AR; CA Calif. CA; CO Colo. CO; CT Conn. CT; DE Del. DE;
    FL Fla. FL; GA Ga. GA; HI HI; ID ID; IL Ill. IL; IN Ind. IN; IA IA; KS Kan. Kans. KS; KY Ky. KY; LA La. LA;
    ME Me. ME; MD Md. MD; MA Mass. MA; MI Mich. MI; MN Minn. MN; MS Miss. MS; MO Mo. MO; MT Mont. MT;
    NE Neb. Nebr. NE; NV Nev. NV; NH N.H. NH; NJ N.J. NJ; NM N.M. NM; NY N.Y. NY; NC N.C. NC; ND N.D. ND; OH OH;
    OK Okla. OK; OR Ore. OR; PA Pa. Penn. PA; RI R.I. RI; SC S.C. SC; SD S.D. SD; TN Tenn. TN; TX Tex. TX; UT UT;
    VT Vt. VT; VA Va. VA; WA Wash. WA; WV W.Va. W._Va. WV; WI Wis. WI; WY Wyo. WY; DC D.C. DC""",
) | _states(
    "CA",
    "08 Ont. ON; 02 B.C. BC; 01 Alta. AB; 03 Man. MB; 04 N.B.; 05 N.L.; 07 N.S.; 09 P.E.I.; 10 Que. QC; 11 Sask. SK",
)  # fmt: skip

DIRECTIONS: dict[str, str] = {
    word + ending: code
    for code, words in {
        "n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast north-east north-eastern",
        "nw": "northwest north-west", "se": "southeast south-east", "sw": "southwest south-west",
    }.items()
    for word in words.split()
    for ending in ("", "ern", "wards", "ward", "ernmost")
    if not (word.endswith("ern") and ending)
} | {
    f"{first}{joint}{second}{ending}": first[0] + "".join(part[0] for part in (second[:5], second[5:]) if part)
    for first, seconds in {
        "north": ("northeast", "northwest"), "south": ("southeast", "southwest"),
        "east": ("northeast", "southeast"), "west": ("northwest", "southwest"),
    }.items()
    for second in seconds
    for joint in ("-", " ", "")
    for ending in ("", "ern")
} | {"upper": "n", "lower": "s"}  # fmt: skip

# The noun that stands with a name → the kind of place it makes of it.
KIND_OF_NOUN: dict[str, str] = (
    dict.fromkeys(
        _words("county counties co parish borough raion rayon subdistrict shire twp township prefecture"), "A2"
    )
    | dict.fromkeys(
        _words("province provinces governorate state oblast wilaya wilayat region canton emirate shabiyah"), "A1"
    )
    | dict.fromkeys(
        _words("city town village hamlet port capital township settlement commune municipality metropolis"), "P"
    )
    | dict.fromkeys(
        _words("airport airbase airfield base barracks checkpoint crossing dam refinery camp prison hospital"), "S"
    )
    | dict.fromkeys(_words("district neighbourhood neighborhood quarter suburb suburbs area countryside sector"), "D")
    | dict.fromkeys(_words("river lake sea gulf bay strait creek reservoir canal harbor harbour ocean"), "W")
    | dict.fromkeys(
        _words("mountain mountains valley desert peninsula plain hills plateau island islands forest park"), "R"
    )
)

AREA_NOUNS = _words(
    "area countryside outskirts suburbs suburb environs vicinity district neighbourhood neighborhood front axis pocket "
    "periphery frontline frontlines rural side enclave"
)

# Names of a seat that stand for a government → where the seat is.
METONYMS: dict[str, tuple[str, float, float, str]] = {
    "Kremlin": ("Moscow", 55.7520, 37.6175, "RU"),
    "White House": ("White House", 38.8977, -77.0365, "US"),
    "Pentagon": ("Pentagon", 38.8719, -77.0563, "US"),
    "Capitol Hill": ("Capitol Hill", 38.8899, -77.0091, "US"),
    "Downing Street": ("Downing Street", 51.5034, -0.1276, "GB"),
    "Whitehall": ("Whitehall", 51.5040, -0.1264, "GB"),
    "Elysee Palace": ("Élysée Palace", 48.8704, 2.3167, "FR"),
    "Élysée": ("Élysée Palace", 48.8704, 2.3167, "FR"),
    "Quai d'Orsay": ("Quai d'Orsay", 48.8612, 2.3170, "FR"),
    "Bankova": ("Bankova Street", 50.4446, 30.5288, "UA"),
}

# After a country's or capital's name these make it a government, an army, a people: `US forces`, `UK officials`.
GOVERNMENT_NOUNS = _words("""
government officials official forces troops soldiers military army navy air airstrike airstrikes strikes strike
warplanes warplane jets jet drone drones aircraft president minister ministers ministry premier ambassador envoy
embassy consulate intelligence administration authorities diplomat diplomats diplomacy citizens citizen nationals
national lawmakers senator senators congress parliament police policy regime leadership leader leaders state-run media
state spokesman spokeswoman foreign defense defence interior prime secretary special commander commanders marines
rebels militants opposition sanctions support aid weapons arms fighters mediation veto mission delegation team
journalist journalists companies company firm dollars economy election elections law coalition-backed led-coalition
backed-forces presidential defense-department state-department treasury bombers missiles artillery helicopters
contractors mercenaries advisers
""")

# A name before one of these (capitalised) is part of an organisation's name.
ORGANISATION_NOUNS = _words("""
Army Brigade Brigades Battalion Council Post Times University College School Dawn Shield Front Party Movement
Government Parliament Forces Force Command Airlines Airways Bank Corporation Company Club United City FC Herald
Tribune News Observer Journal Gazette Daily Star Telegraph Guardian Chronicle Press Agency Ministry Institute Center
Centre Foundation Association Organization Organisation Union Congress Assembly Court Department Commission Committee
Authority Office Police Guard Hospital Museum Theatre Orchestra Street Road Avenue Boulevard Drive Lane Highway Square
Bridge Hotel Inc Ltd Corp Group Fund Trust Society Church Cathedral Mosque Series Cup League Games Olympics Agreement
Accord Treaty Declaration Conference Process Protocol Talks Summit Accords Convention Shura Revolutionaries Rats
Martyrs Mujahideen
""")

PERSON_TITLES = _words("""
Mr Mrs Ms Miss Dr Sir Lord Lady Dame Rev Prof Professor President Minister Premier Chancellor King Queen Prince
Princess Emir Sultan Sheikh Sheik Imam Ayatollah General Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Admiral
Adm Brigadier Brig Sergeant Sgt Marshal Commander Senator Sen Rep Representative Congressman Gov Governor Mayor Judge
Secretary Ambassador Officer Detective Sheriff Chief Coach Pastor Father Bishop Pope Saint Corporal Constable
Inspector Cllr Councillor Councilman Justice Deputy Trooper Patrolman Spokesman Spokeswoman Attorney Uncle Aunt
Brother Sister
""")

SPEECH_VERBS = _words("""
said says saying announced announces denied denies accused accuses warned warns condemned condemns called calls urged
urges wants wanted want insisted insists demanded demands rejected rejects vowed vows pledged pledges threatened
threatens considers considered believes believed agreed agrees argued argues claimed claims blames blamed backed backs
supports supported opposes opposed recognises recognizes recognised recognized hopes hoped fears plans planned decided
sees seeks sought refused refuses imposed imposes expelled recalled summoned welcomed welcomes reiterated stressed
confirmed confirms acknowledged admits admitted sent sends signed voted vetoed abstained intervened lifted suspended
expressed responded responds maintains maintained views asked asks offered offers promised promises proposed
""")
