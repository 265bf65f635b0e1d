"""A basket: rows of the record chosen by hand, in their order, each with the analyst's own note."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

VERSION = 1
TABLES = (
    "events",
    "border_liaison_offices",
    "recommendations",
    "statements",
    "sources",
    "organisations",
    "people",
    "instruments",
    "borders",
    "places",
    "countries",
    "themes",
)
"""What may be put into a basket."""
LARGEST, MOST_ITEMS, LONGEST_NOTE, LONGEST_ID, LONGEST_TITLE = 200_000, 500, 2_000, 200, 200
"""Bytes, so that a browser sends it in one message; items; characters."""

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character: JSON can name one by its number, and nothing else can hold it."""


class BasketError(ValueError):
    """Why a file is no basket, in words for who handed it in."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row by its table and key; `note` is the analyst's."""

    table: str
    id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Basket:
    """`note` is on the whole."""

    items: tuple[Item, ...]
    title: str = ""
    note: str = ""

    def holds(self, table: str, identity: str) -> bool:
        return any((item.table, item.id) == (table, identity) for item in self.items)

    def with_items(self, items: Iterable[Item]) -> "Basket":
        """These after its own, each once, as far as there is room."""
        found: dict[tuple[str, str], Item] = {}
        for item in (*self.items, *items):
            found.setdefault((item.table, item.id), item)
        return replace(self, items=tuple(found.values())[:MOST_ITEMS])

    def without(self, table: str, identity: str) -> "Basket":
        left = (item for item in self.items if (item.table, item.id) != (table, identity))
        return replace(self, items=tuple(left))


def read_basket(content: bytes) -> Basket:
    """The basket that a JSON file holds; BasketError where it is none, too large, or of a later version."""
    if len(content) > LARGEST:
        raise BasketError(f"a basket has at most {LARGEST:,} bytes")
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BasketError("a basket is a file of JSON in UTF-8") from error
    if not isinstance(found, dict) or found.get("chegara_basket") != VERSION:
        raise BasketError(f'a basket says "chegara_basket": {VERSION} at its top')
    items = found.get("items")
    if not isinstance(items, list) or len(items) > MOST_ITEMS:
        raise BasketError(f"a basket has a list of at most {MOST_ITEMS} items")
    read = [_item(place, item) for place, item in enumerate(items, start=1)]
    once = {(item.table, item.id): item for item in reversed(read)}
    title, note = (
        _text(found, name, most) for name, most in (("title", LONGEST_TITLE), ("note", LONGEST_NOTE))
    )
    return Basket(tuple(item for item in read if once[item.table, item.id] is item), title, note)


def write_basket(basket: Basket, indent: int | None = 1) -> bytes:
    """The same as a file; on one line without `indent`."""
    items = [
        {"table": item.table, "id": item.id} | ({"note": item.note} if item.note else {})
        for item in basket.items
    ]
    found = {"chegara_basket": VERSION, "title": basket.title, "note": basket.note, "items": items}
    signs = (",", ":" if indent is None else ": ")
    return f"{json.dumps(found, ensure_ascii=False, indent=indent, separators=signs)}\n".encode()


def _item(place: int, item: Any) -> Item:
    if not isinstance(item, dict) or item.get("table") not in TABLES:
        raise BasketError(f'item {place}: "table" is one of {", ".join(TABLES)}')
    identity = _text(item, "id", LONGEST_ID, f"item {place}: ")
    if not identity:
        raise BasketError(f'item {place}: "id" is missing')
    return Item(item["table"], identity, _text(item, "note", LONGEST_NOTE, f"item {place}: "))


def _text(found: Mapping[str, Any], name: str, most: int, where: str = "") -> str:
    text = found.get(name, "")
    if not isinstance(text, str) or len(text) > most:
        raise BasketError(f'{where}"{name}" is a text of at most {most:,} characters')
    if SURROGATE.search(text):
        raise BasketError(f'{where}"{name}" holds half a character, which cannot be written')
    return text
