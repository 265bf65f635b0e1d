import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from data import store
from etl.commands.command_line import main
from etl.publish.current_build import find_current_build
from etl.reporting.errors import MachineError


def test_the_build_is_the_one_that_the_pointer_names(builds: Path, store_path: Path) -> None:
    assert str(find_current_build(builds)) == str(store_path)


def test_without_a_build_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="there is no build to read; make one with `python -m etl build`"):
        find_current_build(tmp_path)


def test_a_build_of_another_version_is_no_trace_but_a_line(
    store_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / store_path.name
    shutil.copy(store_path, old)
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("PRAGMA user_version = 1")
    (tmp_path / store.POINTER).write_text(f"{old.name}\n", encoding="utf-8")
    extract = tmp_path / "events.csv"
    extract.write_text("id,title\na,b\n", encoding="utf-8")
    for command in (["extract", "--table", "themes"], ["recheck", str(extract)]):
        assert main([*command, "--store", str(tmp_path)]) == 4
        assert "(it was made for another version of this program); make one with" in capsys.readouterr().err
