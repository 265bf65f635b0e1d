"""JSON objects from outside: receipts and descriptions of data packages, bounded in size, depth and form."""

import json
from typing import Any

from data.parsers.limits import MEGABYTE, Limits
from data.parsers.sheets import TooLargeError, UnreadableError

DEEPEST = 20
"""Objects and lists inside one another; a receipt has three, a data package six."""


def parse_object(file: str, content: bytes, limits: Limits) -> dict[str, Any]:
    """The object that the text holds; UnreadableError where it holds none or is too large or too deep."""
    if len(content) > limits.json:
        raise TooLargeError(file, f"is JSON of more than {limits.json // MEGABYTE} MB")
    try:
        found = json.loads(content.decode("utf-8-sig"))
        is_shallow = _is_shallow(found)
    except (ValueError, RecursionError):  # ValueError: no UTF-8, no JSON, half a surrogate pair
        raise UnreadableError(file, "is no JSON text in UTF-8") from None
    if not isinstance(found, dict):
        raise UnreadableError(file, "is no JSON object")
    if not is_shallow:
        raise UnreadableError(file, f"is JSON of more than {DEEPEST} levels")
    return found


def _is_shallow(value: Any) -> bool:
    """Whether there are at most DEEPEST levels; raises ValueError for half a surrogate pair."""
    level, depth = [value], 0
    while level and depth <= DEEPEST:
        following: list[Any] = []
        for each in level:
            if isinstance(each, str):
                each.encode()
            elif isinstance(each, dict):
                following += [*each, *each.values()]
            elif isinstance(each, list):
                following += each
        level, depth = following, depth + 1
    return not level
