from sqlalchemy import Engine

from data.queries.names import PUBLISHERS, UNKNOWN, count_all_events, find_names, number_organisations


def test_names_are_found_by_table_and_id_and_publishers_by_their_name(engine: Engine) -> None:
    [alpha, nobody] = find_names(engine, "organisations", ("alpha", "nobody"))
    assert (alpha.events, nobody) == (3, UNKNOWN)
    assert find_names(engine, "themes", ("alpha",)) == [UNKNOWN]
    assert find_names(engine, PUBLISHERS, ("Alpha", "alpha"))[1] == UNKNOWN
    assert find_names(engine, PUBLISHERS, ("Alpha",))[0].events > 0
    assert number_organisations(engine, ("nobody", "alpha")) == [alpha.number]
    assert count_all_events(engine) == 6
