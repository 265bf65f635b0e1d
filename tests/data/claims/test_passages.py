from typing import Any

import pytest

from data.claims.passages import Cite, Support, find_passage, find_preferred_passage
from data.values.rows import Records

CITE = Cite("own", "events", "e", ("start_on", "end_on"))
PART = Cite("own", "speakers", "e/p/speaker/own", ("role",), "e")


def _claim(**more: Any) -> dict[str, Any]:
    claim = {"source_id": "own", "table": "events", "field": "start_on", "value": "2021", "anchor": "words"}
    return claim | {"rank": "normal", "is_disputed": False} | more


def _reader(**claims: Records) -> Any:
    return lambda table, _: claims.get(table, [])


def test_the_first_field_with_words_of_the_source_counts() -> None:
    end, start = _claim(field="end_on"), _claim(field="start_on", anchor=None)
    other = _claim(source_id="other")
    assert find_passage(CITE, _reader(events=[start, end, other])) == Support("own", end)
    first = _claim(anchor="first")
    assert find_passage(CITE, _reader(events=[end, first])) == Support("own", first)


def test_words_on_another_field_or_on_the_event_are_context() -> None:
    form = _claim(field="form")
    assert find_passage(CITE, _reader(events=[form])) == Support("own", form, is_context=True)
    assert find_passage(PART, _reader(events=[form])) == Support("own", form, is_context=True)
    office = _claim(table="speakers", field="office")
    assert find_passage(PART, _reader(speakers=[office], events=[form])) == Support("own", office, True)


@pytest.mark.parametrize("table", ["event_organisations", "event_instruments", "event_places"])
def test_any_words_on_a_row_that_only_links_are_words_for_it(table: str) -> None:
    claim = _claim(table=table, field="whatever")
    assert find_passage(PART._replace(table=table), _reader(**{table: [claim]})) == Support("own", claim)


def test_a_row_without_an_event_has_context_too() -> None:
    claim = _claim(table="border_liaison_offices", field="status")
    cite = Cite("own", "border_liaison_offices", "o", ("name",))
    found = find_passage(cite, _reader(border_liaison_offices=[claim]))
    assert found == Support("own", claim, is_context=True)


def test_without_words_the_source_as_a_whole() -> None:
    assert find_passage(CITE, _reader(events=[_claim(anchor=None)])) == Support("own")
    assert find_passage(Cite("own"), _reader(events=[_claim()])) == Support("own")


def test_the_preferred_claim_leads_whoever_states_it() -> None:
    preferred = _claim(source_id="other", rank="preferred")
    assert find_preferred_passage(CITE, _reader(events=[_claim(), preferred])) == Support("other", preferred)


def test_a_preferred_claim_without_words_leads_to_other_words_of_its_source() -> None:
    bare = _claim(source_id="other", rank="preferred", anchor=None)
    form = _claim(source_id="other", field="form")
    read = _reader(events=[_claim(), bare, form])
    assert find_preferred_passage(CITE, read) == Support("other", form, is_context=True)
    assert find_preferred_passage(CITE, _reader(events=[_claim(), bare])) == Support("other")


def test_of_undisputed_claims_the_first_field_then_the_source_of_the_row() -> None:
    other, own = _claim(source_id="other"), _claim()
    assert find_preferred_passage(CITE, _reader(events=[other, own])) == Support("own", own)
    end = _claim(field="end_on")
    assert find_preferred_passage(CITE, _reader(events=[end, other])) == Support("other", other)
    rival = _claim(source_id="rival", is_disputed=True)
    assert find_preferred_passage(CITE, _reader(events=[rival])) == Support("own")


def test_only_claims_that_agree_with_what_is_shown_count() -> None:
    now, then = _claim(rank="preferred", value="2022"), _claim(source_id="other", is_disputed=True)
    read = _reader(events=[now, then])
    assert find_preferred_passage(CITE, read, {"start_on": "2021"}) == Support("other", then)
    assert find_preferred_passage(CITE, read) == Support("own", now)
    alone = find_preferred_passage(CITE, _reader(events=[now]), {"start_on": "2021"})
    assert alone == Support("own", now, is_context=True)
