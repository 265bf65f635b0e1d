import gc
import threading
import time
from collections.abc import Callable

import pytest

from data.uploads.process import StoppedError
from data.uploads.waiting_line import BusyError, DiscardedError, Job, WaitingLine

Work = Callable[[Job[str]], str]


def line(**settings: float) -> WaitingLine[str]:
    return WaitingLine[str](len, heaviest=10, **settings)  # type: ignore[arg-type]


def until_stopped(job: Job[str]) -> str:
    while not job.is_stopped:
        time.sleep(0.01)
    raise StoppedError


def test_one_works_at_a_time_in_the_order_they_came() -> None:
    began, go = list[str](), threading.Event()

    def named(name: str) -> Work:
        def work(job: Job[str]) -> str:
            began.append(name)
            assert go.wait(10)
            job.tell(1, 2)
            return name

        return work

    jobs = [(own := line()).start(named("a")), own.start(named("b")), own.start(named("c"))]
    time.sleep(0.3)
    assert (began, [job.ahead for job in jobs]) == (["a"], [0, 1, 2])
    assert (jobs[0].seconds > 0, jobs[1].seconds) == (True, 0)
    go.set()
    assert [job.wait(10) for job in jobs] == [True, True, True]
    assert [job.result() for job in jobs] == began == ["a", "b", "c"]
    assert jobs[2].progress == (1, 2)


def test_a_full_line_says_so_and_goes_on_once_there_is_room() -> None:
    own = line(waiting=1)
    first, second = own.start(until_stopped), own.start(lambda _: "second")
    with pytest.raises(BusyError):
        own.start(lambda _: "third")
    first.cancel()
    assert second.wait(10)
    assert own.start(lambda _: "fourth").wait(10)


def test_who_waits_too_long_is_told() -> None:
    own = line(longest=0.2)
    first, second = own.start(until_stopped), own.start(lambda _: "x")
    assert second.wait(10)
    with pytest.raises(BusyError):
        second.result()
    first.cancel()


@pytest.mark.parametrize("place", ["at work", "waiting"])
def test_a_job_that_is_cancelled_or_that_nobody_asks_after_ends(place: str) -> None:
    for end in ("cancel", "leave"):
        own = line(patience=0.5 if end == "leave" else 60)
        other = own.start(until_stopped) if place == "waiting" else None
        job = own.start(until_stopped)
        if end == "cancel":
            job.cancel()
        give_up = time.monotonic() + 10
        while not job._done.is_set() and time.monotonic() < give_up:
            time.sleep(0.05)
            if other:
                other.wait()
        with pytest.raises(StoppedError):
            job.result()
        assert job.is_cancelled == (end == "cancel")
        if other:
            other.cancel()


def test_what_the_work_raises_is_raised_where_the_result_is_asked_for_and_the_line_goes_on() -> None:
    own = line()

    def fail(_: Job[str]) -> str:
        raise KeyError("x")

    job = own.start(fail)
    assert job.wait(10)
    with pytest.raises(KeyError):
        job.result()
    assert own.start(lambda _: "y").wait(10)


def test_the_oldest_results_make_room_and_the_newest_stays() -> None:
    own = line()
    jobs = []
    for result in ("aaaa", "bbbb", "cccc", "d" * 50, "e"):
        jobs.append(own.start(lambda _, result=result: result))  # type: ignore[misc]
        assert jobs[-1].wait(10)
        time.sleep(0.05)
        if result == "cccc":
            assert [job.weight for job in jobs] == [0, 4, 4]
    assert [job.weight for job in jobs] == [0, 0, 0, 0, 1]
    with pytest.raises(DiscardedError):
        jobs[0].result()
    assert jobs[4].result() == "e"


def test_a_result_whose_reader_is_gone_takes_no_room() -> None:
    own = line()
    gone = own.start(lambda _: "aaaaaaa")
    assert gone.wait(10)
    time.sleep(0.1)
    del gone
    gc.collect()
    kept = [own.start(lambda _: "bbbbbbbb")]
    assert kept[0].wait(10)
    assert kept[0].result() == "bbbbbbbb"
    assert sum(each() is not None for each in own._ended) == 1
