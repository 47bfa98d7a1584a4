"""Entities of several schemes joined."""

from hudhud.read.analysis import Mark
from hudhud.read.entities import join_entities


def test_the_larger_scheme_goes_first_for_names_and_the_smaller_for_arms() -> None:
    words = "Rebels of the Third Brigade fired mortars at Kafr Zita".split()
    newswire = [Mark(3, 5, "Organization", 0.8), Mark(8, 10, "Location", 0.9)]
    re3d = [Mark(2, 5, "Organisation", 0.9), Mark(6, 7, "Weapon", 0.7), Mark(9, 10, "Location", 0.95)]
    found = join_entities([("newswire", newswire), ("re3d", re3d)], words)
    assert [(mark.start, mark.end, mark.label) for mark in found] == [
        (3, 5, "ARMED_GROUP"),
        (6, 7, "WEAPON"),
        (8, 10, "LOCATION"),
    ]


def test_misc_is_kept_where_its_words_tell_an_event_or_a_document() -> None:
    words = "The Gulf War and the Patriot Act and Ferrari".split()
    marks = [Mark(1, 3, "Misc", 0.9), Mark(5, 7, "Misc", 0.9), Mark(8, 9, "Misc", 0.9)]
    assert [mark.label for mark in join_entities([("newswire", marks)], words)] == ["EVENT_NAME", "DOCUMENT"]


def test_pronouns_are_no_names() -> None:
    words = "They met Omar".split()
    marks = [Mark(0, 1, "Organisation", 0.9), Mark(2, 3, "Person", 0.9)]
    assert [mark.start for mark in join_entities([("re3d", marks)], words)] == [2]
