import json

import pytest

from data.earlier import package
from data.earlier.sheet import UnreadableError
from data.uploads.limits import PAGE, Budget
from tests.data.earlier.made import zipped


def test_the_receipt_may_lie_beside_the_one_csv() -> None:
    content = zipped({"a.csv": b"id\n1\n", "a.metadata.json": b'{"release": "1"}'})
    assert package.read("x.zip", content, Budget(PAGE)).receipt == {"release": "1"}


def test_a_description_lists_a_bounded_number_of_files() -> None:
    content = zipped({"datapackage.json": json.dumps({"resources": [{}] * 501}).encode()})
    with pytest.raises(UnreadableError, match=r"x\.zip: datapackage\.json lists more than 500 files"):
        package.read("x.zip", content, Budget(PAGE))
