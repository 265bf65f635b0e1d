import json
from pathlib import Path

import pytest

from etl.commands.command_line import main
from tests.etl.folder import Folder

DOCUMENT = """On 3 March 2021 the round table opened.
In it fourteen bodies took part.
Anna Alfova, Head of Alpha, spoke.
"""


def _proof(folder: Folder, place: Path) -> list[str]:
    return ["verify-anchors", str(place / "documents"), "--data", str(folder.path)]


def test_anchors_that_stand_exit_0_with_a_summary(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.document(tmp_path / "documents", DOCUMENT)
    assert main(_proof(folder, tmp_path)) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out.splitlines()[-1].startswith("3 anchors in 1 document: 3 found exactly once (100 %); ")


def test_an_anchor_that_fails_exits_3_with_its_line(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.document(tmp_path / "documents", DOCUMENT)
    folder.edit("claims.csv", "took part,2,", "took part,1,")
    assert main(_proof(folder, tmp_path)) == 3
    shown = capsys.readouterr()
    assert shown.err.splitlines() == [
        "claims.csv:4: paragraph: the anchor stands in ¶ 2 of alpha.txt (found '1')",
        "1 fault in 1 file",
    ]
    assert shown.out.splitlines()[-1].startswith("3 anchors in 1 document: 3 found exactly once (100 %); ")
    assert main([*_proof(folder, tmp_path), "--format", "json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert told["total"]["found"] == 3
    assert told["documents"][0]["file"] == "alpha.txt"
    assert [(fault["line"], fault["column"]) for fault in told["faults"]] == [(4, "paragraph")]


def test_the_proof_tells_of_refused_data_and_wrong_folders(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_proof(folder, tmp_path)) == 2
    assert capsys.readouterr().err.endswith("documents: there is no such folder of documents\n")
    folder.document(tmp_path / "documents", DOCUMENT)
    folder.edit("themes.csv", "Drugs,", ",")
    assert main(_proof(folder, tmp_path)) == 3
    assert capsys.readouterr().err.splitlines() == [
        "themes.csv:3: name: is blank",
        "1 fault in 1 file",
        "No anchor was verified.",
    ]
