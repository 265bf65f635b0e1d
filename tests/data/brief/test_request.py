from collections.abc import Callable

import pytest

from data.brief.basket import Basket
from data.brief.request import ADDRESS, Context, public_address, record_address
from data.filters import Filters


@pytest.mark.parametrize(
    ("set_to", "address"),
    [
        ("", ""),
        ("https://chegara.example/", "https://chegara.example"),
        ("https://chegara.example:8443/base", "https://chegara.example:8443/base"),
        ("http://localhost:8501", ""),
        ("http://LOCALHOST", ""),
        ("http://app.localhost/x", ""),
        ("http://127.0.0.1:8501", ""),
        ("http://0.0.0.0:8501", ""),
        ("http://[::1]:8501", ""),
        ("https://user@localhost", ""),
        ("chegara.example", ""),
        ("javascript://x/%0aalert(1)", ""),
    ],
)
def test_the_public_address_is_one_that_others_can_open(
    set_to: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ADDRESS, set_to)
    assert public_address() == address


def test_a_record_is_named_by_its_id_unless_there_is_a_public_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    assert record_address("events", "a") == "events/a"
    monkeypatch.setenv(ADDRESS, "https://chegara.example")
    assert record_address("events", "a b") == "https://chegara.example/timeline?event=a%20b"
    assert record_address("agenda_items", "a") == "agenda_items/a"


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


def test_full_names_are_kept_of_those_that_have_a_short_one(context: Callable[..., Context]) -> None:
    found = context()
    found.mention([{"name": "A", "full_name": "Alpha"}, {"name": "B", "full_name": "B"}])
    assert found.short_names == {"A": "Alpha"}
    assert found.names["organisations", "alpha"] == "ALPHA"
