import pytest

from hudhud.reconcile.names import alike, bones, parse, parted


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Brigadier General Amal Dorre", "Amal Dorre"),
        ("UN Envoy to Libya Halim Osk", "Halim Osk"),
        ("U.S. Secretary of State Joan Peel", "Joan Peel"),
        ("Turkish Foreign Minister Ali Kaya", "Ali Kaya"),
        ("the self-styled Eastern Shield Army", "Eastern Shield Army"),
        ("Dr. Mina Sorel", "Mina Sorel"),
    ],
)
def test_titles_and_describing_words_are_no_part_of_a_name(text: str, core: str) -> None:
    assert parse(text).core == core


@pytest.mark.parametrize("text", ["a senior official", "Libyans", "local factions", "militants", "supporters of Dorre"])
def test_a_description_names_nobody(text: str) -> None:
    assert not parse(text).is_named


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Italian government", "government of Italy"),
        ("US troops", "American military personnel"),
        ("Russian Defense Ministry", "Ministry of Defence of Russia"),
        ("Russian forces", "Russian army"),
        ("French forces", "French army"),
    ],
)
def test_an_organ_of_a_state_has_one_name_in_many_words(left: str, right: str) -> None:
    assert parse(left).words == parse(right).words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karim al-Serrani", "Kareem Serrani"),
        ("Moammar Gadhouri", "Muammar Qadhuri"),
        ("Northern Shield al-Banyar", "Northern Shield Albanyar"),
        ("Mike Harlan", "Michael Harlan"),
        ("Ali Abdullah Nasser", "Ali Nasser"),
        ("High Council of Elders", "High Elders Council"),
        ("Libyan Council of Elders", "Council of Elders"),
        ("Abdel Karim Osk", "Abdulkarim Osk"),
        ("Free Chad Army", "Free Chadian Army"),
        ("Kurdish Mountain Defence Units", "Mountain Defence Units"),
    ],
)
def test_spellings_of_one_name_are_alike(left: str, right: str) -> None:
    found = alike(parse(left), parse(right))
    assert found
    assert found.score >= 0.85


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Bashir al-Harun", "Hafiz al-Harun", "two first names"),
        ("Omar Tell Jr", "Omar Tell", "two generations"),
        ("John R. Vane", "John T. Vane", "two middle initials"),
        ("Northern Brigade", "Southern Brigade", "opposite words"),
        ("604 Brigade", "608 Brigade", "two numbers"),
        ("Hezbollah", "Hamas", "two known parties"),
    ],
)
def test_what_parts_two_names_is_told(left: str, right: str, why: str) -> None:
    assert parted(parse(left), parse(right)) == why
    assert alike(parse(left), parse(right)) is None


def test_transliterations_share_their_bones() -> None:
    assert len({bones(word) for word in ("qaddafi", "gadhafi", "kadhafi", "gaddafi")}) == 1
    assert bones("waleed") == bones("walid")


def test_names_of_like_bones_and_unlike_letters_are_two() -> None:
    assert alike(parse("James Mattis"), parse("James Matthews")) is None
