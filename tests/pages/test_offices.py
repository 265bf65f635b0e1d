"""Border offices as known on a day: sentence, figures, list, statements, downloads."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.extracts import export
from data.extracts.request import Request
from tests.reader import Opened, chips, lead, opening, run, said, send

ALL = ["unnamed-afg-tjk", "psi-post", "gamma-crossing", "omega-post"]


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def plain(html: str) -> str:
    return re.sub(r"<sup.*?</sup>|<[^>]+>", "", html)


def figures(app: AppTest) -> list[str]:
    cells = re.findall(r'<div class="figure"><b>(.*?)</b><span>(.*?)</span>', said(app))
    return [f"{plain(number)} {words}" for number, words in cells]


def sentences(app: AppTest) -> list[str]:
    return [plain(words) for words in re.findall(r'<p class="sentence">(.*?)</p>', said(app))]


def listed(app: AppTest) -> list[str]:
    found: list[str] = app.dataframe[0].value["id"].tolist() if len(app.dataframe) else []
    return found


UNSPLIT = (
    "does not say how many of them stand on which border, so map and matrix show the last numbers that are "
    "given by border:"
)


def test_the_newest_count_leads_then_the_last_by_border_and_the_list_adds_up(opened: Opened) -> None:
    app = opened("offices")
    assert lead(app) == (
        f"The newest count is over 10 offices (July 2022). Its source {UNSPLIT} "
        "3 operational in November 2021."
    )
    assert figures(app) == [
        "over 10 newest count, July 2022",
        "3 operational in November 2021",
        "1 border with a count",
    ]
    assert sentences(app) == [
        "4 offices are listed, 3 of them by name; 2 are on the map. "
        "Of those listed, 3 were counted in November 2021: 2 by name, 1 without a name.",
        "Last statement: over 10 offices on all borders (and 1 more number): Beta, 2022.",
    ]
    assert listed(app) == ALL
    assert app.date_input("offices-known").value is None
    assert chips(app) == []


def test_a_day_in_the_link_leaves_out_what_was_stated_later(opened: Opened) -> None:
    app = opened("offices", known="2022-12-30")
    assert lead(app) == (
        "As known on 30 December 2022: the newest count is 3 offices (November 2021). It is given border by "
        "border, as map and matrix show it."
    )
    assert figures(app) == [
        "3 newest count, November 2021",
        "3 operational in November 2021",
        "1 border with a count",
    ]
    assert sentences(app)[:3] == [
        "3 offices that a source had named or counted by then are listed, 2 of them by name; 1 is on the map."
        " Of those listed, 3 were counted in November 2021: 2 by name, 1 without a name.",
        "Last statement by then: 3 offices on all borders (and 1 more number): Alpha, 5 March 2021.",
        "Next statement after it: over 10 offices on all borders (and 1 more number): Beta, 2022.",
    ]
    assert listed(app) == ["unnamed-afg-tjk", "gamma-crossing", "omega-post"]
    assert "What sources counted by 30 December 2022" in said(app)
    assert "Beta also counts posts" not in said(app)
    assert chips(app) == [r"As known on 2022\-12\-30 ✕"]


def test_before_the_first_statement_nothing_is_counted_or_listed(opened: Opened) -> None:
    app = opened("offices", known="2021-03-04")
    assert lead(app) == ("As known on 4 March 2021: no source has counted the offices.")
    assert figures(app) == []
    assert sentences(app)[0] == "No source had named an office by then."
    assert listed(app) == []
    assert "No source in the record had named an office here by 4 March 2021." in said(app)
    assert app.button("step-‹ Statement before").disabled


def test_a_border_nobody_had_counted_says_until_when(opened: Opened) -> None:
    app = opened("offices", known="2022-12-30", border="KAZ-UZB")
    assert "No source had counted offices on this border by 30 December 2022." in said(app)
    assert sentences(app)[0] == "No source had named an office on the Kazakh-Uzbek border by then."


def test_the_file_is_named_by_the_day(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[str] = []
    name = export.name_file

    def spy(asked: Request, form: str) -> str:
        named.append(name(asked, form))
        return named[-1]

    app = opened("offices", known="2022-12-30")
    monkeypatch.setattr(export, "name_file", spy)
    for dataset in ("offices", "office-counts"):
        app.session_state[f"download-{dataset}"] = True
    run(app)
    starts = {each.rsplit("_", 1)[0] for each in named if "_office" in each and each.endswith(".csv")}
    assert starts == {f"chegara_{each}_known-2022-12-30_all_test.1" for each in ("offices", "office-counts")}


def test_steps_go_from_statement_to_statement(opened: Opened) -> None:
    app = opened("offices", known="2022-01-01")
    app.button("step-Next statement ›").click()
    run(app)
    assert app.query_params["known"] == "2022-12-31"
    assert app.button("step-Next statement ›").disabled
    app.button("step-‹ Statement before").click()
    run(app)
    assert app.query_params["known"] == "2021-03-05"
    assert listed(app) == ["unnamed-afg-tjk", "gamma-crossing", "omega-post"]


def test_the_chip_takes_the_day_away(opened: Opened) -> None:
    app = opened("offices", known="2022-01-01")
    app.button("chip-0-As known on 2022-01-01").click()
    run(app)
    assert "known" not in app.query_params
    assert listed(app) == ALL


@pytest.mark.parametrize("value", ["soon", "2021-02-30", "20210305", "2021"])
def test_what_is_not_a_day_is_named_and_left_out(value: str, opened: Opened) -> None:
    app = opened("offices", known=value)
    [warning] = app.warning
    assert f"known “{value}”".replace("-", r"\-") in warning.value
    assert "was left out" in warning.value
    assert listed(app) == ALL


def test_a_statement_that_is_not_offered_selects_no_day(opened: Opened) -> None:
    app = opened("offices", known="2022-01-01")
    send(app, "offices-statement", string_value="never")
    assert chips(app) == [r"As known on 2022\-01\-01 ✕"]


def test_an_office_told_of_later_cannot_be_selected(opened: Opened) -> None:
    app = opened("offices", known="2022-12-30", office="psi-post")
    assert ["office “psi\\-post”" in warning.value for warning in app.warning] == [True]


def rows_of_card(app: AppTest) -> dict[str, str]:
    """Name and words of each row of the card."""
    card = said(app).split('<table class="record card">')[1].split("</table>")[0]
    return {name: plain(words) for name, words in re.findall(r"<th[^>]*>(.*?)</th><td>(.*?)</td>", card)}


def test_the_card_says_what_the_point_is_whose_and_how_far_to_trust_it(opened: Opened) -> None:
    rows = rows_of_card(opened("offices", office="gamma-crossing"))
    assert rows["Position"] == "40.20 N, 69.40 E, a village"
    assert rows["Radius"] == "The office lies within 5 km of the point."
    assert rows["Why this point"] == "Invented for the tests."
    assert rows["Confidence of the point"] == ("medium: it is the village of that name near the line.")
    assert "GeoNames number" not in rows
    assert rows_of_card(opened("offices", office="omega-post"))["Position"] == "none in the record"
    unnamed = rows_of_card(opened("offices", office="unnamed-afg-tjk"))
    assert unnamed["Position"] == "none: no source names the place"


def test_offices_without_a_position_are_listed_as_such_on_their_border(opened: Opened) -> None:
    page = plain(said(opened("offices")))
    assert "Listed without a position: AFG–TJK one without a name · TJK–UZB Omega post." in page.replace(
        "\u2060", ""
    )
    rows = rows_of_card(opened("offices", border="TJK-UZB"))
    assert (rows["Offices with a position"], rows["Without a position"]) == ("Gamma crossing", "Omega post")


def test_a_name_in_the_list_opens_its_card_under_the_same_filters(opened: Opened) -> None:
    page = said(opened("offices", country="UZB", known="2023-01-01"))
    link = '<a href="offices?country=UZB&amp;known=2023-01-01&amp;office=gamma-crossing"'
    assert link in page.split("office-list")[1]


def test_an_office_and_the_event_that_opened_it_lead_to_each_other(opened: Opened) -> None:
    rows = said(opened("offices", office="psi-post", country="KAZ"))
    assert '<a href="event?id=2022-06-beta-office" target="_self" data-page="all"' in rows
    page = said(opened("timeline", event="2022-06-beta-office"))
    assert '<a href="office?id=psi-post"' in page.split("Border offices opened</th>")[1].split("</tr>")[0]


@pytest.mark.parametrize(
    ("address", "is_listed"),
    [
        ({}, True),
        ({"border": "TJK-UZB"}, False),
        ({"known": "2021-03-04"}, False),
        ({"known": "2021-03-05"}, True),
        ({"country": "KAZ"}, False),
    ],
)
def test_coordination_centres_have_a_list_of_their_own(
    address: dict[str, str], is_listed: bool, opened: Opened
) -> None:
    page = said(opened("offices", **address))
    assert ("Coordination centres" in page) is is_listed
    if is_listed:
        row = page.split("Coordination centres")[1].split("</tbody>")[0]
        assert plain(row.split("<tbody>")[1]) == "Alpha centrebetween 2020 and 2021operational"
