"""What goes into a brief, and that no sentence says more than its claims."""

from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import as_file, files

import make
import pytest

from hudhud import pipeline
from hudhud.answer import Question
from hudhud.errors import WrongOption
from hudhud.export.brief import Brief, Sentence, compose_brief, strays, untraced
from hudhud.export.brief.charts import figure_chart, ticks
from hudhud.export.brief.gather import THEMES, gather
from hudhud.export.brief.sentences import Composer
from hudhud.export.brief.words import during, is_many, joined, located, named, participle, past
from hudhud.reconcile import reconcile
from hudhud.records import Bound, DatePrecision, Document, Factuality, Period, Place, PlacePrecision, View


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> View:
    """The sample record."""
    record = tmp_path_factory.mktemp("sample") / "sample.db"
    with as_file(files("hudhud").joinpath("data", "sample")) as folder:
        pipeline.run(folder, record)
    return pipeline.view(record)


@cache
def articles() -> tuple[Document, ...]:
    first = make.document("Shells hit the market in Oudar on Tuesday, killing at least 23 people.", "Oudar Courier")
    again = make.document(
        "The hospital counted 26 dead after the shelling of the market in Oudar.",
        "Plain Dealer",
        on=make.days_after(9),
    )
    denial = make.document(
        "The Northern Command denied that it shelled the market in Oudar on 12 March.",
        "Hill Radio",
        on=make.days_after(10),
    )
    return first, again, denial


def small() -> View:
    """A market shelled, its toll revised and the shelling denied, in the week that begins on 20 March."""
    first, again, denial = articles()
    shelled = make.event(actors=(make.party("Northern Command"),), recipients=(make.party("market"),), trigger="shell")
    claims = [
        make.claim(shelled, first),
        make.claim(make.figure(23, None), first),
        make.claim(make.figure(26, 26), again, attribution=make.said_by("hospital")),
        make.claim(shelled, again),
        make.claim(shelled, denial, factuality=Factuality.DENIED, attribution=make.said_by("Northern Command")),
    ]
    return reconcile(articles(), claims)


WEEK = Question(since=date(2024, 3, 20))


def brief(view: View, question: Question = WEEK) -> Brief:
    return compose_brief(view, question)


def told(made: Brief, theme: str) -> list[str]:
    return [sentence.text for section in made.sections if section.key == theme for sentence in section.sentences]


def test_every_sentence_of_the_sample_is_traced_to_its_claims(sample: View) -> None:
    composer, n = Composer(sample), 0
    for items in gather(sample, Question(since=date(2024, 1, 1))).values():
        for item in items:
            sentence = composer.sentence(item)
            if sentence is not None:
                n += 1
                assert sentence.claim_ids
                assert set(sentence.claim_ids) <= set(sample.claims)
                assert untraced(sentence, sample) == []
    assert n > 250


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Northern Command shelled the market in Oudar on 12 March 2024.", []),
        ("The Northern Command shelled the hospital in Oudar on 12 March 2024.", ["hospital"]),
        ("The Southern Command shelled the market in Oudar on 12 March 2024.", ["southern"]),
        ("The Northern Command shelled the market in Oudar on 13 March 2024.", ["13 March 2024"]),
        ("The Northern Command shelled 2 markets in Oudar.", ["2", "markets"]),
        ("The Northern Command brutally shelled the market.", ["brutally"]),
        ("The Northern Command shelled the market: “Shells hit the market”.", []),
        ("The Northern Command shelled the market: “Bombs hit the market”.", ["Bombs hit the market"]),
    ],
)
def test_what_no_claim_gives_is_found(text: str, found: list[str]) -> None:
    first = articles()[0]
    shelled = make.event(actors=(make.party("Northern Command"),), trigger="shell")
    view = View(None, {first.document_id: first}, {"c": replace(make.claim(shelled, first), claim_id="c")})
    told = untraced(Sentence(text, ("c",), "new", "e", 1), view)
    assert [one for one in told if one != "2 markets"] == found


@pytest.mark.parametrize("claim_ids", [(), ("gone",)])
def test_a_sentence_without_a_claim_of_the_view_is_untraced(claim_ids: tuple[str, ...]) -> None:
    assert untraced(Sentence("It was told.", claim_ids, "new", "e", 1), small()) == ["no claim"]


def test_a_brief_tells_what_the_period_changed() -> None:
    made = brief(small())
    fighting = told(made, "fighting")
    assert any(text.startswith("The Northern Command shelled the market") for text in fighting)
    assert any("this was denied by the Northern Command" in text for text in fighting)
    assert told(made, "figures")[0].startswith("26 people were reported killed")


def test_a_figure_comes_with_what_was_reported_before_it() -> None:
    assert "before that, at least 23, Oudar Courier reported on 12 March 2024" in told(brief(small()), "figures")[0]


def test_every_sentence_has_a_note_with_publisher_day_and_words(sample: View) -> None:
    made = brief(sample, Question(since=date(2024, 10, 20)))
    notes = {note.number: note for note in made.notes}
    for section in made.sections:
        for sentence in section.sentences:
            assert sentence.notes
            documents = {sample.claims[key].document_id for key in sentence.claim_ids}
            outlets = {sample.documents[key].publisher for key in documents}
            assert {notes[number].publisher for number in sentence.notes} == outlets
            assert all(notes[number].quote and notes[number].published for number in sentence.notes)


def test_nothing_of_a_later_day_is_told_as_of_a_day(sample: View) -> None:
    until = date(2024, 11, 1)
    made = brief(sample, Question(since=date(2024, 10, 1), until=until))
    assert made.notes
    assert all(note.published and note.published <= until for note in made.notes)


def test_a_place_keeps_the_rest_out(sample: View) -> None:
    whole = brief(sample, Question(since=date(2024, 10, 1), top=500))
    some = brief(sample, Question(since=date(2024, 10, 1), place="Oygon", top=500))
    assert 0 < sum(len(one.sentences) for one in some.sections) < sum(len(one.sentences) for one in whole.sections)


def test_what_is_beyond_the_most_is_counted(sample: View) -> None:
    section = brief(sample, Question(since=date(2024, 10, 1), top=3)).sections[0]
    assert (len(section.sentences), section.n_left_out > 0) == (3, True)


def test_a_period_without_articles_gives_an_empty_brief() -> None:
    made = brief(small(), Question(since=date(2030, 1, 1)))
    assert [section.title for section in made.sections] == list(THEMES.values())
    assert not made.notes
    assert made.map is None


@pytest.mark.parametrize("question", [Question(), Question(since=date(2024, 2, 1), until=date(2024, 1, 1))])
def test_a_brief_needs_a_period(question: Question) -> None:
    with pytest.raises(WrongOption):
        compose_brief(small(), question)


def test_the_order_of_documents_and_claims_changes_nothing(sample: View) -> None:
    turned = replace(
        sample,
        claims=dict(reversed(sample.claims.items())),
        documents=dict(reversed(sample.documents.items())),
        events=sample.events[::-1],
    )
    question = Question(since=date(2024, 10, 20))
    assert brief(turned, question) == brief(sample, question)


@pytest.mark.parametrize(
    ("polished", "passes"),
    [
        ("On 3 May 2024, at least 14 people were killed in Oudar, the Health Ministry said.", False),
        ("At least 14 people were killed in Oudar on 3 May 2024, according to the Health Ministry.", True),
        ("According to the Health Ministry, at least 14 people were killed in Oudar on 3 May 2024.", True),
        ("According to the Health Ministry, at least 15 people were killed in Oudar on 3 May 2024.", False),
        ("According to the Health Ministry, 14 people were killed in Oudar on 3 May 2024.", False),
        ("At least 14 people were killed in Oudar on 3 May 2024.", False),
        ("According to the Health Ministry, at least 14 people were massacred in Oudar on 3 May 2024.", False),
        ("According to the Health Ministry, at least 14 people were killed in Oudar on 4 May 2024.", False),
        ("According to the Health Ministry, at least 14 people were not killed in Oudar on 3 May 2024.", False),
        ("According to the Health Ministry, at least 14 people were killed in Oudar and Sirte on 3 May 2024.", False),
    ],
)
def test_a_polished_sentence_may_only_rephrase(polished: str, passes: bool) -> None:
    original = "At least 14 people were killed in Oudar on 3 May 2024, according to the Health Ministry."
    assert (strays(polished, original) == []) is passes


@pytest.mark.parametrize(
    "polished",
    [
        "The Council attacked the Front, according to a doctor.",
        "A doctor attacked the Council, according to the Front.",
        "According to the Council, a doctor attacked the Front.",
        "The Front was attacked by the Council, according to a doctor.",
        "The Front helped the Council, according to a doctor.",
        "The Front attacked the Council and a doctor, according to a doctor.",
        "The Front did not attack the Council, according to a doctor.",
        "",
    ],
)
def test_polishing_cannot_turn_a_deed_round(polished: str) -> None:
    assert strays(polished, "The Front attacked the Council, according to a doctor.")


def test_polishing_cannot_exchange_numbers_or_dates() -> None:
    told = "12 were killed and 31 were injured between 1 May 2024 and 3 May 2024."
    assert strays("31 were killed and 12 were injured between 1 May 2024 and 3 May 2024.", told)
    assert strays("12 were killed and 31 were injured between 3 May 2024 and 1 May 2024.", told)
    assert not strays("12 were killed, and 31 were injured, between 1 May 2024 and 3 May 2024.", told)


@pytest.mark.parametrize(
    ("verb", "was", "done"),
    [
        ("attack", "attacked", "attacked"),
        ("overrun", "overran", "overrun"),
        ("seize", "seized", "seized"),
        ("blow up", "blew up", "blown up"),
        ("deny", "denied", "denied"),
        ("destroy", "destroyed", "destroyed"),
        ("kidnap", "kidnapped", "kidnapped"),
        ("withdraw", "withdrew", "withdrawn"),
    ],
)
def test_verbs_take_their_forms(verb: str, was: str, done: str) -> None:
    assert (past(verb), participle(verb)) == (was, done)


@pytest.mark.parametrize(
    ("name", "text", "made"),
    [
        ("Front", "The Front said so. Men of the Front left.", "the Front"),
        ("Oudar", "They left Oudar by the Oudar road. Oudar is quiet.", "Oudar"),
        ("doctor", "A doctor said so.", "a doctor"),
        ("Amal Dorre", "Amal Dorre spoke.", "Amal Dorre"),
        ("nobody", "", "nobody"),
    ],
)
def test_names_take_the_article_of_their_text(name: str, text: str, made: str) -> None:
    assert named(name, [text]) == made


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (None, ""),
        (make.period(), "on 12 March 2024"),
        (make.period(is_about=True), "around 12 March 2024"),
        (make.period(date(2024, 3, 1), date(2024, 3, 31), precision=DatePrecision.MONTH), "in March 2024"),
        (make.period(date(2024, 1, 1), date(2024, 12, 31), precision=DatePrecision.YEAR), "in 2024"),
        (make.period(date(2024, 3, 1), date(2024, 3, 4)), "between 1 March 2024 and 4 March 2024"),
        (Period(date(2024, 3, 1), None, DatePrecision.RANGE), "since 1 March 2024"),
        (Period(None, date(2024, 3, 1), DatePrecision.RANGE), "until 1 March 2024"),
    ],
)
def test_periods_are_told_as_exactly_as_they_are_known(period: Period | None, words: str) -> None:
    assert during(period) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oudar", "in Oudar"),
        ("near Oudar", "near Oudar"),
        ("30 km south of Oudar", "30 km south of Oudar"),
        ("the town", "in Oudar"),
        ("the old town of Oudar", "in the old town of Oudar"),
    ],
)
def test_places_are_told_in_their_own_words(text: str, words: str) -> None:
    assert located(make.place(text=text)) == words


@pytest.mark.parametrize(("name", "many"), [("soldiers", True), ("Front", False), ("people", True), ("press", False)])
def test_nouns_that_take_a_plural_verb(name: str, many: bool) -> None:
    assert is_many(name) is many


def test_names_are_joined_once_each() -> None:
    assert joined(["A", "B", "A", "C"]) == "A, B and C"
    assert joined([]) == ""


@pytest.mark.parametrize("top", [0.4, 1, 7, 23, 26.9, 100, 9000, 1_000_000])
def test_an_axis_reaches_over_its_last_value_with_few_marks(top: float) -> None:
    marks = ticks(top)
    assert marks[0] == 0
    assert marks[-1] >= top
    assert 2 <= len(marks) <= 8


def test_a_chart_tells_in_words_what_it_draws() -> None:
    view = small()
    killed = next(one for one in view.estimates if any(figure.bound is Bound.AT_LEAST for figure in one.figures))
    picture = figure_chart(killed, view)
    assert "at least 23" in picture.description
    assert "<title id='figure-1-t'>Killed: people" in picture.svg
    assert next(row[2] for row in picture.rows) == "at least 23"


def test_a_chart_escapes_hostile_names() -> None:
    view = small()
    hostile = replace(view.estimates[0], what="<script>alert(1)</script>")
    assert "<script" not in figure_chart(hostile, view).svg


def placed(*places: Place) -> View:
    first = articles()[0]
    claims = [
        make.claim(make.event(trigger="shell", actors=(make.party(f"Brigade {n}"),)), first, place=one)
        for n, one in enumerate(places)
    ]
    return reconcile([first], claims)


def test_the_map_shows_each_place_with_its_area() -> None:
    picture = brief(placed(make.place(), make.place("Sirte", lat=31.2, lon=16.6)), Question(since=date(2024, 1, 1))).map
    assert picture
    assert sorted(row[0] for row in picture.rows) == ["Oudar", "Sirte"]
    assert "Oudar (1, within 5 km)" in picture.description


@pytest.mark.parametrize(
    "place", [make.place(lat=None, lon=None), make.place("Libya", precision=PlacePrecision.COUNTRY)]
)
def test_the_map_leaves_out_what_is_no_point(place: Place) -> None:
    assert brief(placed(place), Question(since=date(2024, 1, 1))).map is None


@pytest.mark.parametrize(("lat", "lon"), [(89.0, 179.9), (-89.0, -179.9), (0.0, 0.0)])
def test_the_map_stands_at_the_ends_of_the_earth(lat: float, lon: float) -> None:
    picture = brief(placed(make.place(lat=lat, lon=lon)), Question(since=date(2024, 1, 1))).map
    assert picture
    assert "nan" not in picture.svg
