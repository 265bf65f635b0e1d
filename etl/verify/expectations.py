"""What must be true of the whole: `expectations.toml` in the data folder, edited by curators."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from data.values.dates import parse_day
from etl.read.text_files import read_text
from etl.reporting.errors import BadData, Fault
from etl.reporting.messages import suggest_nearest
from etl.staging.tables import curated_tables

FILE = "expectations.toml"
OFFICES = "offices_november_2021"
TOTAL = "total"
KNOWN = ("release", "released_on", "rows", OFFICES)
RELEASE = re.compile(r"[0-9A-Za-z.-]{1,40}")


@dataclass(frozen=True, slots=True)
class Expectations:
    """`rows`: least number of rows by table; `offices`: exact number of offices by border, with a total.

    `released_on` is None where the file states no day.
    """

    sha256: str
    release: str
    released_on: date | None = None
    rows: dict[str, int] = field(default_factory=dict)
    offices: dict[str, int] = field(default_factory=dict)


def read_expectations(data: Path) -> Expectations:
    """The expectations, or BadData with all that is wrong in them."""
    text, sha256 = read_text(data / FILE)
    try:
        found = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise BadData([_fault(None, None, f"is no TOML: {error}")]) from None
    faults = [
        _fault(name, None, f"this key is not known{suggest_nearest(name, KNOWN)}")
        for name in found
        if name not in KNOWN
    ]
    release = found.get("release")
    if not isinstance(release, str) or not RELEASE.fullmatch(release):
        faults.append(_fault("release", release, "is text of letters, digits, points and hyphens"))
    released_on = found.get("released_on")
    faults += _day_faults(released_on)
    for section in KNOWN[2:]:
        faults += _count_faults(section, found.get(section, {}))
    if OFFICES not in found or TOTAL not in found[OFFICES]:
        faults.append(_fault(OFFICES, None, f"is missing, or has no {TOTAL}"))
    if faults:
        raise BadData(faults)
    return Expectations(sha256, str(release), released_on, found.get("rows", {}), found[OFFICES])


def _day_faults(released_on: Any) -> list[Fault]:
    if released_on is None:
        return []
    if type(released_on) is not date:
        return [_fault("released_on", released_on, "is a day without quotes: 2026-11-26")]
    try:
        parse_day(released_on.isoformat())
    except ValueError as error:
        return [_fault("released_on", released_on, str(error))]
    return []


def _count_faults(section: str, numbers: Any) -> list[Fault]:
    if not isinstance(numbers, dict):
        return [_fault(section, numbers, f"is a section: write [{section}]")]
    faults = [
        _fault(f"{section}.{name}", number, "is a whole number from 0")
        for name, number in numbers.items()
        if type(number) is not int or number < 0
    ]
    if section == "rows":
        faults += [
            _fault(f"rows.{name}", None, f"is no table{suggest_nearest(name, curated_tables())}")
            for name in numbers
            if name not in curated_tables()
        ]
    return faults


def _fault(name: str | None, value: Any, problem: str) -> Fault:
    return Fault(FILE, None, name, None if value is None else str(value), problem)
