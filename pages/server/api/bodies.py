"""Answers that were made before: whole bodies by their tag, the most recent within a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import NamedTuple

MOST_BYTES = 32 * 1024 * 1024
"""Of all bodies that are kept in a process."""


class Body(NamedTuple):
    """An answer: what is sent, and the headers that belong to it."""

    content: bytes
    headers: Mapping[str, str]


class Bodies:
    """Keeps bodies; asked for by several at once, one may be made twice, and both are the same."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most, self._size = most, 0
        self._kept: OrderedDict[str, Body] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, tag: str, make: Callable[[], Body]) -> Body:
        """The body of this tag, made unless it is kept."""
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
                return self._kept[tag]
        body = make()
        with self._lock:
            if tag not in self._kept:
                self._kept[tag] = body
                self._size += len(body.content)
            while self._size > self._most:
                _, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest.content)
        return body
