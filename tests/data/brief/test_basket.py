import json
from typing import Any

import pytest

from data.brief.basket import MOST_ITEMS, Basket, BasketError, Item, read_basket, write_basket

LONG = "x" * 2001


def _file(**more: Any) -> bytes:
    return json.dumps({"chegara_basket": 1, "items": []} | more).encode()


def test_a_basket_comes_back_as_it_was_written() -> None:
    basket = Basket((Item("events", "a", "мой\nкомментарий"), Item("sources", "b")), "Title", "On all")
    assert read_basket(write_basket(basket)) == basket
    assert write_basket(Basket(())).startswith(b'{\n "chegara_basket": 1,')


def test_rows_are_put_in_once_taken_out_and_bounded() -> None:
    basket = Basket((Item("events", "a", "Mine"),), "Title").with_items(
        (Item("events", "b"), Item("events", "a"))
    )
    assert basket == Basket((Item("events", "a", "Mine"), Item("events", "b")), "Title")
    assert basket.holds("events", "b")
    assert not basket.holds("sources", "b")
    assert basket.without("events", "a") == Basket((Item("events", "b"),), "Title")
    many = [Item("events", f"{number}") for number in range(MOST_ITEMS + 10)]
    assert len(basket.with_items(many).items) == MOST_ITEMS


def test_on_one_line_it_is_the_same_basket() -> None:
    basket = Basket((Item("events", "a", "мой"),))
    line = write_basket(basket, indent=None)
    assert line == (
        '{"chegara_basket":1,"title":"","note":"","items":[{"table":"events","id":"a","note":"мой"}]}\n'.encode()
    )
    assert read_basket(line) == basket


def test_a_row_put_in_twice_is_there_once_at_its_first_place() -> None:
    items = [{"table": "events", "id": each} for each in ("a", "b", "a")]
    assert read_basket(_file(items=items)).items == (Item("events", "a"), Item("events", "b"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff", "a file of JSON in UTF-8"),
        (b"[" * 100_000, "a file of JSON in UTF-8"),
        (b"[]", 'says "chegara_basket": 1 at its top'),
        (_file(chegara_basket=2), 'says "chegara_basket": 1 at its top'),
        (_file(items={}), "a list of at most 500 items"),
        (_file(items=[{"table": "events", "id": "a"}] * (MOST_ITEMS + 1)), "a list of at most 500 items"),
        (_file(items=["a"]), 'item 1: "table" is one of events'),
        (_file(items=[{"table": "claims", "id": "a"}]), 'item 1: "table" is one of events'),
        (_file(items=[{"table": "events"}]), 'item 1: "id" is missing'),
        (_file(items=[{"table": "events", "id": 1}]), 'item 1: "id" is a text of at most 200 characters'),
        (_file(items=[{"table": "events", "id": "a", "note": LONG}]), 'item 1: "note" is a text of at most'),
        (_file(title="x" * 201), '"title" is a text of at most 200 characters'),
        (_file(note=None), '"note" is a text'),
        (_file(title="a\ud800"), '"title" holds half a character'),
        (b" " * 200_001, "at most 200,000 bytes"),
    ],
)  # fmt: skip
def test_what_is_no_basket_is_refused_with_the_reason(content: bytes, said: str) -> None:
    with pytest.raises(BasketError) as refused:
        read_basket(content)
    assert said in str(refused.value)
