"""Border offices as known on a day: sentence, figures, list, statements, downloads."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.extracts import export
from data.extracts.request import Request
from tests.reader import Opened, chips, lead, opening, run, said

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


def test_without_a_day_all_that_is_known_is_shown(opened: Opened) -> None:
    app = opened("offices")
    assert lead(app) == (
        "Map and matrix show the latest that sources state of each border, from November 2021 to 2022: "
        "widths show offices per border, not by place. Offices: 2 with a place on the map, 4 listed."
    )
    assert figures(app) == [
        "3 operational",
        "1 border",
        "2 of 3 named in public sources",
        "over 10 counted by July 2022",
    ]
    assert sentences(app) == [
        "Last statement: over 10 offices on all borders (and 1 more number): Beta, 2022."
    ]
    assert listed(app) == ALL
    assert app.date_input("offices-known").value is None
    assert chips(app) == []


def test_a_day_in_the_link_leaves_out_what_was_stated_later(opened: Opened) -> None:
    app = opened("offices", known="2022-12-30")
    assert lead(app) == (
        "As known on 30 December 2022: 3 operational in November 2021; 3 counted in all in November 2021. "
        "Offices that a source had told of: 1 with a place on the map, 3 listed."
    )
    assert figures(app) == [
        "3 operational",
        "1 border",
        "2 of 3 named in public sources",
        "3 counted by November 2021",
    ]
    assert sentences(app)[:2] == [
        "Last statement by then: 3 offices on all borders (and 1 more number): Alpha, 5 March 2021.",
        "Next statement after it: over 10 offices on all borders (and 1 more number): Beta, 2022.",
    ]
    assert listed(app) == ["unnamed-afg-tjk", "gamma-crossing", "omega-post"]
    assert "What sources counted by 30 December 2022" in said(app)
    assert "Beta also counts posts" not in said(app)
    assert chips(app) == [r"As known on 2022\-12\-30 ✕"]


def test_before_the_first_statement_nothing_is_counted_or_listed(opened: Opened) -> None:
    app = opened("offices", known="2021-03-04")
    assert lead(app) == (
        "As known on 4 March 2021: no source had counted offices by border. No source had named an office."
    )
    assert figures(app) == ["0 named in public sources"]
    assert listed(app) == []
    assert "No source in the record had named an office here by 4 March 2021." in said(app)
    assert app.button("step-‹ Statement before").disabled


def test_a_border_nobody_had_counted_says_until_when(opened: Opened) -> None:
    app = opened("offices", known="2022-12-30", border="KAZ-UZB")
    assert "No source had counted offices on this border by 30 December 2022." in said(app)
    assert lead(app).endswith(
        "Offices on the Kazakh-Uzbek border that a source had told of: 0 with a place on the map, 0 listed."
    )


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
    assert "It was left out." in warning.value
    assert listed(app) == ALL


def test_an_office_told_of_later_cannot_be_selected(opened: Opened) -> None:
    app = opened("offices", known="2022-12-30", office="psi-post")
    assert ["office “psi\\-post”" in warning.value for warning in app.warning] == [True]
