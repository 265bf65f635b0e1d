"""The basket as a session holds it; what a browser keeps of it is for a browser (tests/e2e)."""

from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from data.brief.basket import LARGEST, Basket, Item, read_basket, write_basket
from pages.views.shell import basket
from tests.reader import Opened, opening, press, run

EVENT = "2021-03-03-alphaville-roundtable"


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(st, "toast", lambda words: state.setdefault("toasts", []).append(words))
    return state


def test_a_card_goes_into_the_basket_and_out_again(opened: Opened) -> None:
    app = opened("timeline", event=EVENT)
    assert app.button(key="basket-toggle").label == "Add to basket"
    press(app, "basket-toggle")
    assert app.session_state[basket.NOW] == Basket((Item("events", EVENT),))
    assert app.button(key="basket-toggle").label == "In the basket ✓"
    press(app, "basket-toggle")
    assert app.session_state[basket.NOW] == basket.EMPTY


@pytest.mark.parametrize(
    ("page", "parameters", "item"),
    [
        ("evidence", {"source": "beta-2022-page"}, Item("sources", "beta-2022-page")),
        ("network", {"node": "alpha"}, Item("organisations", "alpha")),
        ("offices", {"office": "gamma-crossing"}, Item("border_liaison_offices", "gamma-crossing")),
        ("recommendations", {"recommendation": "alpha-1-posts"}, Item("recommendations", "alpha-1-posts")),
        ("person", {"id": "alfov-anna"}, Item("people", "alfov-anna")),
        ("country", {"id": "UZB"}, Item("countries", "UZB")),
        ("theme", {"id": "border-management"}, Item("themes", "border-management")),
    ],
)
def test_every_card_and_thing_goes_into_the_basket(
    page: str, parameters: dict[str, str], item: Item, opened: Opened
) -> None:
    app = opened(page, **parameters)
    press(app, "basket-toggle")
    assert app.session_state[basket.NOW] == Basket((item,))


def test_the_menu_tells_how_many_there_are(opened: Opened) -> None:
    app = opened("timeline")
    app.session_state[basket.NOW] = Basket((Item("events", EVENT),))
    run(app)
    links = [each.proto.label for each in app.get("page_link")]
    assert r"Brief \(1 in the basket\)" in links


def test_changes_are_undone_one_by_one(session: dict[str, Any]) -> None:
    basket.add([Item("events", "a")])
    basket.add([Item("events", "b"), Item("events", "a")])
    basket.change(basket.EMPTY)
    assert basket.current() == basket.EMPTY
    basket.undo()
    assert [item.id for item in basket.current().items] == ["a", "b"]
    basket.undo()
    basket.undo()
    basket.undo()
    assert basket.current() == basket.EMPTY
    assert not basket.can_undo()
    for number in range(100):
        basket.add([Item("events", str(number))])
    assert len(session[basket.BEFORE]) == basket.STEPS


def test_a_basket_that_is_too_large_changes_nothing_and_says_so(session: dict[str, Any]) -> None:
    basket.change(Basket(tuple(Item("events", str(n), "ж" * 2_000) for n in range(60))))
    assert basket.current() == basket.EMPTY
    assert session["toasts"] == [basket.FULL]
    basket.add([Item("events", str(number)) for number in range(501)])
    assert len(basket.current().items) == 500
    assert session["toasts"] == [basket.FULL] * 2
    assert f"{LARGEST // 1000} kB" in basket.FULL


@pytest.mark.parametrize(
    ("kept", "changed", "ids"),
    [
        ('{"chegara_basket":1,"items":[{"table":"events","id":"a"}]}', None, ["a", "own"]),
        (None, '{"chegara_basket":1,"items":[{"table":"events","id":"a"}]}', ["a"]),
        ("<script>", None, ["own"]),
        ('{"chegara_basket":1,"items":[{"table":"claims","id":"a"}]}', None, ["own"]),
        (None, "x" * (LARGEST + 1), ["own"]),
        (None, "", []),
        (7, None, ["own"]),
    ],
)
def test_what_a_browser_hands_over_is_read_as_a_basket_or_left(
    kept: Any, changed: Any, ids: list[str], session: dict[str, Any]
) -> None:
    basket.add([Item("events", "own")])
    session[basket.KEEPER] = type("Sent", (), {"kept": kept, "changed": changed})
    basket._take_kept() if changed is None else basket._take_changed()
    assert [item.id for item in basket.current().items] == ids


def test_a_basket_that_a_browser_could_not_hand_over_again_is_not_kept(session: dict[str, Any]) -> None:
    """Both fit, and together they do not."""
    notes = [Basket(tuple(Item("events", f"{who}{n}", "ж" * 2_000) for n in range(40))) for who in "ab"]
    basket.change(notes[0])
    kept = write_basket(notes[1], indent=None).decode()
    session[basket.KEEPER] = type("Sent", (), {"kept": kept, "changed": None})
    basket._take_kept()
    assert basket.current() == notes[1]
    assert session["toasts"] == [basket.FULL]


@pytest.mark.usefixtures("session")
def test_the_browser_keeps_what_the_session_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, Any]] = []
    monkeypatch.setattr(basket, "KEEP", lambda **told: given.append(told["data"]))
    basket.keep_in_browser()
    basket.add([Item("events", "a", "Mine")])
    basket.keep_in_browser()
    assert given[0] == {"basket": "", "is_known": False}
    assert given[1]["is_known"] is True
    assert read_basket(given[1]["basket"].encode()) == basket.current()
