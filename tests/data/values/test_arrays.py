import numpy as np

from data.values.arrays import run_places


def test_the_places_of_chosen_runs_come_run_after_run() -> None:
    starts = np.array([0, 2, 2, 5])
    assert run_places(starts, np.array([2, 0])).tolist() == [2, 3, 4, 0, 1]
    assert run_places(starts, np.array([1])).tolist() == []
    assert run_places(starts, np.array([], np.int64)).tolist() == []
