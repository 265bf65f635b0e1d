"""The check of a reader's files as a job: in a line with those of other readers, with a bar and *Cancel*."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import streamlit as st

from data.filters import Filters
from data.parsers.limits import COMMAND, MEGABYTE, PAGE
from data.parsers.sheets import TooLargeError, UnreadableError
from data.recheck import check, receipt
from data.recheck.comparison import Result
from data.uploads import process
from data.uploads.process import StoppedError
from data.uploads.waiting_line import BusyError, DiscardedError, Job, WaitingLine
from pages.views.html import labels
from pages.views.session import reads
from pages.views.session.reads import Pin
from pages.views.shell.faults import contain

STATE = "recheck-job"
FIRST_WAIT = 1.5
"""Seconds that a run waits for a job that it starts: most are done by then, and no bar flashes up."""
PERIOD = 0.5
"""Seconds between two looks at a job that takes longer."""
LARGER = (
    f"On the command line files of up to {COMMAND.file // MEGABYTE} MB can be checked, with more memory and "
    "time: `python -m etl recheck FILE`."
)
BUSY = "Files of other readers are being checked, and more are waiting. Try again in a minute."
CANCELLED = "You cancelled the check. No row was checked."


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What came of the files: results by sheet, or the problem for which there are none.

    `is_lone` says that no receipt names the filters.
    """

    results: list[Result] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    is_lone: bool = False
    problem: str = ""
    is_too_large: bool = False


LINE = WaitingLine[CheckOutcome](
    lambda checked: 1 + sum(len(result.findings) for result in checked.results), heaviest=PAGE.findings
)
"""Of all readers of this process."""


def run_check(
    read_files: Callable[[], dict[str, bytes]], ids: tuple[str, ...], filters: Filters | None
) -> CheckOutcome | None:
    """What came of the files, named by `ids`; None, with the reason on the page, while there is nothing.

    `read_files` is called only where a new job needs their bytes.
    """
    job = _job(read_files, (ids, reads.current_pin(), filters))
    if job is None:
        _retry(BUSY)
        return None
    if not job.wait():
        _progress(job)
        return None
    return _read_outcome(job)


def _read_outcome(job: Job[CheckOutcome]) -> CheckOutcome | None:
    try:
        found = job.result()
    except BusyError:
        _retry(BUSY)
    except (StoppedError, DiscardedError):
        if not job.is_cancelled:  # the reader was away, or the result had to make room
            cancel()
            st.rerun()
        _retry(CANCELLED)
    else:
        if not found.problem:
            return found
        larger = f" {LARGER}" if found.is_too_large else ""
        st.error(f"{labels.escape_markdown(found.problem)}\\. No row was checked\\.{larger}")
    return None


def cancel() -> None:
    """Stop the job of this session, if there is one."""
    _, job = st.session_state.pop(STATE, (None, None))
    if job is not None:
        job.cancel()


def _job(read_files: Callable[[], dict[str, bytes]], key: Any) -> Job[CheckOutcome] | None:
    """The job for these files: the one that is there, else a new one; None where the line is full."""
    known: tuple[Any, Job[CheckOutcome] | None] = st.session_state.get(STATE, (None, None))
    if known[0] == key:
        return known[1]
    cancel()
    _, pin, filters = key
    try:
        started = LINE.start(partial(_check, read_files(), pin, filters))
    except BusyError:
        return None
    st.session_state[STATE] = key, started
    started.wait(FIRST_WAIT)
    return started


def _check(
    files: dict[str, bytes], pin: Pin, filters: Filters | None, job: Job[CheckOutcome]
) -> CheckOutcome:
    """In a thread of its own."""
    try:
        try:
            earlier = process.read_upload(files, PAGE, job.tell, lambda: job.is_stopped)
        finally:
            files.clear()
        job.tell(len(earlier.sheets), len(earlier.sheets))
        results = check.check_extract(earlier, reads.open_engine(pin), filters)
    except UnreadableError as error:
        return CheckOutcome(problem=str(error), is_too_large=isinstance(error, TooLargeError))
    return CheckOutcome(results, check.list_unchecked(earlier), receipt.read_filters(earlier.receipt) is None)


@st.fragment(run_every=PERIOD)
@contain
def _progress(job: Job[CheckOutcome]) -> None:
    """A bar with words and a button, looked at again and again until the job has ended."""
    if job.wait():
        st.rerun()
    done, total = job.progress
    share = max(done / total if total else 0.0, job.seconds / PAGE.seconds)
    st.progress(min(share, 0.99), _words(job))
    st.button("Cancel", key="recheck-cancel", on_click=job.cancel, disabled=job.is_cancelled)


def _words(job: Job[CheckOutcome]) -> str:
    if not job.seconds:
        return f"Waiting while files of other readers are checked: {job.ahead} before yours."
    done, total = job.progress
    if done == total and total:
        return f"Comparing each row with the record, {job.seconds:.0f} s so far."
    tables = f"table {done + 1} of {total}, " if total > 1 else ""
    return f"Reading the file: {tables}{job.seconds:.0f} s of at most {PAGE.seconds} s."


def _retry(words: str) -> None:
    """Why there is nothing to show, and a button that tries again."""
    st.info(words)
    st.button("Check again", key="recheck-again", on_click=cancel)
