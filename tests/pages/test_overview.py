from pathlib import Path

import pytest

from tests.reader import Opened, lead, opening


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_overview_counts_under_the_filters(opened: Opened) -> None:
    assert "6 events, reported by 3 of 4 sources" in lead(opened())
    assert "1 event, reported by 2 of 4 sources" in lead(opened(kind="conference"))


def test_the_overview_prints_no_missing_value(opened: Opened) -> None:
    app = opened()
    links = [str(link.proto.label) for link in app.get("page_link")]
    assert [label for label in links if "nan" in label or "None" in label] == []
    assert r"between 15 January 2022 and June 2022\: Beta office opens" in links
