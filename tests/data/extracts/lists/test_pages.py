from sqlalchemy import Engine

from data.extracts.lists import pages
from data.filters import Filters


def test_settings_of_a_page_narrow_its_rows(engine: Engine) -> None:
    everything, long_ago = Filters(), {"known": "1990-01-01"}
    offices = pages.read_offices(engine, everything, {"border": "TJK-UZB"})
    assert set(offices["border_id"]) == {"TJK-UZB"}
    assert len(pages.read_offices(engine, everything, long_ago)) == 0
    assert set(pages.read_statements(engine, everything, {"said": "offer"})["kind"]) == {"offer"}
    assert len(pages.read_office_counts(engine, everything, long_ago)) == 0
