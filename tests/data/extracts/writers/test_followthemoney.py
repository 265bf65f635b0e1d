import json
from collections import Counter

from followthemoney import model

from tests.data.extracts.conftest import Make


def test_every_line_is_an_entity_that_the_library_accepts(make: Make) -> None:
    lines = [json.loads(line) for line in make("record", "ftm").decode().splitlines()]
    kinds = Counter(line["schema"] for line in lines)
    assert kinds["Note"] == 1
    assert kinds["Event"] == 6
    assert {"Person", "Address", "UnknownLink", "Documentation"} <= kinds.keys()
    for line in lines:
        model.schemata[line["schema"]].validate(line)
        proxy = model.get_proxy(line, cleaned=False)
        assert {name for name in line["properties"] if not proxy.get(name)} == set()


def test_whatever_is_referred_to_is_there(make: Make) -> None:
    lines = [json.loads(line) for line in make("record", "ftm").decode().splitlines()]
    known = {line["id"] for line in lines}
    assert len(known) == len(lines)
    for line in lines:
        for name, values in line["properties"].items():
            if model.schemata[line["schema"]].properties[name].type.name == "entity":
                assert set(values) <= known, (line["id"], name)
