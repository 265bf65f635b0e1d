import sqlite3
from pathlib import Path

import pytest

from etl.reporting.errors import MachineError
from etl.reporting.machine_errors import name_unreadable, translate_machine_errors


def test_a_damaged_file_is_the_machines_trouble_and_a_broken_rule_our_bug(tmp_path: Path) -> None:
    with (
        pytest.raises(MachineError, match=f"{tmp_path}: disk image is malformed"),
        translate_machine_errors(tmp_path),
    ):
        raise sqlite3.DatabaseError("disk image is malformed")
    with pytest.raises(sqlite3.IntegrityError), translate_machine_errors(tmp_path):
        raise sqlite3.IntegrityError("UNIQUE constraint failed")


def test_a_file_of_the_folder_is_named_where_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    for file, named in (("a.csv", "a.csv"), ("gone.csv", ""), ("../a.csv", "")):
        with pytest.raises(MachineError) as refused, name_unreadable(tmp_path):
            raise PermissionError(13, "Permission denied", str(tmp_path / file))
        assert str(refused.value) == f"{tmp_path / named}: Permission denied"
