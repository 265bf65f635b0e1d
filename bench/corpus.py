"""An invented record of any size, as curated CSV files: `python -m bench.corpus --events 10000 --out FOLDER`.

The same number and seed give the same files. Countries, borders, places, themes and offices are the record's
own, so that maps and expectations hold; everything else is invented. Memory does not grow with the claims.
"""

import argparse
import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

from tqdm import tqdm

from bench import corpus_world
from bench.corpus_events import Events
from bench.corpus_world import SOURCE
from data.store import CURATED
from etl.staging import tables
from etl.staging.tables import curated_tables, file_name
from etl.verify import expectations

RESERVED = (
    *("countries", "borders", "places", "themes", "border_liaison_offices", "coordination_centres"),
    "office_counts",
)
ENOUGH = 20_000
"""Rows of one table that are held before they are written."""


class Files:
    """The files of one corpus, written in blocks."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._columns = {name: tables.input_columns(name) for name in curated_tables()}
        self._rows: dict[str, list[list[Any]]] = {name: [] for name in curated_tables()}
        self._writers = {}
        for name, columns in self._columns.items():
            file = stack.enter_context((folder / file_name(name)).open("w", encoding="utf-8", newline=""))
            self._writers[name] = csv.writer(file, lineterminator="\n")
            self._writers[name].writerow(columns)

    def put(self, table: str, /, **cells: Any) -> None:
        rows = self._rows[table]
        rows.append([cells.get(column) for column in self._columns[table]])
        if len(rows) >= ENOUGH:
            self._flush(table)

    def close(self) -> None:
        for table in self._rows:
            self._flush(table)

    def _flush(self, table: str) -> None:
        self._writers[table].writerows(self._rows[table])
        self._rows[table].clear()


def write(events: int, folder: Path, seed: int = 7) -> None:
    """Write a whole corpus of so many events into `folder`."""
    rng = Random(seed)  # noqa: S311 - no secret
    with ExitStack() as stack:
        files = Files(folder, stack)
        files.put("sources", **_gazetteer())
        borrowed = {name: _copy_table(name, files) for name in RESERVED}
        world = corpus_world.make_world(events, rng, files.put, borrowed)
        _offices(files, borrowed["border_liaison_offices"], world, rng)
        writer = Events(world, rng, files.put)
        for number in tqdm(range(events), unit=" events", disable=None, leave=False):
            writer.write(number)
        files.close()
    _expect(events, folder)


def _gazetteer() -> dict[str, str]:
    words = {"publisher": "The corpus", "originator": SOURCE, "about": "Where the invented record stands."}
    coded = {"kind": "data_set", "language": "en", "url_status": "not_found", "extent": "whole"}
    return {"id": SOURCE, "published_on": "2020", **words, **coded}


def _copy_table(table: str, files: Files) -> list[str]:
    """Copy a table of the record, sourced anew; its ids."""
    rows = list(_record(table))
    for row in rows:
        sourced = {column: SOURCE for column in row if column.endswith("source_id") and row[column]}
        files.put(table, **{**row, **sourced})
    return [row["id"] for row in rows]


def _record(table: str) -> Iterator[dict[str, Any]]:
    with (CURATED / file_name(table)).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _offices(files: Files, offices: list[str], world: corpus_world.World, rng: Random) -> None:
    for office in offices:
        for organisation, _ in world.organisations.distinct(rng, 2):
            row = {"office_id": office, "organisation_id": organisation, "source_id": SOURCE}
            files.put("office_organisations", **row, is_assumed="false")
    for row in _record("border_liaison_offices"):
        subject = {"table": "border_liaison_offices", "subject": row["id"], "field": "status"}
        coded = {"confidence": "high", "is_inferred": "false", "rank": "normal"}
        files.put("claims", source_id=SOURCE, **subject, **coded, value=row["status"])


def _expect(events: int, folder: Path) -> None:
    """The record's numbers of offices, and floors of rows."""
    offices = expectations.read_expectations(CURATED).offices
    lines = [
        f'release = "corpus.{events}"',
        "",
        "[rows]",
        f"events = {events}",
        "",
        f"[{expectations.OFFICES}]",
    ]
    lines += [f"{border} = {number}" for border, number in offices.items()]
    (folder / expectations.FILE).write_text("\n".join([*lines, ""]), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("--events", type=int, required=True, help="number of events")
    parser.add_argument("--out", type=Path, required=True, help="folder for the CSV files")
    parser.add_argument("--seed", type=int, default=7)
    wanted = parser.parse_args()
    write(wanted.events, wanted.out, wanted.seed)


if __name__ == "__main__":
    main()
