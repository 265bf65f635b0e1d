import re
from datetime import date
from xml.etree import ElementTree

import pytest
from sqlalchemy import Engine

from data.brief import pictures
from data.brief.pictures import PICTURES, View
from data.extracts import export
from data.filters import Filters
from data.pictures.drawing import svg
from data.pictures.drawing.sheet import Picture
from tests.data.pictures.drawn import texts


def _view(engine: Engine, filters: Filters, only: frozenset[str] | None = None) -> View:
    return View(engine, filters, "some words", export.find_release(engine), only)


@pytest.mark.parametrize("name", PICTURES)
def test_each_is_a_file_with_title_filter_source_and_release(engine: Engine, name: str) -> None:
    drawn = pictures.draw(name, _view(engine, Filters()))
    assert drawn is not None
    said = texts(ElementTree.fromstring(drawn.svg))  # noqa: S314 - our own file
    assert said[0] == drawn.title == PICTURES[name].title
    assert "Filter: some words." in said
    assert [each for each in said if each.startswith("Source: Chegara, release test.1 of 2026-11-20, build ")]
    assert drawn.words.endswith(".")


@pytest.mark.parametrize("name", ["strip", "lanes", "network", "bars", "coverage"])
def test_nothing_to_draw_is_no_picture(engine: Engine, name: str) -> None:
    assert pictures.draw(name, _view(engine, Filters(words="zzz"))) is None


def test_before_anything_was_counted_there_is_no_map(engine: Engine) -> None:
    early = _view(engine, Filters(until=date(2019, 1, 1)))
    assert pictures.draw("map", early) is None
    assert pictures.draw("matrix", early) is None


def test_a_basket_draws_its_rows_alone(engine: Engine) -> None:
    drawn = pictures.draw("lanes", _view(engine, Filters(), frozenset({"2022-06-beta-office"})))
    assert drawn is not None
    assert drawn.words == "1 event along time from 2021-07-17 to 2022-12-29, by lane: Openings 1."
    assert pictures.draw("lanes", _view(engine, Filters(), frozenset({"undated-delta-meeting"}))) is None
    placed = pictures.draw("map", _view(engine, Filters(), frozenset({"gamma-crossing"})))
    assert placed is not None
    assert placed.words.endswith("With a known place: Gamma crossing.")


def test_chosen_organisations_are_drawn_with_their_partners_alone(engine: Engine) -> None:
    drawn = pictures.draw("network", _view(engine, Filters(organisations=("beta",))))
    assert drawn is not None
    assert drawn.words == "2 organisations, joined by one line where two shared an event."


def test_a_country_keeps_its_own_borders(engine: Engine) -> None:
    _, _, borders = pictures.office_rows(_view(engine, Filters(countries=("KAZ",))))
    assert [row["id"] for row in borders] == ["KAZ-UZB"]


def test_a_picture_has_two_forms_and_a_name_by_its_words(engine: Engine) -> None:
    view = _view(engine, Filters(kinds=("meeting",)))
    drawn = pictures.draw("matrix", view)
    assert drawn is not None
    assert pictures.FORMATS["svg"](drawn) == drawn.svg
    assert pictures.FORMATS["png"](drawn).startswith(b"\x89PNG")
    name = pictures.name_file("map", view, "png")
    assert re.fullmatch(r"chegara_map_meeting_[0-9a-f]{12}_[0-9a-f]{8}\.png", name)
    assert pictures.name_file("map", view._replace(words="others"), "png") != name


def test_a_title_of_the_page_takes_the_place_of_that_of_the_form(engine: Engine) -> None:
    view = _view(engine, Filters())
    finished = pictures.finish("lanes", Picture(svg.drawing(), 10, "Shown."), view, "Events by country")
    assert (finished.title, finished.words) == ("Events by country", "Shown.")
    assert texts(ElementTree.fromstring(finished.svg))[0] == "Events by country"  # noqa: S314 - our own file
