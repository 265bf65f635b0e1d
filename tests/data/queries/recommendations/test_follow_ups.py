from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data import engines, store
from data.filters import Filters
from data.queries.recommendations.follow_ups import count_states, list_addressees, list_follow_ups
from data.queries.recommendations.list import count_recommendations, list_recommendations
from etl import pipeline
from tests.etl.folder import Folder

POSTS, TRAINING, SHARE = "alpha-1-posts", "alpha-2-training", "beta-1-share"
DIRECT, WEAK = "true,2021-05,Alpha trained again.,,", "false,2022,Beta met once more.,,Same theme only."


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The invented rows, with an older source on the training, and one on the theme of the posts alone."""
    place: Path = tmp_path_factory.mktemp("followed")
    folder = Folder(place / "curated")
    folder.add("recommendation_follow_ups.csv", f"{TRAINING},alpha-2021-repost,done,{DIRECT}")
    folder.add("recommendation_follow_ups.csv", f"{TRAINING},gamma-gazetteer,not_found,{WEAK}")
    folder.add("recommendation_follow_ups.csv", f"{POSTS},beta-2022-page,under_way,{WEAK}")
    path = pipeline.build(folder.path, place / "builds").path
    assert path is not None
    opened = store.open_read_only(path)
    yield opened
    opened.dispose()


def test_every_source_on_follow_up_is_listed_what_bears_on_it_first(engine: Engine) -> None:
    rows = engines.read_records(engine, list_follow_ups((TRAINING, POSTS)))
    assert [
        (row["recommendation_id"], row["source_id"], row["status"], row["is_direct"], row["start_on"])
        for row in rows
    ] == [
        (POSTS, "beta-2022-page", "under_way", 0, "2022"),
        (TRAINING, "beta-2022-page", "under_way", 1, None),
        (TRAINING, "alpha-2021-repost", "done", 1, "2021-05"),
        (TRAINING, "gamma-gazetteer", "not_found", 0, "2022"),
    ]
    assert [row["source_publisher"] for row in rows] == ["Beta", "Beta", "Beta News", "Gamma"]


def test_a_row_of_the_list_tells_all_of_them_and_weak_ones_apart(engine: Engine) -> None:
    rows = engines.read_records(engine, list_recommendations(Filters()))
    assert [(row["follow_up"], row["follow_up_state"], row["follow_ups"]) for row in rows] == [
        (
            "not_found",
            "same_theme",
            "same theme only, under way since 2022: Beta met once more. (beta-2022-page)",
        ),
        (
            "under_way",
            "under_way",
            "under way: Beta says that it trains them. (beta-2022-page); "
            "done since 2021-05: Alpha trained again. (alpha-2021-repost); "
            "same theme only, not found since 2022: Beta met once more. (gamma-gazetteer)",
        ),
        ("done", "done", "done: Done at once. (beta-2022-page)"),
    ]


def test_states_and_addressees_are_counted_each_under_the_other(engine: Engine) -> None:
    def states(*arguments: str) -> list[int]:
        rows = engines.read_records(engine, count_states(Filters(), *arguments))
        return [row["recommendations"] for row in rows]

    assert states() == [1, 1, 1, 0]
    assert states("BETA") == [0, 1, 0, 0]
    asked = engines.read_records(engine, list_addressees(Filters()))
    assert asked == [
        {"addressee": "BETA", "recommendations": 1},
        {"addressee": "Member states", "recommendations": 1},
    ]
    asked = engines.read_records(engine, list_addressees(Filters(follow_ups=("same_theme",))))
    assert [row["addressee"] for row in asked] == ["Member states"]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (("done", ""), [SHARE]),
        (("same_theme", ""), [POSTS]),
        (("not_found", ""), []),
        (("", "BETA"), [TRAINING]),
        (("done", "BETA"), []),
        (("", "' OR 1=1"), []),
    ],
)
def test_a_state_and_an_addressee_narrow_list_and_numbers(
    asked: tuple[str, str], ids: list[str], engine: Engine
) -> None:
    state, addressee = asked
    filters = Filters(follow_ups=(state,) if state else ())
    rows = engines.read_records(engine, list_recommendations(filters, addressee=addressee))
    [counts] = engines.read_records(engine, count_recommendations(filters, addressee))
    assert ([row["id"] for row in rows], counts["recommendations"]) == (ids, len(ids))


def test_numbers_tell_what_bears_on_it_from_what_has_its_theme_alone(engine: Engine) -> None:
    [counts] = engines.read_records(engine, count_recommendations(Filters()))
    assert (counts["followed"], counts["touched"]) == (2, 1)
