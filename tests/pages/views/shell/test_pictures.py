"""The pictures of the pages as files: what is drawn is what is shown, and nothing before it is asked for."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data import engines
from data.filters import Filters
from data.pictures.drawing import svg
from data.pictures.drawing.sheet import Caption, Picture
from data.queries.events import cities
from pages.views.shell import pictures
from pages.views.shell.pictures import Offer
from tests.data.pictures.drawn import marks, texts
from tests.reader import Opened, opening, run, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.fixture
def list_offers(monkeypatch: pytest.MonkeyPatch) -> Callable[[AppTest, str], dict[str, Offer]]:
    """Opens the menu of that name on the page; what it offers, by name."""

    def listed(app: AppTest, menu: str) -> dict[str, Offer]:
        found: dict[str, Offer] = {}

        def spy(offer: Offer, _: Caption) -> None:
            found[offer.name] = offer

        monkeypatch.setattr(pictures, "_show_files", spy)
        app.session_state[f"picture-{menu}"] = True
        run(app)
        return found

    return listed


@pytest.fixture
def read_paper(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], AppTest]], dict[str, Any]]:
    """Opens a page; what it has for paper, by key."""

    def read(show: Callable[[], AppTest]) -> dict[str, Any]:
        found: dict[str, Any] = {}

        def spy(key: str, data: dict[str, str]) -> None:
            found[key] = ElementTree.fromstring(data["svg"])  # noqa: S314 - our own file

        monkeypatch.setattr(pictures, "PAPER", spy)
        show()
        return found

    return read


def chart(app: AppTest, kind: str, number: int = 0) -> Any:
    """The spec of a chart of the page."""
    proto = app.get(kind)[number].proto
    return json.loads(proto.json if kind == "deck_gl_json_chart" else proto.spec)


def test_the_network_has_the_nodes_and_lines_of_the_page(opened: Opened, list_offers: Any) -> None:
    app = opened("network", min="1", least="1", org="beta")
    series = chart(app, "echarts_chart")["series"][0]
    offer = list_offers(app, "network")["network"]
    drawn = marks(offer.draw())
    shown = {node["id"] for node in series["data"] if not node["id"].startswith("corner")}
    assert {mark for mark in drawn if "/" not in mark} == shown
    lines = {f"{line['source']}/{line['target']}" for line in series["links"]}
    assert {mark for mark in drawn if "/" in mark} == lines
    assert lines
    assert offer.settings == ("one event or more each", "one event or more shared")


def test_the_map_and_the_matrix_have_the_marks_of_the_page(opened: Opened, list_offers: Any) -> None:
    app = opened("offices", known="2022-12-30")
    layers = {layer["id"]: layer["data"] for layer in chart(app, "deck_gl_json_chart")["layers"]}
    offers = list_offers(app, "offices")
    picture = offers["map"].draw()
    assert set(marks(picture, "circle")) == {row["office"] for row in layers["offices"]}
    assert set(marks(picture, "polyline")) == {row["border"] for row in layers["borders"]}
    buttons = re.findall('data-choice="([A-Z-]+)"', said(app))
    cells = [each for each in offers["matrix"].draw().body.element if "data-mark" in each.attrib]
    assert sorted(each.attrib["data-mark"] for each in cells) == sorted(buttons)
    assert offers["map"].settings == ("As known on 2022-12-30",)


def test_events_are_on_the_map_where_they_are_asked_for(
    opened: Opened, engine: Engine, list_offers: Any
) -> None:
    places = {row["id"]: row for row in engines.read_records(engine, cities.list_cities(Filters()))}
    app = opened("offices", marks="events")
    layers = {layer["id"]: layer["data"] for layer in chart(app, "deck_gl_json_chart")["layers"]}
    assert {row["city"]: row["events"] for row in layers["city-reach"]} == {
        id_: row["events"] for id_, row in places.items()
    }
    drawn = marks(list_offers(app, "offices")["map"].draw(), "circle")
    assert (
        {mark.removeprefix("city ") for mark in drawn if mark.startswith("city ")} == places.keys() != set()
    )
    assert "events in a city: the more, the larger" in said(app)
    without = chart(opened("offices"), "deck_gl_json_chart")["layers"]
    assert "city-reach" not in {layer["id"] for layer in without}


def test_a_city_has_a_card_of_its_events(opened: Opened) -> None:
    html = said(opened("offices", marks="events", city="alphaville"))
    assert '<h2 class="cardtitle">Alphaville</h2>' in html
    assert "Round table on alpha borders" in html.split("cardtitle", 1)[1]
    assert "Alphaville</h2>" not in said(opened("offices", city="alphaville")), "no events are asked for"


def test_the_bars_have_the_themes_of_the_page(opened: Opened, list_offers: Any) -> None:
    app = opened("recommendations")
    buttons = set(re.findall('class="bar" data-choice="(.*?)"', said(app)))
    drawn = marks(list_offers(app, "recommendations")["bars"].draw())
    assert {mark.partition("/")[0] for mark in drawn} == buttons != set()


def test_the_lanes_are_those_chosen_and_hold_the_events_of_the_page(opened: Opened, list_offers: Any) -> None:
    app = opened("timeline", lanes="country", country="UZB")
    figures = [chart(app, "plotly_chart", n) for n in range(len(app.get("plotly_chart")))]
    points = [point[0] for trace in figures[-1]["data"] for point in trace.get("customdata") or ()]
    # The months of what was read have marks too.
    shown = {point for point in points if len(point) > len("YYYY-MM")}
    offers = list_offers(app, "timeline")
    assert offers["lanes"].title == "Events by first country along time"
    assert set(marks(offers["lanes"].draw())) == shown != set()
    bars = [y for trace in figures[0]["data"] for y in trace["y"] if y]
    assert len(marks(offers["strip"].draw())) == len(bars)
    assert offers["strip"].filters.since is None


def test_coverage_has_the_publishers_of_the_page(opened: Opened, list_offers: Any) -> None:
    app = opened("timeline")
    named = re.findall(r'<div class="row"><b>(.*?)</b>', said(app))
    picture = list_offers(app, "coverage")["coverage"].draw()
    assert [name for name in named if name in texts(picture.body.element)] == named != []


def test_nothing_is_drawn_while_the_menu_is_closed(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "make_file", None)
    app = opened("timeline")
    assert not [button for button in app.get("download_button") if "picture" in str(button.proto)]


def test_paper_has_title_filter_settings_and_release(opened: Opened, read_paper: Any) -> None:
    paper = read_paper(lambda: opened("offices", known="2022-12-30", country="UZB"))
    words = texts(paper["paper-map"])
    assert words[:2] == ["Border Liaison Offices by border", "Filter: Uzbekistan; As known on 2022-12-30."]
    assert any(each.startswith("Source: Chegara, release test.1 of ") for each in words)


def test_the_menu_makes_png_and_svg(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, bytes]] = []
    original = pictures._show_files

    def spy(offer: Offer, caption: Caption) -> None:
        made.extend((form, pictures.make_file(offer, caption, form)) for form in pictures.MIMES)
        original(offer, caption)

    monkeypatch.setattr(pictures, "_show_files", spy)
    app = opened("network")
    app.session_state["picture-network"] = True
    run(app)
    assert [form for form, _ in made] == ["png", "svg"]
    assert made[0][1].startswith(b"\x89PNG")
    assert made[1][1].startswith(b"<?xml")
    names = [button.proto.label for button in app.get("download_button")]
    assert names == ["PNG", "SVG"]


def test_paper_has_the_network_of_the_page_and_none_where_nothing_matches(
    opened: Opened, read_paper: Any
) -> None:
    app = opened("network", least="1")
    shown = {node["id"] for node in chart(app, "echarts_chart")["series"][0]["data"][:-2]}
    paper = read_paper(lambda: run(app))["paper-network"]
    drawn = {
        each.attrib["data-mark"]
        for each in paper.iter()
        if "cx" in each.attrib and "data-mark" in each.attrib
    }
    assert drawn == shown != set()
    assert read_paper(lambda: opened("network", q="zzz")) == {}


def test_hostile_words_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    body = svg.drawing()
    body.write(0, 0, "<script>alert(1)</script>")
    caption = Caption("T", "</svg><img src=x onerror=alert(1)>", "Source.")
    offer = Offer("map", None, lambda: Picture(body, 10, "Shown."))  # type: ignore[arg-type]
    monkeypatch.setattr(Offer, "make_caption", lambda _: caption)
    drawn = ElementTree.fromstring(pictures.draw_paper(offer))  # noqa: S314 - our own file
    tags = {each.tag.rpartition("}")[2] for each in drawn.iter()}
    assert not tags & {"script", "img"}
    assert "<script>alert(1)</script>" in texts(drawn)


def test_a_thing_offers_its_years_roles_and_map_extract(opened: Opened, list_offers: Any) -> None:
    offers = list_offers(opened("organisation", id="alpha"), "thing")
    assert offers.keys() == {"years", "roles"}
    assert marks(offers["years"].draw()).keys() == {"certainly 2021-01-01", "certainly 2022-01-01"}
    assert marks(offers["roles"].draw()).keys() == {"organiser 2021", "spoken_for 2021", "partner 2022"}
    border = list_offers(opened("border", id="TJK-UZB"), "thing")
    drawn = marks(border["extract"].draw())
    assert {"TJK-UZB", "gamma-crossing"} <= drawn.keys()
    assert border["extract"].title == "Tajik-Uzbek: where it is"
