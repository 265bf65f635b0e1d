from data.filters import Filters
from data.queries.differing import modes, organisers
from tests.data.queries.conftest import Ask


def test_sources_that_name_the_same_organisers_do_not_differ(ask: Ask) -> None:
    assert ask(organisers(Filters())) == []


def test_a_way_of_speaking_that_only_one_source_states_is_not_disputed(ask: Ask) -> None:
    assert ask(modes(Filters())) == []
