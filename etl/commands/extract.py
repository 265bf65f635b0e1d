"""The command `extract`: what a page lets one download, without a browser, to the same bytes."""

import argparse
import hashlib
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.extracts import datasets, export
from data.extracts.datasets import DATASETS, RESULTS, SEVERAL, TABLES, Dataset
from data.extracts.formats import WRITERS, list_formats
from data.extracts.lists import comparisons
from data.extracts.request import Request
from data.extracts.writers.workbook import TooManyRowsError
from data.filters import Filters, Subject
from data.links import AT_HOME, THINGS
from data.queries import comparison, facets
from data.queries.search import hits
from data.queries.things import index
from data.queries.things import thing as things
from data.schema.vocabulary import STATES, EventKind, OrganisationRole
from data.values.dates import parse_day
from data.values.text import ACTING, LONGEST_SEARCH, search_terms
from etl.publish.current_build import open_current_build
from etl.reporting.errors import MachineError, UsageError

DONE = 0
STDOUT = "-"
NAMED = ("--store",)
"""Options of the whole command that this one has too."""
MANY = {
    "organisation": ("organisations", "one that took part; several are alternatives"),
    "role": ("roles", "part that the organisations must have had"),
    "country": ("countries", "ISO 3166-1 alpha-3 code of where it took place"),
    "kind": ("kinds", "kind of event"),
    "theme": ("themes", "theme"),
    "person": ("people", "person who spoke at it or attended"),
    "instrument": ("instruments", "instrument that it has to do with"),
    "border": ("borders", "border whose office it opened or was held at, e.g. TJK-UZB"),
    "event-form": ("forms", "form of the event as the record words it"),
    "publisher": ("publishers", "publisher that reports it"),
    "follow-up": ("follow_ups", "what came of recommendations made at it"),
}
"""Option that may be given several times → field of Filters, and its help."""


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options: each filter of the panel, the format, the file."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "extract", help="write rows of the record to a file, as the pages do"
    )
    parser.add_argument(
        "--table", default="events", metavar="NAME", help="table, list, or tables joined by +; else events"
    )
    add_filters(parser)
    parser.add_argument(
        "--view",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="setting of the page, e.g. known=2021-11-30",
    )
    parser.add_argument("--format", dest="form", default="csv", metavar="FORMAT", help=", ".join(WRITERS))
    parser.add_argument(
        "-o", dest="out", metavar="FILE", help="else a name that says what it holds; - for stdout"
    )
    parser.add_argument(
        "--address", default=AT_HOME, metavar="URL", help=f"of the dashboard, for links; else {AT_HOME}"
    )
    return parser


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The options of the filters, one for each of the panel, and the thing to whose page they belong."""
    parser.add_argument(
        "--of",
        dest="subject",
        metavar="KIND/ID",
        help="of one thing, e.g. organisation/unodc, as on its page",
    )
    for name, (field, words) in MANY.items():
        parser.add_argument(f"--{name}", dest=field, action="append", default=[], metavar="ID", help=words)
    parser.add_argument("--all", action="store_true", help="all of the organisations, not any of them")
    parser.add_argument("--from", dest="since", metavar="DAY", help="first day, YYYY-MM-DD")
    parser.add_argument("--to", dest="until", metavar="DAY", help="last day, YYYY-MM-DD")
    parser.add_argument("--search", default="", metavar="WORDS", help="words that must all occur")


def run(wanted: argparse.Namespace, _: object) -> Callable[[str], int]:
    """Make the file; returns what prints a report of it, called once the progress bar is gone."""
    given = datasets.find_dataset(
        SEVERAL.join(
            check_known("--table", name, _tables(wanted.table)) for name in wanted.table.split(SEVERAL)
        )
    )
    form = check_known("--format", wanted.form, [writer.name for writer in list_formats(given)])
    engine = open_current_build(wanted.store)
    try:
        settings = tuple(sorted(_setting(given, each) for each in wanted.view))
        address, filters = wanted.address.rstrip("/"), read_filters(wanted, engine)
        if given.name == RESULTS and filters != Filters(words=filters.words or "?"):
            raise UsageError(f"--table {RESULTS}: it answers to --search, and to no other filter")
        asked = Request(given.name, filters, export.find_release(engine), settings, address)
        content = export.make_file(asked, form, engine)
    except TooManyRowsError as error:
        raise UsageError(f"--format {form}: {error}") from error
    finally:
        engine.dispose()
    out = wanted.out or export.name_file(asked, form)
    if out != STDOUT:
        save_file(content, out)
    return lambda _: tell_file(content, out)


def save_file(content: bytes, out: str) -> None:
    try:
        Path(out).write_bytes(content)
    except OSError as error:
        raise MachineError(f"{out}: {error.strerror or error}") from error


def tell_file(content: bytes, out: str) -> int:
    """The bytes themselves where stdout is the file, else what was written, with its SHA-256."""
    if out == STDOUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        sys.stderr.write(f"{out}: {len(content):,} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}\n")
    return DONE


def read_filters(wanted: argparse.Namespace, engine: Engine) -> Filters:
    """The filters that the options name; an unknown value is refused with the nearest one."""
    choices = {
        "organisation": [row["id"] for row in engines.read_records(engine, facets.list_organisations())],
        "role": [str(role) for role in OrganisationRole],
        "country": [row["id"] for row in engines.read_records(engine, facets.list_countries())],
        "kind": [str(kind) for kind in EventKind],
        "theme": [row["id"] for row in engines.read_records(engine, facets.list_themes())],
        "follow-up": list(map(str, STATES)),
    }
    for name, (field, _) in MANY.items():
        if field in facets.OTHERS:
            choices[name] = [row["id"] for row in engines.read_records(engine, facets.list_others(field))]
    kept: dict[str, Any] = {
        field: tuple(
            dict.fromkeys(check_known(f"--{name}", value, choices[name]) for value in getattr(wanted, field))
        )
        for name, (field, _) in MANY.items()
    }
    since, until = _day("--from", wanted.since), _day("--to", wanted.until)
    if since and until and since > until:
        raise UsageError(f"--from {since} is after --to {until}")
    if kept["roles"] and not kept["organisations"]:
        raise UsageError("--role narrows the part of organisations: give an --organisation with it")
    words = ACTING.sub(" ", wanted.search).strip()
    if len(words) > LONGEST_SEARCH:
        raise UsageError(f"--search: longer than {LONGEST_SEARCH} characters")
    if words and not search_terms(words):
        raise UsageError(f"--search {words}: there is no letter or digit to look for")
    is_all = wanted.all and len(kept["organisations"]) > 1
    subject = _subject(wanted.subject, engine)
    return Filters(**kept, match_all=is_all, since=since, until=until, words=words, subject=subject)


def _subject(text: str | None, engine: Engine) -> Subject | None:
    """The thing of `organisation/unodc`; its table may be named in place of its kind."""
    if text is None:
        return None
    kind, _, identity = text.partition("/")
    kind = check_known("--of", THINGS.get(kind, kind), list(THINGS.values()))
    subject = Subject(next(table for table, one in THINGS.items() if one == kind), identity)
    if not engines.read_records(engine, things.find_thing(subject)):
        near = index.list_things(subject.table, identity.replace("-", " "), 0, 1) if identity else None
        found = engines.read_records(engine, near) if near else []
        hint = f"; the nearest is {found[0]['id']}" if found else ""
        raise UsageError(f"--of {text}: the record holds no {kind} with this id{hint}")
    return subject


def _tables(asked: str) -> dict[str, Dataset]:
    return TABLES if SEVERAL in asked else DATASETS


def check_known(option: str, value: str, known: Sequence[str] | dict[str, Any]) -> str:
    if value in known:
        return value
    listed = list(known)
    near = get_close_matches(value.lower(), [each.lower() for each in listed], n=1, cutoff=0.4)
    hint = next((each for each in listed if near and each.lower() == near[0]), None)
    words = f"; the nearest is {hint}" if hint else f"; known are {', '.join(listed[:12])}"
    raise UsageError(f"{option} {value}: not known{words}")


def _setting(given: Dataset, text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    if name not in given.settings or not value:
        words = ", ".join(f"{each}=…" for each in given.settings) or "none"
        raise UsageError(f"--view {text}: not a setting of {given.name}; it has: {words}")
    if name == comparisons.KIND:
        kinds = hits.KINDS if given.name == RESULTS else [*comparison.KINDS, comparison.PERIOD]
        check_known(f"--view {name}", value, kinds)
    if name == "known":
        _day("--view known", value)
    if name in ("min", "least") and not re.fullmatch("[0-9]{1,9}", value):
        raise UsageError(f"--view {text}: not a whole number")
    return name, value


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return parse_day(text)
    except ValueError as error:
        raise UsageError(f"{option} {text}: {error}") from None
