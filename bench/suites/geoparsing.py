"""Place names with coordinates: LGL and TR-News, or any folder of files in their form.

`--split` names the file without its ending (`lgl`, `TR-News`). Given names: the place of each annotated name, in its
article. End to end: names found by the program; a find is right where it overlaps an annotated name and lies within
161 km of its point. Names that the annotators gave no point count neither way. The default split is `lgl`.
"""

import hashlib
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import hudhud
from bench.report import Baseline, Report
from hudhud.lexicon.gazetteer import Gazetteer
from hudhud.read.place_mentions import mention_of
from hudhud.read.place_offsets import distance_km
from hudhud.read.places import FoundPlace, PlaceRole, find_mentions
from hudhud.records import Span

__all__ = ["run"]

_NEAR_KM = 161.0  # 100 miles, the field's measure
_UNKNOWN_KM = 20_000.0
_REALIGN = 150  # TR-News counts line ends of its source: its offsets run up to this far ahead of the text


@dataclass(frozen=True, slots=True)
class Name:
    """An annotated name; `point` is None where the annotators gave none."""

    span: Span
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the set."""

    docid: str
    text: str
    publisher: str
    names: tuple[Name, ...]

    @property
    def is_tuned_on(self) -> bool:
        """Whether it is in the half that weights were fitted on."""
        return int(hashlib.md5(self.docid.encode()).hexdigest(), 16) % 2 == 0


def run(data: Path, split: str) -> Report:
    """Measure one file of the folder."""
    articles = read(data / f"{'lgl' if split == 'dev' else split}.xml")
    given = [(article, _given(article)) for article in articles]
    errors = [error for _, found in given for error in found]
    humble = [error for article in articles for error in _most_populous(article)]
    watched = [error for article, found in given if not article.is_tuned_on for error in found]
    metrics = {
        "acc161": _share(errors),
        "median_km": statistics.median(errors),
        "acc161_watched_half": _share(watched),
        **_end_to_end(articles),
    }
    baseline = Baseline("most populous of the name", {"acc161": _share(humble), "median_km": statistics.median(humble)})
    return Report("geoparsing", split, len(errors), metrics, baseline, hudhud.__version__)


def read(path: Path) -> list[Article]:
    """The articles of a file, offsets set right."""
    found = []
    for element in ElementTree.parse(path).getroot():
        text = element.findtext("text") or ""
        publisher = (element.findtext("domain") or "").strip()
        names = tuple(name for toponym in element.iter("toponym") if (name := _name(toponym, text)))
        found.append(Article(element.get("docid") or "", text, publisher, names))
    return found


def _name(toponym: ElementTree.Element, text: str) -> Name | None:
    start, phrase, tag = int(toponym.findtext("start") or 0), toponym.findtext("phrase") or "", toponym.find("gaztag")
    if not text.startswith(phrase, start):
        near = [at for at in range(max(0, start - _REALIGN), start + 20) if text.startswith(phrase, at)]
        if not near:
            return None
        start = min(near, key=lambda at: abs(at - start))
    point = None if tag is None else (float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0))
    return Name(Span(start, start + len(phrase)), point)


def _given(article: Article) -> list[float]:
    """The error in km of every annotated name."""
    names = [name.span for name in article.names if name.point]
    found = find_mentions(article.text, names=names, publisher=article.publisher)
    by_start = {place.name.start: place for place in found}
    return [_error(by_start.get(name.span.start), name.point) for name in article.names if name.point]


def _error(found: FoundPlace | None, point: tuple[float, float]) -> float:
    if found is None:
        return _UNKNOWN_KM
    at = found.bare
    return distance_km(at.lat, at.lon, *point) if at.lat is not None and at.lon is not None else _UNKNOWN_KM


def _most_populous(article: Article) -> list[float]:
    gazetteer = Gazetteer.open()
    errors = []
    for name in article.names:
        if name.point:
            entries = mention_of(article.text, name.span.start, name.span.end, gazetteer).entries
            best = max(entries, key=lambda entry: entry.population, default=None)
            errors.append(distance_km(best.lat, best.lon, *name.point) if best else _UNKNOWN_KM)
    return errors


def _end_to_end(articles: Iterable[Article]) -> dict[str, float]:
    n_found = n_right = n_there = n_named = 0
    for article in articles:
        unplaced = [name.span for name in article.names if name.point is None]
        placed = [name for name in article.names if name.point]
        found = [
            place
            for place in find_mentions(article.text, publisher=article.publisher)
            if place.role is not PlaceRole.PART_OF_NAME and not any(place.name.overlaps(span) for span in unplaced)
        ]
        n_found += len(found)
        n_there += len(placed)
        for name in placed:
            hit = next((place for place in found if place.name.overlaps(name.span)), None)
            n_named += hit is not None
            n_right += name.point is not None and _error(hit, name.point) <= _NEAR_KM
    precision, recall = n_right / max(n_found, 1), n_right / max(n_there, 1)
    names = {"names_precision": n_named / max(n_found, 1), "names_recall": n_named / max(n_there, 1)}
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(precision + recall, 1e-9),
        **names,
    }


def _share(errors: list[float]) -> float:
    return sum(error <= _NEAR_KM for error in errors) / max(len(errors), 1)
