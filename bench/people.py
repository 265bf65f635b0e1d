"""What people do on the pages: change a filter, go to another page, open the card of a row."""

import random
from typing import Any

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

from bench.session import Run, Session, key_of

PAGES = ("", "timeline", "network", "offices", "recommendations", "evidence")
WORDS = ("border", "terrorism", "Tashkent", "drugs", "customs", "training", "Ашхабад", "firearms", "women")
"""What they search for."""
SHARES = {"filter": 5, "page": 3, "card": 3}
"""How often they do what."""
MOST = 2
"""Filters that are on at most; with more, the next change takes all away."""


class Person:
    """A reader who chooses by a seeded chance; the same seed does the same on the same record."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session = session
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._on: dict[str, Any] = {}

    async def arrive(self) -> Run:
        """Open the first page, by a link to any of the pages."""
        return await self.session.open(self._chance.choice(PAGES))

    async def act(self) -> Run:
        """Do the next thing."""
        does = self._chance.choices([*SHARES], [*SHARES.values()])[0]
        if does == "page":
            return await self.session.follow(self._chance.choice(PAGES))
        if does == "card" and (tables := list_tables(self.session)):
            table, rows = self._chance.choice(tables)
            return await self.session.pick(table, self._chance.randrange(rows))
        return await self._filter()

    async def _filter(self) -> Run:
        if len(self._on) >= MOST:
            cleared: dict[str, Any] = {name: "" if name == "f_q" else [] for name in self._on}
            cleared |= {"f_dates": self._find_bounds()} if "f_dates" in self._on else {}
            self._on = {}
            return await self.session.change(**cleared)
        name = self._chance.choice(("f_org", "f_org", "f_country", "f_kind", "f_theme", "f_dates", "f_q"))
        value: Any = self._chance.choice(WORDS)
        if name == "f_dates":
            first = self._chance.randint(2008, 2022)
            value = [f"{first}-01-01", f"{first + self._chance.randint(0, 4)}-12-31"]
            if value[0] < self._find_bounds()[0] or value[1] > self._find_bounds()[1]:
                value = self._find_bounds()
        elif name != "f_q":
            value = [self._chance.choice(list_options(self.session, name))]
        self._on[name] = value
        return await self.session.change(**{name: value})

    def _find_bounds(self) -> list[str]:
        every = self.session.elements["date_input"]
        dates = next(widget for widget in every if key_of(widget.id) == "f_dates")
        return [day.replace("/", "-") for day in (dates.min, dates.max)]


def list_options(session: Session, name: str) -> list[str]:
    """What a filter offers."""
    return next([*w.options] for w in session.elements["multiselect"] if key_of(w.id) == name)


def list_tables(session: Session) -> list[tuple[Any, int]]:
    """The tables on the page of which a row can be selected, with their numbers of rows."""
    tables = [shown for shown in session.elements.get("dataframe", ()) if shown.selection_mode]
    counted = [(table, _rows(table.arrow_data.data)) for table in tables]
    return [(table, rows) for table, rows in counted if rows]


def _rows(data: bytes) -> int:
    return len(convert_arrow_bytes_to_pandas_df(data)) if data else 0
