"""A line of the log is one line, whatever was in the message."""

import logging

import pytest
from streamlit.runtime.media_file_storage import MediaFileStorageError

from pages.server.loglines import LONGEST, Line, one_line


def test_breaks_controls_and_overrides_are_written_as_escapes() -> None:
    assert one_line("a\nb\r\x1b[31m\u202ec\x85\ud800") == r"a\nb\r\x1b[31m\u202ec\x85\ud800"
    assert one_line("Тошкент – ok\n") == "Тошкент – ok"


def test_a_long_line_is_cut_and_says_how_long_it_was() -> None:
    found = one_line("a" * 100_000)
    assert found == "a" * LONGEST + "… (100,000 characters)"


def _line(error: Exception) -> Line:
    try:
        raise error
    except type(error) as caught:
        info = (type(caught), caught, caught.__traceback__)
        return Line("name", logging.ERROR, "path", 1, "Failed: %s", ("x\ny",), info)


def test_no_line_of_a_trace_looks_like_a_message() -> None:
    text = logging.Formatter("%(message)s").format(_line(ValueError("one\n2026-01-01 fake\x1b[0m")))
    first, *trace = text.splitlines()
    assert first == r"Failed: x\ny"
    assert trace[-1] == r"    2026-01-01 fake\x1b[0m"
    assert all(line.startswith("    ") for line in trace)


@pytest.mark.parametrize("has_cause", [True, False])
def test_a_download_that_is_gone_leaves_no_trace_but_one_that_failed_does(has_cause: bool) -> None:
    error = MediaFileStorageError("not found")
    error.__cause__ = ValueError() if has_cause else None
    text = logging.Formatter("%(message)s").format(_line(error))
    assert ("Traceback" in text) == has_cause
    assert "not found" in text
