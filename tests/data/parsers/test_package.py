import json

import pytest

from data.parsers import package
from data.parsers.limits import PAGE, Budget
from data.parsers.sheets import UnreadableError
from tests.data.parsers.extracts import zipped


def test_the_receipt_may_lie_beside_the_one_csv() -> None:
    content = zipped({"a.csv": b"id\n1\n", "a.metadata.json": b'{"release": "1"}'})
    assert package.read_package("x.zip", content, Budget(PAGE)).receipt == {"release": "1"}


def test_a_description_lists_a_bounded_number_of_files() -> None:
    content = zipped({"datapackage.json": json.dumps({"resources": [{}] * 501}).encode()})
    with pytest.raises(UnreadableError, match=r"x\.zip: datapackage\.json lists more than 500 files"):
        package.read_package("x.zip", content, Budget(PAGE))
