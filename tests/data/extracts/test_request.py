from dataclasses import replace
from datetime import date

import pytest

from data.extracts.request import Release, Request
from data.filters import Filters

RELEASE = Release("4f2a", "2026.11.1", date(2026, 11, 26))
ASKED = Request("events", Filters(organisations=("unodc",), since=date(2021, 1, 1)), RELEASE)


@pytest.mark.parametrize(
    ("asked", "start"),
    [
        (Request("events", Filters(), RELEASE), "chegara_events_all_2026.11.1_"),
        (ASKED, "chegara_events_unodc_from-2021-01-01_2026.11.1_"),
        (Request("events", Filters(words="../Мирзиёев"), RELEASE), "chegara_events_mirzieev_2026.11.1_"),
        (Request("a+b", Filters(), RELEASE, (("known", "2019"),)), "chegara_a-b_known-2019_all_2026.11.1_"),
    ],
)
def test_file_name_says_what_it_holds(asked: Request, start: str) -> None:
    name = asked.file_name("csv", "csv")
    assert name.startswith(start)
    assert len(name) == len(start) + 12 + len(".csv")


def test_whatever_changes_the_bytes_changes_the_name() -> None:
    others = [
        replace(ASKED, dataset="speakers"),
        replace(ASKED, filters=Filters()),
        replace(ASKED, settings=(("known", "2019-01-01"),)),
        replace(ASKED, base="http://127.0.0.1:8501"),
        replace(ASKED, release=replace(RELEASE, build="4f2b")),
        replace(ASKED, release=replace(RELEASE, day=None)),
    ]
    digests = {each.file_name("csv", "csv")[-16:] for each in (ASKED, *others)}
    assert len(digests) == 7
    assert ASKED.file_name("csv", "x")[-14:-2] != ASKED.file_name("xlsx", "x")[-14:-2]


def test_the_link_shows_the_same_view() -> None:
    assert replace(ASKED, settings=(("min", "2"),)).link("network") == (
        "http://localhost:8501/network?org=unodc&from=2021-01-01&min=2"
    )
