from collections.abc import Callable
from datetime import date

import pytest

from data.brief.basket import Basket
from data.brief.context import Context
from data.brief.request import ADDRESS
from data.filters import Filters


def test_a_figure_rests_on_release_build_and_filter(
    context: Callable[..., Context], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    found = context(filters=Filters(organisations=("alpha",)))
    build = found.release.build
    assert found.record_words == f"Chegara, release test.1 of 20 November 2026, build {build}."
    cited = found.counted()
    assert (cited.source_id, cited.title, cited.url) == ("", "Counted in the record; filter: ALPHA.", "")
    assert context(basket=Basket(())).counted().title == "Looked up in the record."
    monkeypatch.setenv(ADDRESS, "https://chegara.example")
    linked = context(filters=Filters(organisations=("alpha",))).counted()
    assert linked.address == "https://chegara.example/timeline?org=alpha"


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2021-01-01", "2025-12-31", "2021 to 2025"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2021-01-01", "2025-06-30", "1 January 2021 to 30 June 2025"),
        ("2021-03-01", None, "from 1 March 2021"),
        (None, "2021-12-31", "until 31 December 2021"),
        (None, None, "the whole record"),
    ],
)
def test_a_range_of_dates_is_worded_as_people_say_it(
    context: Callable[..., Context], since: str | None, until: str | None, words: str
) -> None:
    first, last = (date.fromisoformat(day) if day else None for day in (since, until))
    assert context(filters=Filters(since=first, until=last)).words == words


def test_full_names_are_kept_of_those_that_have_a_short_one(context: Callable[..., Context]) -> None:
    found = context()
    found.mention([{"name": "A", "full_name": "Alpha"}, {"name": "B", "full_name": "B"}])
    assert found.short_names == {"A": "Alpha"}
    assert found.names["organisations", "alpha"] == "ALPHA"
