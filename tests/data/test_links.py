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
        ("events", {"id": ["e"], "source_id": ["s"]}, "b/event?id=e"),
        ("speakers", {"event_id": ["e"], "source_id": ["s"]}, "b/event?id=e"),
        ("statements", {"id": ["x"], "event_id": ["e"], "source_id": ["s"]}, "b/statement?id=x"),
        ("people", {"id": ["p&1"], "source_id": ["s"]}, "b/person?id=p%261"),
        ("borders", {"id": ["AFG-TJK"], "source_id": ["s"]}, "b/border?id=AFG-TJK"),
        ("border_liaison_offices", {"border_id": ["AFG-TJK"], "source_id": ["s"]}, "b/source?id=s"),
        ("coordination_centres", {"id": ["c"], "source_id": ["s&1"]}, "b/source?id=s%261"),
        ("recommendation_themes", {"recommendation_id": ["r"]}, "b/recommendation?id=r"),
        ("statement_themes", {"statement_id": ["x"], "theme_id": ["t"]}, "b/statement?id=x"),
        (
            "recommendation_follow_ups",
            {"recommendation_id": ["r"], "source_id": ["s"]},
            "b/recommendation?id=r",
        ),
        ("claims", {"source_id": ["s"], "table": ["events"]}, "b/source?id=s"),
        ("aliases", {"spelling": ["x"]}, "b/extracts?table=aliases"),
    ],
)
def test_a_record_opens_at_its_page(table: str, columns: dict[str, list[str | None]], url: str) -> None:
    assert record_addresses("b", table, columns) == [url]
