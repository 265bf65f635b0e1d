"""A line of the log is one line, whatever was in the message."""

import json
import logging

import pytest
from streamlit.runtime.media_file_storage import MediaFileStorageError

from pages.server.loglines import LONGEST, Line, install, one_line
from pages.views.session import runs


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


def test_on_request_a_record_is_one_json_object(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.Handler, "format", logging.Handler.format)  # put back after the test
    factory = logging.getLogRecordFactory()
    monkeypatch.setenv("CHEGARA_LOG", "json")
    install()
    text = logging.StreamHandler().format(_line(ValueError("bad")))
    logging.setLogRecordFactory(factory)
    assert "\n" not in text
    told = json.loads(text)
    assert (told["level"], told["logger"], told["message"]) == ("ERROR", "name", r"Failed: x\ny")
    assert told["trace"].splitlines()[-1] == "    ValueError: bad"
    assert told.keys() == {"time", "level", "logger", "message", "trace"}
    assert told["time"].endswith("+00:00")


def test_lines_are_counted_by_level() -> None:
    def count() -> float:
        return runs.REGISTRY.get_sample_value("chegara_log_lines_total", {"level": "ERROR"}) or 0

    before = count()
    _line(ValueError("bad"))
    assert count() == before + 1
