import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.formats import WRITERS
from data.extracts.receipt import Receipt, format_json, format_lines, receipt_fields
from data.extracts.request import Request
from data.filters import Filters

FILTERS = Filters(organisations=("alpha",), since=date(2021, 3, 3), until=date(2021, 3, 4))


@pytest.fixture
def receipt(engine: Engine) -> Receipt:
    asked = Request("events", FILTERS, export.find_release(engine))
    return export.make_receipt(asked, engine, export.read_frames(asked, engine, None, WRITERS["csv"]))


def test_it_says_filter_link_release_and_counts(receipt: Receipt) -> None:
    assert receipt.filter == "ALPHA; 2021-03-03 to 2021-03-04"
    assert receipt.link == "http://localhost:8501/timeline?org=alpha&from=2021-03-03&to=2021-03-04"
    assert receipt.filters["organisations"] == ("alpha",)
    assert receipt.filters["since"] == "2021-03-03"
    assert (receipt.rows, receipt.of_rows) == (2, 6)
    assert receipt.counts == {"events": 2, "possibly": 1, "certainly": 1}
    assert receipt.released_on == receipt_fields(receipt)["made"]


def test_it_names_the_sources_used_and_what_is_not_stated(receipt: Receipt) -> None:
    assert [source.id for source in receipt.sources] == sorted(source.id for source in receipt.sources)
    assert len(receipt.sources) >= 1
    assert "not stated" in {value for source in receipt.sources for value in (source.read_on, source.url)}


def test_it_says_how_to_cite(receipt: Receipt) -> None:
    assert receipt.cite.startswith(f"Chegara, release {receipt.release} of {receipt.released_on}, build ")
    assert "2 of 6 rows" in receipt.cite
    assert " of not stated" not in replace(receipt, released_on="not stated").cite


def test_as_json_it_takes_the_digest_of_the_file(receipt: Receipt) -> None:
    found = json.loads(format_json(receipt, sha256="ab"))
    assert found["sha256"] == "ab"
    assert found["cite"] == receipt.cite
    assert "sources" in found
    assert dict(format_lines(receipt))["rows"] == "2"
    assert "sources" not in dict(format_lines(receipt))
