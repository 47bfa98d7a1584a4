"""Words that show what an event is about → PLOVER contexts. Hand-made over the manual's definitions."""

__all__ = ["CONTEXT_WORDS"]


def _table(rows: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for row in rows.strip().splitlines():
        name, words = row.split(":")
        table[name.strip()] = frozenset(words.split()) | table.get(name.strip(), frozenset())
    return table


CONTEXT_WORDS: dict[str, frozenset[str]] = _table("""
military: army troops soldiers forces military airstrike airstrikes offensive battalion brigade artillery commander
military: fighters militia militias navy warplanes airforce shelling frontline deployment
intelligence: intelligence spy spies espionage surveillance
executive: president minister premier cabinet government administration chancellor
legislative: parliament lawmakers senate congress assembly legislature legislation bill
election: election elections vote voters ballot ballots poll polls candidate candidates
political_institutions: constitution referendum institutions governance
pro_democracy: democracy democratic reform reforms transition
pro_autocracy: coup junta autocracy dictatorship
economic: economy economic trade oil investment market currency prices bank banks fuel budget
legal: court courts judge prosecutor trial lawsuit law legal verdict tribunal
reparations: reparations compensation compensate
human_rights: human-rights abuses torture atrocities atrocity rights genocide
rights_freedoms: freedom freedoms press censorship journalists journalist speech
repression: repression crackdown detained arrests protesters
human_security: civilians humanitarian displaced famine aid shelter
gender: women rape sexual girls gender
lgbt: gay lesbian lgbt transgender
religion_ethnicity: mosque church sectarian ethnic religious shia sunni christian kurdish tribal
inequality: inequality poverty poor
diplomatic: diplomatic diplomat diplomats ambassador envoy embassy talks summit negotiations mediation foreign
territory: territory territorial border annexation sovereignty
peacekeeping: peacekeeping peacekeepers monitors truce ceasefire
health: hospital hospitals disease epidemic cholera doctors medical virus vaccine
asylum: asylum refugees refugee
migration: migrants migrant migration deportation
disasters: earthquake flood floods drought storm disaster
natural_resource: oil gas water mine mines minerals pipeline dam
environment: climate environment environmental pollution
technology: technology technological satellite internet
terrorism: terrorist terrorists terrorism suicide bombing extremists jihadist jihadists militants
cbrn: chemical nuclear radiological sarin chlorine biological uranium
cyber: cyber hackers hacking malware
misinformation: disinformation misinformation propaganda fake
crime: crime criminal gang gangs robbery murder police
corruption: corruption bribery corrupt embezzlement
illegal_drugs: drugs drug narcotics cocaine heroin opium
trafficking: trafficking smuggling smugglers traffickers
""")
