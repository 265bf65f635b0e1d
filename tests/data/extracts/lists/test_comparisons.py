"""What the page Compare shows, as rows."""

from sqlalchemy import Engine

from data.extracts import datasets, export
from data.extracts.formats import WRITERS
from data.extracts.lists import comparisons
from data.extracts.request import Request
from data.filters import Filters

TWO = {"of": "organisation", "id": "alpha~beta"}


def test_each_figure_of_each_side_is_a_row(engine: Engine) -> None:
    found = comparisons.read_figures(engine, Filters(), TWO)
    rows = [tuple(row) for row in found[["side", "figure", "value", "number"]].itertuples(index=False)]
    assert rows[:2] == [("ALPHA", "events", None, 3), ("ALPHA", "recommendations", None, 2)]
    assert ("BETA", "events", None, 4) in rows
    assert ("BETA", "recommendations", None, 0) in rows, "it is asked, and asks for nothing itself"
    assert ("ALPHA", "organisation", "BETA", 2) in rows
    assert ("ALPHA", "year", "2021", 2) in rows
    assert ("BETA", "kind of event", "Openings", 1) in rows


def test_each_event_is_a_row_with_its_sides(engine: Engine) -> None:
    found = comparisons.read_events(engine, Filters(), TWO)
    assert dict(zip(found["id"], found["sides"], strict=True)) == {
        "2020-before-decision": "BETA",
        "2021-03-alphaville-course": "ALPHA",
        "2021-03-03-alphaville-roundtable": "ALPHA; BETA",
        "2022-betaburg-exercise": "ALPHA; BETA",
        "2022-06-beta-office": "BETA",
    }
    periods = comparisons.read_events(engine, Filters(), {"of": "period", "id": "2021~2022"})
    assert "date_match" not in periods
    assert len(periods) == len(set(periods["id"]))


def test_what_the_record_does_not_know_is_no_side(engine: Engine) -> None:
    for settings in ({}, {"of": "source", "id": "alpha"}, {"of": "organisation", "id": "nobody"}):
        assert comparisons.read_figures(engine, Filters(), settings).empty
        assert comparisons.read_events(engine, Filters(), settings).empty


def test_files_carry_a_receipt_that_leads_back(engine: Engine) -> None:
    asked = Request("comparison", Filters(), export.find_release(engine), tuple(TWO.items()))
    found = export.read_frames(asked, engine, None, WRITERS["xlsx"])
    receipt = export.make_receipt(asked, engine, found)
    assert receipt.tables == ("comparison-figures", "comparison-events")
    assert receipt.link == "http://localhost:8501/compare?of=organisation&id=alpha~beta"
    assert [source.id for source in receipt.sources]
    assert export.make_file(asked, "xlsx", engine) == export.make_file(asked, "xlsx", engine)
    assert datasets.find_dataset("comparison").settings == ("of", "id")
