from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.read.number_kinds import NumberKind
from hudhud.read.quantities import find_quantities, find_readings, parse_quantity
from hudhud.records.values import Bound, Span

ABOUT, AT_LEAST, AT_MOST, BETWEEN, EXACT = Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST, Bound.BETWEEN, Bound.EXACT

PHRASES = [
    ("around 80", 80, 80, ABOUT),
    ("almost 300 residents", 300, 300, ABOUT),
    ("some 40 lorries", 40, 40, ABOUT),
    ("an estimated 6,000 people", 6000, 6000, ABOUT),
    ("a couple of hundred", 200, 200, ABOUT),
    ("between 100 and 200 Islamic State fighters", 100, 200, BETWEEN),
    ("between $3 million and $5 million", 3e6, 5e6, BETWEEN),
    ("100-200 men", 100, 200, BETWEEN),
    ("10 to 15 vehicles", 10, 15, BETWEEN),
    ("four to five thousand people", 4000, 5000, BETWEEN),
    ("two or three shells", 2, 3, BETWEEN),
    ("over 5,000 people", 5000, None, AT_LEAST),
    ("at least 23 dead", 23, None, AT_LEAST),
    ("more than four", 4, None, AT_LEAST),
    ("no fewer than twelve guards", 12, None, AT_LEAST),
    ("upwards of 60 trucks", 60, None, AT_LEAST),
    ("at least another 20 people", 20, None, AT_LEAST),
    ("50+ fighters", 50, None, AT_LEAST),
    ("twenty or more", 20, None, AT_LEAST),
    ("up to 24 aircraft", None, 24, AT_MOST),
    ("as many as 24", None, 24, AT_MOST),
    ("fewer than ten of them", None, 10, AT_MOST),
    ("no more than 9", None, 9, AT_MOST),
    ("dozens", 24, None, AT_LEAST),
    ("scores of villagers", 40, None, AT_LEAST),
    ("hundreds", 200, None, AT_LEAST),
    ("thousands of homes", 2000, None, AT_LEAST),
    ("tens of thousands", 20_000, None, AT_LEAST),
    ("hundreds of thousands of people", 200_000, None, AT_LEAST),
    ("millions", 2_000_000, None, AT_LEAST),
    ("several hundred", 300, None, AT_LEAST),
    ("several thousand", 3000, None, AT_LEAST),
    ("a dozen men", 12, 12, EXACT),
    ("half a dozen", 6, 6, EXACT),
    ("two dozen", 24, 24, EXACT),
    ("half a million", 500_000, 500_000, EXACT),
    ("twenty-one", 21, 21, EXACT),
    ("two hundred and fifty thousand", 250_000, 250_000, EXACT),
    ("a hundred and five", 105, 105, EXACT),
    ("two and a half million", 2_500_000, 2_500_000, EXACT),
    ("2.5 million", 2_500_000, 2_500_000, EXACT),
    ("$1.5bn", 1.5e9, 1.5e9, EXACT),
    ("12.3m tonnes of wheat", 12_300_000, 12_300_000, EXACT),
    ("5,000", 5000, 5000, EXACT),
    ("5 000", 5000, 5000, EXACT),
    ("1.000", 1000, 1000, EXACT),
    ("three", 3, 3, EXACT),
]


@pytest.mark.parametrize(("phrase", "low", "high", "bound"), PHRASES)
def test_bound_words_give_low_and_high(phrase: str, low: float | None, high: float | None, bound: Bound) -> None:
    quantity = parse_quantity(phrase)
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.bound) == (low, high, bound)


NAMED = [
    ("around 80", [(80, 80, ABOUT, "")]),
    ("between 100 and 200", [(100, 200, BETWEEN, "")]),
    ("100-200", [(100, 200, BETWEEN, "")]),
    ("a couple of hundred", [(200, 200, ABOUT, "")]),
    ("over 5,000", [(5000, None, AT_LEAST, "")]),
    ("over 5000 of them", [(5000, None, AT_LEAST, "")]),
    ("at least 23", [(23, None, AT_LEAST, "")]),
    ("more than four", [(4, None, AT_LEAST, "")]),
    ("two teams of about 25 troops", [(2, 2, EXACT, "teams"), (25, 25, ABOUT, "troops")]),
    ("one hundred more families", [(100, 100, EXACT, "families")]),
    ("dozens fled", [(24, None, AT_LEAST, "")]),
    ("scores were killed", [(40, None, AT_LEAST, "")]),
    ("killing scores", [(40, None, AT_LEAST, "")]),
    ("scores died", [(40, None, AT_LEAST, "")]),
    ("hundreds", [(200, None, AT_LEAST, "")]),
    ("several thousand", [(3000, None, AT_LEAST, "")]),
    ("tens of thousands", [(20_000, None, AT_LEAST, "")]),
    ("no fewer than twelve", [(12, None, AT_LEAST, "")]),
    ("up to 24", [(None, 24, AT_MOST, "")]),
    ("up to 40", [(None, 40, AT_MOST, "")]),
    ("nearly a third of the town", [(pytest.approx(100 / 3), pytest.approx(100 / 3), ABOUT, "town")]),
    ("the toll rose to 205", [(205, 205, EXACT, "")]),
    ("three of them children", [(3, 3, EXACT, "children")]),
    ("$1.5bn", [(1.5e9, 1.5e9, EXACT, "$")]),
    ("12 million dinars", [(12e6, 12e6, EXACT, "dinars")]),
    ("45km south of the port", [(45, 45, EXACT, "km")]),
    ("about 60 miles (100 km)", [(60, 60, ABOUT, "miles"), (100, 100, ABOUT, "km")]),
    ("the third raid, on the 21st", []),
    ("the scores were level", []),
    ("since 9/11", []),
    ("in 2016 and again in 2018", []),
]


@pytest.mark.parametrize(("phrase", "expected"), NAMED)
def test_each_phrase_that_was_asked_for(
    phrase: str, expected: list[tuple[float | None, float | None, Bound, str]]
) -> None:
    assert [(q.low, q.high, q.bound, q.unit) for q in find_quantities(phrase)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The group formed in 2016 and split in 2018.",
        "From 2015-2017 it held the town.",
        "They met on 7 April, on April 9 and on March 3rd.",
        "The raid began at 5 p.m. and ended at 07:00.",
        "It was the third raid and the 21st of the month.",
        "Resolution 2254 and Article 5 were cited on Highway 1.",
        "The council named areas 1 and 2.",
        "An F-16 and a T-72 stood beside an AK-47 and the wreck of MH17.",
        "The 604 brigade fought beside the 82nd Airborne.",
        "Several officers, a few guards and many villagers stayed.",
        "No one came, and they looked at one another.",
        "The team won 3-1 and then drew 2-2.",
        "Call 555-010-0199 for help.",
        "The Group of Seven agreed.",
        "In the 1990s it was calm.",
    ],
)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize("text", ["a five-year-old boy", "a man aged 41", "a 23-year-old woman", "Ali Hasan, 52, said"])
def test_ages_are_told_apart_from_counts(text: str) -> None:
    assert [reading.kind for reading in find_readings(text)] == [NumberKind.AGE]
    assert find_quantities(text) == []


def test_durations_and_pronouns_are_readings_but_no_quantities() -> None:
    readings = find_readings("One of the drivers waited for three months.")
    assert [reading.kind for reading in readings] == [NumberKind.PRONOUN, NumberKind.DURATION]
    assert find_quantities("One of the drivers waited for three months.") == []
    assert [quantity.low for quantity in find_quantities("It killed one and wounded at least one.")] == [1, 1]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Between 100 and 200 Islamic State fighters fled.", ["Islamic State fighters"]),
        ("It sent two teams of about 25 troops each.", ["teams", "troops"]),
        ("It stopped 45km south of the port.", ["km"]),
        ("about 60 miles (100 km) from the border", ["miles", "km"]),
        ("They paid $40 million and 300 euros.", ["$", "euros"]),
        ("dozens of burnt houses", ["burnt houses"]),
        ("The shell killed 12.", [""]),
        ("40 % of the clinics", ["%"]),
        ("five T-72 tanks", ["T-72 tanks"]),
        ("Two US Navy ships sailed.", ["US Navy ships"]),
        ("1.2 million of the 2.3 million residents", ["residents", "residents"]),
    ],
)
def test_the_unit_is_what_is_counted_or_measured(text: str, units: list[str]) -> None:
    assert [quantity.unit for quantity in find_quantities(text)] == units


def test_a_part_of_the_toll_is_marked() -> None:
    whole, *parts = find_quantities(
        "The strike killed 205 people, 30 of them children, including 41 guards and 3 cooks."
    )
    assert not whole.is_part
    assert [part.is_part for part in parts] == [True, True, True]


def test_a_number_with_its_own_verb_after_a_part_is_none() -> None:
    found = find_quantities("Ten people were killed, including six children, and at least 20 others were wounded.")
    assert [quantity.is_part for quantity in found] == [False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "The toll rose to 205.",
        "The number of people killed rose to 40.",
        "So far 40 villages have fallen.",
        "Since May 300 people have fled.",
        "bringing the total to 12",
    ],
)
def test_a_number_that_adds_up_a_period_is_cumulative(text: str) -> None:
    assert [quantity.is_cumulative for quantity in find_quantities(text)] == [True]


@pytest.mark.parametrize(
    "text", ["one hundred more families left", "prices rose by 12 dollars", "output fell 5 percent"]
)
def test_a_change_is_marked(text: str) -> None:
    assert [quantity.is_change for quantity in find_quantities(text)] == [True]


def test_blowing_up_houses_is_no_increase() -> None:
    assert [quantity.is_change for quantity in find_quantities("They blew up 12 houses and lost 20 men.")] == [
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nearly a third of the city", 100 / 3),
        ("half the country", 50.0),
        ("two-thirds of the houses", 200 / 3),
        ("40 per cent of it", 40.0),
        ("80% of the houses", 80.0),
        ("0.5 percent", 0.5),
        ("one in five families", 20.0),
    ],
)
def test_shares_are_marked_and_told_in_percent(text: str, value: float) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.is_share
    assert quantity.low == quantity.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("At least 23 people had been killed and 27 wounded.", [AT_LEAST, AT_LEAST]),
        ("At least 23 people died or were killed and 27 others injured.", [AT_LEAST, AT_LEAST]),
        ("Up to nine guards were killed and four hurt.", [AT_MOST, AT_MOST]),
        ("At least 12 dead and 30 missing", [AT_LEAST, AT_LEAST]),
        ("At least 23 people were killed and 27 were wounded.", [AT_LEAST, EXACT]),
        ("At least 23 people were killed and about 27 wounded.", [AT_LEAST, ABOUT]),
        ("It killed at least 23 and wounded 27.", [AT_LEAST, EXACT]),
        ("At least ten houses burned and 12 men were killed.", [AT_LEAST, EXACT]),
        ("Dozens were killed and 27 wounded.", [AT_LEAST, EXACT]),
        ("At least 23 people were killed, who held the post, and 27 wounded.", [AT_LEAST, EXACT]),
    ],
)
def test_a_bound_governs_both_numbers_of_one_verb_group(text: str, bounds: list[Bound]) -> None:
    assert [quantity.bound for quantity in find_quantities(text)] == bounds


def test_shared_bounds_can_be_left_out() -> None:
    text = "At least 23 people were killed and 27 wounded."
    assert [quantity.high for quantity in find_quantities(text, shares_bounds=False)] == [None, 27]


def test_an_amount_in_brackets_has_the_bound_of_the_one_before() -> None:
    assert [quantity.bound for quantity in find_quantities("more than 100 km (60 miles) away")] == [AT_LEAST, AT_LEAST]


def test_a_change_from_one_level_to_another_is_no_range() -> None:
    assert [quantity.bound for quantity in find_quantities("The price rose from 20 dollars to 30 dollars.")] == [
        EXACT,
        EXACT,
    ]


def test_given_sentences_bound_what_is_read() -> None:
    text = "He counted ten\nand then 12 more trucks"
    found = find_quantities(text, sentences=[Span(0, 14), Span(14, len(text))])
    assert [quantity.low for quantity in found] == [10, 12]


_WORDS = st.sampled_from(
    "killed wounded between and to up at least more than about some 5 12 100 2,000 2016 1.5 - – , . ( ) % $ km "
    "million bn dozens hundreds of thousands a half third two twenty one hundred few several couple them including "
    "people troops children April May 7th p.m. : / + minus per cent year old since so far ½ ² ٣ F 16 s Resolution "
    "the men others".split()
)
_TEXTS = st.one_of(
    st.text(max_size=80), st.lists(_WORDS, max_size=25).map(" ".join), st.lists(_WORDS, max_size=12).map("".join)
)


@given(_TEXTS)
def test_no_text_crashes_and_every_quantity_holds_its_laws(text: str) -> None:
    quantities = [reading.quantity for reading in find_readings(text)]
    for quantity in quantities:
        assert quantity.span is not None
        assert quantity.span.of(text) == quantity.text
        assert quantity.low is not None or quantity.high is not None
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.unit in text
    for one, other in pairwise(quantities):
        assert one.span is not None
        assert other.span is not None
        assert one.span.end <= other.span.start


@given(st.sampled_from(PHRASES), st.sampled_from(["It rained.", "In May 2016 twelve shops closed.", "He was 41."]))
def test_an_unrelated_sentence_changes_no_value(case: tuple[str, float, float, Bound], other: str) -> None:
    alone = f"They counted {case[0]}."
    expected = [(q.low, q.high, q.bound, q.unit) for q in find_quantities(alone)]
    added = [(q.low, q.high, q.bound, q.unit) for q in find_quantities(other)]
    both = [(q.low, q.high, q.bound, q.unit) for q in find_quantities(f"{alone} {other}")]
    turned = [(q.low, q.high, q.bound, q.unit) for q in find_quantities(f"{other} {alone}")]
    assert both == expected + added
    assert turned == added + expected
