"""Sources in bulk from a card and from the page Brief."""

from pathlib import Path

import pytest

from data.citations import FORMATS
from pages.views.shell import citations
from tests.reader import opening, run


@pytest.mark.parametrize(
    ("page", "parameters", "name"),
    [("timeline", {"event": "2021-03-03-alphaville-roundtable"}, "card"), ("brief", {}, "brief")],
)
def test_every_format_is_offered_once_the_menu_is_open(
    page: str, parameters: dict[str, str], name: str, builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opening(builds, monkeypatch)(page, **parameters)
    if page == "brief":
        app.button(key="make-brief").click()
        run(app)
    key = f"sources-{name}"
    assert not [each for each in app.get("download_button") if f"-{key}-" in each.proto.id]
    app.session_state[key] = True
    run(app)
    ids = [each.proto.id for each in app.get("download_button")]
    assert [form for form in FORMATS if any(each.endswith(f"-{key}-{form}") for each in ids)] == list(FORMATS)
    assert citations.WORDS in "".join(str(piece.proto.body) for piece in app.get("html"))
