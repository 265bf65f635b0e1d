from collections.abc import Callable

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.views.shell.controls import window

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"


def script() -> Callable[[], None]:
    def page() -> None:
        import streamlit as st

        from pages.views.shell.controls import window

        st.text(str(window.is_narrow()))

    return page


@pytest.mark.parametrize(
    ("called", "known", "found"),
    [
        (PHONE, None, "True"),
        ("Mozilla/5.0 (X11; Linux x86_64)", None, "False"),
        ("", None, "False"),
        (PHONE, False, "False"),
        ("", True, "True"),
    ],
)
def test_what_a_browser_calls_itself_decides_until_the_window_is_known(
    called: str, known: bool | None, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(st.context), "headers", {"User-Agent": called})
    app = AppTest.from_function(script())
    if known is not None:
        app.session_state[window.KNOWN] = known
    app.run()
    assert [text.value for text in app.text] == [found]
