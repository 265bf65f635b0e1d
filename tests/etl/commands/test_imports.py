import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine

from data import engines, store
from data.extracts import csv_bytes, export
from data.extracts.request import Request
from data.filters import Filters
from data.parsers.extract import read_extract
from data.parsers.sheets import Cells
from data.queries.tables import list_rows
from etl import pipeline
from etl.commands import imports
from etl.commands.imports import ImportedTables
from etl.reporting.errors import BadData, MachineError, UsageError
from etl.staging import tables
from tests.conftest import CURATED
from tests.data.parsers.extracts import package, xlsx
from tests.etl.folder import Folder


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The store of the real record."""
    path = pipeline.build(store.CURATED, tmp_path_factory.mktemp("real")).path
    assert path is not None
    opened = store.open_read_only(path)
    yield opened
    opened.dispose()


def frames(engine: Engine) -> dict[str, pd.DataFrame]:
    return {name: engines.read_frame(engine, list_rows(name, Filters())) for name in tables.curated_tables()}


def back(files: dict[str, bytes]) -> ImportedTables:
    return imports.import_tables(read_extract(files))


def curated(name: str) -> list[Cells]:
    """The rows of a file of the record, as they stand there; a blank `is_inferred` says false."""
    with (store.CURATED / tables.file_name(name)).open(encoding="utf-8-sig", newline="") as file:
        rows = [{column: cell or None for column, cell in row.items()} for row in csv.DictReader(file)]
    for row in rows:
        if name == "claims":
            row["is_inferred"] = row["is_inferred"] or "false"
    return rows


def in_order(name: str, rows: list[Cells]) -> list[Cells]:
    return sorted(rows, key=lambda row: [str(row[column]) for column in tables.key_columns(name)])


def test_every_table_of_the_record_comes_back_in_every_form(record: Engine, tmp_path: Path) -> None:
    whole_record = frames(record)
    filled = {name: len(rows) for name, rows in whole_record.items()}
    filled["event_themes"] -= int(whole_record["event_themes"]["is_derived"].sum())
    forms = {
        "csv": {f"{name}.csv": csv_bytes(rows) for name, rows in whole_record.items()},
        "xlsx": {"record.xlsx": xlsx(whole_record)},
        "zip": {
            "record.zip": export.make_file(
                Request("record", Filters(), export.find_release(record)), "zip", record
            )
        },
    }
    for form, files in forms.items():
        found = back(files)
        assert set(found.tables) == set(tables.curated_tables())
        compared = imports.compare_tables(found, store.CURATED)
        assert compared.differences == (), form
        assert compared.equal == sum(filled.values()) > 4_000
        paths = imports.write_tables(found, tmp_path / form)
        assert sorted(path.name for path in paths) == sorted(map(tables.file_name, tables.curated_tables()))
        report = pipeline.check(_with_expectations(tmp_path / form))
        assert report.counts == filled


def _with_expectations(folder: Path) -> Path:
    (folder / "expectations.toml").write_bytes((store.CURATED / "expectations.toml").read_bytes())
    return folder


def test_the_cells_are_those_of_the_curated_files(record: Engine, tmp_path: Path) -> None:
    for name, rows in frames(record).items():
        (path,) = imports.write_tables(back({"any name.csv": csv_bytes(rows)}), tmp_path)
        with path.open(encoding="utf-8", newline="") as file:
            written = [{column: cell or None for column, cell in row.items()} for row in csv.DictReader(file)]
        held = curated(name)
        if name == "border_liaison_offices":
            written, held = (
                [{**row, "latitude": None, "longitude": None} for row in rows] for rows in (written, held)
            )
        assert in_order(name, written) == in_order(name, held), name


def places() -> pd.DataFrame:
    return pd.read_csv(CURATED / "places.csv", dtype=object, keep_default_na=False)


def test_each_difference_is_named_with_its_place() -> None:
    rows = places()
    assert rows["id"].tolist()[:2] == ["alphaville", "betaburg"]
    rows.loc[0, "name"] = "Alpha"
    rows.loc[1, "id"] = "elsewhere"
    found = back({"places.csv": csv_bytes(rows)})
    compared = imports.compare_tables(found, CURATED)
    assert [str(fault) for fault in compared.differences] == [
        "places.csv: this row of the record is not in the extract (found 'betaburg')",
        "places.csv:2: name: the record holds 'Alphaville' (found 'Alpha')",
        "places.csv:3: id: the record holds no such row (found 'elsewhere')",
    ]
    assert compared.equal == len(rows) - 2


def test_rows_that_a_filter_left_out_are_no_differences() -> None:
    part = {"places": places().head(1)}
    compare = partial(imports.compare_tables, data=CURATED)
    filtered = {"filters": {"organisations": ["unodc"]}}
    assert compare(back({"a.zip": package(part, filtered)})).differences == ()
    assert len(compare(back({"a.zip": package(part, {"filters": {}})})).differences) == 3
    assert len(compare(back({"a.csv": csv_bytes(part["places"])})).differences) == 3


def test_an_alias_is_the_id_it_stands_for(folder: Folder, engine: Engine) -> None:
    rows = engines.read_frame(engine, list_rows("event_organisations", Filters()))
    assert imports.compare_tables(back({"a.csv": csv_bytes(rows)}), folder.path).differences == ()


BAD = [
    ({"a.csv": b"id,name\n1,2\n"}, ["a.csv:1: scope: this column is missing"]),
    ({"a.csv": b"title\nx\n"}, ["a.csv: holds no rows of a curated table"]),
    (
        {"themes.csv": b"id,name,scope\na,b,c\n", "t.csv": b"id,name,scope\na,b,c\n"},
        ["t.csv: holds the table themes a second time"],
    ),
]


@pytest.mark.parametrize(("files", "faults"), BAD, ids=[faults[0] for _, faults in BAD])
def test_what_is_no_whole_extract_is_refused(files: dict[str, bytes], faults: list[str]) -> None:
    with pytest.raises(BadData) as refused:
        back(files)
    assert [str(fault) for fault in refused.value.faults] == faults


def test_sheets_of_no_curated_table_are_left_out(engine: Engine) -> None:
    rows = {name: engines.read_frame(engine, list_rows(name, Filters())) for name in ("themes", "build")}
    found = back({"a.xlsx": xlsx(rows)})
    assert (list(found.tables), found.left_out) == (["themes"], ("a.xlsx[build]",))


def test_the_record_itself_is_never_written(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(store.CURATED)
    for folder in (store.CURATED, tmp_path / "link"):
        with pytest.raises(UsageError, match="is the record itself"):
            imports.write_tables(ImportedTables({}), folder)


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        imports.open_extract([tmp_path / "none.csv"])
    with pytest.raises(BadData, match="is a folder, not a file"):
        imports.open_extract([tmp_path])
    (tmp_path / "a.csv").write_bytes(b"id;b\n1;2\n")
    with pytest.raises(BadData, match=r"a.csv:1: the columns are separated by semicolons"):
        imports.open_extract([tmp_path / "a.csv"])


def test_what_the_disk_refuses_is_the_machines_trouble(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(MachineError, match="out: File exists"):
        imports.write_tables(ImportedTables({}), tmp_path / "out")
    with pytest.raises(MachineError, match="mem: Input/output error"):
        imports.open_extract([Path("/proc/self/mem")])
