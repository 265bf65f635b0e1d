from data.earlier import package
from data.uploads.limits import PAGE, Budget
from tests.data.earlier.made import zipped


def test_the_receipt_may_lie_beside_the_one_csv() -> None:
    content = zipped({"a.csv": b"id\n1\n", "a.metadata.json": b'{"release": "1"}'})
    assert package.read("x.zip", content, Budget(PAGE)).receipt == {"release": "1"}
