"""What the receipt of an extract says: under which filters it was made, and of which release."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from data.filters import Filters, Subject
from data.links import THINGS
from data.values.dates import parse_day

MOST_VALUES = 100
"""Of one filter. SQLite takes some 1,000 conditions that must all hold, and each organisation is one."""
LONGEST = 200
"""Characters of a value: no page asks for more."""
RELEASE, FILTERS, SETTINGS = "release", "filters", "settings"


def read_filters(receipt: Mapping[str, Any]) -> Filters | None:
    """The filters of an extract; None where its receipt does not hold them all in a known form."""
    found = _object(receipt.get(FILTERS))
    known = {field.name for field in fields(Filters)}
    if found is None or not set(found) <= known:
        return None
    try:
        return Filters(**{name: _value(name, value) for name, value in found.items()})
    except (TypeError, ValueError):
        return None


def read_settings(receipt: Mapping[str, Any]) -> dict[str, str]:
    """What else the page was asked, e.g. `known`; empty for none."""
    return {str(name): str(value) for name, value in (_object(receipt.get(SETTINGS)) or {}).items()}


def read_release(receipt: Mapping[str, Any]) -> str | None:
    """The release that the extract is of."""
    found = receipt.get(RELEASE)
    return str(found) if found else None


def _object(value: Any) -> dict[str, Any] | None:
    """A JSON object; in a workbook it is text."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict) else None


def _value(name: str, value: Any) -> Any:
    if name in ("since", "until"):
        return parse_day(value) if value else None
    if name == "match_all":
        return value in (True, "true")
    values = [value] if name == "words" and value else value or []
    is_list = isinstance(values, list) and len(values) <= MOST_VALUES
    if not is_list or not all(isinstance(each, str) and len(each) <= LONGEST for each in values):
        raise ValueError(name)
    if name == "subject" and values:
        subject = Subject(*values)
        if subject.table not in THINGS:
            raise ValueError(name)
        return subject
    if name == "subject":
        return None
    return "".join(values) if name == "words" else tuple(values)
