"""An unexpected exception in a part of a page is confined to it: a notice there, the trace in the log."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

from streamlit.logger import get_logger

from data import store
from pages.views.html.markup import Safe
from pages.views.shell import notices

LOG = get_logger("chegara")
P = ParamSpec("P")


@contextmanager
def catch(what: str = "This part of the page") -> Iterator[None]:
    """Let the page go on after an exception: its number is shown on the page and, with the trace, in the log.

    `what` begins the sentence of the notice.

    `st.stop` and `st.rerun` pass: what they raise is no Exception.
    """
    try:
        yield
    except store.UnreachableError as error:
        LOG.warning("The database of the record does not answer: %s", error)
        notices.unreachable()
    except Exception:
        number = secrets.token_hex(4)
        notices.fault(what, number)  # ends a run that a newer one has replaced: that may be why it failed
        LOG.exception("Fault %s", number)


def contain(show: Callable[P, None]) -> Callable[P, None]:
    """Decorator of a part of a page that may fail alone."""

    @wraps(show)
    def guarded(*arguments: P.args, **named: P.kwargs) -> None:
        with catch():
            show(*arguments, **named)

    return guarded


def contain_html(make: Callable[P, Safe]) -> Callable[P, Safe]:
    """`contain` for a part that is HTML in one element with others: empty where it fails."""

    @wraps(make)
    def guarded(*arguments: P.args, **named: P.kwargs) -> Safe:
        with catch():
            return make(*arguments, **named)
        return Safe()

    return guarded
