"""Titles and offices: words that name a role, titles that stand before a name, ranks. Hand-made."""

__all__ = ["LEAVE", "RANKS", "ROLE_HEADS", "ROLE_MODIFIERS", "TITLES"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Heads of a role's noun phrase: `the defence minister`, `head of the mission`.
ROLE_HEADS = _words("""
president minister premier chancellor king queen prince emir sultan caliph ambassador envoy spokesman spokeswoman
spokesperson secretary secretary-general commander commander-in-chief chief leader head director director-general
chairman chairwoman chairperson chair co-chair governor mayor senator lawmaker mp deputy-speaker speaker representative
adviser advisor negotiator mediator coordinator commissioner general-secretary vice-president attorney-general
prosecutor judge founder editor correspondent bureau-chief professor lecturer researcher analyst fellow activist lawyer
solicitor expert scholar analyst ceo administrator undersecretary under-secretary sheikh imam ayatollah
archbishop bishop pope patriarch mufti officer inspector superintendent sheriff boss manager strongman dictator
legislator congressman congresswoman councillor foreign-secretary treasurer counsel consul attache historian
economist physician surgeon author journalist writer strategist
""")

# Ranks and titles that are no office by themselves, but may stand between a role and a name.
RANKS = _words("""
gen gen. general col col. colonel maj maj. major capt capt. captain lt lt. lieutenant adm adm. admiral brig brig.
brigadier sgt sgt. sergeant marshal field-marshal cmdr cmdr. corporal maj.-gen lt.-gen private commodore
""")

TITLES = RANKS | _words("""
mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame rev rev. prof prof. sheikh ayatollah hajji sayyid
""")

ROLE_MODIFIERS: dict[str, str] = {
    "former": "former",
    "ex": "former",
    "late": "former",
    "ousted": "former",
    "deposed": "former",
    "then": "former",
    "longtime": "former",
    "one-time": "former",
    "onetime": "former",
    "ex-president": "former",
    "previous": "former",
    "acting": "acting",
    "interim": "acting",
    "caretaker": "acting",
    "outgoing": "leaving",
    "departing": "leaving",
    "incoming": "nominee",
    "designate": "nominee",
    "prospective": "nominee",
    "nominee": "nominee",
    "elect": "nominee",
    "president-elect": "nominee",
}

LEAVE = _words("resign quit retire depart leave step replace dismiss sack fire oust remove succeed")
