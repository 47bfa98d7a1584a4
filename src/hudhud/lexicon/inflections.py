"""Forms of the verbs that the reader's tables know → their lemma, where the encoder guesses (`fled`, `shelled`)."""

from collections.abc import Iterator
from functools import cache

from hudhud.lexicon.counted import COUNT_VERBS
from hudhud.lexicon.event_words import LIGHT_VERBS, VERBS
from hudhud.lexicon.offices import LEAVE
from hudhud.lexicon.relations import CONTROL_VERBS, PRESENCE_VERBS, RELATION_VERBS
from hudhud.lexicon.speech import ACT_OF_VERB

__all__ = ["verb_lemma"]

_IRREGULAR = """flee fled fled|slay slew slain|shoot shot shot|withdraw withdrew withdrawn|overrun overran overrun
fight fought fought|steal stole stolen|seek sought sought|strike struck struck|hit hit hit|hold held held
drive drove driven|lay laid laid|lead led led|leave left left|lose lost lost|meet met met|retake retook retaken
take took taken|say said said|tell told told|speak spoke spoken|swear swore sworn|give gave given|send sent sent
forbid forbade forbidden|build built built|fall fell fallen|rise rose risen|wound wounded wounded|find found found
blow blew blown|step stepped stepped|ban banned banned|kidnap kidnapped kidnapped|ram rammed rammed
trap trapped trapped|stab stabbed stabbed|bar barred barred|rebut rebutted rebutted|rid rid rid|cut cut cut
break broke broken|burn burned burnt|come came come|go went gone|begin began begun|become became become
win won won|write wrote written|think thought thought|understand understood understood|freeze froze frozen
feed fed fed|weaken weakened weakened|beat beat beaten|behead beheaded beheaded|bring brought brought
commit committed committed|admit admitted admitted|concur concurred concurred|deter deterred deterred
quit quit quit|sweep swept swept|grow grew grown|keep kept kept|stand stood stood|put put put|see saw seen"""


@cache
def _forms() -> dict[str, str]:
    known = {*VERBS, *LIGHT_VERBS, *COUNT_VERBS, *LEAVE, *CONTROL_VERBS, *PRESENCE_VERBS, *RELATION_VERBS, *ACT_OF_VERB}
    # `wounded` and `detained` stand in the tables as adjectives: they are forms, not verbs.
    verbs = {verb for verb in known if not verb.endswith("ed") or verb in ("need", "feed", "embed", "bleed")}
    table = {form: verb for verb in sorted(verbs) if verb.isalpha() for form in _regular(verb)}
    for row in _IRREGULAR.replace("\n", "|").split("|"):
        lemma, past, participle = row.split()
        table.update({past: lemma, participle: lemma, **{form: lemma for form in _regular(lemma) if form != past}})
    # A form that is also a lemma of its own stays what it is (`found` the verb is rare, `felled` is not here).
    return {form: lemma for form, lemma in table.items() if form == lemma or form not in verbs or form in ("left",)}


def verb_lemma(form: str) -> str | None:
    """The lemma of a verb form that the tables know, None for any other."""
    return _forms().get(form.lower())


def _regular(verb: str) -> Iterator[str]:
    yield verb
    if verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    else:
        yield from (verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"), verb + "ed", verb + "ing")
        if verb[-1] not in "aeiouywx" and verb[-2:-1] in tuple("aeiou"):
            yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
