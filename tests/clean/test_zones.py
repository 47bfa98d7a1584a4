from hudhud.clean.page import read_text
from hudhud.clean.zones import sort_lines

FIRST = "The army left the oasis of Tarfa at dawn on Monday after a week of talks, two residents said by telephone."
SECOND = "It had held the oasis since the spring, when the Highland Front withdrew to the hills in the north."


def reasons(*lines: str, title: str | None = None) -> dict[str, str]:
    return {item.text: item.reason for item in sort_lines(read_text("\n\n".join(lines)), title=title).dropped}


def test_a_text_that_begins_with_its_body_has_no_title() -> None:
    assert sort_lines(read_text(FIRST + "\n\n" + SECOND)).title is None


def test_the_title_is_the_line_that_the_body_is_about() -> None:
    lines = (
        "Ten recipes for long evenings at home",
        "Army leaves oasis of Tarfa after talks",
        "two views",
        FIRST,
        SECOND,
    )
    zones = sort_lines(read_text("\n".join(lines)))
    assert zones.title == "Army leaves oasis of Tarfa after talks"
    assert zones.paragraphs == [FIRST, SECOND]


def test_a_subtitle_stays_and_a_kicker_goes() -> None:
    zones = sort_lines(
        read_text("\n\n".join(("Army leaves oasis of Tarfa", "Residents tell of a night of engines", "the war", FIRST)))
    )
    assert zones.paragraphs == ["Residents tell of a night of engines", FIRST]


def test_headings_and_short_answers_between_paragraphs_stay() -> None:
    lines = [FIRST, "What happens now?", "“No.”", "The hills", SECOND]
    assert sort_lines(read_text("\n\n".join(lines))).paragraphs == lines


def test_a_list_of_other_posts_ends_where_the_article_goes_on() -> None:
    found = reasons(FIRST, "Related articles", "Ten recipes for long evenings", "Cup final moved to Sunday", SECOND)
    assert found == {
        "Related articles": "teaser",
        "Ten recipes for long evenings": "teaser",
        "Cup final moved to Sunday": "teaser",
    }


def test_prose_behind_the_comments_is_theirs() -> None:
    body = [
        FIRST,
        SECOND,
        "The Front said it would not come back before the harvest, whatever the army did in the meantime.",
    ]
    assert (
        reasons(*body, "2 Comments", "Karim says:", "My cousin saw them leave at night, all of them.")[
            "My cousin saw them leave at night, all of them."
        ]
        == "comment"
    )


def test_a_count_of_comments_above_the_text_does_not_end_it() -> None:
    assert sort_lines(
        read_text("\n\n".join(("Army leaves oasis of Tarfa", "0 Comments", FIRST, SECOND)))
    ).paragraphs == [FIRST, SECOND]


def test_a_closing_list_that_the_text_announces_stays() -> None:
    lines = [FIRST, "They left three things behind:", "• two lorries", "• a field kitchen", "• 40 tents"]
    assert sort_lines(read_text("\n".join(lines))).paragraphs == lines


def test_posts_without_full_stops_are_kept_whole() -> None:
    lines = ["Explosion at the depot in Marsa Tir", "Road to the airport closed", "Civil Defence on its way"]
    zones = sort_lines(read_text("\n".join(lines)))
    assert [zones.title, *zones.paragraphs] == [None, *lines] or zones.paragraphs == lines[1:]


def test_a_paragraph_printed_twice_counts_once() -> None:
    assert reasons(FIRST, SECOND, FIRST) == {FIRST: "repeated"}
