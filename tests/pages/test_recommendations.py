"""The page Recommendations: what came of each, by whom it is narrowed, and the card of one."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import pipeline
from pages.views.recommendations import table
from tests.etl.folder import Folder
from tests.reader import Opened, chips, dates_shown, lead, opening, run, said

POSTS, TRAINING, SHARE = "alpha-1-posts", "alpha-2-training", "beta-1-share"


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds in which the training has three sources on follow-up and the posts one on their theme alone."""
    place = tmp_path_factory.mktemp("followed")
    folder = Folder(place / "curated")
    for row in (
        f"{TRAINING},alpha-2021-repost,done,true,2021-05,Alpha trained again.,trained <them>,Its own word.",
        f"{TRAINING},gamma-gazetteer,not_found,false,2022-02,Gamma met.,,Same theme only.",
        f"{POSTS},beta-2022-page,under_way,false,2022,Beta built a road.,,",
    ):
        folder.add("recommendation_follow_ups.csv", row)
    folder.edit(
        "recommendations.csv", "Share what is known.,,", "Share what is known.,,2021-03-alphaville-course"
    )
    pipeline.build(folder.path, place / "builds")
    return place / "builds"


@pytest.fixture
def opened(followed: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(followed, monkeypatch)


def rows(app: AppTest) -> list[str]:
    return app.dataframe[0].value["text"].tolist() if app.dataframe else []


def fact(app: AppTest, name: str) -> str:
    """A value of the card as plain text."""
    cell = said(app).split(f'<th scope="row">{name}</th>')[1].split("</tr>")[0]
    return re.sub("<.*?>", " ", re.sub("<sup.*?</sup>|<div", " <", cell)).replace("  ", " ").strip()


def test_the_card_says_who_asks_whom_and_leads_to_the_event(opened: Opened) -> None:
    app = opened("recommendations", recommendation=TRAINING)
    page = said(app)
    assert '<div class="cardtitle">Train the officers of the posts.<sup' in page
    assert "Number 2 in the source&#x27;s own order" in page
    assert fact(app, "Made at") == "Round table on alpha borders , 3–4 March 2021"
    assert 'href="event?id=2021-03-03-alphaville-roundtable"' in page


def test_the_table_of_each_page_of_the_list_and_of_each_choice_is_another(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the row that is selected in one would be selected in the next."""
    monkeypatch.setattr(table, "ROWS", 1)
    asked = [{}, {"page": "2"}, {"status": "done"}, {"theme": "border-management"}]
    keys = [opened("recommendations", **each).dataframe[0].proto.id.split("-asked-")[1] for each in asked]
    assert keys == ["0-all-", "1-all-", "0-done-", "0-border-management-"]


def test_the_card_lists_every_source_on_what_came_of_it_weak_ones_apart(opened: Opened) -> None:
    app = opened("recommendations", recommendation=TRAINING)
    card = said(app).split('<th scope="row">Follow-up</th>')[1].split("</tr>")[0]
    assert re.findall(r'</b><a href="timeline\?status=(\w+)" .*?</a>: (\w+)', card) == [("under_way", "Beta")]
    card = re.sub(r"<a [^>]*status=.*?</a>", "", card)
    direct, weak = card.split("On the same theme only, not on what was asked:")
    assert direct.index("<b>Under way</b>: Beta says that it trains them.") < direct.index(
        "<b>Done since May 2021</b>: Alpha trained again."
    )
    assert "“trained &lt;them&gt;”" in direct
    assert "Beta News, March 2021" in direct
    assert "Its own word." in direct
    assert "<b>Nothing found as of February 2022</b>: Gamma met." in weak


def test_the_card_of_one_without_any_says_so(opened: Opened) -> None:
    card = said(opened("recommendations", recommendation=POSTS))
    assert "No source on what came of it was found." in card
    assert "<b>Under way since 2022</b>: Beta built a road." in card.split("On the same theme only")[1]


def test_a_number_beside_follow_up_leads_to_its_words(opened: Opened) -> None:
    page = said(opened("recommendations", recommendation=TRAINING))
    number = page.split("Alpha trained again.<sup")[1].split('href="#fn-')[1].split('"')[0]
    note = page.split(f'<li id="fn-{number}"')[1].split("</li>")[0]
    assert "trained &lt;them&gt;" in note


def test_the_event_at_which_it_was_quoted_is_named_and_linked(opened: Opened) -> None:
    app = opened("recommendations", recommendation=SHARE)
    assert 'href="event?id=2021-03-alphaville-course"' in said(app)
    assert fact(app, "Quoted at").startswith("Course for alpha officers")
    assert said(app).count("Quoted at: ") == 1


def test_the_head_counts_what_bears_on_it_and_what_does_not(opened: Opened) -> None:
    app = opened("recommendations")
    assert lead(app) == (
        "3 recommendations by 1 organisation; 2 people voiced some of them. 2 say whom they ask. "
        "For 2 a source tells what came of them; for 1 more sources were found on the theme only."
    )
    figures = re.findall(r"<b>(.*?)<sup.*?<span>(.*?)</span>", said(app))
    assert ("2 of 3", "with a source on follow-up") in figures
    assert ("1 of 3", "with a source on the theme only") in figures


@pytest.mark.parametrize(
    ("asked", "texts", "chip"),
    [
        ({"status": "done"}, ["Share what is known."], ["follow-up: done ✕"]),
        ({"status": "same_theme"}, ["Build more posts."], ["follow-up: same theme only ✕"]),
        ({"addressee": "BETA"}, ["Train the officers of the posts."], ["asked of BETA ✕"]),
        ({"status": "done", "addressee": "BETA"}, [], ["follow-up: done ✕", "asked of BETA ✕", "Clear all"]),
    ],
)
def test_the_address_narrows_by_follow_up_and_addressee(
    asked: dict[str, str], texts: list[str], chip: list[str], opened: Opened
) -> None:
    app = opened("recommendations", **asked)
    shown = [words.replace("\\", "") for words in chips(app)]
    assert (rows(app), shown) == (texts, chip)
    if not texts:
        assert "none with this follow-up and addressee" in app.info[0].value
    app.button(next(str(button.key) for button in app.button if str(button.key).startswith("chip-"))).click()
    run(app)
    assert len(app.query_params) == len(asked) - 1


def test_the_controls_write_the_address_and_say_how_many_there_are(opened: Opened) -> None:
    app = opened("recommendations")
    states = app.button_group("status-choice")
    assert states.options == ["Done 1", "Under way 1", "Same theme only 1", "No source found 0"]
    assert app.selectbox("addressee-choice").options == ["BETA · 1", "Member states · 1"]
    app.selectbox("addressee-choice").set_value("Member states")
    run(app)
    assert app.query_params["addressee"] == "Member states"
    assert rows(app) == ["Build more posts."]
    states = app.button_group("status-choice")
    assert states.options == ["Done 0", "Under way 0", "Same theme only 1", "No source found 0"]
    states.set_value(["same_theme"])
    run(app)
    assert app.query_params["status"] == "same_theme"


def test_what_the_address_asks_for_and_there_is_not_is_named(opened: Opened) -> None:
    app = opened("recommendations", status="lost", addressee="nobody")
    assert len(rows(app)) == 3
    assert [name in warning.value for name, warning in zip(("lost", "nobody"), app.warning, strict=True)] == [
        True,
        True,
    ]


def test_the_table_says_what_came_of_each_and_sorts_by_day(opened: Opened) -> None:
    table = opened("recommendations").dataframe[0]
    assert table.value["followed"].tolist() == ["same theme only", "under way", "done"]
    assert dates_shown(table, "when") == ["3–4 March 2021", "3–4 March 2021", "not stated"]
    assert table.value["when"].tolist()[0] == "2021-03-03 to 2021-03-04"


def test_what_is_only_possibly_in_the_range_comes_last(opened: Opened) -> None:
    app = opened("recommendations", **{"from": "2021-03-01"})
    assert app.dataframe[0].value["date_match"].tolist() == ["certainly", "certainly", "possibly"]
    assert lead(app).endswith("The events of 2 lie in the range, of 1 only possibly.")
