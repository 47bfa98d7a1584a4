"""What `read/dates.py` makes of phrases, in tables; and laws that hold for any text."""

import locale
import os
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudhud.read.dates import find_expressions, find_periods, parse_period
from hudhud.records import DatePrecision, Period, PublishedAt, Span

DAY = date(2017, 3, 28)  # a Tuesday
PUBLISHED = PublishedAt(DAY, DatePrecision.DAY, "given")


def told(phrase: str, published: PublishedAt | None = PUBLISHED) -> list[tuple[str | None, str | None]]:
    """First and last day of each period in a phrase, as written in ISO 8601."""
    return [
        (str(period.start) if period.start else None, str(period.end) if period.end else None)
        for period in find_periods(phrase, published)
    ]


def one(start: str | None, end: str | None) -> list[tuple[str | None, str | None]]:
    return [(start, end)]


def day(of: str) -> list[tuple[str | None, str | None]]:
    return [(of, of)]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("on 24 March", day("2017-03-24")),
        ("on March 24th", day("2017-03-24")),
        ("Friday, 24 March 2017", day("2017-03-24")),
        ("on the 24th of March", day("2017-03-24")),
        ("on 19 January", day("2017-01-19")),
        ("on April 7", day("2016-04-07")),
        ("on 30 December", day("2016-12-30")),
        ("on 2016-11-05", day("2016-11-05")),
        ("on 24/3/2017", day("2017-03-24")),
        ("in June", one("2016-06-01", "2016-06-30")),
        ("in June of last year", one("2016-06-01", "2016-06-30")),
        ("in June 2015", one("2015-06-01", "2015-06-30")),
        ("in 2011", one("2011-01-01", "2011-12-31")),
        ("in the 1990s", one("1990-01-01", "1999-12-31")),
        ("in the nineties", one("1990-01-01", "1999-12-31")),
        ("in the 19th century", one("1800-01-01", "1899-12-31")),
        ("in the summer of 2014", one("2014-06-01", "2014-08-31")),
        ("last autumn", one("2016-09-01", "2016-11-30")),
        ("in the second quarter of 2016", one("2016-04-01", "2016-06-30")),
        ("in Q3 2016", one("2016-07-01", "2016-09-30")),
        ("in the first half of 2008", one("2008-01-01", "2008-06-30")),
        ("on 5 Sept. 2016", day("2016-09-05")),
    ],
)
def test_calendar_dates_take_their_year_from_the_publication_day(
    phrase: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert told(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("yesterday", day("2017-03-27")),
        ("the day before yesterday", day("2017-03-26")),
        ("Wednesday evening", day("2017-03-22")),
        ("on Tuesday", day("2017-03-28")),
        ("on Monday", day("2017-03-27")),
        ("at dawn on Friday", day("2017-03-24")),
        ("before dawn on Friday", day("2017-03-24")),
        ("in the early hours of Sunday", day("2017-03-26")),
        ("at 5 p.m. on Tuesday", day("2017-03-28")),
        ("over the past two weeks", one("2017-03-14", "2017-03-28")),
        ("last week", one("2017-03-20", "2017-03-26")),
        ("last month", one("2017-02-01", "2017-02-28")),
        ("last year", one("2016-01-01", "2016-12-31")),
        ("this week", one("2017-03-27", "2017-04-02")),
        ("over the weekend", one("2017-03-25", "2017-03-26")),
        ("last Friday", day("2017-03-24")),
        ("three days ago", day("2017-03-25")),
        ("two years ago", one("2015-01-01", "2015-12-31")),
        ("two weeks after 3 March", day("2017-03-17")),
        ("two weeks ago", one("2017-03-13", "2017-03-19")),
        ("earlier in the month", one("2017-03-01", "2017-03-28")),
        ("earlier this year", one("2017-01-01", "2017-03-28")),
        ("overnight", one("2017-03-27", "2017-03-28")),
        ("the past six months", one("2016-09-28", "2017-03-28")),
        ("in the last 24 hours", one("2017-03-27", "2017-03-28")),
        ("in recent weeks", one("2017-02-28", "2017-03-28")),
        ("in recent years", one(None, "2017-03-28")),
        ("Monday of next week", day("2017-04-03")),
    ],
)
def test_relative_phrases_are_told_from_the_publication_day(
    phrase: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert told(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("late last autumn", one("2016-11-01", "2016-11-30")),
        ("early May 2016", one("2016-05-01", "2016-05-10")),
        ("mid-December", one("2016-12-11", "2016-12-20")),
        ("late February", one("2017-02-21", "2017-02-28")),
        ("early 2016", one("2016-01-01", "2016-04-30")),
        ("the first week of March", one("2017-03-01", "2017-03-07")),
        ("a year and a half ago", one("2015-09-01", "2015-09-30")),
        ("ten years after 9/11", one("2011-01-01", "2011-12-31")),
        ("at the time of writing", day("2017-03-28")),
        ("the last Friday of May 2016", day("2016-05-27")),
        ("the first three days of March", one("2017-03-01", "2017-03-03")),
        ("Ramadan last year", one("2016-06-06", "2016-07-05")),
        ("on Christmas Day", day("2016-12-25")),
        ("on Good Friday 2016", day("2016-03-25")),
    ],
)
def test_parts_and_named_days(phrase: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("between 10 and 14 March", one("2017-03-10", "2017-03-14")),
        ("from Monday to Wednesday", one("2017-03-20", "2017-03-22")),
        ("on Monday, Tuesday and Friday", [*day("2017-03-27"), *day("2017-03-28"), *day("2017-03-24")]),
        ("between 4 and 7 April", one("2016-04-04", "2016-04-07")),
        ("25 to 27 March", one("2017-03-25", "2017-03-27")),
        ("4-7 April", one("2016-04-04", "2016-04-07")),
        ("from 2011 to 2014", one("2011-01-01", "2014-12-31")),
        ("from November to February", one("2016-11-01", "2017-02-28")),
        ("March to August 2011", one("2011-03-01", "2011-08-31")),
        ("1939-45", one("1939-01-01", "1945-12-31")),
        ("between 15 March and now", one("2017-03-15", "2017-03-28")),
        ("since 2015", one("2015-01-01", None)),
        ("since the war began in March 2011", one("2011-03-01", None)),
        ("until 2014", one(None, "2014-12-31")),
        ("before 2014", one(None, "2013-12-31")),
        ("pre-2011 borders", one(None, "2010-12-31")),
        ("the post-2011 order", one("2012-01-01", None)),
        ("after 2014", one("2015-01-01", None)),
        ("by the end of the year", one(None, "2017-12-31")),
        ("on 3, 5 and 9 May", [*day("2016-05-03"), *day("2016-05-05"), *day("2016-05-09")]),
    ],
)
def test_ranges_lists_and_open_ends(phrase: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The council will meet on Friday.", day("2017-03-31")),
        ("The council is due to meet on 5 April.", day("2017-04-05")),
        ("The next talks are planned for June.", one("2017-06-01", "2017-06-30")),
        ("The force will leave in two weeks.", one("2017-04-10", "2017-04-16")),
        ("The fair is to run from 20 March.", one("2017-03-20", None)),
        ("It was off to a bright start on Friday.", day("2017-03-24")),
        ("The council met on Friday.", day("2017-03-24")),
    ],
)
def test_the_future_tense_looks_ahead(phrase: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(phrase) == expected


DECEMBER = PublishedAt(date(2024, 12, 2), DatePrecision.DAY, "given")  # a Monday


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("by December 20", "2024-12-20"),
        ("The decree obliges the groups to disarm by December 20.", "2024-12-20"),
        ("The two sides must leave by 20 December.", "2024-12-20"),
        ("Troops are to withdraw by 20 December.", "2024-12-20"),
        ("The truce is to last until 20 December.", "2024-12-20"),
        ("The mandate runs until 31 January.", "2025-01-31"),
        ("The mission extended its mandate until 15 March.", "2025-03-15"),
        ("The army will pull out before 15 January.", "2025-01-14"),
        ("The parliament has until Friday to vote.", "2024-12-06"),
        ("They were ordered to disarm by Friday.", "2024-12-06"),
        ("The town was taken by December 20.", "2023-12-20"),
        ("By March, the army had taken the town.", "2024-03-31"),
        ("By 25 November, 300 people had fled.", "2024-11-25"),
        ("By Friday, 20 people had died.", "2024-11-29"),
        ("The group lost the town by January.", "2024-01-31"),
        ("They fought until November.", "2024-11-30"),
        ("The town was held by rebels until Friday.", "2024-11-29"),
    ],
)
def test_a_limit_looks_ahead_unless_the_tense_is_past(text: str, end: str) -> None:
    assert told(text, DECEMBER) == one(None, end)


@pytest.mark.parametrize(
    "text",
    [
        "Washington, 2 December 2024. Friday the council will meet.",
        "Dec. 2, 2024 (Agency) -- On Friday the president will fly to Rome.",
        "TOWN, Dec. 2, 2024 - Friday the leaders will meet.",
        "Published: 2 December 2024\n\nFriday's vote will decide the matter.",
        "The vote was postponed to Friday.",
        "The talks begin on Friday.",
        "The vote is set for Friday.",
        "The leaders met ahead of the vote on Friday.",
    ],
)
def test_a_weekday_behind_the_printed_date_follows_its_verb(text: str) -> None:
    assert told(text, DECEMBER)[-1:] == day("2024-12-06")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town fell on 3 March. The next day the army left.", "2017-03-04"),
        ("The town fell on 3 March. Two days later the army left.", "2017-03-05"),
        ("The town fell on 3 March. That night the army left.", "2017-03-03"),
        ("The shelling began on 6 June 2012 and stopped on 9 June.", "2012-06-09"),
    ],
)
def test_later_phrases_are_anchored_on_the_event_just_told(text: str, expected: str) -> None:
    last = find_periods(text, PUBLISHED)[-1]
    assert (str(last.start), last.anchor) == (expected, "narrated")


@pytest.mark.parametrize(
    ("text", "expected", "is_about"),
    [
        ("An attack killed 12 people on 3 March. Two weeks after the attack, they left.", "2017-03-17", False),
        ("Gunmen attacked the base on Friday. Two days after the attack, they left.", "2017-03-26", False),
        ("Gunmen killed 12 people on 3 March. A week after the attack, they left.", "2017-03-10", True),
        ("The truce was signed on 3 March. The day before the truce, they left.", "2017-03-02", False),
        (
            "The truce began on 3 March, the raid was on 9 March. Two days after the raid they left",
            "2017-03-11",
            False,
        ),
        ("The vote was on 20 March. Two days after the vote, they left.", "2017-03-22", False),
        ("The siege began on 20 February. Now in its fifth week, it goes on.", "2017-03-20/2017-03-26", False),
        ("The war began in March 2011. It is in its sixth year.", "2016-03-01/2017-03-30", True),
        ("The siege began on 20 March. On the third day of the siege they left.", "2017-03-22", False),
        ("The war began in March 2011. Two years after the war began, they left.", "2013-03-01/2013-03-31", True),
        ("The bombing was on Monday. Hours after the bombing, they left.", "2017-03-27/2017-03-28", True),
    ],
)
def test_an_event_that_the_text_dates_anchors_what_is_told_from_it(text: str, expected: str, is_about: bool) -> None:
    found = find_periods(text, PUBLISHED)[-1]
    start, _, end = expected.partition("/")
    assert (str(found.start), str(found.end), found.anchor) == (start, end or start, "narrated")
    assert found.is_about == is_about


def test_an_event_dated_in_its_own_phrase_is_the_anchor() -> None:
    assert told("Three days after the attack on 3 March, they left.") == [*day("2017-03-06"), *day("2017-03-03")]
    assert told("Two years after the war began in March 2011, they left.")[0] == ("2013-01-01", "2013-12-31")


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("The offensive is in its fifth week.", "its fifth week", DatePrecision.WEEK),
        ("The war entered its third year.", "its third year", DatePrecision.YEAR),
        ("They left on the third day of the siege.", "the third day of the siege", DatePrecision.DAY),
        ("They left two weeks after the attack.", "two weeks after the attack", DatePrecision.UNKNOWN),
        ("Two weeks after the war ended they left.", "Two weeks after", DatePrecision.UNKNOWN),
        ("The following day they left.", "The following day", DatePrecision.UNKNOWN),
    ],
)
def test_what_nothing_dates_stays_open_with_its_words(text: str, words: str, precision: DatePrecision) -> None:
    (found,) = find_periods(text, PUBLISHED)
    assert (found.text, found.start, found.end, found.precision) == (words, None, None, precision)
    assert found.anchor == "narrated"


def test_the_date_of_another_event_anchors_nothing() -> None:
    text = "The election was on 3 March. Two weeks after the bombing, they left."
    assert find_periods(text, PUBLISHED)[-1].start is None


def test_a_history_goes_on_in_its_own_year() -> None:
    text = (
        "The war began on 1 September 1939. In January 1940 the front was quiet. On 9 April 1940 the navy sailed. "
        "On 10 May 1940 the border was crossed. In June the capital fell."
    )
    assert str(find_periods(text, PUBLISHED)[-1].start) == "1940-06-01"


@pytest.mark.parametrize(
    "text",
    [
        "a five-year-old boy",
        "for the second time",
        "They may go.",
        "They march through the town.",
        "2,015 troops",
        "some 2000 fighters",
        "resolution 2259",
        "about 1900 people were displaced",
        "three weeks of fighting",
        "a March for peace",
        "Operation Dawn",
        "the ruling party",
        "50 per cent",
        "the fall of the city",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert told(text) == []


def test_durations_are_expressions_but_no_periods() -> None:
    kinds = [resolved.kind for _, resolved in find_expressions("They fought for three weeks, every day.", DAY)]
    assert kinds == ["duration", "set"]


@pytest.mark.parametrize(
    ("phrase", "precision", "anchor"),
    [
        ("at 5 p.m. on Tuesday", DatePrecision.MOMENT, "published"),
        ("on 24 March 2017", DatePrecision.DAY, "absolute"),
        ("last week", DatePrecision.WEEK, "published"),
        ("in June 2015", DatePrecision.MONTH, "absolute"),
        ("last spring", DatePrecision.SEASON, "published"),
        ("in Q2 2016", DatePrecision.QUARTER, "absolute"),
        ("in 2011", DatePrecision.YEAR, "absolute"),
        ("in the 1990s", DatePrecision.DECADE, "absolute"),
        ("in the 19th century", DatePrecision.CENTURY, "absolute"),
        ("since 2015", DatePrecision.RANGE, "absolute"),
        ("two weeks after the attack", DatePrecision.UNKNOWN, "narrated"),
    ],
)
def test_precision_and_anchor_are_kept(phrase: str, precision: DatePrecision, anchor: str) -> None:
    period = find_periods(phrase, PUBLISHED)[0]
    assert (period.precision, period.anchor) == (precision, anchor)


def test_an_ambiguous_numeric_date_is_marked() -> None:
    assert [period.is_about for period in find_periods("6/4/2016 and 24/3/2016", PUBLISHED)] == [True, False]


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        (None, "2016-04-06"),
        ("BBC News", "2016-04-06"),
        ("Associated Press", "2016-06-04"),
        ("NYT", "2016-06-04"),
        ("The Washington Post", "2016-06-04"),
    ],
)
def test_publishers_of_the_united_states_write_the_month_first(publisher: str | None, expected: str) -> None:
    doubtful, plain = find_periods("6/4/2016 and 24/3/2016", PUBLISHED, publisher=publisher)
    assert (str(doubtful.start), doubtful.is_about, str(plain.start)) == (expected, True, "2016-03-24")


def test_without_a_publication_day_nothing_is_guessed() -> None:
    assert told("last week", None) == one(None, None)
    assert told("on 24 March 2017", None) == day("2017-03-24")


def test_a_publication_month_widens_what_is_told_from_it() -> None:
    published = PublishedAt(date(2017, 3, 1), DatePrecision.MONTH, "inferred", last=date(2017, 3, 31))
    period = find_periods("yesterday", published)[0]
    assert (period.start, period.end, period.is_about) == (date(2017, 2, 28), date(2017, 3, 30), True)


def test_parse_period_takes_an_anchor_and_a_tense() -> None:
    narrated = Period(date(2016, 8, 5), date(2016, 8, 5), DatePrecision.DAY)
    later = parse_period("two days later", PUBLISHED, narrated=narrated)
    ahead = parse_period("Friday", PUBLISHED, is_future=True)
    assert later is not None
    assert later.start == date(2016, 8, 7)
    assert ahead is not None
    assert ahead.start == date(2017, 3, 31)
    after = parse_period("two days after the attack", PUBLISHED, narrated=narrated)
    assert after is not None
    assert (after.start, after.is_about) == (date(2016, 8, 7), True)
    assert parse_period("a wall", PUBLISHED) is None


WORDS = (
    "on in the of last next this that past early late mid end start week weeks month months year years day days ago "
    "later before after since until between and to from a few two three 5 24 31 99 2015 1939 45 March May June Friday "
    "Monday spring fall autumn first second last half quarter century 1990s BC AD noon night morning 5:30 p.m. , . - / "
    "Christmas Ramadan Easter hours yesterday tomorrow overnight now recent every per 480 0 00 30 February 29 10000"
).split()
texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
days = st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30))


@given(text=texts | st.text(max_size=60), published=st.none() | days)
@settings(max_examples=300, deadline=None)
def test_no_phrase_crashes_and_every_period_slices_back(text: str, published: date | None) -> None:
    at = PublishedAt(published, DatePrecision.DAY, "given") if published else None
    previous = -1
    for period in find_periods(text, at):
        assert period.span is not None
        assert period.span.of(text) == period.text
        assert period.span.start > previous
        assert period.start is None or period.end is None or period.start <= period.end
        previous = period.span.start


@given(text=texts, before=st.booleans())
@settings(max_examples=150, deadline=None)
def test_an_unrelated_sentence_changes_no_value(text: str, before: bool) -> None:
    sentence, other = f"The men left {text}.\n\n", "A red house stood by the river.\n\n"
    shift = len(other) if before else 0
    plain = [period.shifted(shift) for period in find_periods(sentence, PUBLISHED)]
    assert find_periods(other + sentence if before else sentence + other, PUBLISHED) == plain


@given(published=days)
@settings(max_examples=60, deadline=None)
def test_weekdays_lie_within_a_week_of_publication(published: date) -> None:
    for period in find_periods("on Friday", PublishedAt(published, DatePrecision.DAY, "given")):
        assert period.start is not None
        assert timedelta(0) <= published - period.start < timedelta(7)


def test_clock_locale_and_zone_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Yesterday, on Friday, in March and on 5/4/2016."
    expected = find_periods(text, PUBLISHED)
    try:
        monkeypatch.setenv("TZ", "Pacific/Kiritimati")
        monkeypatch.setenv("LC_ALL", "C")
        time.tzset()
        locale.setlocale(locale.LC_ALL, "C")
        assert find_periods(text, PUBLISHED) == expected
    finally:
        os.environ.pop("TZ", None)
        time.tzset()


def test_sentences_given_from_outside_bound_the_tense() -> None:
    text = "They will go. They met on Friday."
    spans = (Span(0, 13), Span(14, len(text)))
    assert [str(period.start) for period in find_periods(text, PUBLISHED, sentences=spans)] == ["2017-03-24"]


def test_a_phrase_is_not_counted_from_its_own_sentence():
    text = "They signed a truce on Monday, six weeks after the assault on Oudar set off heavy fighting in the hills."
    assert [str(period.start) for period in find_periods(text, DECEMBER) if period.start] == ["2024-12-02"]
