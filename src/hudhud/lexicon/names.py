"""Words inside names: titles, particles, describing prefixes, generic nouns, short first names. Hand-made."""

import re

__all__ = [
    "FIRST_NAMES",
    "FOLK",
    "FORCE_NOUNS",
    "GENERATIONS",
    "GENERIC_ORGANS",
    "HEDGES",
    "JOINTS",
    "MEMBER_NOUNS",
    "OPPOSITES",
    "ORGAN_MODIFIERS",
    "ORGAN_WORDS",
    "PARTICLES",
    "SPELLINGS",
    "TITLES",
    "TITLE_PHRASES",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before a name they say rank or office and are no part of it.
TITLES = _words("""
mr mrs ms miss ag dr prof professor sir lord lady dame rev reverend hon honourable honorable
gen general lt lieutenant col colonel maj major capt captain adm admiral brig brigadier sgt sergeant marshal marshall
field cmdr commander corporal cpl commodore marine marines corps army navy airforce staff chief vice deputy acting
interim former ex late then
president premier minister prime chancellor secretary undersecretary king queen prince princess emir sultan
ambassador envoy spokesman spokeswoman spokesperson leader head director chairman chairwoman chair governor mayor
senator congressman congresswoman representative rep judge justice prosecutor speaker adviser advisor negotiator
mediator coordinator commissioner sheikh shaykh sheik sayyid sayed ayatollah mullah imam hajji hajj haji maulana
mawlawi grand pope bishop archbishop patriarch cardinal rabbi father foreign defence defense interior finance
""")

# Offices of several words that stand before a name.
TITLE_PHRASES = (
    "secretary of state", "secretary of defense", "secretary of defence", "secretary general", "commander in chief",
    "chief of staff", "special representative of the secretary general", "special representative", "special envoy",
    "joint chiefs chairman", "minister of state", "director general", "attorney general",
)  # fmt: skip

# Arabic and other articles that spellings add and drop: al-Serraj, Serraj.
PARTICLES = re.compile(
    r"\b(?:(?:[Aa]l|[Ee]l|[Uu]l)[-‐‑’' ]+(?=\w)|(?:[Aa]s|[Aa]sh|[Aa]n|[Aa]r|[Aa]t|[Aa]th|[Aa]d|[Aa]dh|[Aa]z|"
    r"[Ee]z|[Ee]s|[Ee]r)[-‐‑](?=[A-Z]))"
)

JOINTS = _words("of the and for in to on at a an de la le du des von van der und")

# Describing words before a name: they tell how a party is seen, not which party it is.
HEDGES = re.compile(
    r"^(?:(?:self|so|newly|internationally|nominally|widely|rival|embattled|militant|extremist|jihadist|separatist)"
    r"[- ]?(?:styled|called|declared|proclaimed|formed|recogni[sz]ed|backed|accepted)?"
    r"|[\w.]+[-‐‑](?:backed|led|based|aligned|supported|affiliated|linked|allied|run|held|sponsored|controlled|"
    r"recogni[sz]ed|brokered|mandated|dominated|imposed|funded|trained|friendly|loyal|majority|inspired|arab))\s+(?=\w)",
    re.IGNORECASE,
)

# `ISIS fighters` are ISIS; `LNA supporters` are not the LNA.
MEMBER_NOUNS = _words("""
fighter fighters militant militants member members gunman gunmen insurgent insurgents rebel rebels jihadist jihadists
terrorist terrorists extremist extremists guerrilla guerrillas militiaman militiamen militia militias militants group
movement organisation organization terror forces troops soldiers camps positions targets operatives cells leadership
leaders authorities regime
""")

# Of a country: one party under many words.
FORCE_NOUNS = _words("""
military forces force troops troop soldiers soldier personnel servicemen servicemembers armed services
""")

GENERIC_ORGANS = _words("""
government ministry parliament army navy police military administration cabinet presidency council court senate
congress defence defense foreign interior health finance justice information affairs state security national air force
intelligence service supreme general staff central bank assembly house office command border guard coast guards
authorities regime forces department affairs
""")

# Of the above, those that name no organ by themselves.
ORGAN_MODIFIERS = _words(
    "national foreign interior health finance information affairs state security general central supreme air "
    "border coast"
)

# Peoples and faiths: with a common noun they describe (`Kurdish forces`), they name nobody.
FOLK = _words("""
kurdish kurds kurd arab arabs sunni sunnis shia shias shiite shiites shi'ite islamist islamists muslim muslims
christian christians jewish jews yazidi yazidis alawite alawites druze turkmen tuareg berber hutu tutsi african
european western asian
""")

# A name with one of these is no person's.
ORGAN_WORDS = _words("""
government ministry parliament army navy police military administration cabinet presidency council court senate congress
department office agency service services command commission committee authority party front movement union league
brigade brigades battalion division regiment unit group organisation organization association alliance coalition force
forces corps guard guards militia network assembly house state republic kingdom federation emirate emirates caliphate
bank company corporation fund foundation institute university church hospital school times post news press agency
radio television tv observatory centre center society federation congress mission embassy nations confederation
fighters rebels militants insurgents tribe tribes bureau board tribunal campaign operation secretariat directorate
""")

GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}

# Words that part two names however alike the rest is.
OPPOSITES = (
    _words("north northern south southern east eastern west western central"),
    _words("first second third fourth fifth sixth seventh eighth ninth tenth"),
    _words("left right"),
    _words("interior foreign defence finance health justice"),
    _words("democratic islamic socialist communist republican conservative liberal labor"),
    _words("army navy police"),
    _words("upper lower"),
    _words("new old"),
)

SPELLINGS = {
    "defense": "defence", "organization": "organisation", "labour": "labor", "center": "centre", "forces": "force",
    "brigades": "brigade", "nations": "nation", "rights": "right", "states": "state", "ministers": "minister",
    "saint": "st", "dept": "department", "govt": "government", "gov": "government", "assn": "association",
    "intl": "international", "natl": "national", "cmte": "committee", "movements": "movement", "units": "unit",
    "guards": "guard", "services": "service",
}  # fmt: skip

_SHORT = """
mike michael|joe joseph|bill william|will william|tom thomas|jim james|jimmy james|bob robert|rob robert
dick richard|rick richard|tony anthony|dave david|dan daniel|danny daniel|steve stephen|steven stephen
chris christopher|matt matthew|ben benjamin|sam samuel|ed edward|ted edward|ken kenneth|greg gregory|jeff jeffrey
geoff geoffrey|andy andrew|ron ronald|don donald|larry lawrence|nick nicholas|alex alexander|pete peter
charlie charles|chuck charles|fred frederick|kate katherine|liz elizabeth|beth elizabeth|sue susan|pat patrick
vlad vladimir|volodya vladimir|joey joseph|johnny john|tim timothy|ray raymond|walt walter|phil philip
phillip philip|gus august|max maximilian|ollie oliver
charley charles|abe abraham|nate nathan|mohamed mohammed|muhammad mohammed|mohammad mohammed|mohamad mohammed
muhammed mohammed|ahmad ahmed|yousef yusuf|youssef yusuf|yusef yusuf|husain hussein|hussain hussein|hosein hussein
houssein hussein|hasan hassan|omar umar|osama usama|usamah usama|abdullah abdallah
"""
# Short and spelt-otherwise first names → the one they stand for.
FIRST_NAMES = dict(pair.split() for pair in _SHORT.replace("\n", "|").split("|") if pair.strip())
