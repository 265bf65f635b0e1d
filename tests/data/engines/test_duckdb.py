"""The copy of the invented record, which is written whatever its size: it answers what SQLite answers."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data import store
from data.engines import choice, duckdb
from etl import pipeline
from etl.mart import duckdb_copy
from tests.conftest import CURATED

SQL = "SELECT kind, count(*) AS events FROM read_events WHERE begins_from <= :until GROUP BY 1 ORDER BY 1"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of builds with a copy."""
    folder = tmp_path_factory.mktemp("copied")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duckdb_copy, "LEAST", 1)
        pipeline.build(CURATED, folder)
    return folder


@pytest.fixture
def own(copied: Path, tmp_path: Path) -> Path:
    shutil.copytree(copied, tmp_path / "builds")
    return tmp_path / "builds"


@pytest.fixture
def large(own: Path) -> Iterator[Engine]:
    """The store whose build has a copy."""
    path = store.current_build(own)
    assert path is not None
    opened = store.open_read_only(path)
    yield opened
    opened.dispose()


def _copy(builds: Path) -> Path:
    [path] = builds.glob(f"*{store.COPY}")
    return path


def test_the_copy_answers_what_the_file_answers(large: Engine) -> None:
    found = duckdb.fetch(large, SQL, {"until": 738_000, "unused": 1})
    assert found is not None
    assert list(found.names) == ["kind", "events"]
    assert found.rows == choice.select(large, SQL, {"until": 738_000}).rows != []


def test_many_threads_ask_one_copy(large: Engine) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = threads.map(lambda _: duckdb.fetch(large, SQL, {"until": 738_000}), range(64))
    assert len({str(each) for each in answers}) == 1


def test_a_build_without_a_copy_has_no_answer_of_it(engine: Engine) -> None:
    assert duckdb.fetch(engine, SQL, {"until": 1}) is None


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_a_copy_that_is_not_as_published_is_logged_and_the_file_answers(
    damage: str, own: Path, large: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    if damage == "gone":
        _copy(own).unlink()
    else:
        content = bytearray(_copy(own).read_bytes())
        content[5_000] ^= 1
        _copy(own).write_bytes(content)
    assert duckdb.fetch(large, SQL, {"until": 738_000}) is None
    assert choice.count(large, SQL, {"until": 738_000}, choice.MANY + 1).rows != []
    assert [record.getMessage().split(": ")[1] for record in caplog.records] == [
        "its file is missing; the SQLite file answers instead"
        if damage == "gone"
        else "its file is damaged; the SQLite file answers instead"
    ]


def test_a_statement_reads_no_other_file(large: Engine, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(Exception, match="disabled"):
        duckdb.fetch(large, f"SELECT * FROM '{tmp_path / 'secret.csv'}'", {})  # noqa: S608
