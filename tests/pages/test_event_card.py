"""The card of an event: each part by its own name, the reason of what is inferred folded, nothing twice."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.schema.vocabulary import OrganisationRole
from etl import pipeline
from pages.views.events import card
from tests.etl.folder import Folder
from tests.reader import Opened, opening, said

ROUNDTABLE, COURSE, EXERCISE = (
    "2021-03-03-alphaville-roundtable",
    "2021-03-alphaville-course",
    "2022-betaburg-exercise",
)
REPORT = "alpha-2021-report"


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds whose round table has hosts and donors among its organisers, and an inferred place."""
    place = tmp_path_factory.mktemp("parted")
    folder = Folder(place / "curated")
    for part in (f"delta,donor,{REPORT}", "alpha,donor,beta-2022-page", f"alpha,participant,{REPORT}"):
        folder.add("event_organisations.csv", f"{ROUNDTABLE},{part},,")
    listed = ',true,Its report was written there.,"Alpha; Beta Org.; twelve others"'
    folder.edit("events.csv", ',false,,"Alpha, Beta and twelve others"', listed)
    folder.edit("events.csv", ",month,,false,,,false,,,", ",month,,false,,,false,,Alpha,")
    folder.edit("recommendations.csv", "Share what is known.,,", f"Share what is known.,,{ROUNDTABLE}")
    folder.add("recommendation_themes.csv", "alpha-1-posts,drugs")
    pipeline.build(folder.path, place / "builds")
    return place / "builds"


@pytest.fixture
def opened(parted: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(parted, monkeypatch)


def facts(app: AppTest) -> dict[str, str]:
    """The rows of the card as plain text, without the numbers of notes."""
    found = re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td></tr>', said(app))
    return {name: re.sub("<.*?>", "", re.sub("<sup.*?</sup>", "", value)) for name, value in found}


def test_organisers_hosts_and_donors_stand_apart_and_the_rest_is_said_once(opened: Opened) -> None:
    card = facts(opened("timeline", event=ROUNDTABLE))
    assert [
        (name, card[name]) for name in card if name in ("Organisers", "Hosts", "Donors", "Taking part")
    ] == [
        ("Organisers", "ALPHA"),
        ("Hosts", "GAMMA-UZ"),
        ("Donors", "ALPHA, DELTA"),
        ("Taking part", "BETA"),
    ]


def test_every_part_has_a_name() -> None:
    assert card.ROLES.keys() == set(OrganisationRole)


def test_participants_do_not_repeat_who_is_named_above(opened: Opened) -> None:
    assert facts(opened("timeline", event=ROUNDTABLE))["Participants"].endswith("twelve others")
    assert "Beta Org." not in facts(opened("timeline", event=ROUNDTABLE))["Participants"]
    assert "Participants" not in facts(opened("timeline", event=COURSE))


def test_an_inferred_date_or_place_is_marked_and_its_reason_folded(opened: Opened) -> None:
    page = said(opened("timeline", event=EXERCISE))
    assert "2022" in page.split('<div class="small">')[1].split("inferred")[0]
    assert "<details><summary>why</summary><div>The page prints no month." in page
    assert facts(opened("timeline", event=EXERCISE))["Date"].startswith(
        "Inferred: no source prints it whole."
    )
    page = said(opened("timeline", event=ROUNDTABLE))
    assert "<details><summary>why</summary><div>Its report was written there." in page
    assert facts(opened("timeline", event=ROUNDTABLE))["Place"].startswith("Inferred: no source prints it.")


def test_themes_of_what_was_said_there_stand_apart(opened: Opened) -> None:
    card = facts(opened("timeline", event=ROUNDTABLE))
    assert card["Themes"] == "Border management · Early warningBy what was asked or said there alone: Drugs"


def test_what_was_only_quoted_there_is_told_as_such(opened: Opened) -> None:
    page = said(opened("timeline", event=ROUNDTABLE))
    quoted = page.split("<td>recommendation quoted there</td><td>")[1].split("</td>")[0]
    assert quoted.startswith('<a href="recommendation?id=beta-1-share"')
    assert "Share what is known.</a><sup" in quoted
