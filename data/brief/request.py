"""What a brief is asked for: a filter or a basket, which parts in which order, how long."""

import os
import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from urllib.parse import quote

from sqlalchemy import Engine

from data import engines
from data.brief.basket import Basket
from data.brief.document import Citation, Sentence
from data.brief.english import ENGLISH
from data.brief.evidence import Evidence
from data.brief.language import Language
from data.brief.pictures import View
from data.claims.passages import Cite
from data.claims.wording import Names
from data.extracts import export
from data.filters import Filters
from data.links import OWN, view_address
from data.queries.sources import claims
from data.values.rows import Records
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


class Context:
    """What every part works with: the build, its claims and names, the request in words."""

    def __init__(self, engine: Engine, request: Request) -> None:
        self.engine, self.request = engine, request
        self.evidence = Evidence(engine)
        self.say, self.label = request.language.say, request.language.label
        self.release = export.find_release(engine)
        self.words = request.filters.sentence(export.filter_names(engine))
        self.address = public_address()
        self.short_names: dict[str, str] = {}
        """Full names of the organisations named so far, by the short one."""

    @cached_property
    def names(self) -> Names:
        """The name of every row by table and id."""
        rows = engines.read_records(self.engine, claims.list_names())
        return {(row["table"], row["id"]): row["name"] for row in rows}

    @property
    def view(self) -> View:
        """What pictures are drawn of."""
        return View(self.engine, self.request.filters, self.words, self.release)

    @property
    def is_full(self) -> bool:
        """Whether the length has room for every sentence on a thing."""
        return self.request.length in (Length.FIVE, Length.WHOLE)

    @property
    def record_words(self) -> str:
        """Of which release and build."""
        name, build, day = self.release.name, self.release.build, self.release.day
        if day is None:
            return self.say("record", release=name, build=build)
        words = self.request.language.day(day.isoformat())
        return self.say("record_of", release=name, build=build, day=words)

    def counted(self) -> Citation:
        """What a figure counted from the record rests on: release, filter, the view that shows it."""
        is_basket = self.request.basket is not None
        words = self.say("looked_up") if is_basket else self.say("counted", filter=self.words)
        shown = self.address and not is_basket
        address = view_address(self.address, "timeline", self.request.filters) if shown else ""
        day = self.release.day.isoformat() if self.release.day else ""
        return Citation("", self.record_words, words, day, "", address, address=address)

    def count(self, key: str, number: int | None = None, /, **gaps: str | int) -> Sentence:
        """A sentence whose figure is counted from the record."""
        return Sentence(self.say(key, number, **gaps), (self.counted(),))

    def mention(self, organisations: Records) -> None:
        """Keep the full names of organisations that are named."""
        self.short_names |= {
            row["name"]: row["full_name"] for row in organisations if row["full_name"] != row["name"]
        }

    def sentence(self, text: str, *cites: Cite, lead: str = "") -> Sentence:
        """A sentence that rests on these values."""
        return Sentence(text, self.evidence.citations(*cites), lead)


def public_address() -> str:
    """The address of the dashboard that others can open; empty unless it is set. Never of this machine."""
    try:
        address = web_address(os.environ.get(ADDRESS, "").rstrip("/"))
    except ValueError:
        return ""
    host = address.partition("://")[2].partition("/")[0].partition(":")[0]
    return "" if LOCAL.fullmatch(host) else address


def record_address(table: str, identity: str) -> str:
    """The public address at which a row opens, else `table/id`."""
    base = public_address()
    if not base or table not in OWN:
        return f"{table}/{identity}"
    page, parameter, _ = OWN[table]
    return f"{base}/{page}?{parameter}={quote(identity, safe='')}"
