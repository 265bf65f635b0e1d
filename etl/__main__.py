"""The command `python -m etl`: the only place of the ETL that prints and that ends the process."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tqdm import tqdm

from data import store
from etl import pipeline
from etl.errors import BadData, Fault, MachineError, UsageError, lines
from etl.pipeline import Report

PUBLISHED, BAD_USAGE, BAD_DATA, BAD_MACHINE = 0, 2, 3, 4


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    wanted = _parser().parse_args(arguments)
    try:
        with Bar() as bar:
            if wanted.command == "check":
                report = pipeline.check(wanted.data, bar.show)
            else:
                report = pipeline.build(wanted.data, wanted.store, bar.show)
    except BadData as refused:
        _tell_faults(refused.faults, refused.warnings, wanted.format)
        return BAD_DATA
    except (UsageError, MachineError) as error:
        print(error, file=sys.stderr)
        return BAD_USAGE if isinstance(error, UsageError) else BAD_MACHINE
    _tell_report(report, wanted.format)
    return PUBLISHED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m etl",
        description="Build the store from the curated CSV files, and serve it if all holds.",
        epilog="Exit codes: 0 published (or checked), 2 usage or settings, 3 data refused, 4 disk or lock.",
    )
    commands = {"build": "check everything and publish (the default)", "check": "stop before publishing"}
    parser.add_argument(
        "command",
        nargs="?",
        choices=commands,
        default="build",
        help="; ".join(f"{name}: {words}" for name, words in commands.items()),
    )
    parser.add_argument("--data", type=Path, default=_short(store.CURATED), help="folder of CSV files")
    parser.add_argument("--store", type=Path, default=_short(store.folder()), help="folder of builds")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the report")
    return parser


def _short(path: Path) -> Path:
    """The path from here if it lies here: what messages show."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


class Bar:
    """One bar on stderr that goes through the stages; silent where nobody watches."""

    def __init__(self) -> None:
        self.stage = ""
        self._bar: tqdm[Any] = tqdm(unit=" rows", disable=None, leave=False, dynamic_ncols=True)

    def show(self, stage: str, done: int, total: int) -> None:
        if stage != self.stage:
            self.stage = stage
            self._bar.reset(total)
            self._bar.set_description(stage, refresh=False)
        self._bar.update(done - self._bar.n)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _type: type[BaseException] | None, _e: object, _t: TracebackType | None) -> None:
        self._bar.close()


def _tell_faults(faults: tuple[Fault, ...], warnings: tuple[Fault, ...], form: str) -> None:
    if form == "json":
        found = {"faults": [*map(asdict, faults)], "warnings": [*map(asdict, warnings)]}
        print(json.dumps(found, ensure_ascii=True, indent=1))
        return
    for line in [*_titled("Warnings:", warnings, "warning"), *lines(faults, "fault")]:
        print(line, file=sys.stderr)
    print("Nothing was published.", file=sys.stderr)


def _titled(title: str, warnings: tuple[Fault, ...], word: str) -> list[str]:
    found = lines(warnings, word)
    return [title, *found, ""] if found else []


def _tell_report(report: Report, form: str) -> None:
    if form == "json":
        found = asdict(report) | {"path": None if report.path is None else str(report.path)}
        print(json.dumps(found, ensure_ascii=True, indent=1))
        return
    for line in _titled("Warnings:", report.warnings, "warning"):
        print(line, file=sys.stderr)
    width = max(map(len, report.counts))
    for table, rows in report.counts.items():
        print(f"{table:<{width}} {rows:>9,} rows")
    print(f"Build {report.build_id} of release {report.release}: {_outcome(report)}")


def _outcome(report: Report) -> str:
    if report.path is None:
        return "checked, not published"
    return f"{report.path}" if report.is_new else f"{report.path}, which was there already"


if __name__ == "__main__":
    sys.exit(main())
