"""Messages of faults: plain words for each way a cell can be wrong, with the nearest right value."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from etl.reporting.characters import describe_twin

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id is small letters and digits in words joined by hyphens",
    r"^[A-Z]{3}$": "a country code is three capital letters (ISO 3166-1 alpha-3)",
    r"^[A-Z]{3}-[A-Z]{3}$": "a border is two country codes joined by a hyphen, such as TJK-UZB",
    r"^[a-z]{2}$": "a language is two small letters (ISO 639-1)",
    r"^[0-9a-f]{64}$": "a SHA-256 is 64 digits 0-9 and a-f",
    r"^[a-z_]+$": "a table's name is small letters and underscores",
}
MOST_COMPARED = 20_000
"""With more known values than this, looking for the nearest would take too long."""


def describe_problem(error: "ErrorDetails", listed: Collection[str]) -> str:
    """The words for one finding of pydantic; `listed` is the controlled list of the column, if any."""
    context = error.get("ctx", {})
    value = error["input"] if isinstance(error["input"], str) else ""
    match error["type"]:
        case "missing":
            return "is blank"
        case "literal_error":
            return f"is not one of: {', '.join(listed)}{suggest_nearest(value, listed)}{describe_twin(value)}"
        case "string_pattern_mismatch":
            form = FORMS.get(context["pattern"], f"does not look like {context['pattern']}")
            return f"{form}{describe_twin(value)}"
        case "string_too_long":
            return f"is longer than {context['max_length']} characters"
        case "value_error":
            return f"{context['error']}{describe_twin(value)}"
        case _:
            return error["msg"].removeprefix("Input ")


def suggest_nearest(value: str, known: Iterable[str]) -> str:
    """A clause that offers the known value nearest to `value`, or nothing."""
    options = list(known)
    if len(options) > MOST_COMPARED:
        return ""
    folded = {option.casefold(): option for option in options}
    found = get_close_matches(value.casefold(), folded, n=1)
    return f"; the nearest is '{folded[found[0]]}'" if found else ""
