"""Words that tell what a number counts: the killed, the wounded, the captured, fighters, sites, vehicles."""

from types import MappingProxyType

__all__ = [
    "COUNTED",
    "DONE_TO",
    "INTRANSITIVE",
    "NOT_PEOPLE",
    "OUTCOMES",
    "PEOPLE",
    "QUANTITY_OF",
    "VAGUE_PEOPLE",
]


def _table(rows: dict[str, str]) -> MappingProxyType[str, str]:
    return MappingProxyType({word: quantity for quantity, words in rows.items() for word in words.split()})


DONE_TO = _table(
    {
        "killed": (
            "kill kills killed killing murder murders murdered murdering slay slays slew slain assassinate "
            "assassinates assassinated assassinating execute executes executed executing massacre massacres massacred "
            "massacring behead beheads beheaded beheading martyred martyring lynched hanged neutralised neutralized "
            "gunned"
        ),
        "injured": (
            "wound wounds wounded wounding injure injures injured injuring hurt hurts hurting maim maims maimed "
            "maiming hospitalised hospitalized"
        ),
        "captured": (
            "capture captures captured capturing detain detains detained detaining arrest arrests arrested arresting "
            "apprehend apprehends apprehended apprehending imprison imprisoned jail jailed jailing"
        ),
        "abducted": "abduct abducts abducted abducting kidnap kidnaps kidnapped kidnapping snatched snatching",
        "displaced": "displace displaces displaced displacing evacuate evacuated evacuating uprooted expelled evicted",
        "returned": "repatriate repatriated repatriating resettled",
    }
)
"""Verbs whose object is counted, in every form that news uses → quantity. A form in -ed may stand after the counted
(`12 killed`) or, with a form of `be`, say it of its subject."""

INTRANSITIVE = _table(
    {
        "killed": "die dies died dying perish perishes perished drowned succumbed",
        "displaced": "flee flees fled fleeing",
        "returned": "return returns returned returning",
        "missing": "disappeared vanished",
    }
)
"""Verbs whose subject is counted."""

OUTCOMES = _table(
    {
        "killed": (
            "dead death deaths fatality fatalities killings martyr martyrs bodies corpses toll killing fatally lives "
            "martyrdom assassination murder"
        ),
        "injured": "injury injuries wounded injured",
        "captured": "detainees detainee prisoners captives arrests arrest detention detentions capture custody",
        "abducted": "hostages hostage kidnappings abductions kidnapping abduction",
        "missing": "missing unaccounted",
        "displaced": "refugees refugee idps displaced displacement",
        "returned": "returnees returnee",
    }
)
"""Nouns and adjectives for those counted, or for the count: `four deaths`, `12 dead`, `the death of a child`."""

COUNTED = _table(
    {
        "strength": (
            "troops troop soldiers soldier fighters fighter militants militant insurgents rebels jihadists jihadis "
            "gunmen combatants forces personnel men guards marines commandos advisers advisors peacekeepers recruits "
            "mercenaries servicemen paratroopers police policemen militiamen observers members supporters protesters "
            "demonstrators volunteers terrorists extremists guerrillas peshmerga contractors operatives strong"
        ),
        "sites": (
            "sites site targets target positions position bases base camps camp compounds compound headquarters "
            "depots depot buildings building houses house homes home hospitals hospital schools school villages "
            "village towns town districts district checkpoints checkpoint locations location tunnels tunnel caches "
            "cache facilities facility mosques mosque churches bunkers warehouses posts shelters bridges"
        ),
        "vehicles": (
            "vehicles vehicle tanks tank trucks truck cars car aircraft helicopters helicopter jets jet planes plane "
            "ships ship boats boat vessels vessel warships drones drone buses bus ambulances convoys pickups "
            "technicals bulldozers motorcycles"
        ),
        "aid": "tons tonnes parcels rations tents vaccines doses",
    }
)
"""Nouns that name their own quantity where no casualty word stands near: `about 25 troops`, `two tanks`."""

QUANTITY_OF = MappingProxyType(dict(COUNTED) | dict(OUTCOMES) | dict(INTRANSITIVE) | dict(DONE_TO))
"""Any of these words → the `quantity` of a figure; casualty words win over the nouns they stand beside."""

VAGUE_PEOPLE = MappingProxyType(
    {
        "couple": 2,
        "some": 2,
        "various": 2,
        "several": 3,
        "multiple": 3,
        "handful": 3,
        "few": 3,
        "number": 3,
        "numerous": 4,
        "many": 4,
        "unknown": 2,
        "unspecified": 2,
        "other": 2,
        "others": 2,
        "group": 2,
        "additional": 2,
        "more": 2,
    }
)
"""The least that a word for no number promises when people are told killed or taken with it."""

PEOPLE = frozenset(
    "baker butcher tailor carpenter labourer laborer labourers builder painter writer poet singer artist actor trader "
    "traders merchant butchers bakers barber porter miner miners electrician mechanic cleaner diplomat diplomats "
    "defendant professor principal conscript conscripts cleric clerics "
    "man men woman women child children boy boys girl girls baby babies infant infants toddler people person "
    "persons civilian civilians insurgent insurgents militant militants fighter fighters terrorist terrorists "
    "extremist extremists rebel rebels soldier soldiers trooper troopers troops policeman policemen police "
    "officer officers guard guards gunman gunmen attacker attackers bomber bombers leader leaders commander "
    "commanders sub-commander deputy facilitator facilitators member members operative operatives individual "
    "individuals suspect suspects detainee detainees associate associates official officials journalist "
    "journalists reporter cameraman doctor doctors nurse nurses paramedic paramedics medic medics worker "
    "workers teacher teachers student students farmer farmers driver drivers villager villagers resident "
    "residents protester protesters demonstrator demonstrators worshipper worshippers passerby passers-by "
    "bystander bystanders refugee refugees migrant migrants father mother son sons daughter daughters brother "
    "brothers sister sisters wife wives husband husbands grandfather grandmother grandson grandsons "
    "granddaughter grandchildren uncle aunt cousin cousins nephew nephews niece nieces parents relative "
    "relatives others another adult adults elder elders youth youths teenager teenagers minor minors kid kids "
    "citizen citizens national nationals palestinian palestinians israeli israelis afghan afghans american "
    "americans syrian syrians iraqi iraqis libyan libyans sniper snipers mujahid combatant combatants "
    "servicemen serviceman marine marines sailor sailors pilot pilots engineer judge lawyer activist "
    "activists volunteer volunteers rescuer rescuers victim victims martyr martyrs casualty casualties "
    "supplier financier expert emplacer emplacers smuggler smugglers trafficker traffickers mullah imam "
    "priest monk nun prisoner prisoners hostage hostages inhabitants occupants passengers peacekeeper "
    "peacekeepers tribesman tribesmen businessman mayor governor minister lawmaker candidate contractor "
    "contractors shooter shooters male males female females servicewoman dealer coordinator planner maker "
    "emir cook shepherd shepherds fisherman fishermen".split()
)
"""Nouns for people: `a` before one of them counts 1, a bare plural of them at least 2."""

NOT_PEOPLE = frozenset(
    "strike strikes airstrike airstrikes attack attacks raid raids operation operations compound compounds "
    "house houses home homes building buildings vehicle vehicles missile missiles rocket rockets bomb bombs "
    "weapon weapons rifle rifles pistol pistols grenade grenades round rounds province provinces district "
    "districts area areas village villages town towns city cities source sources report reports post posts "
    "time times incident incidents explosion explosions blast blasts shell shells day days hour hours week "
    "weeks month months year years minute minutes location locations site sites place places drone drones "
    "plane planes aircraft jets tank tanks car cars truck trucks motorcycle motorcycles mosque mosques school "
    "schools hospital hospitals apartment apartments floor floors tower towers family families neighborhood "
    "neighbourhood neighborhoods shop shops image images video videos photo photos name names occasion "
    "occasions wave waves engagement engagements ied ieds device devices cache caches pound pounds kilogram "
    "kilograms kg km metres meters miles acres box boxes bag bags magazine magazines warhead warheads mortar "
    "mortars belt belts launcher launchers radio radios phone phones search searches tip tips fire ammunition "
    "patrol patrols checkpoint checkpoints base bases camp camps ambulance ambulances animal animals goat "
    "goats sheep cow cows cattle horse horses storey storeys story stories outlet outlets page pages tweet "
    "tweets account accounts injury injuries wound wounds death deaths fatality fatalities casualty toll".split()
)
"""Nouns after a number that are no people, so that the number is no toll."""
