"""Text of the record and text that a reader types are shown as they are, on pages, in pictures, in lists."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench import hostile, hostile_addresses, payloads
from tests.conftest import CURATED
from tests.e2e.serving import BARE, serving

pytestmark = pytest.mark.browser


def test_hostile_text_is_shown_as_typed_and_does_nothing(browser: Browser, tmp_path: Path) -> None:
    """The same as `bench/hostile.py` on the invented record: every payload, an address of each kind."""
    given = hostile.make(tmp_path, CURATED)
    curated, log = tmp_path / "curated", tmp_path / "log"
    typed = list(hostile_addresses.list_typed(payloads.PAYLOADS))[::11]
    overdone = list(hostile_addresses.list_overdone())[::5]
    wanted = [*hostile_addresses.list_views(curated), *typed, *overdone]
    with serving(tmp_path / "builds", log, BARE) as url:
        found = hostile.run(browser, url, wanted, hostile.list_addresses(curated), "light", is_swept=False)
    assert {name: wrong for name, wrong in found.wrong().items() if wrong} == {}
    assert {which for _, which in given} == set(range(len(payloads.PAYLOADS) + len(payloads.ADDRESSES)))
    seen = {given[number - 1] for number in found.seen if 0 < number <= len(given)}
    assert len({name for name, _ in seen}) > 20, "fields of the record that were seen on a page"
    assert "Traceback" not in log.read_text(encoding="utf-8")
