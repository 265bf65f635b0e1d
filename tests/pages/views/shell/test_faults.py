import logging
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.views import timeline
from pages.views.coverage import months
from pages.views.html import markup
from pages.views.shell.filters import panel
from pages.views.timeline import pictures
from tests.reader import Opened, faults, lead, opening, run, said

UNSEEN = "/srv/secret: no such column: person"


def _broken(*_: object) -> None:
    raise RuntimeError(UNSEEN)


def _everything(app: AppTest) -> str:
    return "\n".join([said(app), *(str(piece.value) for piece in [*app.error, *app.warning, *app.info])])


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """What the log holds of faults: message and trace."""
    logging.getLogger("chegara").addHandler(caplog.handler)

    def texts() -> list[str]:
        return [caplog.handler.format(record) for record in caplog.records if record.name == "chegara"]

    return texts


def test_a_part_that_fails_leaves_the_others(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, logged: Callable[[], list[str]]
) -> None:
    app = opened("timeline")
    with monkeypatch.context() as patched:
        patched.setattr(months, "_summarise", _broken)
        app.run()
    [number] = faults(app)
    [entry] = logged()
    assert f"Fault {number}" in entry
    assert f"RuntimeError: {UNSEEN}" in entry
    assert UNSEEN not in _everything(app)
    assert ".py" not in _everything(app)
    assert [title.value for title in app.title] == ["Timeline"]
    assert lead(app).startswith("6 events")
    assert len(app.get("plotly_chart")) == 2
    assert len(app.exception) == 0
    run(app)


def test_a_part_that_shares_its_element_leaves_the_others(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("offices")
    assert "Select a border, its number or a point" in said(app)
    with monkeypatch.context() as patched:
        patched.setattr(markup, "hint", _broken)
        app.run()
    assert len(faults(app)) == 1
    assert "Select a border, its number or a point" not in said(app)
    assert "What sources counted" in said(app)
    assert "Boundaries and names shown do not imply endorsement." in said(app)
    run(app)


def test_two_parts_that_fail_have_numbers_of_their_own(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, logged: Callable[[], list[str]]
) -> None:
    app = opened("timeline")
    monkeypatch.setattr(months, "_summarise", _broken)
    monkeypatch.setattr(pictures, "_lanes", _broken)
    app.run()
    numbers = faults(app)
    assert len({*numbers}) == 2
    pictures_last = reversed(numbers)
    assert [number in entry for number, entry in zip(pictures_last, logged(), strict=True)] == [True, True]


def test_a_page_that_fails_leaves_the_frame_and_the_other_pages(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("timeline")
    with monkeypatch.context() as patched:
        patched.setattr(timeline, "sentence_with_note", _broken)
        app.run()
        assert len(faults(app)) == 1
        assert app.multiselect("f_kind").value == []
        assert len(app.exception) == 0
        run(app.switch_page("pages/network.py"))
        assert [title.value for title in app.title] == ["Organisation network"]
    run(app.switch_page("pages/timeline.py"))
    assert lead(app).startswith("6 events")


def test_a_run_that_a_newer_one_has_replaced_tells_no_fault(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, logged: Callable[[], list[str]]
) -> None:
    """Streamlit ends it where it next shows something, by what `st.stop` raises."""
    app = opened("timeline")
    monkeypatch.setattr(timeline, "sentence_with_note", _broken)
    monkeypatch.setattr(st, "error", lambda *_, **__: st.stop())
    app.run()
    assert logged() == []
    assert faults(app) == []


def test_a_filter_panel_that_fails_is_a_notice_too(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("timeline")
    monkeypatch.setattr(panel, "_widgets", _broken)
    app.run()
    assert len(faults(app)) == 1
    assert UNSEEN not in _everything(app)


def test_stopping_and_starting_over_are_no_faults() -> None:
    def script() -> None:
        import streamlit as st

        from pages.views.shell import faults

        with faults.catch():
            if "again" not in st.session_state:
                st.session_state["again"] = True
                st.rerun()
            st.text("second run")
            st.stop()
        st.text("never")

    app = run(AppTest.from_function(script))
    assert [text.value for text in app.text] == ["second run"]
