"""What a brief is asked for: a filter or a basket, which parts in which order, how long."""

import os
import re
from dataclasses import dataclass, field
from enum import IntEnum

from data.brief.basket import Basket
from data.brief.languages.english import ENGLISH
from data.brief.languages.language import Language
from data.filters import Filters
from data.values.text import web_address

PARTS = ("figures", "events", "offices", "recommendations", "coverage", "sources")
ADDRESS = "CHEGARA_ADDRESS"
"""Setting: the public address of the dashboard. Without it a file names the build and no address."""


LOCAL = re.compile(r"(.*\.)?localhost|127\..*|0\.0\.0\.0|\[", re.IGNORECASE)
"""Hosts that only this machine can reach."""


class Length(IntEnum):
    """About how many pages; WHOLE leaves nothing out."""

    ONE = 1
    TWO = 2
    FIVE = 5
    WHOLE = 0


@dataclass(frozen=True, slots=True)
class Request:
    """`pictures` by name (see `pictures.PICTURES`); None: those that fit the length. `by` groups events."""

    filters: Filters = field(default_factory=Filters)
    basket: Basket | None = None
    title: str = ""
    note: str = ""
    parts: tuple[str, ...] = PARTS
    length: Length = Length.TWO
    pictures: tuple[str, ...] | None = None
    by: str = "year"
    style: str = "un"
    language: Language = ENGLISH


def public_address() -> str:
    """The address of the dashboard that others can open; empty unless it is set. Never of this machine.

    ValueError where the setting holds something else.
    """
    text = os.environ.get(ADDRESS, "").rstrip("/")
    host = web_address(text).partition("://")[2].partition("/")[0].partition(":")[0] if text else ""
    return "" if LOCAL.fullmatch(host) else text
