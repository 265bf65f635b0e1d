"""How a stage reports its progress, without knowing how it is shown."""

from collections.abc import Callable, Sequence
from time import perf_counter

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much of it is done, and how much there is."""
BATCH = 2_000
"""Rows that go through the stages together: few enough to stay in the caches of a processor."""


def ignore_progress(_stage: str, _done: int, _total: int) -> None:
    """Show no progress."""


class Count:
    """Progress of one stage over many tables: counts on from table to table."""

    def __init__(self, progress: Progress, stage: str, sized: Sequence[int]) -> None:
        self._progress, self._stage = progress, stage
        self._done, self._total = 0, sum(sized)
        self.add(0)

    def add(self, done: int) -> None:
        self._done += done
        self._progress(self._stage, self._done, self._total)


class Clock:
    """Passes progress on, and notes how long each stage takes."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._began: dict[str, float] = {}

    def show(self, stage: str, done: int, total: int) -> None:
        self._began.setdefault(stage, perf_counter())
        self._progress(stage, done, total)

    def seconds(self) -> dict[str, float]:
        """How long each stage took until the next began, the last one until now."""
        moments = [*self._began.values(), perf_counter()]
        return {
            stage: round(end - began, 3)
            for stage, began, end in zip(self._began, moments, moments[1:], strict=False)
        }
