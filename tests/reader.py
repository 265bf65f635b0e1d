"""The dashboard as a reader meets it, without a browser: open a page, read what stands on it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from data import store
from data.links import THINGS

Opened = Callable[..., AppTest]


def opening(builds: Path | str, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """How to open a page of the store in `builds` by its name and the parameters of its address."""
    monkeypatch.setenv("CHEGARA_STORE", str(builds))

    def page(name: str = "overview", **parameters: str | list[str]) -> AppTest:
        app = AppTest.from_file(store.ROOT / "app.py", default_timeout=120)
        for parameter, value in parameters.items():
            app.query_params[parameter] = value
        run(app)
        if name in THINGS.values():  # one script under several addresses
            app._page_hash = calc_hash(name)
            return run(app)
        return app if name == "overview" else run(app.switch_page(f"pages/{name}.py"))

    return page


def run(app: AppTest) -> AppTest:
    """Run it, which must not end in an exception, nor may one be caught on the way."""
    app.run()
    assert [error.value for error in app.exception] == []
    assert faults(app) == []
    return app


def press(app: AppTest, key: str) -> AppTest:
    """Run it as after a press on the button of that key."""
    app.button(key=key).click()
    return run(app)


def send(app: AppTest, widget: str, **sent: Any) -> None:
    """Run it as for a browser that sends this value, whatever it is, for a widget of the last run."""
    states = app._tree.get_widget_states()
    [place] = [number for number, each in enumerate(states.widgets) if each.id.endswith(f"-{widget}")]
    states.widgets[place].CopyFrom(WidgetState(id=states.widgets[place].id, **sent))
    app._run(states)
    assert [error.value for error in (*app.exception, *app.error)] == []


def faults(app: AppTest) -> list[str]:
    """The reference numbers of the parts that failed."""
    found = [re.search(r"Reference: \*\*([0-9a-f]{8})\*\*", error.value) for error in app.error]
    return [number[1] for number in found if number]


def said(app: AppTest) -> str:
    """All of our own HTML on the page."""
    return "\n".join(str(piece.proto.body) for piece in app.get("html"))


def lead(app: AppTest) -> str:
    """The sentence under the title, without the numbers of notes."""
    return re.sub("<sup.*?</sup>", "", said(app).split('<p class="lead">')[1].split("</p>")[0])


def chips(app: AppTest) -> list[str]:
    """The words of the chips: what is asked for."""
    return [button.label for button in app.button if str(button.key).startswith("chip-")]


def dates_shown(table: Any, name: str) -> list[str]:
    """The words that a table shows in a column of dates, row by row."""
    options = json.loads(table.proto.columns)[name]["type_config"]["options"]
    words = {option["value"]: option["label"] for option in options}
    return [words[figures] for figures in table.value[name]]
