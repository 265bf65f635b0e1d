"""The collector leaves alone what stays, and looks at it again when it is time."""

import gc
import sys
import time
import weakref
from collections.abc import Iterator
from types import ModuleType

import pytest

from pages.views.session import memory


class Node:
    """Holds on to itself, so that only the collector can end it."""

    own: "Node"


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()
    memory._state.cache_clear()


def looked_at(node: Node) -> bool:
    """Whether the collector looks at it, and does not leave it alone."""
    return any(each is node for each in gc.get_objects())


def test_what_is_there_is_left_alone_and_what_comes_later_when_it_is_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = Node()
    memory.freeze()
    later = Node()
    memory.maintain()
    assert (looked_at(first), looked_at(later)) == (False, True)
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + memory.SECONDS + 1)
    memory.maintain()
    assert (looked_at(first), looked_at(later)) == (False, False)


def test_what_dies_among_it_is_found_at_the_next_look() -> None:
    node = Node()
    node.own = node
    seen = weakref.ref(node)
    memory.freeze()
    del node
    gc.collect()
    assert seen() is not None, "left alone"
    memory.freeze()
    assert seen() is None


def test_what_a_page_has_imported_since_is_left_alone_too(monkeypatch: pytest.MonkeyPatch) -> None:
    memory.freeze()
    later = Node()
    monkeypatch.setitem(sys.modules, "imported_since", ModuleType("imported_since"))
    memory.maintain()
    assert not looked_at(later)
