"""Words that tell of events → PLOVER type, mode and frame. Hand-made over the PLOVER manual's definitions.

A row is `TYPE/mode frame: lemmas`. The frame says where the parties stand:

- `does` subject acts on object (a passive turns round; nouns: `by` and possessor act, `of`/`on`/`against` suffer)
- `meets` everyone named acts together
- `suffers` the subject is the one it happens to, nobody acts (`die`)
- `moves` the subject acts, nobody suffers (`withdraw`)
- `tells` subject acts, the one addressed or talked of suffers (`accuse X of`, `call on X to`)
- `gives` subject acts, the receiver is the indirect object or after `to`/`for` (`supply X with`, `send arms to X`)
"""

from dataclasses import dataclass

__all__ = ["ADJECTIVES", "BLAME", "LIGHT_VERBS", "NOUNS", "OBJECT_OF_VERB", "PHRASES", "VERBS", "EventWord"]


@dataclass(frozen=True, slots=True)
class EventWord:
    """What an event word stands for: a PLOVER type, a mode or None, and the frame of its parties."""

    type: str
    mode: str | None
    frame: str


def _table(rows: str) -> dict[str, EventWord]:
    table: dict[str, EventWord] = {}
    for row in rows.strip().splitlines():
        head, words = row.split(":")
        kind, frame = head.split()
        name, _, mode = kind.partition("/")
        table.update((word.replace("_", " "), EventWord(name, mode or None, frame)) for word in words.split())
    return table


VERBS: dict[str, EventWord] = _table("""
ASSAULT does: attack kill wound injure assault storm raid ambush massacre slaughter maim fight battle engage clash
ASSAULT does: overrun invade victimise neutralize neutralise repel eliminate execute hit strike target pound
ASSAULT does: batter murder slay butcher lynch decimate annihilate besiege combat eradicate pummel counterattack
ASSAULT does: liberate retake recapture reclaim isolate defeat dislodge oust degrade brutalise brutalize rid
ASSAULT does: drive push flush evict crush rout overpower overwhelm regain
ASSAULT/aerial does: bomb bombard strafe bombarding airstrike
ASSAULT/heavy-weapons does: shell mortar rocket
ASSAULT/explosives does: detonate explode blow_up dynamite mine
ASSAULT/firearms does: shoot fire gun machine-gun open_fire
ASSAULT/primitive does: behead stab hack decapitate knife ram crucify stone
ASSAULT/abduct does: abduct kidnap capture
ASSAULT/torture does: torture electrocute
ASSAULT/beat does: beat whip flog manhandle punch club
ASSAULT/sexual does: rape molest
ASSAULT/targeted does: assassinate
ASSAULT/destroy does: destroy demolish raze ransack torch loot burn wreck level ruin devastate obliterate shoot_down
ASSAULT/unconventional does: gas poison
ASSAULT suffers: die perish
COERCE/arrest does: arrest detain jail imprison round_up apprehend incarcerate hold
COERCE/seize does: seize confiscate impound commandeer expropriate
COERCE/restrict does: restrict ban block cordon seal blockade bar prohibit impede prevent outlaw trap surround
COERCE/censor does: censor muzzle gag
COERCE/deport does: deport expel evict banish extradite
COERCE/withhold does: withhold
COERCE/restrict does: enforce expropriate force compel overthrow topple depose
COERCE/cyber does: hack
COERCE does: repress suppress intimidate persecute subjugate oppress coerce terrorise terrorize
PROTEST/demo moves: protest demonstrate rally march
PROTEST/riot moves: riot
PROTEST/boycott does: boycott
MOBILIZE/troops moves: beef_up deploy mobilise mobilize mass redeploy amass reinforce station
MOBILIZE/troops gives: send dispatch
MOBILIZE/militia moves: recruit enlist
RETREAT/withdraw moves: withdraw retreat evacuate flee pull_out pull_back vacate abandon desert disengage
RETREAT/resign moves: resign abdicate step_down quit
RETREAT/release does: release free parole pardon
RETREAT/disarm moves: surrender disarm capitulate lay_down
RETREAT/ceasefire moves: cease
AID gives: provide supply assist help aid fund finance equip train arm donate rescue treat support deliver
AID gives: contribute grant airlift shelter resettle rebuild subsidise
AID gives: subsidize host protect protected feed vaccinate give
COOPERATE meets: cooperate ally collaborate partner coordinate trade
COOPERATE does: share exchange
MOBILIZE/militia gives: join
CONSULT meets: meet talk discuss negotiate confer consult visit consulting speak brief host phone telephone hold_talks
CONSULT meets: mediate broker inform
CONSULT/visit meets: visit tour
AGREE moves: accept agree sign ratify endorse_deal commit promise pledge vow
AGREE tells: offer
SUPPORT tells: praise welcome hail applaud commend congratulate back endorse recognise recognize compliment
SUPPORT tells: salute laud honour honor respect condole
CONCEDE moves: concede relent back_down apologise apologize
CONCEDE does: lift ease loosen relax
REQUEST/change tells: urge call_for demand ask request press appeal call_on exhort implore pressure beg petition
REQUEST/change tells: encourage require seek insist lobby
REQUEST/meet tells: invite
ACCUSE/disapprove tells: condemn criticise criticize denounce decry deplore slam blast lambast lambaste castigate
ACCUSE/disapprove tells: fault complain challenge ridicule mock rebuke chide assail disapprove deride regret lament
ACCUSE/allege tells: sue accuse blame allege implicate suspect charge
ACCUSE/investigate tells: investigate probe inspect examine study document look_into
REJECT moves: refute renege repudiate reject refuse decline rule_out veto
REJECT moves: dismiss rebuff spurn defy oppose dispute snub ignore
REJECT/change moves: resist
THREATEN/violence tells: threaten warn
SANCTION does: sanction embargo
SANCTION/discontinue does: suspend sever cancel discontinue halt
SANCTION/convict does: convict sentence prosecute indict
""")

NOUNS: dict[str, EventWord] = _table("""
ASSAULT does: attack assault offensive raid clash fighting battle combat violence massacre killing ambush hostility
ASSAULT does: hostilities counterattack counter-offensive counteroffensive onslaught war invasion fight slaughter
ASSAULT does: operation campaign skirmish atrocity murder strike slaying bloodshed firefight crackdown
ASSAULT does: death execution conflict offensive incursion sniping terrorism genocide bloodbath rout
ASSAULT does: coup sweep showdown liberation isolation defeat counter-attack advance push recapture confrontation
ASSAULT/aerial does: airstrike air_strike bombardment bombing_raid air_raid sortie air_attack air_campaign bombing
ASSAULT/drone does: drone_strike drone_attack
ASSAULT/heavy-weapons does: shelling mortar_attack rocket_attack missile_strike missile_attack artillery_fire barrage
ASSAULT/explosives does: explosion blast car_bomb car_bombing bomb_attack truck_bomb detonation bomb_blast
ASSAULT/suicide-attack does: suicide_bombing suicide_attack suicide_bomb suicide_blast
ASSAULT/firearms does: shooting gunfire shootout gun_attack gunshot
ASSAULT/abduct does: abduction kidnapping kidnap capture hostage-taking
ASSAULT/torture does: torture
ASSAULT/beat does: beating
ASSAULT/primitive does: beheading stabbing
ASSAULT/sexual does: rape
ASSAULT/targeted does: assassination
ASSAULT/destroy does: destruction demolition looting
ASSAULT/unconventional does: chemical_attack gas_attack
COERCE/arrest does: arrest detention imprisonment roundup
COERCE/restrict does: blockade siege restriction besiegement ban encirclement
COERCE/seize does: seizure confiscation
COERCE/curfew does: curfew
COERCE/martial-law does: martial_law
COERCE/censor does: censorship
COERCE/deport does: deportation extradition eviction
COERCE does: repression persecution intimidation
PROTEST/demo moves: protest demonstration rally sit-in march
PROTEST/riot moves: riot unrest uprising
PROTEST/boycott does: boycott
MOBILIZE/troops moves: alert deployment mobilisation mobilization build-up buildup reinforcement
RETREAT/withdraw moves: withdrawal retreat evacuation pullout pull-out
RETREAT/resign moves: resignation
RETREAT/release does: release
RETREAT/disarm moves: surrender disarmament
RETREAT/ceasefire meets: ceasefire truce cease-fire cessation_of_hostilities
AID gives: asylum donation contribution aid assistance relief rescue training humanitarian_aid support
COOPERATE meets: cooperation collaboration partnership coordination joint_operation
CONSULT meets: mediation lunch dinner talk talks meeting negotiation summit conference discussion visit phone_call
AGREE meets: agreement deal accord pact treaty
SUPPORT tells: praise endorsement recognition condolence
REQUEST/change tells: call demand request appeal plea
ACCUSE/disapprove tells: condemnation criticism
ACCUSE/allege tells: lawsuit complaint accusation allegation
ACCUSE/investigate tells: investigation inquiry probe
REJECT moves: rejection refusal veto
THREATEN/violence tells: threat ultimatum
SANCTION does: sanction sanctions embargo
SANCTION/convict does: conviction trial prosecution
""")

# Predicates that hold something against somebody, or for them: `is angry at`, `was grateful to`.
ADJECTIVES: dict[str, EventWord] = _table("""
ACCUSE/disapprove tells: angry unhappy frustrated furious outraged critical dismayed disappointed concerned alarmed
SUPPORT tells: grateful thankful
""")

# Verbs that tell an event only with one of these as their object.
OBJECT_OF_VERB: tuple[tuple[frozenset[str], frozenset[str], EventWord], ...] = tuple(
    (frozenset(verbs.split()), frozenset(nouns.split()), EventWord(kind, mode, frame))
    for verbs, nouns, kind, mode, frame in (
        (
            "build create form establish raise assemble",
            "force army militia brigade unit battalion",
            "MOBILIZE",
            "militia",
            "moves",
        ),
        ("make manufacture produce develop acquire", "weapon arms missile bomb", "MOBILIZE", "weapons", "moves"),
        (
            "lift ease loosen relax end",
            "sanction sanctions embargo siege blockade ban restriction curfew",
            "CONCEDE",
            None,
            "moves",
        ),
        (
            "impose reimpose tighten slap",
            "sanction sanctions embargo measure tariff",
            "SANCTION",
            "discontinue",
            "does",
        ),
        ("impose declare enforce", "curfew", "COERCE", "curfew", "does"),
        ("take hold", "hostage captive prisoner", "ASSAULT", "abduct", "does"),
        (
            "fire launch shoot lob rain",
            "missile rocket shell mortar artillery projectile",
            "ASSAULT",
            "heavy-weapons",
            "does",
        ),
        ("fire", "shot bullet round", "ASSAULT", "firearms", "does"),
        ("go stage", "strike walkout", "PROTEST", "strike", "moves"),
        ("stop", "work", "PROTEST", "strike", "moves"),
        ("close seal shut", "border crossing port airspace road route highway strait", "COERCE", "restrict", "does"),
        ("summon recall expel", "ambassador envoy diplomat", "ACCUSE", "disapprove", "tells"),
        ("file launch bring", "lawsuit complaint suit charge action case", "ACCUSE", "allege", "tells"),
        ("launch mount", "investigation inquiry probe audit", "ACCUSE", "investigate", "tells"),
        ("strengthen intensify increase boost reinforce", "force troop troops presence", "MOBILIZE", "troops", "moves"),
        ("declare impose", "emergency siege law", "COERCE", "martial-law", "does"),
        ("drop", "bomb munition", "ASSAULT", "aerial", "does"),
        ("plant detonate set", "bomb explosive mine ied device", "ASSAULT", "explosives", "does"),
        ("give grant allow deny facilitate gain obtain", "access passage", "RETREAT", "access", "gives"),
        ("raise express voice relay share", "concern alarm fear", "ACCUSE", "disapprove", "tells"),
        (
            "express convey extend offer",
            "condolence sympathy solidarity respect support gratitude",
            "SUPPORT",
            None,
            "tells",
        ),
        (
            "provide give supply send deliver ship",
            "weapon arms aid assistance support help food money relief fund cover",
            "AID",
            None,
            "gives",
        ),
        ("put exert", "pressure", "REQUEST", "yield", "tells"),
    )
)

# Words that hold something against somebody, said of a deed or a party.
BLAME = frozenset(
    """unacceptable outrageous deplorable provocative illegal unlawful barbaric cowardly heinous brutal blatant flagrant
    shameful disgraceful irresponsible reckless unjustified unprovoked inhumane senseless horrific intolerable
    violation violations aggression hypocrisy disregard betrayal incompetence corruption corrupt illegitimate
    undermining undermines undermine destabilising destabilizing destabilise destabilize sabotage obstruct obstructing
    obstinacy lies lying failed shirking orchestrated""".split()
)

# Verbs that only carry a noun which tells the event: `carried out a raid`, `launched an offensive`.
LIGHT_VERBS = frozenset(
    """raise express voice grant allow facilitate carry conduct launch mount stage wage continue begin start
    lead make take have hold perform execute undertake commit deliver open resume step intensify escalate
    press pursue do give go remain issue reach sign announce plan prepare order end halt stop suspend call
    face suffer come see witness coordinate support join perpetrate win lose fight""".split()
)

# Verb and particle or preposition → the verb's own entry above.
PHRASES: dict[tuple[str, str], str] = {
    ("blow", "up"): "blow up",
    ("round", "up"): "round up",
    ("pull", "out"): "pull out",
    ("pull", "back"): "pull back",
    ("fall", "back"): "pull back",
    ("step", "down"): "step down",
    ("stand", "down"): "step down",
    ("lay", "down"): "lay down",
    ("back", "down"): "back down",
    ("back", "out"): "back down",
    ("rule", "out"): "rule out",
    ("look", "into"): "look into",
    ("shoot", "down"): "shoot down",
    ("bring", "down"): "shoot down",
    ("beef", "up"): "beef up",
    ("call", "for"): "call for",
    ("call", "on"): "call on",
    ("call", "upon"): "call on",
    ("open", "fire"): "open fire",
}
