"""The page Brief: what it is made of, its settings, the basket, and what it makes."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.brief import basket_link
from data.brief.basket import Basket, Item
from data.brief.request import Length
from data.filters import Subject
from pages.views.brief import basket_list, preview, wording
from pages.views.shell import basket
from tests.reader import Opened, opening, press, run, said

EVENT = "2021-03-03-alphaville-roundtable"
OWN = Basket((Item("events", EVENT, "Mine <b>& own"), Item("people", "nobody")), "My view", "On all")


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def with_basket(app: AppTest, held: Basket = OWN) -> AppTest:
    app.session_state[basket.NOW], app.session_state[basket.KNOWN] = held, True
    return run(app)


def made(app: AppTest) -> Any:
    return app.session_state[preview.MADE]


def keys(app: AppTest) -> list[str]:
    return [str(each.key) for each in app.button]


def test_nothing_is_made_before_it_is_asked_for(opened: Opened) -> None:
    app = opened("brief", kind="conference")
    assert preview.MADE not in app.session_state
    assert '<div class="brief"' not in said(app)
    press(app, "make-brief")
    assert "<h2>Brief: Conferences</h2>" in said(app)
    assert made(app).request.filters.kinds == ("conference",)


def test_a_brief_of_other_settings_is_shown_no_more(opened: Opened) -> None:
    app = press(opened("brief"), "make-brief")
    app.text_input(key="brief-title").set_value("  Another \n title ")
    run(app)
    assert '<div class="brief"' not in said(app)
    assert "has changed since" in app.info[0].value
    press(app, "make-brief")
    assert "<h2>Another title</h2>" in said(app)


def test_the_settings_come_from_the_address(opened: Opened) -> None:
    app = press(
        opened("brief", length="5", parts="events.figures.claims", by="theme", style="apa"), "make-brief"
    )
    request = made(app).request
    assert (request.length, request.parts) == (Length.FIVE, ("events", "figures"))
    assert (request.by, request.style, request.pictures) == ("theme", "apa", None)
    assert app.multiselect(key="brief-parts-6").value == ["events", "figures"]
    app.toggle(key="brief-pictures").set_value(False)
    run(app)
    assert made(press(app, "make-brief")).request.pictures == ()


def test_a_brief_of_a_thing_is_of_what_has_to_do_with_it(opened: Opened) -> None:
    app = press(opened("brief", thing="person", id="alfov-anna"), "make-brief")
    assert made(app).request.filters.subject == Subject("people", "alfov-anna")
    assert "<h2>Brief: Anna Alfova</h2>" in said(app)
    assert app.warning == []
    lost = opened("brief", thing="person", id="nobody")
    assert "nobody" in lost.warning[0].value
    assert lost.button_group("brief-origin").value == "filters"


@pytest.mark.parametrize(
    ("page", "way"),
    [
        (("timeline", {"kind": "conference"}), "brief?kind=conference"),
        (
            ("person", {"id": "alfov-anna", "kind": "conference"}),
            "brief?kind=conference&amp;thing=person&amp;id=alfov-anna",
        ),
    ],
)
def test_pages_lead_to_a_brief_under_the_same_filters(page: Any, way: str, opened: Opened) -> None:
    assert f'<a href="{way}"' in said(opened(page[0], **page[1]))


def test_the_basket_becomes_a_brief_with_notes_as_text_and_names_what_is_gone(opened: Opened) -> None:
    app = press(with_basket(opened("brief", of="basket")), "make-brief")
    assert wording.BASKET in said(app)
    page = said(app)
    assert "<h2>My view</h2>" in page
    assert "Mine &lt;b&gt;&amp; own" in page
    assert "This release does not hold one entry of the basket: people/nobody." in page
    [listed] = [each for each in app.get("bidi_component") if each.proto.id.endswith("-basket-list")]
    assert "not in this release" in str(listed.proto)


def test_title_and_note_of_the_basket_are_kept_with_it(opened: Opened) -> None:
    app = with_basket(opened("brief", of="basket"))
    app.text_input(key="basket-title").set_value("Other")
    run(app)
    app.text_area(key="basket-note").set_value(" Words ")
    run(app)
    now = app.session_state[basket.NOW]
    assert (now.title, now.note, now.items) == ("Other", "Words", OWN.items)


def test_the_basket_is_emptied_and_had_back(opened: Opened) -> None:
    app = press(with_basket(opened("brief", of="basket")), "basket-empty")
    assert app.session_state[basket.NOW] == basket.EMPTY
    assert "The basket is empty." in said(app)
    assert press(app, "basket-undo").session_state[basket.NOW] == OWN


def test_what_the_filters_match_goes_into_the_basket(opened: Opened) -> None:
    app = press(opened("brief", kind="conference"), "basket-fill")
    assert Item("events", EVENT) in app.session_state[basket.NOW].items


def test_no_more_events_are_read_than_a_basket_holds(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basket_list, "MOST_ITEMS", 1)
    app = press(opened("brief"), "basket-fill")
    assert len(app.session_state[basket.NOW].items) == 2


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        ("basket-take", ("a",)),
        ("basket-join", (EVENT, "nobody", "a")),
        ("basket-leave", (EVENT, "nobody")),
    ],
)
def test_a_link_brings_a_basket_that_is_taken_joined_or_left(
    key: str, kept: tuple[str, ...], opened: Opened
) -> None:
    code = basket_link.encode(Basket((Item("events", "a"),), "*Theirs*"))
    app = with_basket(opened("brief", of="basket", basket=code))
    assert r"“\*Theirs\*”" in app.info[0].value
    press(app, key)
    assert tuple(item.id for item in app.session_state[basket.NOW].items) == kept
    assert "basket-take" not in keys(app)


def test_a_link_that_is_no_basket_is_named(opened: Opened) -> None:
    app = opened("brief", basket="zzz")
    assert "cut or misspelt" in app.warning[0].value.replace("\\", "")
    assert "basket-take" not in keys(app)


@pytest.mark.parametrize(
    ("content", "said_so"),
    [(b'{"chegara_basket":1,"items":[{"table":"events","id":"a"}]}', ""), (b"<script>", "a file of JSON")],
)
def test_a_file_brings_a_basket_or_a_reason(content: bytes, said_so: str, opened: Opened) -> None:
    app = opened("brief", of="basket")
    app.file_uploader(key="basket-file").upload("basket.json", content, "application/json")
    run(app)
    now = app.session_state[basket.NOW] if said_so == "" else basket.EMPTY
    assert [item.id for item in now.items] == ([] if said_so else ["a"])
    assert [said_so in each.value.replace("\\", "") for each in app.warning] == ([True] if said_so else [])
