"""How benches tell their figures: what is counted, what is met, and how a table reads."""

from functools import partial
from itertools import count

import pytest

from bench.figures import Times, compare_with_goal, measure_in_turn, measure_times, ratio, table


def test_median_and_95th_percentile_are_of_all_that_counts() -> None:
    times = Times(tuple(float(n) for n in range(100, 0, -1)))
    assert (times.median, times.p95) == (50.5, 95.0)
    assert Times((7.0, 1.0)).p95 == 7.0
    assert Times(()).median != Times(()).median


@pytest.mark.parametrize(("rounds", "counted"), [(1, 1), (3, 3), (4, 3), (6, 5)])
def test_the_first_of_four_and_more_is_a_warm_up(rounds: int, counted: int) -> None:
    ticks = count()
    times = measure_times(lambda: None, rounds, 60, lambda: next(ticks) ** 2)
    assert len(times.each) == counted
    last = 2 * rounds - 1
    assert times.each[-1] == 1000 * (last**2 - (last - 1) ** 2)


def test_work_is_done_once_even_without_time() -> None:
    done: list[int] = []
    assert len(measure_times(lambda: done.append(1), 5, 0).each) == len(done) == 1


@pytest.mark.parametrize(("seconds", "rounds"), [(0, 3), (60, 4)])
def test_works_are_done_in_turn_three_times_even_without_time(seconds: float, rounds: int) -> None:
    done: list[str] = []
    works = {name: partial(done.append, name) for name in ("ours", "theirs")}
    found = measure_in_turn(works, 4, seconds, partial(next, count()))
    assert done == ["ours", "theirs"] * rounds
    assert found == dict.fromkeys(works, Times((1000.0,) * rounds))


@pytest.mark.parametrize(
    ("value", "at_least", "words"),
    [
        (0.1, False, "0.1 (goal 0.1: met)"),
        (0.11, False, "0.11 (goal 0.1: NOT MET)"),
        (0.11, True, "0.11 (goal 0.1: met)"),
        (0.09, True, "0.09 (goal 0.1: NOT MET)"),
        (float("nan"), False, "nan (goal 0.1: not measured)"),
        (float("nan"), True, "nan (goal 0.1: not measured)"),
    ],
)
def test_a_value_stands_beside_its_goal(value: float, at_least: bool, words: str) -> None:
    assert compare_with_goal(value, 0.1, at_least=at_least) == words


def test_a_ratio_to_nothing_is_no_number() -> None:
    assert ratio(3, 2) == 1.5
    assert ratio(3, 0) != ratio(3, 0)


def test_a_table_has_figures_to_the_right_and_names_to_the_left() -> None:
    assert table(("page", "ms", "ratio"), [("overview", 1234, 0.5), ("map", 7.25, 120.4)]).splitlines() == [
        "page         ms  ratio",
        "overview  1,234  0.500",
        "map         7.2    120",
    ]
