from pages.views.things import offices


def test_candidates_are_counted_apart_and_a_status_stands_beside_its_name() -> None:
    statuses = [*["operational"] * 22, "establishing", *["candidate"] * 3]
    listed = [{"status": status} for status in statuses]
    assert (
        offices.describe_statuses(listed)
        == "22 in operation, 1 being established, 3 candidates (not counted)"
    )
    assert [offices.count(listed), offices.count(listed[-1:])] == ["23, 3 candidates", "1 candidate"]
