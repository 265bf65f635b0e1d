"""The table of docs/reliability.md: every row has its proof, and every proof is there."""

import ast
import re

from tests.test_conventions import ROOT, functions, text

TABLE = ROOT / "docs" / "reliability.md"
WANTED = {*range(1, 64), *range(67, 163), *range(164, 173)}
"""Rows of RELIABILITY.md §5 that apply, without documents, models and sign-in; then our own."""


def rows() -> dict[int, str]:
    """The last cell of each row, by its number."""
    found = re.findall(r"^\| (\d+) \|.*\| ([^|]+) \|$", text(TABLE), re.MULTILINE)
    return {int(number): proof for number, proof in found}


def test_every_row_has_a_proof() -> None:
    assert rows().keys() == WANTED
    assert [number for number, proof in rows().items() if "`" not in proof] == []


def test_every_proof_is_there() -> None:
    named = set(re.findall(r"`((?:tests|bench)/[\w/]+\.py)(?:::(\w+))?`", text(TABLE)))
    assert len(named) > 20
    assert [file for file, _ in named if not (ROOT / file).is_file()] == []
    lost = [
        f"{file}::{test}"
        for file, test in named
        if test and test not in {function.name for function in functions(ROOT / file)}
    ]
    assert lost == []


def test_a_row_that_is_a_case_has_cases() -> None:
    """Where the proof is a parametrized test of bad files or cells, an id of it begins with the row."""
    for number, proof in rows().items():
        if "is_refused_by_name" in proof or "out_of_form" in proof or "an_unlikely_cell_warns" in proof:
            file = re.findall(r"tests/etl/test_bad_\w+\.py", proof)[0]
            texts = {n.value for n in ast.walk(ast.parse(text(ROOT / file))) if isinstance(n, ast.Constant)}
            ids = [t for t in texts if isinstance(t, str) and re.match(rf"{number}(\D|$)", t)]
            assert ids, f"row {number}: no case of {file} is named for it"
