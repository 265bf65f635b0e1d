import re
from pathlib import Path

import pytest

from tests.reader import Opened, lead, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_overview_counts_under_the_filters(opened: Opened) -> None:
    assert "6 events, reported by 3 of 4 sources" in lead(opened())
    assert "1 event, reported by 2 of 4 sources" in lead(opened(kind="conference"))


def test_the_overview_prints_no_missing_value(opened: Opened) -> None:
    listed = said(opened()).split('<div class="ways newest">')[1].split("<h2")[0]
    links = re.findall(r'data-page="" class="">(.*?)</a>', listed)
    assert [words for words in links if "nan" in words or "None" in words] == []
    assert "between 15 January 2022 and June 2022: Beta office opens" in links


def test_the_newest_events_open_under_the_filters(opened: Opened) -> None:
    page = said(opened(kind="conference"))
    assert (
        'href="timeline?kind=conference&amp;event=2021-03-03-alphaville-roundtable" target="_self" data-page'
    ) in page
