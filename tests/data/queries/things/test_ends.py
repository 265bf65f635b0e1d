from data.queries.things import ends
from tests.data.queries.conftest import Ask


def test_ends_are_the_ids_behind_the_names(ask: Ask) -> None:
    [row] = ask(ends.list_ends("recommendations", ("alpha-2-training",)))
    assert row == {
        "id": "alpha-2-training",
        "person_id": "alfov-anna",
        "organisation_id": "alpha",
        "addressee_id": "beta",
        "instrument_id": "gamma-note",
    }
    [row] = ask(ends.list_ends("statements", ("beta-offer",)))
    assert (row["organisation_id"], row["addressee_id"]) == ("beta", None)


def test_themes_come_by_name(ask: Ask) -> None:
    rows = ask(ends.list_themes("recommendations", ("alpha-1-posts", "beta-1-share")), "id", "theme_id")
    assert rows == THEMES


THEMES = [("alpha-1-posts", "border-management"), ("beta-1-share", "early-warning")]
