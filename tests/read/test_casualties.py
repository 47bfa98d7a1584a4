import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.lexicon.casualty_words import QUANTITY_OF
from hudhud.read.casualties import Tally, read_casualties
from hudhud.read.casualty_mentions import casualty_mentions

Ends = tuple[float | None, float | None] | None


def _ends(tally: Tally | None) -> Ends:
    return (tally.low, tally.high) if tally else None


CASES: list[tuple[str, Ends, Ends, Ends]] = [
    ("A bomb went off, killing at least 12 and wounding 30 others.", (12, None), (30, 30), None),
    ("Three killed and two wounded in market blast", (3, 3), (2, 2), None),
    ("A woman and two children were killed.", (3, 3), None, None),
    ("The shell killed a baker, his wife and their three sons.", (5, 5), None, None),
    ("Five civilians, a woman and four children, were killed.", (5, 5), None, None),
    ("Nine people, including two nurses, were killed and four others were hurt.", (9, 9), (4, 4), None),
    ("Ten people died, including six children, and at least 20 others were wounded.", (10, 10), (20, None), None),
    ("The clash left seven fighters dead and dozens injured.", (7, 7), (24, None), None),
    ("The strike caused two civilian deaths and four injuries.", (2, 2), (4, 4), None),
    ("Between 14 and 17 people were killed.", (14, 17), None, None),
    ("At least 27 and up to 30 villagers were killed.", (27, 30), None, None),
    ("Up to nine guards were injured.", None, (None, 9), None),
    ("The death toll rose to 205.", (205, 205), None, None),
    ("The patrol killed one gunman and detained several suspects.", (1, 1), None, (3, None)),
    ("Two men were taken into custody.", None, None, (2, 2)),
    ("The force arrested a commander along with two guards.", None, None, (3, 3)),
    ("The ministry confirmed the death of a pilot and the arrest of two men.", (1, 1), None, (2, 2)),
    ("The driver was killed together with his two sons.", (3, 3), None, None),
    ("Scores of people were killed and injured.", (40, None), (40, None), None),
    ("Omar Saleh, Ali al-Hasan and their cousin were killed.", (3, 3), None, None),
    ("Samir Aziz, along with his wife, their two sons Omar (7) and Ali, and a nurse, were killed.", (5, 5), None, None),
    ("A driver, 33 year old Omar Saleh, and his nephew died.", (2, 2), None, None),
    ("The guard was killed in the same raid along with his uncle Hasan Aziz and Ali Saleh.", (3, 3), None, None),
    ("The shell killed members of one family: Omar Saleh (40), his wife Nura and his aunt Huda.", (3, 3), None, None),
    ("The body of a farmer was found near the well.", (1, 1), None, None),
    ("Several other sources said that three people had been killed.", (3, 3), None, None),
    ("The number of guards killed in the raid reached 39.", (39, 39), None, None),
    ("The agency said the injury count was as high as 18.", None, (None, 18), None),
    ("The clinic put the deaths at 15 and the injuries at 20.", (15, 15), (20, 20), None),
    ("A channel spoke of at least 20 killed civilians.", (20, None), None, None),
    ("Samir Aziz, also known as Abu Omar, was killed. At least two guards died.", (2, None), None, None),
    ("Siblings Omar Saleh (29), Ali al-Hasan (6) and Huda Saleh were killed.", (3, 3), None, None),
    ("The raid killed brothers Omar Saleh and Ali Saleh.", (2, 2), None, None),
    ("A poet and teacher was killed.", (1, 1), None, None),
    ("A mother and child were killed.", (2, 2), None, None),
    ("Omar Hasan was killed. His son was also killed.", (2, 2), None, None),
    ("Two missiles hit three houses, and six residents were killed.", (6, 6), None, None),
    ("No civilians were killed, and the raid wounded nobody.", None, None, None),
    ("They planned to kill the mayor and to capture two judges.", None, None, None),
    ("He is suspected of an attack that killed two soldiers.", None, None, None),
]


@pytest.mark.parametrize(("text", "killed", "injured", "captured"), CASES)
def test_prose_gives_each_outcome_its_range(text: str, killed: Ends, injured: Ends, captured: Ends) -> None:
    found = read_casualties(text)
    assert (_ends(found.killed), _ends(found.injured), _ends(found.captured)) == (killed, injured, captured)


def test_what_is_told_on_top_is_added() -> None:
    found = read_casualties(
        "The force captured a commander. Two additional suspects were detained. Both men were armed."
    )
    assert _ends(found.captured) == (3, 3)


def test_people_told_of_again_are_not_added() -> None:
    found = read_casualties("Two gunmen were killed in the north. The two men were killed after they fired.")
    assert _ends(found.killed) == (2, 2)


def test_another_count_closes_an_open_end() -> None:
    found = read_casualties("At least 12 people were killed. The hospital said that 14 people had been killed.")
    assert _ends(found.killed) == (12, 14)


def test_strict_counts_more_than_ten_from_eleven() -> None:
    text = "The force detained more than 10 suspects."
    assert _ends(read_casualties(text).captured) == (10, None)
    assert _ends(read_casualties(text, strict=True).captured) == (11, None)


def test_people_without_a_number_are_vague() -> None:
    killed = read_casualties("Several farmers were killed.").killed
    assert killed is not None
    assert killed.is_vague
    assert (killed.low, killed.high) == (3, None)


@pytest.mark.parametrize(
    ("word", "quantity"),
    [
        ("killed", "killed"),
        ("deaths", "killed"),
        ("wounding", "injured"),
        ("detained", "captured"),
        ("kidnapped", "abducted"),
        ("missing", "missing"),
        ("fled", "displaced"),
        ("returned", "returned"),
        ("troops", "strength"),
        ("checkpoints", "sites"),
        ("helicopters", "vehicles"),
    ],
)
def test_a_word_names_its_quantity(word: str, quantity: str) -> None:
    assert QUANTITY_OF[word] == quantity


_WORDS = st.sampled_from(
    "killed wounded killing was were and , . ; including two 12 dozens of a the his wife sons man people with along at "
    "least up to dead deaths toll injuries others another several no not that which Omar Hasan ( ) “ ” - children "
    "detained arrest custody taken into rose who 5-year-old".split()
)


@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=30).map(" ".join)))
def test_no_text_crashes_and_low_is_at_most_high(text: str) -> None:
    for mention in casualty_mentions(text):
        assert mention.span.end <= len(text)
        assert mention.low is None or mention.high is None or mention.low <= mention.high
    found = read_casualties(text)
    for tally in (found.killed, found.injured, found.captured):
        if tally is not None:
            assert tally.span.of(text) == tally.words
            assert tally.low is None or tally.high is None or tally.low <= tally.high
