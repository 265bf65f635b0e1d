"""How a stage tells how far it is, without knowing who shows it."""

from collections.abc import Callable, Iterator, Sequence

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much of it is done, and how much there is."""
BATCH = 10_000


def silent(_stage: str, _done: int, _total: int) -> None:
    """For whoever does not want to know."""


def batches(length: int) -> Iterator[slice]:
    """Slices that cover `length` items in order."""
    return (slice(start, min(start + BATCH, length)) for start in range(0, length, BATCH))


class Count:
    """Progress of one stage over many tables: counts on from table to table."""

    def __init__(self, progress: Progress, stage: str, sized: Sequence[int]) -> None:
        self._progress, self._stage = progress, stage
        self._done, self._total = 0, sum(sized)
        self.add(0)

    def add(self, done: int) -> None:
        self._done += done
        self._progress(self._stage, self._done, self._total)
