"""The page Compare: figures side by side, each leading to its rows, under the filters."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from sqlalchemy import Engine

from data import engines
from data.filters import Filters, Subject
from data.links import MANY, THINGS
from data.queries import facets
from data.queries.events import list as events
from pages.views.compare import choice, values
from pages.views.shell.filters import address
from tests.reader import Opened, lead, opening, said

TABLES = {page: table for table, page in THINGS.items()}


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def cells(html: str, name: str) -> list[list[str]]:
    """The rows of the table of that name, as plain text."""
    part = html.split(f'aria-label="{name}"', 1)[1].split("</table>", 1)[0]
    rows = [re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row) for row in part.split("<tr>")[1:]]
    return [[re.sub("<.*?>", "", cell) for cell in row] for row in rows]


def test_two_organisations_stand_side_by_side(opened: Opened) -> None:
    app = opened("compare", id="alpha~beta")
    assert lead(app) == "Shared by both: 2 events; only ALPHA: 1; only BETA: 2."
    assert cells(said(app), "What each has")[:3] == [
        ["", "ALPHA", "BETA"],
        ["Events", "3", "4"],
        ["First day of an event", "1 March 2021", "31 December 2020"],
    ]
    assert ["Training", "1", "–"] in cells(said(app), "Events by kind")
    assert ["2022", "1", "2"] in cells(said(app), "Events by year")
    assert "Train the officers of the posts." in said(app)


@pytest.mark.parametrize(
    "parameters",
    [
        {"id": "alpha~beta"},
        {"id": "alpha~beta", "from": "2021-03-04", "theme": "border-management"},
        {"id": "alpha~beta", "org": ["alpha", "beta"], "match": "all"},
        {"of": "period", "id": "2020~2021-2022"},
        {"of": "person", "id": "alfov-anna~betov-boris"},
    ],
)
def test_every_number_leads_to_as_many_rows(
    parameters: dict[str, str], opened: Opened, engine: Engine
) -> None:
    html = said(opened("compare", **parameters))
    links = re.findall(r'href="(\w+)\?([^"]*)"[^>]*class="inline">([^<]+)</a></b>', html)
    assert links
    for path, query, words in links:
        asked = parse_qs(unescape(query))
        filters, stale = address.parse_filters(asked, list_choices(engine))
        assert not stale
        if path in TABLES:
            filters = replace(filters, subject=Subject(TABLES[path], asked["id"][0]))
        number = sum(int(part.strip("+?")) for part in words.split())
        assert engines.read_records(engine, events.count_events(filters))[0]["events"] == number, words


def list_choices(engine: Engine) -> dict[str, list[str]]:
    """Every value that the address may hold, by parameter."""
    found: dict[str, list[str]] = {name: [] for name in MANY}
    parameter = {field: name for name, field in MANY.items()}
    for row in engines.read_records(engine, facets.count_values(Filters())):
        found[parameter[row["field"]]].append(row["value"])
    return found


def test_numbers_that_no_filter_can_give_are_no_links() -> None:
    either = Filters(organisations=("alpha", "beta"), themes=("drugs",))
    assert values.narrow(either, "organisations", "delta") is None
    assert values.narrow(either, "themes", "afghanistan") is None
    assert values.narrow(Filters(organisations=("alpha",)), "organisations", "delta") == Filters(
        organisations=("alpha", "delta"), match_all=True
    )


def test_what_is_not_known_is_named_and_left_out(opened: Opened) -> None:
    app = opened("compare", id="alpha~nobody<b>~beta~delta")
    [warning] = app.warning
    assert warning.value == (r"This part of the link is not known here and was left out: id “nobody\<b\>”.")
    assert lead(app).startswith("Shared by both: 2 events")
    assert lead(opened("compare", of="period", id="soon")).startswith("Choose two or three periods")
    assert lead(opened("compare", id="beta")) == "Choose one or two more to compare with BETA."


def test_the_picker_writes_the_address(opened: Opened) -> None:
    app = opened("compare", id="alpha")
    app.multiselect("compare-ids").select("beta").run()
    assert app.query_params["id"] == "alpha~beta"
    app.segmented_control("compare-kind").set_value("period").run()
    assert app.query_params["of"] == "period"
    assert "id" not in app.query_params


def test_a_thing_and_the_index_lead_here(opened: Opened) -> None:
    assert 'href="compare?of=organisation&amp;id=alpha"' in said(opened("organisation", id="alpha"))
    assert 'href="compare?of=organisation"' in said(opened("index"))
    assert 'href="compare' not in said(opened("source", id="alpha-2021-report"))


def test_more_ids_than_can_be_chosen_are_not_looked_up(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("compare", of="period", id="2020~2021")
    looked: list[str] = []

    def find_name(_: str, each: str) -> str:
        looked.append(each)
        return each

    monkeypatch.setattr(choice, "find_name", find_name)
    app.multiselect(key=choice.IDS).set_value([str(year) for year in range(1990, 2020)]).run()
    assert looked == ["1990", "1991", "1992"]
