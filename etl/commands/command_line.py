"""The command `python -m etl`: the only place of the ETL that prints."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any, Self

from tqdm import tqdm

from data import store
from data.files.plain_files import shorten_path
from etl import pipeline
from etl.pipeline import Report, Terms
from etl.read import text_files
from etl.reporting.errors import BadData, Fault, MachineError, UsageError, format_lines

DONE, BAD_USAGE, BAD_DATA, BAD_MACHINE = 0, 2, 3, 4

OUTCOME_OF_REFUSAL = {
    "build": "Nothing was published.",
    "check": "Nothing was published.",
    "verify-anchors": "No anchor was verified.",
    "extract": "No file was written.",
    "brief": "No file was written.",
    "import-extract": "No file was written.",
    "recheck": "Nothing was checked.",
    "release": "No release was written.",
    "draft": "Nothing was drafted.",
    "decide": "Nothing was decided.",
    "check-draft": "The record is as it was.",
    "merge-draft": "Nothing was merged.",
}

OUTCOMES_UNTOLD = {
    "build": (DONE, "The build was published; only the report is lost."),
    "check": (DONE, "The data hold; only the report is lost."),
    "release": (DONE, "The release was written; only the report is lost."),
}
"""Exit code and words where standard output is full; of the other commands it is what they are for."""

OPTIONS = ("--data", "--store", "--format", "--largest-file-mb", "--strict", "--accept-counts")

MB = 1_000_000

Tell = Callable[[str], int]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    more = {} if given[:1] in QUICK else _more()
    wanted = _parser(more).parse_args(given)
    try:
        with Bar() as bar:
            tell = (COMMANDS.get(wanted.command) or more[wanted.command].run)(wanted, bar)
    except BadData as refused:
        _tell_faults(refused, wanted)
        return BAD_DATA
    except (UsageError, MachineError) as error:
        if wanted.format == "json":
            _print_json({"error": str(error)})
        else:
            print(error, file=sys.stderr)
        return BAD_USAGE if isinstance(error, UsageError) else BAD_MACHINE
    try:
        code = tell(wanted.format)
        sys.stdout.flush()
    except OSError as error:
        return _untold(error, wanted.command)
    return code


def _untold(error: OSError, command: str) -> int:
    """One line and the exit code where standard output takes no more; what is left for it is let go."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code, outcome = OUTCOMES_UNTOLD.get(command, (BAD_MACHINE, "What was to be written there is not whole."))
    print(f"standard output: {error.strerror or error}. {outcome}", file=sys.stderr)
    return code


def _build(wanted: argparse.Namespace, bar: "Bar") -> Tell:
    return partial(_tell_report, pipeline.build(wanted.data, wanted.store, bar.show, _terms(wanted)))


def _check(wanted: argparse.Namespace, bar: "Bar") -> Tell:
    return partial(_tell_report, pipeline.check(wanted.data, bar.show, _terms(wanted), wanted.store))


def _terms(wanted: argparse.Namespace) -> Terms:
    return Terms(wanted.strict, wanted.accept_counts, wanted.largest_file_mb * MB)


COMMANDS: dict[str, Callable[[argparse.Namespace, "Bar"], Tell]] = {
    "build": _build,
    "check": _check,
}
"""Each returns what prints its result, once the bar is gone, and gives the exit code."""
MORE = tuple(name for name in OUTCOME_OF_REFUSAL if name not in COMMANDS)
QUICK: tuple[list[str], ...] = ([], ["build"], ["check"])
"""How arguments begin that need none of the other commands, which take a second to import."""


def _more() -> dict[str, ModuleType]:
    """The modules of the commands in MORE, by name."""
    return {name: import_module(f"etl.commands.{name.replace('-', '_')}") for name in MORE}


def _parser(more: dict[str, ModuleType]) -> argparse.ArgumentParser:
    """Options may be given before the command or after it; without a command they are those of `build`."""
    parser = argparse.ArgumentParser(
        prog="python -m etl",
        description="Build the store from the curated CSV files, and serve it if all holds.",
        epilog="Exit codes: 0 published (or all holds), 2 usage or settings, 3 data refused or an anchor that"
        " fails, 4 disk or lock.",
    )
    _options(parser, OPTIONS)
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")
    build = commands.add_parser("build", help="check everything and publish (the default)")
    check = commands.add_parser("check", help="stop before publishing")
    for command, names in (
        (build, OPTIONS),
        (check, OPTIONS),
        *((each.add(commands), each.NAMED) for each in more.values()),
    ):
        _options(command, names, default=argparse.SUPPRESS)  # what was given before the command stays
    parser.set_defaults(command="build")
    return parser


def _options(parser: argparse.ArgumentParser, names: tuple[str, ...], **changes: Any) -> None:
    known: dict[str, dict[str, Any]] = {
        "--data": {"type": Path, "default": shorten_path(store.CURATED), "help": "folder of CSV files"},
        "--store": {
            "type": _place,
            "default": os.environ.get("CHEGARA_STORE") or str(shorten_path(store.folder())),
            "help": "folder of builds, or postgresql+psycopg://… of a database",
        },
        "--format": {"choices": ("text", "json"), "default": "text", "help": "form of the report"},
        "--largest-file-mb": {
            "metavar": "MB",
            "type": _megabytes,
            "default": text_files.LARGEST_FILE // MB,
            "help": f"refuse a CSV file larger than this (default {text_files.LARGEST_FILE // MB})",
        },
        "--strict": {"action": "store_true", "default": False, "help": "warnings refuse the data too"},
        "--accept-counts": {
            "metavar": "REASON",
            "type": _reason,
            "default": None,
            "help": "let tables lose rows against the build that is served; the reason is kept in the build",
        },
    }
    for name in names:
        parser.add_argument(name, **known[name] | changes)


def _place(text: str) -> store.Place:
    try:
        return store.parse_place(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _reason(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("say why the rows are fewer")
    return " ".join(text.split())


def _megabytes(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("is a whole number of megabytes from 1")
    return int(text)


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
        self.close()

    def close(self) -> None:
        """Take the bar away, before something is said."""
        self._bar.close()


def _tell_faults(refused: BadData, wanted: argparse.Namespace) -> None:
    if wanted.format == "json":
        _print_json({"faults": refused.faults, "warnings": refused.warnings})
        return
    for line in [
        *_add_title("Warnings:", refused.warnings, "warning"),
        *format_lines(refused.faults, "fault"),
    ]:
        print(line, file=sys.stderr)
    if not refused.faults:
        print("With --strict, warnings refuse too.", file=sys.stderr)
    print(OUTCOME_OF_REFUSAL[wanted.command], file=sys.stderr)


def _print_json(found: dict[str, Any]) -> None:
    print(json.dumps(found, default=_plain, ensure_ascii=True, indent=1))


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Path) else asdict(value)


def _add_title(title: str, warnings: tuple[Fault, ...], word: str) -> list[str]:
    found = format_lines(warnings, word)
    return [title, *found, ""] if found else []


def _tell_report(report: Report, form: str) -> int:
    if form == "json":
        _print_json(asdict(report))
        return DONE
    for line in _add_title("Warnings:", report.warnings, "warning"):
        print(line, file=sys.stderr)
    width = max(map(len, report.counts))
    for table, rows in report.counts.items():
        print(f"{table:<{width}} {rows:>9,} rows")
    print(f"Build {report.build_id} of release {report.release}: {_outcome(report)}")
    if report.seconds:
        print(_pace(report))
    return DONE


def _pace(report: Report) -> str:
    rows, seconds = sum(report.counts.values()), sum(report.seconds.values())
    return f"{rows:,} rows in {seconds:,.1f} s: {rows / max(seconds, 0.001):,.0f} rows/s"


def _outcome(report: Report) -> str:
    where = report.path or report.schema
    if where is None:
        return "checked, not published"
    return f"{where}" if report.is_new else f"{where}, which was there already"
