import random

from make import days_after, document

from hudhud.reconcile.copies import copies
from hudhud.records import Document

WORDS = (
    "river council market road convoy shells bridge doctors village minister harbour winter grain patrol truce".split()
)


def text(seed: int, sentences: int = 20) -> str:
    chance = random.Random(seed)
    return " ".join(" ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(sentences))


def group(*documents: Document) -> tuple[dict[str, str], dict[str, str]]:
    found, origins = copies({one.document_id: one for one in documents})
    return {copy.document_id: copy.how for copy in found}, origins.of


def test_unlike_texts_are_origins_of_their_own() -> None:
    one, other = document(text(1), "A"), document(text(2), "B")
    hows, origins = group(one, other)
    assert not hows
    assert len(set(origins.values())) == 2


def test_an_exact_copy_counts_with_the_first_published() -> None:
    first, later = document(text(1), "A"), document(text(1), "B", on=days_after(2))
    hows, origins = group(later, first)
    assert hows == {later.document_id: "exact"}
    assert origins[later.document_id] == first.document_id


def test_a_text_cut_to_a_third_is_contained() -> None:
    whole = document(text(1, 30), "A")
    cut = document(" ".join(text(1, 30).split(". ")[:10]), "B", on=days_after(1))
    assert group(whole, cut)[0] == {cut.document_id: "contained"}


def test_a_new_headline_and_one_added_paragraph_are_near() -> None:
    first = document(text(1), "A")
    changed = document("New words for the top. " + text(1) + " " + text(9, 2), "B", on=days_after(1))
    assert group(first, changed)[0] == {changed.document_id: "near"}


def test_a_page_of_several_articles_does_not_make_them_one() -> None:
    one, other = document(text(1), "A"), document(text(2), "B")
    roundup = document(text(1) + " " + text(2) + " " + text(3), "C", on=days_after(1))
    origins = group(one, other, roundup)[1]
    assert origins[one.document_id] != origins[other.document_id]


def test_a_credit_line_names_an_origin_outside_the_record() -> None:
    reprint = document(text(1), "A", reprinted_from="Oudar Radio")
    found, origins = copies({reprint.document_id: reprint})
    assert [(copy.origin, copy.how) for copy in found] == [("Oudar Radio", "credited")]
    assert origins.publishers[reprint.document_id] == "oudar radio"


def test_two_texts_of_one_outlet_are_two_origins_and_one_publisher() -> None:
    one, other = document(text(1), "A"), document(text(2), "A")
    origins = copies({one.document_id: one, other.document_id: other})[1]
    assert origins.count(origins.of) == 2
    assert origins.count_publishers(origins.of) == 1


def test_a_text_in_sixty_outlets_is_one_origin() -> None:
    carriers = [document(text(1), f"Outlet {number}", on=days_after(number)) for number in range(60)]
    assert set(group(*carriers)[1].values()) == {carriers[0].document_id}
