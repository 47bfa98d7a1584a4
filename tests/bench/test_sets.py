"""The formats of the sets."""

from pathlib import Path

import pytest

from bench.sets import articles, is_dev, key, labelled, linked, predicates, spans, tagged_part, treebank


def test_a_copy_has_the_key_of_its_original() -> None:
    assert key("The army's men left, he said.") == key("the army 's men left , he said .")


def test_a_set_without_a_dev_file_is_parted_in_two(tmp_path: Path) -> None:
    lines = [f"A made-up sentence of number {n}.\t{n % 5}" for n in range(200)]
    (tmp_path / "train.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    train, dev = labelled(tmp_path, "train"), labelled(tmp_path, "dev")
    assert len(train) + len(dev) == 200
    assert 5 < len(dev) < 45
    assert all(is_dev(item.text) for item in dev)


def test_a_file_of_its_own_goes_first(tmp_path: Path) -> None:
    (tmp_path / "train.txt").write_text("Omar B-S\nleft O\n\n", encoding="utf-8")
    (tmp_path / "test.txt").write_text("Hala B-T\n\nSalim B-S\nspoke O\n", encoding="utf-8")
    assert [sentence.words for sentence in tagged_part(tmp_path, "test")] == [("Hala",), ("Salim", "spoke")]


def test_a_split_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="test"):
        linked(tmp_path, "test")


def test_treebank_leaves_ranges_and_empty_nodes_out(tmp_path: Path) -> None:
    rows = ["# text = don't", "1-2\tdon't" + "\t_" * 8, "1\tdo\tdo\tAUX\t_\t_\t0\troot\t_\t_", "1.1\tx" + "\t_" * 8]
    rows.append("2\tn't\tnot\tPART\t_\t_\t1\tadvmod\t_\t_")
    (tmp_path / "a.conllu").write_text("\n".join(rows) + "\n\n", encoding="utf-8")
    ((first, second),) = treebank(tmp_path / "a.conllu")
    assert (first.head, second.head, second.lemma) == (-1, 0, "not")


def test_attributions_with_pieces_and_odd_lines(tmp_path: Path) -> None:
    text = "“We left,” Omar said, “at dawn.”"
    for folder in ("text", "attributions"):
        (tmp_path / "dev" / folder).mkdir(parents=True)
    (tmp_path / "dev" / "text" / "a.txt").write_text(text, encoding="utf-8")
    lines = ["T1\tContent 0 10;22 32\t“We left,” “at dawn.”", "T2\tSource 11 15\tOmar", "T3\tCue 16 20\tsaid"]
    lines += ["That is no annotation", "E1\tAttribution:T3 Content:T1 Source:T2 Cue:T3"]
    (tmp_path / "dev" / "attributions" / "a_1f.ann").write_text("\n".join(lines), encoding="utf-8")
    (article,) = articles(tmp_path, "dev")
    (one,) = article.attributions
    assert (one.source, one.cue, one.content) == (((11, 15),), ((16, 20),), ((0, 10), (22, 32)))


def test_predicates_carry_their_values(tmp_path: Path) -> None:
    (tmp_path / "dev.conll").write_text("0\tHe\t_\tPRP\n1\tleft\t3.0\tVBD\n\n0\tNo\t_\tUH\n", encoding="utf-8")
    assert predicates(tmp_path / "dev.conll") == [(["He", "left"], {1: 3.0}), (["No"], {})]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("O B-A I-A O", {(1, 3, "A")}),
        ("I-A I-A", {(0, 2, "A")}),
        ("B-A B-A", {(0, 1, "A"), (1, 2, "A")}),
        ("B-A I-B", {(0, 1, "A"), (1, 2, "B")}),
    ],
)
def test_spans_as_seqeval_has_them(tags: str, found: set[tuple[int, int, str]]) -> None:
    assert spans(tags.split()) == found
