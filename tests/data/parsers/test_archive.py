from dataclasses import replace

import pytest

from data.parsers import archive
from data.parsers.limits import PAGE, Budget
from data.parsers.sheets import UnreadableError
from tests.data.parsers.attacks import ATTACKS, zipped


def test_only_what_is_wanted_is_unpacked_and_all_of_it_counts() -> None:
    budget = Budget(replace(PAGE, unpacked=10))
    content = zipped({"big.sqlite": b"0" * 1_000, "a.csv": b"01234", "b.csv": b"56789"})
    assert archive.list_names("x.zip", content, budget) == ["big.sqlite", "a.csv", "b.csv"]
    assert archive.unpack("x.zip", content, budget, lambda name: name.endswith(".csv")) == {
        "a.csv": b"01234",
        "b.csv": b"56789",
    }
    assert budget.unpacked_left == 0
    with pytest.raises(UnreadableError, match=r"y\.zip: unpacks to more than 0 MB"):
        archive.unpack("y.zip", zipped({"c.csv": b"0"}), budget, lambda _: True)


def test_an_archive_with_something_before_it_is_read() -> None:
    content = b"PK-" + zipped({"a.csv": b"id\n"})
    assert archive.unpack("x", content, Budget(PAGE), lambda _: True) == {"a.csv": b"id\n"}


@pytest.mark.parametrize("name", ["bzip2", "two of a name", "overlap", "announced more", "entries"])
def test_what_promises_too_much_is_refused_by_its_directory(name: str) -> None:
    (attack,) = (attack for attack in ATTACKS if attack.name == name)
    ((file, content),) = attack.make().items()
    with pytest.raises(UnreadableError, match=f"{file}: {attack.problem}"):
        archive.unpack(file, content, Budget(PAGE), lambda _: True)
