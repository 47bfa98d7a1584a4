"""Attribution in political news: cue, source and content spans, and whether they are joined rightly.

Spans are counted over whole articles, in words: each unbroken piece of a source, cue or content is one span.
Overlap: precision is the mean share of a predicted content that some gold content covers, recall the mean share
of a gold content that ours cover.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.encoding import encoder
from bench.report import Baseline, Report
from bench.scoring import f1
from bench.sentences import sentence_spans
from bench.sets import Article, articles
from hudhud.read.analysis import Analysis, Mark
from hudhud.read.continued import contents
from hudhud.read.tokens import split_words

__all__ = ["run"]

_SAYING = {
    "said",
    "says",
    "say",
    "told",
    "tweeted",
    "wrote",
    "added",
    "argued",
    "claimed",
    "announced",
    "asked",
    "believes",
}
Span = tuple[int, int]


@dataclass(slots=True)
class _Reading:
    """The spans of one article, in word positions of the article, and the joined attributions (source, content)."""

    spans: dict[str, set[Span]] = field(default_factory=lambda: {"SOURCE": set(), "CUE": set(), "CONTENT": set()})
    joined: list[tuple[set[int], set[int]]] = field(default_factory=list)


def run(data: Path, split: str) -> Report:
    """`data` holds `<split>/text/*.txt` and `<split>/attributions/*.ann`; n counts articles."""
    given = articles(data, split)
    sentences = [sentence_spans(article.text) for article in given]
    words = [_positions(article, of) for article, of in zip(given, sentences, strict=True)]
    texts = [article.text[a:b] for article, of in zip(given, sentences, strict=True) for a, b in of]
    read = iter(encoder().read(texts))
    ours = [
        _ours([next(read) for _ in of], _line_starts(article, of)) for article, of in zip(given, sentences, strict=True)
    ]
    guess = [_guessed(article, of) for article, of in zip(given, sentences, strict=True)]
    gold = [_gold(article, of) for article, of in zip(given, words, strict=True)]
    baseline = Baseline("a verb of saying, the name before it, the rest of the sentence", _score(guess, gold))
    return Report("polnear", split, len(given), _score(ours, gold), baseline, encoder().version)


def _line_starts(article: Article, sentences: Sequence[Span]) -> list[bool]:
    return [at == 0 or "\n" in article.text[sentences[at - 1][1] : start] for at, (start, _) in enumerate(sentences)]


def _positions(article: Article, sentences: Sequence[Span]) -> list[Span]:
    return [(a + x, a + y) for a, b in sentences for x, y in split_words(article.text[a:b])]


def _gold(article: Article, words: Sequence[Span]) -> _Reading:
    reading = _Reading()
    for one in article.attributions:
        covered: dict[str, set[int]] = {}
        for label, pieces in (("SOURCE", one.source), ("CUE", one.cue), ("CONTENT", one.content)):
            covered[label] = set()
            for start, end in pieces:
                inside = [at for at, (a, b) in enumerate(words) if a < end and b > start]
                if inside:
                    reading.spans[label].add((inside[0], inside[-1] + 1))
                    covered[label].update(inside)
        if covered["CONTENT"]:
            reading.joined.append((covered["SOURCE"], covered["CONTENT"]))
    return reading


def _ours(analyses: Sequence[Analysis], starts_line: Sequence[bool]) -> _Reading:
    reading, begin = _Reading(), [0]
    for analysis in analyses:
        begin.append(begin[-1] + len(analysis.words))
    runs = [(begin[c.first] + c.start_word, begin[c.last] + c.end_word) for c in contents(analyses, starts_line)]
    whole = {at: set(range(start, end)) for start, end in runs for at in range(start, end)}
    reading.spans["CONTENT"].update(runs)
    for at, analysis in enumerate(analyses):
        for mark in analysis.quotes:
            if mark.label != "CONTENT":
                reading.spans[mark.label].add((begin[at] + mark.start, begin[at] + mark.end))
        for quoted in analysis.attributions:
            if quoted.contents and quoted.cue is not None:
                covered = _covered(begin[at], quoted.contents)
                content = {word for one in covered for word in whole.get(one, {one})}
                reading.joined.append((_covered(begin[at], quoted.sources), content))
    return reading


def _covered(begin: int, marks: Sequence[Mark]) -> set[int]:
    return {begin + at for mark in marks for at in range(mark.start, mark.end)}


def _guessed(article: Article, sentences: Sequence[Span]) -> _Reading:
    reading, begin = _Reading(), 0
    for a, b in sentences:
        words = [article.text[a + x : a + y] for x, y in split_words(article.text[a:b])]
        cue = next((at for at, word in enumerate(words) if word.lower() in _SAYING), None)
        if cue is not None and len(words) - cue > 2:
            start = cue
            while start and (words[start - 1][0].isupper() or words[start - 1].lower() in ("the", "he", "she", "they")):
                start -= 1
            reading.spans["CUE"].add((begin + cue, begin + cue + 1))
            reading.spans["CONTENT"].add((begin + cue + 1, begin + len(words) - 1))
            if start < cue:
                reading.spans["SOURCE"].add((begin + start, begin + cue))
            reading.joined.append(
                (set(range(begin + start, begin + cue)), set(range(begin + cue + 1, begin + len(words) - 1)))
            )
        begin += len(words)
    return reading


def _score(ours: Sequence[_Reading], gold: Sequence[_Reading]) -> dict[str, float]:
    return {
        "cue_f1": _exact(ours, gold, "CUE"),
        "source_f1": _exact(ours, gold, "SOURCE"),
        "content_f1": _exact(ours, gold, "CONTENT"),
        "content_overlap_f1": _overlap(ours, gold),
        "attribution_f1": _joined(ours, gold),
    }


def _exact(ours: Sequence[_Reading], gold: Sequence[_Reading], label: str) -> float:
    def labelled(readings: Sequence[_Reading]) -> set[Hashable]:
        return {(at, span) for at, reading in enumerate(readings) for span in reading.spans[label]}

    left, right = labelled(ours), labelled(gold)
    return f1(len(left & right), len(left), len(right))


def _overlap(ours: Sequence[_Reading], gold: Sequence[_Reading]) -> float:
    def shares(left: Sequence[_Reading], right: Sequence[_Reading]) -> float:
        each: list[float] = []
        for a, b in zip(left, right, strict=True):
            covered = {at for start, end in b.spans["CONTENT"] for at in range(start, end)}
            each.extend(sum(at in covered for at in range(s, e)) / (e - s) for s, e in a.spans["CONTENT"])
        return sum(each) / len(each) if each else 0.0

    precision, recall = shares(ours, gold), shares(gold, ours)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _joined(ours: Sequence[_Reading], gold: Sequence[_Reading]) -> float:
    """An attribution is right where its content overlaps a gold one's, and so do the sources (or both have none)."""
    hit = 0
    for a, b in zip(ours, gold, strict=True):
        left = list(a.joined)
        for source, content in b.joined:
            match = next((one for one in left if one[1] & content and (one[0] & source or not one[0] | source)), None)
            if match is not None:
                left.remove(match)
                hit += 1
    return f1(hit, sum(len(a.joined) for a in ours), sum(len(b.joined) for b in gold))
