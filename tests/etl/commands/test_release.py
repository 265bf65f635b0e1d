import json
from pathlib import Path

import pytest

from etl.commands.command_line import main
from tests.etl.folder import Folder

Capture = pytest.CaptureFixture[str]


def test_a_release_is_written_once(folder: Folder, tmp_path: Path, capsys: Capture) -> None:
    folder.edit("expectations.toml", '"test.1"', '"2026.9.1"')
    command = ["release", "--data", str(folder.path), "-o", str(tmp_path / "out")]
    assert main(command) == 0
    last = "Release 2026.9.1 with 11 claims, the first: there is nothing to compare with"
    assert capsys.readouterr().out.splitlines()[-1] == last
    assert main(command) == 0
    assert (
        capsys.readouterr().out.splitlines()[-1] == f"{last}; it was written already, with the same content"
    )
    folder.edit("events.csv", "Beta office opens", "Gamma office opens")
    assert main(command) == 3
    assert "was written already with other content" in (err := capsys.readouterr().err)
    assert err.splitlines()[-1] == "No release was written."
    folder.edit("expectations.toml", '"2026.9.1"', '"2026.10.1"')
    assert main([*command, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["since"], found["changes_of_claims"], found["changes_of_rows"]) == (
        "release 2026.9.1",
        0,
        1,
    )
