"""Log records that nobody outside can forge or swell: one line each, escaped, bounded and counted.

Set as the factory of all records, so it holds for Streamlit's, uvicorn's and asyncio's own loggers too.
"""

import json
import logging
import os
import traceback
from datetime import UTC, datetime
from typing import Any

from streamlit.runtime.media_file_storage import MediaFileStorageError

from pages.views.session import runs

FORM = "CHEGARA_LOG"
LONGEST = 500
"""Characters of a message; the rest is counted."""
LONGEST_TRACE = 20_000
"""Characters of a trace, the end of it, where the error is named."""


class Line(logging.LogRecord):
    """A record whose message is one line; its trace is indented, so that none of it looks like a message."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        runs.LINES.labels(self.levelname).inc()
        if self.exc_info and self.exc_info[1]:
            error = self.exc_info[1]
            if _is_from_outside(error):
                self.exc_info = None
                self.msg, self.args = f"{super().getMessage()}: {error}", None
            else:
                self.exc_text = _indent("".join(traceback.format_exception(error)))

    def getMessage(self) -> str:  # noqa: N802 - logging's name
        return one_line(super().getMessage())


def one_line(text: str) -> str:
    """The text with line breaks, control, format and surrogate characters each written as its escape."""
    text = text.strip()
    cut = f"… ({len(text):,} characters)" if len(text) > LONGEST else ""
    return _escape(text[:LONGEST]) + cut


def _escape(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _indent(trace: str) -> str:
    return "\n".join(f"    {_escape(line)}" for line in trace[-LONGEST_TRACE:].splitlines())


def _is_from_outside(error: BaseException) -> bool:
    """Whether a browser asked for a download that is gone; a download that failed has a cause."""
    return isinstance(error, MediaFileStorageError) and error.__cause__ is None


def install() -> None:
    """From now on, for all loggers; one JSON object a record where the setting `CHEGARA_LOG` is `json`."""
    logging.setLogRecordFactory(Line)
    if os.environ.get(FORM) == "json":
        setattr(logging.Handler, "format", format_json)  # noqa: B010 - all handlers of all libraries pass it


def format_json(_: logging.Handler, record: logging.LogRecord) -> str:
    """Time in UTC, level, logger, message, trace: nothing of who asked."""
    told = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "logger": record.name,
        "message": record.getMessage(),
    }
    if record.exc_text:
        told["trace"] = record.exc_text
    return json.dumps(told, ensure_ascii=False)
