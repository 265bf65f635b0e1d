"""LibreOffice opens what we write; only where it is installed."""

import shutil

import pytest

from bench import office


def test_a_changed_cell_is_told() -> None:
    wanted = office.expected_cells(office.rows())
    assert office.list_differences(wanted, wanted) == []
    changed = [list(line) for line in wanted]
    changed[1][0] = "=1+1"
    assert office.list_differences(changed, wanted) == ["line 2, text: '=1+1' instead of \"'=1+1\""]
    assert office.list_differences(wanted[1:], wanted) == ["18 lines instead of 19"]


@pytest.mark.skipif(shutil.which(office.PROGRAM) is None, reason="LibreOffice (soffice) is not installed")
def test_every_cell_comes_back_from_libreoffice() -> None:
    assert office.main() == 0
