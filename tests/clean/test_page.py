from hudhud.clean.page import read_html

BODY = (
    "<p>The army left the oasis of Tarfa at dawn on Monday after a week of talks, two residents said by telephone.</p>"
)


def test_boxes_nested_without_end_still_give_the_article() -> None:
    page = read_html("<html><body>" + "<div>" * 5000 + BODY * 4)
    assert any("left the oasis of Tarfa" in line for line in page.lines)


def test_the_local_day_of_the_metadata_is_kept() -> None:
    markup = '<html><head><meta property="article:published_time" content="2022-07-04T23:40:00-03:00"></head><body>'
    assert read_html(markup + BODY).dates == ("2022-07-04T23:40:00-03:00",)


def test_broken_linked_data_is_passed_over() -> None:
    markup = '<script type="application/ld+json">{"@type": "NewsArticle", </script><h1>Army leaves oasis</h1>'
    assert read_html(f"<html><body>{markup}{BODY}").title == "Army leaves oasis"


def test_a_canonical_address_on_another_host_names_the_origin() -> None:
    markup = f'<html><head><link rel="canonical" href="https://www.courier.example/1"></head><body>{BODY}'
    assert read_html(markup, url="https://copies.example/1").taken_from == "courier.example"
    assert read_html(markup, url="https://courier.example/1?amp").taken_from is None


def test_what_is_no_markup_gives_no_lines() -> None:
    assert read_html("").lines == ()
