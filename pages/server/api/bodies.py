"""Answers, and what is kept of them: the most recent within a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar


class Body(NamedTuple):
    """An answer: what is sent, and the headers that belong to it."""

    content: bytes
    headers: Mapping[str, str]


Kept = TypeVar("Kept")


class Recent(Generic[Kept]):
    """Keeps what was made; asked for by several at once, one may be made twice, and both are the same.

    At most so many bytes; `measure` says how many one takes.
    """

    def __init__(self, most: int, measure: Callable[[Kept], int]) -> None:
        self._most, self._measure, self._size = most, measure, 0
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What is kept by this key, made unless it is."""
        return self.get_all([key], lambda: [make()])[0]

    def get_all(self, keys: Iterable[Hashable], make: Callable[[], Iterable[Kept]]) -> list[Kept]:
        """What is kept by these keys; where one is missing all are made, in the same order."""
        wanted = list(keys)
        with self._lock:
            found = [self._kept[key] for key in wanted if key in self._kept]
            if len(found) == len(wanted):
                for key in wanted:
                    self._kept.move_to_end(key)
                return found
        made = list(make())
        with self._lock:
            for key, each in zip(wanted, made, strict=True):
                if key not in self._kept and self._measure(each) <= self._most:
                    self._kept[key] = each
                    self._size += self._measure(each)
            while self._size > self._most:
                _, oldest = self._kept.popitem(last=False)
                self._size -= self._measure(oldest)
        return made
