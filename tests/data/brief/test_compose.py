from collections import Counter
from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest
from sqlalchemy import Engine

from data.brief.basket import Basket, Item
from data.brief.compose import cited_sources, compose
from data.brief.document import Document, Drawn, References, Remark, sentences
from data.brief.evidence import Evidence
from data.brief.pagination import PAGE, measure
from data.brief.request import PARTS, Length, Request
from data.engines import choice
from data.engines.answers import Answer
from data.filters import Filters

ITEMS = (Item("events", "2022-06-beta-office"), Item("recommendations", "alpha-1-posts"))
BASKET = Basket(
    (Item("events", "2022-06-beta-office", "Mine"), Item("border_liaison_offices", "psi-post")), "Own"
)


def _drawn(document: Document) -> list[str]:
    return [block.name for part in document.sections for block in part.blocks if isinstance(block, Drawn)]


@pytest.mark.parametrize(("length", "basket"), list(product(Length, (None, BASKET))))
def test_no_sentence_is_without_a_footnote(engine: Engine, length: Length, basket: Basket | None) -> None:
    found = list(sentences(compose(engine, Request(length=length, basket=basket, note="Mine"))))
    assert found
    assert [each.text for each in found if not each.citations] == []


def test_parts_stand_in_the_order_asked_for_and_sources_last(engine: Engine) -> None:
    parts = ("sources", "recommendations", "figures")
    found = compose(engine, Request(parts=parts, length=Length.WHOLE, pictures=()))
    assert [part.heading for part in found.sections] == ["Recommendations", "In figures", "Sources"]
    assert (found.title, found.question) == ("Brief: the whole record", "")
    named = compose(engine, Request(parts=parts, title="My own"))
    assert (named.title, named.question) == ("My own", "the whole record")


def test_pictures_stand_with_what_they_show_else_by_themselves(engine: Engine) -> None:
    found = compose(engine, Request(length=Length.WHOLE))
    assert _drawn(found) == ["strip", "lanes", "network", "map", "matrix", "bars", "coverage"]
    apart = compose(engine, Request(parts=("recommendations",), pictures=("map",)))
    assert [part.heading for part in apart.sections] == ["Recommendations", "Pictures"]
    assert _drawn(compose(engine, Request(length=Length.ONE))) == []


def test_sources_and_short_names_are_listed(engine: Engine) -> None:
    found = compose(engine, Request(length=Length.WHOLE))
    short, sources = found.sections[-2:]
    assert isinstance(short.blocks[0], References)
    assert short.blocks[0].entries[0].startswith("ALPHA: Alpha Office on Tests; BETA: Beta Organisation; ")
    assert isinstance(sources.blocks[0], References)
    assert [entry.partition(",")[0] for entry in sources.blocks[0].entries] == [
        "Alpha",
        "Beta News",
        "Beta",
    ]


def test_sources_come_with_the_passages_quoted(engine: Engine) -> None:
    found = compose(
        engine, Request(filters=Filters(organisations=("alpha",)), length=Length.WHOLE, pictures=())
    )
    notes = {each.source["id"]: each.note for each in cited_sources(Evidence(engine), found)}
    assert notes["alpha-2021-report"].startswith("“")
    assert "“Anna Alfova, Head of Alpha” (para. 3)" in notes["alpha-2021-report"]


def test_a_basket_has_its_title_rows_notes_and_pictures_of_them_alone(engine: Engine) -> None:
    found = compose(engine, Request(basket=BASKET, length=Length.WHOLE, note="On all"))
    assert (found.title, found.question) == ("Own", "")
    remarks = [block.text for part in found.sections for block in part.blocks if isinstance(block, Remark)]
    assert remarks == ["On all", "Mine"]
    assert _drawn(found) == ["lanes", "map"]
    assert compose(engine, Request(basket=Basket(()))).title == "Brief: Selection"


def test_the_same_request_gives_the_same_document(engine: Engine) -> None:
    assert compose(engine, Request()) == compose(engine, Request())
    assert PARTS[-1] == "sources"


@pytest.mark.parametrize("length", [Length.ONE, Length.FIVE])
def test_a_brief_keeps_to_its_pages(engine: Engine, length: Length) -> None:
    found = compose(engine, Request(length=length, note="My own view of it all. " * 75))
    assert 0.5 * PAGE < measure(found) <= length * PAGE
    said = [each.text for each in sentences(found)]
    assert (
        "Of the six events one is given here: the newest of those that most documents report." in said
    ) == (length == Length.ONE)


@pytest.mark.parametrize(
    ("basket", "length"), [(None, Length.WHOLE), (Basket(ITEMS), Length.WHOLE), (None, Length.ONE)]
)
def test_nothing_is_read_twice(
    basket: Basket | None, length: Length, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[tuple[str, str]] = Counter()
    fetch = choice.FETCH["sqlite"]

    def count(engine: Engine, sql: str, values: Mapping[str, Any]) -> Answer:
        asked[sql, repr(values)] += 1
        return fetch(engine, sql, values)

    monkeypatch.setitem(choice.FETCH, "sqlite", count)
    compose(engine, Request(basket=basket, length=length, note="My own view of it all. " * 75))
    assert asked
    assert [sql for (sql, _), times in asked.items() if times > 1] == []
