from sqlalchemy import Engine

from data.extracts.cells import list_columns, to_arrow
from data.extracts.lists import networks
from data.filters import Filters
from data.schema.dictionary import ADDED

ALL = {"least": "1"}


def test_pairs_name_the_sources_of_the_events_they_shared(engine: Engine) -> None:
    rows = list_columns(networks.read_pairs(engine, Filters(), ALL))
    found = networks.add_provenance(engine, rows, "http://x")
    assert list(found) == [*rows, *ADDED]
    first = to_arrow(found).to_pylist()[0]
    assert first["record_url"] == f"http://x/network?org={first['a_id']}&org={first['b_id']}&match=all"
    assert first["source_ids"]
    assert len(first["source_ids"].split(" | ")) == len(first["source_titles"].split(" | "))


def test_chosen_organisations_light_their_pairs(engine: Engine) -> None:
    either = networks.read_pairs(engine, Filters(organisations=("alpha",)), ALL)
    assert ((either["a_id"] == "alpha") | (either["b_id"] == "alpha")).all()
    both = networks.read_pairs(engine, Filters(organisations=("alpha", "beta"), match_all=True), ALL)
    assert set(both["a_id"]) <= {"alpha"}
    assert set(both["b_id"]) <= {"beta"}


def test_settings_leave_out_the_small(engine: Engine) -> None:
    every = networks.read_organisations(engine, Filters(), ALL)
    few = networks.read_organisations(engine, Filters(), {"least": "3"})
    assert len(few) < len(every)
    assert (few["events"] >= 3).all()
    assert {"degree", "betweenness"} <= set(few.columns)
