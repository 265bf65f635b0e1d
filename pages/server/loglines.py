"""Log records that nobody outside can forge or swell: one line each, escaped and bounded.

Set as the factory of all records, so it holds for Streamlit's, uvicorn's and asyncio's own loggers too.
"""

import logging
import traceback
from typing import Any

from streamlit.runtime.media_file_storage import MediaFileStorageError

LONGEST = 500
"""Characters of a message; the rest is counted."""
LONGEST_TRACE = 20_000
"""Characters of a trace, the end of it, where the error is named."""


class Line(logging.LogRecord):
    """A record whose message is one line; its trace is indented, so that none of it looks like a message."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
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
    logging.setLogRecordFactory(Line)
