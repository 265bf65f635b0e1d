"""What goes wrong unforeseen in a part of a page stays there: a notice in its place, the trace in the log."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

from streamlit.logger import get_logger

from pages.views.html.markup import Safe
from pages.views.shell import notices

LOG = get_logger("chegara")
P = ParamSpec("P")


@contextmanager
def catch(what: str = "This part of the page") -> Iterator[None]:
    """Let the page go on after an exception: its number stands on the page and, with the trace, in the log.

    `what` begins the sentence of the notice.

    `st.stop` and `st.rerun` pass: what they raise is no Exception.
    """
    try:
        yield
    except Exception:
        number = secrets.token_hex(4)
        LOG.exception("Fault %s", number)
        notices.fault(what, number)


def contain(show: Callable[P, None]) -> Callable[P, None]:
    """A part of a page without which the other parts can stand."""

    @wraps(show)
    def guarded(*arguments: P.args, **named: P.kwargs) -> None:
        with catch():
            show(*arguments, **named)

    return guarded


def contain_html(make: Callable[P, Safe]) -> Callable[P, Safe]:
    """`contained` for a part that is HTML and stands in one element with others: nothing where it fails."""

    @wraps(make)
    def guarded(*arguments: P.args, **named: P.kwargs) -> Safe:
        with catch():
            return make(*arguments, **named)
        return Safe()

    return guarded
