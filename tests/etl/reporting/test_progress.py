from etl.reporting.progress import Clock, Count, ignore_progress


def test_a_count_goes_on_from_table_to_table() -> None:
    told: list[tuple[str, int, int]] = []
    count = Count(lambda *step: told.append(step), "load", [3, 4])
    count.add(3)
    count.add(4)
    assert told == [("load", 0, 7), ("load", 3, 7), ("load", 7, 7)]
    Count(ignore_progress, "load", [1]).add(1)


def test_a_clock_passes_on_and_knows_the_seconds_of_each_stage() -> None:
    told: list[tuple[str, int, int]] = []
    clock = Clock(lambda *step: told.append(step))
    clock.show("read", 0, 1)
    clock.show("load", 0, 1)
    assert told == [("read", 0, 1), ("load", 0, 1)]
    assert [*clock.seconds()] == ["read", "load"]
    assert all(seconds >= 0 for seconds in clock.seconds().values())
