"""Record → FollowTheMoney entities: articles, parties, events, places, posts and ties, one a line as JSON."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

from hudhud.export.cells import as_json, line, without_controls
from hudhud.export.facts import figure_words
from hudhud.export.material import Dossier, Material, Written
from hudhud.records import Actor, Document, Place, State

__all__ = ["DATASET", "Properties", "entities", "write"]

DATASET = "hudhud"
_SCHEMA_OF_KIND = {
    "person": "Person",
    "organisation": "Organization",
    "armed_group": "Organization",
    "state_organ": "PublicBody",
    "country": "PublicBody",
}
_ORGANIZATIONS = frozenset({"Organization", "PublicBody"})
# FollowTheMoney's languages have three letters; those that the package reads by name.
_LANGUAGES = {"en": "eng", "ar": "ara", "fr": "fra", "de": "deu", "es": "spa", "ru": "rus", "uk": "ukr", "fa": "fas"}

Entity = dict[str, Any]
Properties = dict[str, list[str]]


def write(material: Material, out: TextIO) -> Written:
    """Write each entity as one JSON line; states that FollowTheMoney has no schema for are counted as dropped."""
    n, dropped = 0, {"state of no FollowTheMoney schema": 0}
    for entity, _ in entities(material, dropped):
        out.write(as_json(entity) + "\n")
        n += 1
    return Written(n, {reason: count for reason, count in dropped.items() if count})


def entities(material: Material, dropped: dict[str, int]) -> Iterator[tuple[Entity, dict[str, Properties]]]:
    """Articles, parties, events with their addresses, then posts and ties, each id once.

    Beside each entity: publisher → those of its properties that are this publisher's own. What is in none of them
    follows from the record as a whole.
    """
    for document in material.documents():
        article = _article(document)
        yield article, {document.publisher or document.name: article["properties"]}
    schemas: dict[str, str] = {}
    for actor in material.actors():
        schemas[actor.actor_id] = _SCHEMA_OF_KIND.get(actor.kind, "LegalEntity")
        yield _party(actor), {}
    told: set[str] = set()
    for dossier in material.dossiers():
        yield from ((entity, _own(dossier) if entity["schema"] == "Event" else {}) for entity in _event(dossier, told))
    for state in material.states():
        found = list(_tie(state, schemas, told))
        dropped["state of no FollowTheMoney schema"] += not found
        yield from ((entity, {}) for entity in found)


def _own(dossier: Dossier) -> dict[str, Properties]:
    """What each publisher says of an event."""
    found: dict[str, Properties] = {}
    for passage in dossier.passages:
        own = found.setdefault(passage.outlet, {"publisher": [passage.outlet]})
        for name, value in (
            ("summary", line(passage.quote)),
            ("sourceUrl", passage.url),
            ("proof", passage.document_id),
        ):
            if value and value not in own.setdefault(name, []):
                own[name].append(value)
    return found


def _entity(key: str, schema: str, **properties: Any) -> Entity:
    """An entity with its properties as lists of texts; what is empty is left out."""
    told: Properties = {}
    for name, values in properties.items():
        if values not in (None, "", [], ()):
            given = values if isinstance(values, list | tuple) else [values]
            told[name] = list(dict.fromkeys(text for value in given if value is not None and (text := _text(value))))
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in told.items() if values},
        "datasets": [DATASET],
    }


def _text(value: Any) -> str:
    if isinstance(value, str):
        return without_controls(value).strip()
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.10g}" if isinstance(value, float) else without_controls(str(value)).strip()


def _key(kind: str, *parts: object) -> str:
    return f"{kind}-{hashlib.sha256('|'.join(map(str, parts)).encode('utf-8', 'replace')).hexdigest()[:12]}"


def _country(code: str | None) -> str | None:
    return code.lower() if code else None


def _article(one: Document) -> Entity:
    return _entity(
        one.document_id,
        "Article",
        fileName=one.name,
        title=line(one.title or "") or None,
        author=one.author,
        publisher=one.publisher,
        sourceUrl=one.url,
        language=_LANGUAGES.get(one.language or ""),
        publishedAt=one.published.day,
    )


def _party(one: Actor) -> Entity:
    names = [name.name for name in one.names if name.name != one.name]
    key = "jurisdiction" if one.kind != "person" else "country"
    return _entity(
        one.actor_id,
        _SCHEMA_OF_KIND.get(one.kind, "LegalEntity"),
        name=one.name,
        alias=names,
        sector=one.sector,
        **{key: _country(one.country)},
    )


def _event(dossier: Dossier, told: set[str]) -> Iterator[Entity]:
    event, place = dossier.event, dossier.event.place
    address = _address(place) if place else None
    if address and address["id"] not in told:
        told.add(address["id"])
        yield address
    start, end = (event.occurred.start, event.occurred.end) if event.occurred else (None, None)
    yield _entity(
        event.event_id,
        "Event",
        name=line(event.headline) or event.type,
        date=start if start == end else None,
        startDate=start,
        endDate=end,
        location=place and place.name,
        country=_country(place.country) if place else None,
        addressEntity=address and address["id"],
        involved=[actor.actor_id for actor in (*dossier.actors, *dossier.recipients) if actor.actor_id],
        namesMentioned=[actor.name for actor in (*dossier.actors, *dossier.recipients) if not actor.actor_id],
        proof=list(event.document_ids),
        publisher=[passage.outlet for passage in dossier.passages],
        sourceUrl=[passage.url for passage in dossier.passages],
        recordId=event.event_id,
        keywords=[event.type, *([event.mode] if event.mode else []), *event.contexts, event.factuality.value],
        summary=[line(passage.quote) for passage in dossier.passages],
        notes=[figure_words(one) for one in dossier.estimates]
        + [f"asserted by {name}" for name in event.asserted_by]
        + [f"denied by {name}" for name in event.denied_by],
    )


def _address(place: Place) -> Entity:
    return _entity(
        _key("adr", place.name, place.admin1, place.country, place.lat, place.lon),
        "Address",
        full=", ".join(filter(None, (place.name, place.admin1, place.country))),
        state=place.admin1,
        country=_country(place.country),
        latitude=place.lat,
        longitude=place.lon,
    )


def _tie(state: State, schemas: dict[str, str], told: set[str]) -> Iterator[Entity]:
    """A state as a post held, a membership or another tie between two known parties; nothing where it is neither."""
    subject, object_ = state.subject_id or "", state.object_id or ""
    since: dict[str, Any] = {"startDate": state.since, "endDate": state.until, "publisher": state.said_by}
    if state.kind == "office" and schemas.get(subject) == "Person":
        organisation = object_ if schemas.get(object_) in _ORGANIZATIONS else None
        post = _key("pos", state.value, object_ or state.object)
        if post not in told:
            told.add(post)
            name = f"{state.value}, {state.object}" if state.object else state.value
            yield _entity(post, "Position", name=name, organization=organisation)
        yield _entity(state.state_id, "Occupancy", holder=subject, post=post, status=state.standing, **since)
    elif state.kind == "relation" and subject in schemas and object_ in schemas:
        if state.value == "part_of" and schemas[object_] in _ORGANIZATIONS:
            yield _entity(state.state_id, "Membership", member=subject, organization=object_, **since)
        else:
            role = state.value.replace("_", " ")
            yield _entity(state.state_id, "UnknownLink", subject=subject, object=object_, role=role, **since)
