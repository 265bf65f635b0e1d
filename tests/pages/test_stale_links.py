"""What a link asks for in vain is named once, on the page where it was read."""

from pathlib import Path

import pytest

from tests.reader import Opened, opening


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("timeline", "event"),
        ("timeline", "lanes"),
        ("timeline", "page"),
        ("network", "table"),
        ("network", "min"),
        ("network", "least"),
        ("network", "together"),
        ("offices", "border"),
        ("offices", "office"),
        ("offices", "known"),
        ("offices", "marks"),
        ("recommendations", "status"),
        ("recommendations", "addressee"),
        ("recommendations", "recommendation"),
        ("evidence", "source"),
        ("evidence", "page"),
        ("extracts", "table"),
        ("overview", "theme"),
    ],
)
def test_a_value_that_is_not_known_is_named_once(where: str, name: str, opened: Opened) -> None:
    app = opened(where, **{name: "nonesuch"})
    assert [f"{name} “nonesuch”" in str(warning.value) for warning in app.warning] == [True]
