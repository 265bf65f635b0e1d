from datetime import date

import pytest

from data.filters import Filters
from data.links import parameters, record_addresses, view_address


def test_empty_filters_leave_the_address_bare() -> None:
    assert parameters(Filters()) == {}
    assert view_address("http://x", "timeline", Filters()) == "http://x/timeline"


def test_every_filter_stands_in_the_address() -> None:
    filters = Filters(
        ("a", "b"), True, ("host",), date(2021, 1, 1), None, ("UZB",), ("meeting",), ("t",), "a b"
    )
    assert view_address("", "p", filters, [("known", "2019-01-01")]) == (
        "/p?org=a&org=b&role=host&country=UZB&kind=meeting&theme=t&match=all&from=2021-01-01&q=a+b&known=2019-01-01"
    )


@pytest.mark.parametrize(
    ("table", "columns", "url"),
    [
        ("events", {"id": ["e"], "source_id": ["s"]}, "b/timeline?event=e"),
        ("speakers", {"event_id": ["e"], "source_id": ["s"]}, "b/timeline?event=e"),
        ("statements", {"id": ["x"], "event_id": [None], "source_id": ["s"]}, "b/evidence?source=s"),
        ("people", {"id": ["p"], "source_id": ["s&1"]}, "b/evidence?source=s%261"),
        ("borders", {"id": ["AFG-TJK"], "source_id": ["s"]}, "b/offices?border=AFG-TJK"),
        ("recommendation_themes", {"recommendation_id": ["r"]}, "b/recommendations?recommendation=r"),
        ("aliases", {"spelling": ["x"]}, "b/extracts?table=aliases"),
    ],
)
def test_a_record_opens_at_its_page(table: str, columns: dict[str, list[str | None]], url: str) -> None:
    assert record_addresses("b", table, columns) == [url]
