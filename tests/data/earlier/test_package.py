import pytest

from data.earlier import package
from data.earlier.sheet import UnreadableError
from tests.data.earlier.made import zipped


def test_only_what_is_wanted_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "UNPACKED", 10)
    content = zipped({"big.sqlite": b"0" * 1_000, "a.csv": b"01234", "b.csv": b"56789"})
    assert package.members("x.zip", content, lambda name: name.endswith(".csv")) == {
        "a.csv": b"01234",
        "b.csv": b"56789",
    }
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        package.members("x.zip", zipped({"a.csv": b"012345", "b.csv": b"56789"}), lambda _: True)


def test_the_receipt_may_lie_beside_the_one_csv() -> None:
    content = zipped({"a.csv": b"id\n1\n", "a.metadata.json": b'{"release": "1"}'})
    assert package.read("x.zip", content).receipt == {"release": "1"}
