"""Feeds hold the newest events and the releases, with ids that stay."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Release
from data.filters import Filters
from pages.server.api import feeds
from pages.server.api.problems import ProblemError
from tests.pages.server.api.conftest import Program

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://chegara.example.org"


def entries(content: bytes) -> list[dict[str, str]]:
    """What each entry holds, its link as an address."""
    feed = ElementTree.fromstring(content)  # noqa: S314 - we wrote it
    return [
        {part.tag.removeprefix(ATOM): part.get("href") or part.text or "" for part in entry}
        for entry in feed.iter(f"{ATOM}entry")
    ]


def test_the_newest_events_come_first(engine: Engine) -> None:
    content = feeds.write_events(engine, export.find_release(engine), Filters(), BASE, f"{BASE}/feed")
    found = entries(content)
    [one] = [entry for entry in found if entry["title"] == "Round table on alpha borders"]
    assert one == {
        "id": "tag:chegara,2026:event/2021-03-03-alphaville-roundtable",
        "title": "Round table on alpha borders",
        "updated": "2026-11-20T00:00:00+00:00",
        "link": f"{BASE}/timeline?event=2021-03-03-alphaville-roundtable",
        "summary": one["summary"],
    }
    assert one["summary"].startswith("Round table; 3–4 March 2021; ")
    assert "Reported by " in one["summary"]
    years = [entry["id"].split("/")[1][:4] for entry in found if entry["id"].split("/")[1][:4].isdigit()]
    assert years[:3] == sorted(years[:3], reverse=True)


@pytest.mark.parametrize("title", ["Reports the round table", "Reports the round table."])
def test_a_summary_ends_in_one_full_stop(title: str) -> None:
    row = dict.fromkeys(("form", "places", "organisers", "end_on", "date_as_stated"))
    day = {"start_on": "2021-03-03", "date_precision": "day"}
    source = {"source_publisher": "Alpha", "source_title": title}
    told = feeds._describe({**row, **day, **source, "kind": "meeting"})
    assert told == "Meeting; 3 March 2021. Reported by Alpha: Reports the round table."


def test_the_feed_follows_the_filters(engine: Engine, program: Program) -> None:
    answer = program.ask("/api/v1/feeds/events?q=round")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    alpha = Filters(organisations=("alpha",))
    content = feeds.write_events(engine, export.find_release(engine), alpha, BASE, f"{BASE}/feed")
    assert f'"{BASE}/feed?org=alpha"' in content.decode()
    assert '/api/v1/feeds/events" rel="self"' in program.ask("/api/v1/feeds/events").text
    assert "tag:chegara,2026:events?org=alpha" in content.decode()
    assert 0 < len(entries(content)) < len(entries(program.ask("/api/v1/feeds/events").content))


def test_a_feed_needs_a_day(engine: Engine, program: Program, tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="states no day of its release"):
        feeds.write_events(engine, Release("b", "r", None), Filters(), BASE, BASE)
    with pytest.raises(ProblemError, match="No release of the record has been written yet"):
        feeds.write_releases(BASE, BASE, tmp_path)
    assert program.ask("/api/v1/feeds/releases").status_code == 200


def test_releases_are_told_with_their_day(tmp_path: Path) -> None:
    (tmp_path / "2026.9.md").write_text(
        "# Release 2026.9\n\nReleased on 2026-09-01. The first release: all is new.\n"
    )
    (tmp_path / "2026.11.md").write_text(
        "# R\n\nReleased on 2026-11-02. Compared with release 2026.9.1, row by row. More.\n", encoding="utf-8"
    )
    (tmp_path / "2026.12.md").write_text("No day.\n")
    found = entries(feeds.write_releases(BASE, f"{BASE}/feed", tmp_path))
    assert [(e["title"], e["updated"][:10], e["summary"]) for e in found] == [
        ("Release 2026.11", str(date(2026, 11, 2)), "Compared with release 2026.9.1, row by row."),
        ("Release 2026.9", "2026-09-01", "The first release: all is new."),
    ]
