"""Common nouns for parties: forces, groups, officials, civilians, organs of state. Hand-made.

They tell whether a noun phrase can act or suffer in an event, and whether it is a force that can be somewhere.
"""

__all__ = [
    "CIVILIAN",
    "FORCE",
    "GROUP",
    "INSTRUMENTS",
    "OFFICIAL",
    "ORGAN",
    "PARTY_NOUNS",
    "PERSON",
    "PLACE_LIKE",
    "TARGET",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FORCE = _words("""
troop troops soldier force forces fighter militant army
navy police policeman officer gunman rebel insurgent militia brigade
battalion division unit regiment corps jihadist jihadi terrorist extremist guerrilla paramilitary peshmerga commando
marine sniper guard airman sailor recruit combatant warplane jet aircraft drone helicopter tank convoy contingent
military personnel adviser advisor trainer peacekeeper mercenary contractor squad team patrol garrison ranger
serviceman servicemember member operative cell detachment platoon company column legion gendarmerie
infantry artillery conscript veteran deserter thug attacker assailant bomber hijacker kidnapper warlord junta
""")

GROUP = _words("""
group movement organisation organization faction coalition alliance party regime government authority administration
opposition network gang tribe clan cell council committee parliament assembly congress senate ministry cabinet
leadership state country nation power ally partner bloc union league front command agency court tribunal mission
department office commission body community company firm bank
business corporation institution charity ngo caliphate separatist secessionist
supporter backer opponent foe enemy adversary rival side camp crowd mob neighbour neighbor
""")

OFFICIAL = _words("""
president minister premier chancellor king queen prince emir sultan ambassador envoy spokesman spokeswoman spokesperson
secretary general commander chief leader head director chairman chairwoman chair governor mayor senator deputy
lawmaker mp diplomat official general colonel major captain lieutenant admiral marshal sergeant judge prosecutor
representative delegate adviser advisor negotiator mediator politician legislator speaker
""")

CIVILIAN = _words("""
civilian people person man woman child resident villager citizen family refugee worker journalist reporter student
protester demonstrator activist hostage prisoner detainee captive victim passenger worshipper patient doctor nurse
teacher farmer driver shepherd migrant population public inhabitant medic baby girl boy infant elder cleric priest
imam mourner shopper commuter bystander pilgrim tourist lawyer volunteer rescuer crew staff employee boy youth
expatriate foreigner national villager adult mother father sister brother son daughter wife husband witness
monitor observer aid-worker survivor evacuee returnee
""")

ORGAN = _words("""
army navy police government ministry parliament presidency court council military intelligence administration regime
cabinet senate congress agency department
""")

PERSON = OFFICIAL | _words("man woman person he she spokesman witness resident activist analyst expert lawyer cleric")

# Arms and machines that act only for whoever owns them.
INSTRUMENTS = _words(
    "jet warplane aircraft drone tank helicopter artillery plane ship gunship bomber rocket shell missile"
)

# Things that are hit rather than someone who suffers.
TARGET = _words("""
target position base camp building house home hospital school mosque church market bridge road airport airfield
checkpoint headquarters depot warehouse facility convoy vehicle truck tank stronghold hideout village town city
neighbourhood neighborhood district area site infrastructure pipeline refinery plant port ship vessel embassy
consulate compound barracks bunker tunnel plane university dam airfield
field factory prison tanker vessel boat aircraft hotel office shop
""")

PLACE_LIKE = _words("""
city town village area region province district neighbourhood neighborhood country border capital territory stronghold
enclave camp base airport road checkpoint crossing centre center suburb outskirts countryside square street valley
desert mountain island coast port governorate quarter
""")

PARTY_NOUNS = FORCE | GROUP | OFFICIAL | CIVILIAN | ORGAN | PERSON
