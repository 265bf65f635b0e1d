"""Times of benches: medians, 95th percentiles and ratios in a table, with the goal beside them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil
from statistics import median
from time import perf_counter
from typing import NamedTuple

LEAST = 3
"""Rounds in turn."""


class Times(NamedTuple):
    """Of one piece of work, in milliseconds; empty: it was not done."""

    each: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.each) if self.each else float("nan")

    @property
    def p95(self) -> float:
        return sorted(self.each)[ceil(0.95 * len(self.each)) - 1] if self.each else float("nan")


def measure_times(
    work: Callable[[], object],
    rounds: int,
    most_seconds: float,
    clock: Callable[[], float] = perf_counter,
) -> Times:
    """Do the work up to `rounds` times, for about `most_seconds` at most but at least once; the first counts.

    From four rounds on the first is a warm-up and does not count. Another `clock` may measure CPU.
    """
    found: list[float] = []
    until = perf_counter() + most_seconds
    while len(found) < rounds and (not found or perf_counter() < until):
        began = clock()
        work()
        found.append(1000 * (clock() - began))
    return Times(tuple(found[1:] if len(found) > 3 else found))


def measure_in_turn(
    works: Mapping[str, Callable[[], object]], rounds: int, most_seconds: float, clock: Callable[[], float]
) -> dict[str, Times]:
    """Do all works, then all again: what else the machine does meets each. At least LEAST rounds."""
    found: dict[str, list[float]] = {name: [] for name in works}
    until = perf_counter() + most_seconds
    for done in range(max(rounds, LEAST)):
        if done >= LEAST and perf_counter() > until:
            break
        for name, work in works.items():
            began = clock()
            work()
            found[name].append(1000 * (clock() - began))
    return {name: Times(tuple(each)) for name, each in found.items()}


def ratio(ours: float, theirs: float) -> float:
    return ours / theirs if theirs else float("nan")


def compare_with_goal(value: float, goal: float, *, at_least: bool = False) -> str:
    """`0.05 (goal 0.2: met)`: the goal is the most allowed, or the least."""
    is_met = value >= goal if at_least else value <= goal
    verdict = "met" if is_met else "NOT MET" if value == value else "not measured"
    return f"{value:.3g} (goal {goal:g}: {verdict})"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns of text, as wide as they need to be, figures to the right."""
    cells = [list(head), *([_words(cell) for cell in row] for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(head))]
    numeric = [all(_is_number(row[n]) for row in cells[1:]) for n in range(len(head))]
    lines = (
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        )
        for row in cells
    )
    return "\n".join(line.rstrip() for line in lines)


def _words(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:,.0f}" if cell >= 100 else f"{cell:.1f}" if cell >= 1 else f"{cell:.3f}"
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def _is_number(text: str) -> bool:
    return not text.strip(" 0123456789.,-") or text == "nan"
