from make import claim, document, event, party

from hudhud.reconcile.actors import Resolved, resolve
from hudhud.records import Claim, Document, OfficeDetail, RelationDetail


def told(number: int, text: str, *names: str, **more: object) -> tuple[Document, Claim]:
    found = document(f"{text} Article {number}.", f"Outlet {number}")
    return found, claim(event(actors=tuple(party(name) for name in names), recipients=()), found, quote=text)


def resolved(*pairs: tuple[Document, Claim], **judged: object) -> Resolved:
    documents = {found.document_id: found for found, _ in pairs}
    return resolve(documents, [one for _, one in pairs], **judged)  # type: ignore[arg-type]


def together(found: Resolved, *names: str) -> bool:
    owners = {
        name: {key for key, actor in found.actors.items() if name in {n.name for n in actor.names}} for name in names
    }
    return len(set().union(*owners.values())) == 1 and all(owners.values())


def test_an_abbreviation_in_brackets_is_its_full_name() -> None:
    found = resolved(told(1, "The Council of Northern Towns (CNT) met.", "CNT", "Council of Northern Towns"))
    assert together(found, "CNT", "Council of Northern Towns")
    (actor,) = found.actors.values()
    assert "abbreviation in brackets" in {reason.rule for reason in actor.evidence}


def test_an_abbreviation_explained_in_one_article_is_known_in_another() -> None:
    first = told(1, "The Council of Northern Towns (CNT) met.", "Council of Northern Towns")
    assert together(resolved(first, told(2, "The CNT met.", "CNT")), "CNT", "Council of Northern Towns")


def test_a_surname_is_the_person_of_the_article() -> None:
    found = resolved(told(1, "Amal Dorre spoke. Dorre left.", "Amal Dorre", "Dorre"))
    assert together(found, "Amal Dorre", "Dorre")


def test_a_surname_of_two_people_is_neither() -> None:
    found = resolved(
        told(1, "Hafiz Harun spoke.", "Hafiz Harun"),
        told(2, "Bashir Harun spoke.", "Bashir Harun"),
        told(3, "Harun spoke.", "Harun"),
    )
    assert len(found.actors) == 3
    assert {pair.evidence.rule for pair in found.unsure} == {"surname of several"}


def test_a_father_and_a_son_stay_apart_and_their_articles_say_which() -> None:
    found = resolved(
        told(1, "Hafiz Harun spoke. Harun left.", "Hafiz Harun", "Harun"),
        told(2, "Bashir Harun spoke.", "Bashir Harun"),
    )
    assert len(found.actors) == 2
    assert together(found, "Hafiz Harun", "Harun")


def test_a_name_like_two_that_differ_joins_neither() -> None:
    found = resolved(
        told(1, "John R. Vane spoke.", "John R. Vane"),
        told(2, "John T. Vane spoke.", "John T. Vane"),
        told(3, "John Vane spoke.", "John Vane"),
    )
    assert len(found.actors) == 3
    assert len(found.unsure) == 2


def test_fighters_of_a_group_are_the_group_but_its_supporters_are_not() -> None:
    found = resolved(
        told(1, "Taliban fighters met Taliban supporters.", "Taliban fighters", "Taliban supporters", "Taliban")
    )
    assert together(found, "Taliban fighters", "Taliban")
    assert len(found.actors) == 1


def test_forces_of_a_man_are_the_group_he_commands() -> None:
    text = "Amal Dorre commands the Eastern Shield Front. Dorre's forces moved."
    found = document(text, "Outlet")
    claims = [
        claim(
            OfficeDetail(party("Amal Dorre"), "commander", party("Eastern Shield Front"), "holds"), found, quote=text
        ),
        claim(event(actors=(party("Dorre's forces"),), recipients=()), found, quote=text),
    ]
    result = resolve({found.document_id: found}, claims)
    assert together(result, "Dorre's forces", "Eastern Shield Front")
    assert len(result.actors) == 2


def test_another_name_that_an_article_tells_of_joins_the_two() -> None:
    text = "The Band of Nur, also known as Jash Khadra, moved."
    found = document(text, "Outlet")
    alias = RelationDetail(party("Band of Nur"), "also_known_as", party("Jash Khadra"))
    assert together(
        resolve({found.document_id: found}, [claim(alias, found, quote=text)]), "Band of Nur", "Jash Khadra"
    )


def test_an_ambiguous_abbreviation_is_settled_by_its_article() -> None:
    found = resolved(
        told(1, "The Sudanese army fought the RSF.", "RSF"),
        told(2, "The Rapid Support Forces (RSF) left.", "RSF", "Rapid Support Forces"),
    )
    assert any(actor.name == "Rapid Support Forces" for actor in found.actors.values())


def test_descriptions_are_no_actors() -> None:
    assert not resolved(told(1, "A senior official spoke.", "senior official")).actors


def test_judgements_win_over_every_rule() -> None:
    pairs = [told(1, "Amal Dorre spoke.", "Amal Dorre"), told(2, "Amel Dore spoke.", "Amel Dore")]
    assert len(resolved(*pairs, same=[("Amal Dorre", "Amel Dore")]).actors) == 1
    alike = [told(1, "Mike Harlan spoke.", "Mike Harlan"), told(2, "Michael Harlan spoke.", "Michael Harlan")]
    assert len(resolved(*alike).actors) == 1
    assert len(resolved(*alike, different=[("Mike Harlan", "Michael Harlan")]).actors) == 2


def test_an_actor_carries_kind_country_and_sector() -> None:
    found = resolved(told(1, "The Taliban met NATO and France.", "Taliban", "NATO", "France", "Sudanese army"))
    kinds = {actor.name: (actor.kind, actor.country, actor.sector) for actor in found.actors.values()}
    assert kinds["Taliban"] == ("armed_group", "AF", "REB")
    assert kinds["France"] == ("country", "FR", "GOV")
    assert kinds["Sudanese Armed Forces"] == ("state_organ", "SD", "MIL")


def test_the_council_is_the_one_council_that_the_article_names() -> None:
    text = "The Council of Northern Towns met in Oudar. Later the council voted."
    assert together(
        resolved(told(1, text, "Council of Northern Towns", "council")), "Council of Northern Towns", "council"
    )


def test_the_council_of_an_article_that_names_another_council_is_nobody() -> None:
    text = "The Council of Northern Towns met the Security Council. Later the council voted."
    found = resolved(told(1, text, "Council of Northern Towns", "council"))
    assert "council" not in {name.name for actor in found.actors.values() for name in actor.names}


def test_a_short_form_in_capitals_is_the_body_however_many_forms_its_name_has() -> None:
    text = "The Northern Truce Mission (NTM) came. The Truce Mission left. The Mission wrote."
    found = resolved(told(1, text, "Northern Truce Mission", "Truce Mission", "Mission"))
    assert together(found, "Northern Truce Mission", "Truce Mission", "Mission")


def test_the_end_of_a_full_name_is_the_one_person_of_it() -> None:
    one = told(1, "Halim Osk Banyar spoke.", "Halim Osk Banyar")
    assert together(resolved(one, told(2, "Osk Banyar spoke.", "Osk Banyar")), "Halim Osk Banyar", "Osk Banyar")
    third = told(3, "Amal Osk Banyar spoke.", "Amal Osk Banyar")
    assert len(resolved(one, told(2, "Osk Banyar spoke.", "Osk Banyar"), third).actors) == 3


def test_the_council_of_an_article_that_names_none_is_nobody_even_after_another_article_said_which() -> None:
    one = told(1, "The Council of Northern Towns met. The council voted.", "Council of Northern Towns", "council")
    found = resolved(one, told(2, "Later the council of a village voted, the council said.", "council"))
    assert len(found.of_mention) == 2
