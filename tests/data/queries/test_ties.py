"""Sums over blocks of events: whatever the blocks, the picture is the one that is counted part by part."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Engine

from data import columns
from data.columns import Columns
from data.filters import Filters
from data.queries.matching import matching
from data.queries.picture import Asked, picture
from data.queries.ties import parts, share
from data.readmodel import ANY_PART, Part
from etl import ties

ASKED = [
    Asked(Filters()),
    Asked(Filters(since=date(2021, 3, 2), until=date(2022, 6, 30))),
    Asked(Filters(until=date(2021, 3, 10), organisations=("gamma-uz",))),
    Asked(Filters(countries=("UZB",)), together=True),
    Asked(Filters(words="beta"), least=2),
    Asked(Filters(words="zzz")),
]
Summed = Callable[[int, int], Columns]


@pytest.fixture
def summed(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Summed:
    """The arrays of the store with sums over blocks of so many events, of so many organisations by twos."""

    def made(block: int, busiest: int) -> Columns:
        monkeypatch.setattr(ties, "BLOCK", block)
        monkeypatch.setattr(ties, "BUSIEST", busiest)
        draft: Any = engine.raw_connection().driver_connection
        assert isinstance(draft, sqlite3.Connection)
        sums: dict[str, Any] = {**ties.arrays(draft)}
        return replace(columns.of(engine), **sums, found={}, kept={})

    return made


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize(("block", "busiest"), [(1, 9), (1, 2), (2, 9), (2, 2), (3, 1), (4096, 200)])
def test_the_picture_does_not_depend_on_the_blocks(
    engine: Engine, summed: Summed, asked: Asked, block: int, busiest: int
) -> None:
    expected, found = (picture(engine, each, asked) for each in (summed(4096, 0), summed(block, busiest)))
    for one, other in zip((*expected.nodes, *expected.lines), (*found.nodes, *found.lines), strict=True):
        assert one.tolist() == other.tolist()
    assert (found.organisations, found.pairs, found.unseen) == (
        expected.organisations,
        expected.pairs,
        expected.unseen,
    )


def test_whole_blocks_are_told_from_loose_events(engine: Engine, summed: Summed) -> None:
    arrays = summed(1, 9)
    events = len(arrays.kind)
    found = share(arrays, matching(engine, arrays, Filters()), int(ANY_PART))
    assert (found.blocks.tolist(), found.loose.event.tolist()) == (list(range(events)), [])
    organisers = share(arrays, matching(engine, arrays, Filters()), int(Part.ORGANISER))
    assert organisers.blocks.tolist() == []
    expected = parts(arrays, np.arange(events), int(Part.ORGANISER))
    assert [each.tolist() for each in organisers.loose] == [each.tolist() for each in expected]
    assert len(expected.body) < len(arrays.body_values)
