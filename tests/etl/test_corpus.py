"""The generator of `bench/`, at the size of a test."""

from collections.abc import Collection
from pathlib import Path

import pytest

from bench import corpus
from etl import pipeline
from etl.derive import gazetteer
from etl.derive.gazetteer import City


def test_a_corpus_is_taken_without_a_fault_and_is_the_same_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def anywhere(numbers: Collection[int]) -> dict[int, City]:
        return {number: City(41.0, 69.0, "UZB") for number in numbers}  # the long list takes seconds

    monkeypatch.setattr(gazetteer, "find_cities", anywhere)
    first, second = tmp_path / "a", tmp_path / "b"
    corpus.write(60, first)
    corpus.write(60, second)
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }
    with pipeline.prepare(first) as found:
        assert found.staged.rows["events"] == 60
        assert found.staged.rows["claims"] > 300
        claims = next(found.staged.read("claims"))
        assert {row["is_disputed"] for row in claims.rows} == {True, False}
