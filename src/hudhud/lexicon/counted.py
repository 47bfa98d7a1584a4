"""What is counted or done to it → the quantity of a figure. Hand-made; values are those of `hudhud.ontology.claims`."""

__all__ = ["COUNT_VERBS", "QUANTITY_OF_NOUN"]


def _table(rows: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows.strip().splitlines():
        name, words = row.split(":")
        table.update((word, name.strip()) for word in words.split())
    return table


# Lemmas of verbs and adjectives that say what became of the ones counted.
COUNT_VERBS: dict[str, str] = _table("""
killed: kill die slay murder massacre execute behead assassinate perish dead drown martyr slaughter claim
injured: wound injure hurt maim injured wounded
captured: capture arrest detain imprison jail hold seize captive detained surrender custody
abducted: abduct kidnap
missing: miss absent missing disappear vanish unaccounted
displaced: displace flee uproot evacuate displaced homeless
returned: return repatriate
""")

# Lemmas of nouns that are counted.
QUANTITY_OF_NOUN: dict[str, str] = _table("""
killed: death fatality killing martyr body corpse toll dead
injured: injury wounded injured
captured: prisoner detainee captive arrest pow
abducted: hostage abductee abduction kidnapping
missing: disappearance
displaced: evacuee idp displaced
strength: fighter soldier troop militant force combatant gunman rebel insurgent jihadist personnel adviser advisor
strength: brigade battalion division unit guard commando policeman marine sniper airman recruit terrorist extremist
strength: peacekeeper mercenary paramilitary member supporter reservist conscript serviceman volunteer observer monitor
strength: operative militiaman trainer contractor strong guerrilla jihadi peshmerga
sites: village town city building house home bridge base camp checkpoint position outpost tunnel bunker route structure
sites: neighbourhood neighborhood district area settlement school hospital clinic site headquarters target facility
sites: stronghold crossing mosque church warehouse depot shop farm road
vehicles: vehicle tank truck car aircraft jet plane helicopter drone ship boat bus ambulance warplane lorry loader
vehicles: pickup motorcycle vessel bulldozer carrier humvee frigate tanker apc
aid: convoy tonne ton ration parcel shipment flight truckload litre
""")
