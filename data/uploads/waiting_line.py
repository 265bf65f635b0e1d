"""Jobs of many readers, one at a time in the order they came; what they result in is kept within a bound.

A job belongs to a reader who keeps asking after it. One that nobody asks after is stopped.
"""

import threading
import time
import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

from data.uploads.process import StoppedError

T = TypeVar("T")
PAUSE = 0.1
"""Seconds between two looks at those that wait."""


class BusyError(Exception):
    """Too many jobs wait already, or this one has waited too long."""


class DiscardedError(Exception):
    """The result was discarded to make room for newer ones."""


class Job(Generic[T]):
    """The work of one reader; all methods may be called from any thread."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._asked_at = time.monotonic()
        self._began_at: float | None = None
        self._is_cancelled = False
        self._done = threading.Event()
        self._result: T | None = None
        self._error: BaseException | None = None
        self.ahead = 0
        """Jobs that come before this one."""
        self.progress = (0, 0)
        self.weight = 0

    def wait(self, seconds: float = 0.0) -> bool:
        """Whether it has ended, after `seconds` at the latest; who asks shows that somebody still waits."""
        self._asked_at = time.monotonic()
        return self._done.wait(seconds)

    def cancel(self) -> None:
        """Stop it as soon as can be."""
        self._is_cancelled = True

    @property
    def is_cancelled(self) -> bool:
        return self._is_cancelled

    @property
    def is_stopped(self) -> bool:
        """Whether it was cancelled, or nobody has asked after it for long."""
        return self._is_cancelled or time.monotonic() - self._asked_at > self._patience

    @property
    def seconds(self) -> float:
        """How long it has been at work; 0 while it waits."""
        return time.monotonic() - self._began_at if self._began_at else 0.0

    def tell(self, done: int, total: int) -> None:
        self.progress = done, total

    def result(self) -> T:
        """What came of it once it has ended; raises what it raised, StoppedError or LetGoError."""
        if self._error is not None:
            raise self._error
        if self._result is None:
            raise DiscardedError
        return self._result

    def let_go(self) -> None:
        """Throw the result away."""
        self._result, self.weight = None, 0

    def run(self, work: Callable[["Job[T]"], T], weigh: Callable[[T], int]) -> None:
        """Do the work; called by the line."""
        self._began_at = time.monotonic()
        try:
            result = work(self)
            self._result, self.weight = result, weigh(result)
        except BaseException as error:  # whatever it is, it is raised where the result is read
            self.fail(error)
        finally:
            self._done.set()

    def fail(self, error: BaseException) -> None:
        """End without a result."""
        self._error = error
        self._done.set()


class WaitingLine(Generic[T]):
    """The jobs of all readers of a process.

    At most `waiting` wait, for at most `longest` seconds each; one that nobody asks after for `patience`
    seconds is stopped. Results that together weigh more than `heaviest` are discarded, the oldest first.
    """

    def __init__(
        self,
        weigh: Callable[[T], int],
        heaviest: int,
        waiting: int = 3,
        longest: float = 60.0,
        patience: float = 10.0,
    ) -> None:
        self._weigh, self._heaviest = weigh, heaviest
        self._waiting, self._longest, self._patience = waiting, longest, patience
        self._changed = threading.Condition()
        self._jobs: list[Job[T]] = []
        self._ended: list[weakref.ref[Job[T]]] = []

    def start(self, work: Callable[[Job[T]], T]) -> Job[T]:
        """Put a job at the end of the line; raises BusyError where the line is full."""
        job = Job[T](self._patience)
        with self._changed:
            if len(self._jobs) > self._waiting:
                raise BusyError
            self._jobs.append(job)
            job.ahead = len(self._jobs) - 1
        threading.Thread(target=self._run, args=(job, work), name="upload", daemon=True).start()
        return job

    def _run(self, job: Job[T], work: Callable[[Job[T]], T]) -> None:
        try:
            if self._is_next(job):
                job.run(work, self._weigh)
            else:
                job.fail(StoppedError() if job.is_stopped else BusyError())
        finally:
            with self._changed:
                self._jobs.remove(job)
                for place, other in enumerate(self._jobs):
                    other.ahead = place
                self._keep(job)
                self._changed.notify_all()

    def _is_next(self, job: Job[T]) -> bool:
        """Wait until the job is the first; False where it waited too long."""
        until = time.monotonic() + self._longest
        with self._changed:
            while self._jobs[0] is not job:
                if job.is_stopped or time.monotonic() > until:
                    return False
                self._changed.wait(PAUSE)
        return not job.is_stopped

    def _keep(self, job: Job[T]) -> None:
        """Discard the oldest results until all together are light enough; the newest is always kept."""
        kept = [ended for each in self._ended if (ended := each()) is not None and ended.weight]
        kept.append(job)
        while len(kept) > 1 and sum(each.weight for each in kept) > self._heaviest:
            kept.pop(0).let_go()
        self._ended = [weakref.ref(each) for each in kept]
