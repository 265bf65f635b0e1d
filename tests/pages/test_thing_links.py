"""Every name on a card and on the page of a thing leads to its page."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data import engines
from data.links import NAMED as NAMED_TABLES
from data.links import THINGS
from data.queries.things import index
from tests.pages.test_things import NAMED, ROUNDTABLE, TITLES
from tests.reader import Opened, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


class Loose(HTMLParser):
    """The text of a page that stands in no link, no heading and no note."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser calls it so
        if tag not in ("br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"a", "sup", "summary"} & set(self.open):
            self.words.append(data)


def names(engine: Engine) -> set[str]:
    """Every name and title of the record that has a page; those of sources are sentences."""
    tables = [table for table in NAMED_TABLES if table != "sources"]
    rows = [engines.read_records(engine, index.list_things(table, "", 0, 999)) for table in tables]
    titles = engines.select(engine, "SELECT title FROM events", {}).rows
    return {row["name"] for each in rows for row in each} | {title for (title,) in titles}


def names_without_link(page: str, known: set[str]) -> set[str]:
    """Names that stand in a cell of a table by themselves, or parted by commas, and lead nowhere.

    Rows for paper are left out: nothing is pressed there.
    """
    loose, page = set(), re.sub('<div class="printed rows">.*?</div>', "", page, flags=re.DOTALL)
    for cell in re.findall(r"<td>(.*?)</td>", page, re.DOTALL):
        reader = Loose()
        reader.feed(cell)
        parts = re.split(r"[,;·—]| and | to | at |: ", "\n".join(reader.words).replace("\n", ","))
        loose |= {part.strip() for part in parts} & known
    return loose


@pytest.mark.parametrize("page", THINGS.values())
def test_every_name_on_the_page_of_a_thing_is_a_link(page: str, opened: Opened, engine: Engine) -> None:
    own = {TITLES[page].replace("\\", "").removesuffix(" border")}
    found = names_without_link(said(opened(page, id=NAMED[page])), names(engine) - own)
    assert found == set()


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("timeline", {"event": ROUNDTABLE}),
        ("timeline", {"event": "2022-betaburg-exercise"}),
        ("recommendations", {"recommendation": "alpha-2-training"}),
        ("offices", {"office": "gamma-crossing"}),
        ("offices", {"border": "TJK-UZB"}),
        ("network", {"org": "alpha"}),
        ("network", {}),
    ],
)
def test_every_name_on_a_card_is_a_link(
    page: str, asked: dict[str, str], opened: Opened, engine: Engine
) -> None:
    assert names_without_link(said(opened(page, **asked)), names(engine)) == set()


def test_a_name_without_a_link_is_found(engine: Engine) -> None:
    cell = "<td>ALPHA, <a href='person?id=x'>Anna Alfova</a></td><td>To ALPHA posts</td>"
    assert names_without_link(cell, names(engine)) == {"ALPHA"}
