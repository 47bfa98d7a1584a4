"""Reporting verbs and nouns → speech acts. Hand-made; the acts are those of `hudhud.ontology.claims`."""

__all__ = ["ACT_OF_NOUN", "ACT_OF_VERB", "BELIEF_VERBS", "NEEDS_CLAUSE", "REQUEST_CONTENT", "SOURCES"]


def _table(rows: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows.strip().splitlines():
        act, words = row.split(":")
        table.update((word, act.strip()) for word in words.split())
    return table


# Lemmas. A verb is a cue only where it has content of its kind: see NEEDS_CLAUSE.
ACT_OF_VERB: dict[str, str] = _table("""
say: say state tell add note explain report remark comment stress emphasize emphasise insist argue assert maintain
say: claim contend allege describe recall observe reply respond write tweet post mention reiterate repeat
say: acknowledge admit concede confirm reveal disclose suggest indicate point
say: brief inform testify clarify continue conclude declare proclaim quip joke believe think express call voice
say: hint speculate affirm reaffirm assure counter relay convey conclude remind go hope
announce: announce unveil declare proclaim
urge: urge call appeal press exhort encourage implore recommend advise plead beseech
demand: demand insist order require
deny: deny refute dispute contradict disavow rebut rebuff
condemn: condemn denounce criticize criticise accuse blame decry deplore slam blast lambast lambaste castigate
condemn: chide rebuke reproach assail deride lament protest
warn: warn caution threaten alert fear
promise: promise vow pledge commit swear guarantee undertake
estimate: estimate predict forecast expect project reckon anticipate calculate
ask: ask question wonder inquire enquire query request
agree: agree concur
reject: reject dismiss refuse decline spurn rule
thank: thank
""")
ACT_OF_VERB["declare"] = "announce"
ACT_OF_VERB["proclaim"] = "announce"
ACT_OF_VERB["insist"] = "say"

# Verbs that report only with a clause or a quotation of their own: `he went on to say`, `she pointed out that`.
NEEDS_CLAUSE = frozenset(
    """add believe brief call cite claim commit conclude confirm continue convey counter describe expect express find
    go hint inform joke maintain mention note observe order point post press promise question quip recall recommend
    relay remind repeat reply report require respond reveal show signal suggest swear tell testify think undertake
    voice write guarantee project reckon anticipate calculate wonder""".split()
)

# Verbs whose subject holds something true without saying it: the attribution is a belief.
BELIEF_VERBS = frozenset("believe think expect fear hope suspect consider regard see view worry doubt assume".split())

# `urge X to do`, `call on X to do`: X is addressed, the rest is what is said.
REQUEST_CONTENT = frozenset(
    "urge call appeal press ask tell order encourage implore advise warn remind request demand plead exhort".split()
)

# Written or broadcast things that say something.
SOURCES = frozenset(
    """report statement media television tv radio newspaper paper agency study website source account memo post letter
    resolution document estimate figure record release readout communique survey monitor magazine broadcaster
    channel outlet article press news footage data investigation witness""".split()
)

ACT_OF_NOUN: dict[str, str] = _table("""
say: statement comment remark account report claim testimony speech interview briefing readout release
announce: announcement declaration
urge: call appeal plea
demand: demand
deny: denial
condemn: condemnation criticism accusation allegation
warn: warning threat
promise: promise pledge vow commitment
estimate: estimate forecast prediction
ask: question request
reject: rejection refusal
""")
