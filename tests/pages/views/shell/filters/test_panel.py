"""The widgets of the panel hold what the address asks for, whatever became of them or was sent for them."""

from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import ScriptRunContext

from pages.views.shell.filters import days, panel
from pages.views.shell.frame import STARTED_OVER
from tests.reader import Opened, chips, faults, opening, run, send

ASKED = {"org": "alpha", "from": "2021-01-01", "country": "KAZ", "q": "drugs"}


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.mark.parametrize("part", ["_widgets", "_years"])
def test_a_run_that_failed_before_all_widgets_were_drawn_loses_no_filter(
    part: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(**ASKED)
    before = chips(app)
    with monkeypatch.context() as patched:
        patched.setattr(panel, part, lambda: 1 / 0)
        app.run()
    assert (len(faults(app)), chips(app)) == (1, [])
    app.session_state[STARTED_OVER] = False  # each run of AppTest begins as in a new process
    run(app)
    assert chips(app) == before


@pytest.mark.parametrize(
    ("widget", "sent"),
    [
        (days.WIDGET, ["2020-01-01", "2021-01-01", "2022-01-01"]),
        (days.WIDGET, ["2022-01-01", "2021-01-01"]),
        (days.WIDGET, ["x"]),
        ("f_org", ["nobody"]),
        ("f_country", ["Nowhere", "Nowhere"]),
        ("f_kind", [""]),
        ("f_theme", ["\x00"]),
        (days.YEARS, ["1", "2", "3"]),
        ("f_match", ["some"]),
        ("f_role", ["king"]),
        ("f_person", ["nobody"]),
        ("f_publisher", ["ALPHA (99) · x", "\x00"]),
    ],
)
def test_a_value_that_no_widget_offers_breaks_nothing(widget: str, sent: list[str], opened: Opened) -> None:
    app = opened(org=["alpha", "beta"], to="2021-12-31")
    before = chips(app)
    send(app, widget, string_array_value={"data": sent})
    assert widget != days.WIDGET or chips(app) == before
    run(app)


def test_a_hasty_second_choice_keeps_the_first(opened: Opened) -> None:
    """The browser asks with the address that it had before it was told of the first."""
    app = opened("timeline", org="alpha")
    app.multiselect("f_country").select("UZB")
    run(app)
    both = chips(app)
    app.query_params.pop("country")
    app.multiselect("f_kind").select("conference")
    run(app)
    assert chips(app) == [*both[:-1], "Conferences ✕", both[-1]]
    assert app.query_params == {"org": "alpha", "country": "UZB", "kind": "conference"}


def test_a_run_tells_the_browser_its_address_where_that_before_had_another(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though it was asked for just this: what the other wrote may have come to the browser since."""
    app, told, enqueue = opened("timeline", org="delta"), [], ScriptRunContext.enqueue

    def note(context: ScriptRunContext, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "page_info_changed":
            told.append(message.page_info_changed.query_string)
        enqueue(context, message)

    monkeypatch.setattr(ScriptRunContext, "enqueue", note)
    run(app)
    assert told == []
    app.multiselect("f_kind").select("training")
    run(app)
    assert told == ["org=delta&kind=training"]
    app.query_params.pop("kind")
    run(app)
    assert told[1:] == ["org=delta"]
    assert chips(app) == ["DELTA ✕"]
