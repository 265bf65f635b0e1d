"""Runs of pages are counted, however they end."""

import pytest

from pages.views.session import runs


def _count(page: str) -> float:
    return runs.REGISTRY.get_sample_value("chegara_rerun_seconds_count", {"page": page}) or 0


def test_a_run_counts_whether_it_ends_well_or_not() -> None:
    before = _count("timeline"), _count("overview")
    with runs.measure("timeline"):
        pass
    with pytest.raises(ValueError, match="in the middle"), runs.measure(""):
        raise ValueError("in the middle")
    assert (_count("timeline") - before[0], _count("overview") - before[1]) == (1, 1)
