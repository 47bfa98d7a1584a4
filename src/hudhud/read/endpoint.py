"""The second reader: a language model behind an OpenAI-compatible endpoint, every claim checked against the text."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from hudhud.errors import EndpointFailed
from hudhud.read.endpoint_answer import items_in
from hudhud.read.endpoint_claims import ClaimsOfAnswers, DroppedItem
from hudhud.read.endpoint_http import Answer, Cost, Endpoint
from hudhud.read.endpoint_parts import halves_of, parts_of
from hudhud.read.endpoint_schema import SCHEMA, messages_for
from hudhud.records import Claim, Document, Span

__all__ = ["EndpointReader"]

# After so many documents in a row without an answer the rest is not asked for: each may take minutes.
_FAILURES = 3
# A part whose answer breaks off is asked again in halves, and these once more in halves.
_HALVINGS = 2


class EndpointReader:
    """Reads with a language model. The same answers give the same claims.

    What a model answers and the text does not bear out is dropped with its reason: each such item goes to
    `on_dropped`, or into the list `dropped` where none is given, and `drops` counts them by reason.
    """

    def __init__(self, endpoint: Endpoint, *, on_dropped: Callable[[DroppedItem], None] | None = None) -> None:
        self.endpoint = endpoint
        self.dropped: list[DroppedItem] = []
        self.drops: Counter[str] = Counter()
        self._keep = on_dropped or self.dropped.append
        self._n_failed = 0

    @property
    def name(self) -> str:
        """The reader's name, the model's, and the version of the question and the checks."""
        return f"endpoint {self.endpoint.model} 1"

    @property
    def cost(self) -> Cost:
        """Requests and tokens so far."""
        return self.endpoint.cost

    def read(self, document: Document) -> list[Claim]:
        """The claims of a document in any language the model reads.

        Raises:
            EndpointFailed: If the model gives no answer that can be used, for a part of it or the whole.
            BudgetSpent: If reading it would take more than the endpoint's limits allow.
        """
        parts = parts_of(document)
        self.endpoint.room_for(len(parts))
        found = ClaimsOfAnswers(document, self.name)
        try:
            for part in parts:
                self._read_part(found, part, _HALVINGS)
        except EndpointFailed as error:
            self._failed(error)
            raise
        self._n_failed = 0
        for item in found.dropped:
            self.drops[f"{item.slot} {item.reason}".strip()] += 1
            self._keep(item)
        return found.claims

    def _read_part(self, found: ClaimsOfAnswers, part: Span, halvings: int) -> None:
        answer, read = self._asked(found.document, part)
        items, is_whole = read or ([], False)
        broke_off = answer.is_cut or not is_whole
        halves = halves_of(found.document, part) if halvings and broke_off and (read or answer.is_cut) else [part]
        if len(halves) > 1:
            for half in halves:
                self._read_part(found, half, halvings - 1)
            return
        if read is None:
            raise EndpointFailed(
                url=self.endpoint.url,
                reason="the model's answer holds no list of claims",
                advice="The document is tried again on the next run; another model may keep to the schema.",
            )
        found.take(items, part)
        if broke_off:
            found.drop("", "the answer broke off", answer.content[-200:])

    def _asked(self, document: Document, part: Span) -> tuple[Answer, tuple[list[Any], bool] | None]:
        """The answer for a part, and the items in it where it holds any list of them."""
        messages = messages_for(document, part)
        answer = self.endpoint.ask(messages, SCHEMA)
        read = items_in(answer.content)
        if read is None and not answer.is_cut:
            # A second answer may be JSON where the first was not: servers do not promise the same one twice.
            answer = self.endpoint.ask(messages, SCHEMA)
            read = items_in(answer.content)
        return answer, read

    def _failed(self, error: EndpointFailed) -> None:
        self._n_failed += 1
        if self._n_failed >= _FAILURES and not self.endpoint.is_closed:
            last = error.values["reason"]
            reason = f"it failed on {_FAILURES} documents in a row and is not asked again in this run (last: {last})"
            self.endpoint.close(reason, "See that it works, and run the same command again.")
