"""The default reader: the encoder's spans, the values of time, number and place, and the rules that join them."""

from functools import cached_property

from hudhud.read.article import Article
from hudhud.read.assemble import assemble
from hudhud.read.dates import find_periods
from hudhud.read.encoder import Encoder
from hudhud.read.place_descriptions import described_places, named_places
from hudhud.read.places import find_places
from hudhud.read.quantities import find_quantities
from hudhud.records import Claim, Document

__all__ = ["EncodedReader"]

_LANGUAGES = ("en", None)


class EncodedReader:
    """Reads English articles. The encoder's weights are loaded at the first document."""

    def __init__(self, *, threads: int = 1) -> None:
        self._threads = threads

    @property
    def name(self) -> str:
        """The reader's name and version, with that of the weights."""
        return f"hudhud 0.1.0 ({self._encoder.version})"

    @cached_property
    def _encoder(self) -> Encoder:
        return Encoder.load(threads=self._threads)

    def read(self, document: Document) -> list[Claim]:
        """The claims of a document; none where its language is not English or it has no sentence."""
        if document.language not in _LANGUAGES or not document.sentences:
            return []
        return assemble(self.article(document), self.name)

    def article(self, document: Document) -> Article:
        """The document as the rules see it."""
        text = document.text
        analyses = self._encoder.read([span.of(text) for span in document.sentences])
        starts = [span.start for span in document.sentences]
        names = [
            name for start, analysis in zip(starts, analyses, strict=True) for name in named_places(analysis, start)
        ]
        places = find_places(text, sentences=document.sentences, names=names, publisher=document.publisher)
        places += described_places(analyses, starts, places)
        return Article.of(
            document,
            analyses,
            periods=find_periods(text, document.published, sentences=document.sentences, publisher=document.publisher),
            places=places,
            quantities=find_quantities(text, sentences=document.sentences),
        )
