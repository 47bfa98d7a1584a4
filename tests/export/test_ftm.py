import io
import json
from collections.abc import Iterator

import pytest

from hudhud.export import ftm, statements
from hudhud.export.material import ViewMaterial

model = pytest.importorskip("followthemoney", reason="followthemoney<4 is not installed").model


def lines(module: object, material: ViewMaterial) -> Iterator[dict[str, object]]:
    out = io.StringIO()
    module.write(material, out)  # type: ignore[attr-defined]
    return map(json.loads, out.getvalue().splitlines())


def test_followthemoney_reads_every_value_back(material: ViewMaterial) -> None:
    """It drops what it does not know or cannot parse without a word, so what came back is compared."""
    found = list(lines(ftm, material))
    assert {one["schema"] for one in found} >= {"Article", "Event", "Organization", "Person", "Position", "Occupancy"}
    for told in found:
        entity = model.get_proxy(told, cleaned=False)
        entity.schema.validate({"properties": told["properties"]})
        assert entity.schema.name == told["schema"]
        back = {name: sorted(entity.get(name)) for name in entity.properties}
        given = {name: sorted(values) for name, values in told["properties"].items()}  # type: ignore[attr-defined]
        assert back == given, told


def test_every_reference_leads_to_an_entity_of_the_right_schema(material: ViewMaterial) -> None:
    found = {one["id"]: model.get_proxy(one, cleaned=False) for one in lines(ftm, material)}
    for entity in found.values():
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                assert found[value].schema.is_a(prop.range), (entity.schema.name, prop.name)


def test_an_id_comes_once(material: ViewMaterial) -> None:
    ids = [one["id"] for one in lines(ftm, material)]
    assert len(ids) == len(set(ids))


def test_statements_say_what_the_entities_say_and_who_says_it(material: ViewMaterial) -> None:
    told = list(lines(statements, material))
    assert len({one["id"] for one in told}) == len(told)
    values = {(one["entity_id"], one["prop"], one["value"]) for one in told}
    entities = {
        (one["id"], prop, value)
        for one in lines(ftm, material)
        for prop, given in one["properties"].items()  # type: ignore[attr-defined]
        for value in given
    }
    assert values == entities
    for one in told:
        assert model.schemata[one["schema"]].get(one["prop"]).type.name == one["prop_type"], one["prop"]
        if one["prop"] == "publisher" and one["schema"] == "Article":
            assert one["dataset"] in ("oudar_courier", "sum_press")
