from datetime import date
from xml.etree import ElementTree

import pytest
from sqlalchemy import Engine

from data.brief import pictures
from data.brief.basket import Basket, Item
from data.brief.context import Context
from data.brief.pictures import PICTURES
from data.brief.request import Request
from data.filters import Filters
from data.pictures.files import TITLES
from data.pictures.maps.borders import CountedBorder
from tests.data.pictures.drawn import texts


def _context(engine: Engine, filters: Filters) -> Context:
    return Context(engine, Request(filters))


def _chosen(engine: Engine, table: str, identity: str) -> Context:
    return Context(engine, Request(basket=Basket((Item(table, identity),))))


@pytest.mark.parametrize("name", PICTURES)
def test_each_is_a_file_with_title_filter_source_and_release(engine: Engine, name: str) -> None:
    drawn = pictures.draw(name, _context(engine, Filters()))
    assert drawn is not None
    said = texts(ElementTree.fromstring(drawn.svg))  # noqa: S314 - our own file
    assert said[0] == drawn.title == TITLES[name]
    assert "Filter: the whole record." in said
    assert [each for each in said if each.startswith("Source: Chegara, release test.1 of 2026-11-20, build ")]
    assert drawn.words.endswith(".")


@pytest.mark.parametrize("name", ["strip", "lanes", "network", "bars", "coverage"])
def test_nothing_to_draw_is_no_picture(engine: Engine, name: str) -> None:
    assert pictures.draw(name, _context(engine, Filters(words="zzz"))) is None


def test_before_anything_was_counted_there_is_no_map(engine: Engine) -> None:
    early = _context(engine, Filters(until=date(2019, 1, 1)))
    assert pictures.draw("map", early) is None
    assert pictures.draw("matrix", early) is None


def test_a_basket_draws_its_rows_alone(engine: Engine) -> None:
    drawn = pictures.draw("lanes", _chosen(engine, "events", "2022-06-beta-office"))
    assert drawn is not None
    assert drawn.words == "1 event along time from 2021-07-17 to 2022-12-29, by lane: Openings 1."
    assert pictures.draw("lanes", _chosen(engine, "events", "undated-delta-meeting")) is None
    placed = pictures.draw("map", _chosen(engine, "border_liaison_offices", "gamma-crossing"))
    assert placed is not None
    assert placed.words.endswith("With a known place: Gamma crossing.")


def test_chosen_organisations_are_drawn_with_their_partners_alone(engine: Engine) -> None:
    drawn = pictures.draw("network", _context(engine, Filters(organisations=("beta",))))
    assert drawn is not None
    assert drawn.words == "2 organisations, joined by one line where two shared an event."


def test_a_country_keeps_its_own_borders(engine: Engine) -> None:
    borders = _context(engine, Filters(countries=("KAZ",))).offices.borders
    assert [row["id"] for row in borders] == ["KAZ-UZB"]


def test_every_picture_has_a_title_of_its_own() -> None:
    assert PICTURES.keys() == TITLES.keys()
    assert len(set(TITLES.values())) == len(TITLES)


def test_the_matrix_of_a_brief_says_what_is_to_come_as_the_page_does(engine: Engine) -> None:
    drawn = pictures.draw("matrix", _context(engine, Filters()))
    assert drawn is not None
    labels = [CountedBorder.from_row(row).label for row in _context(engine, Filters()).offices.borders]
    assert "+" in labels
    assert set(labels) <= set(texts(ElementTree.fromstring(drawn.svg)))  # noqa: S314 - our own file
