"""Answers, and those that are kept: the most recent within a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import NamedTuple


class Body(NamedTuple):
    """An answer: what is sent, and the headers that belong to it."""

    content: bytes
    headers: Mapping[str, str]


class Bodies:
    """Keeps what was made, at most so many bytes of it; what several ask for at once may be made twice."""

    def __init__(self, most: int) -> None:
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
            if tag not in self._kept and len(body.content) <= self._most:
                self._kept[tag] = body
                self._size += len(body.content)
            while self._size > self._most:
                _, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest.content)
        return body
