"""An earlier extract is handed back in a browser."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.data.parsers.attacks import sheet, workbook
from tests.e2e.access import list_violations
from tests.e2e.serving import ROOT
from tests.e2e.waiting import settle

pytestmark = pytest.mark.browser


def test_a_changed_extract_is_told_row_by_row(
    page: Page, server: str, curated_store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "events.csv"
    command = [sys.executable, "-m", "etl", "extract", "--store", str(curated_store), "--organisation", "wco"]
    subprocess.run([*command, "-o", str(path)], cwd=ROOT, capture_output=True, check=True)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    number = len(rows)
    rows[0] |= {"title": "Ташкент <b>1</b>"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows([*rows[:-1], {**rows[0], "id": "never-there"}])

    page.goto(f"{server}/extracts?org=wco")
    settle(page)
    page.locator("input[type=file]").set_input_files(path)
    told = page.locator(".checked")
    expect(told).to_contain_text(
        f"Events, {number} rows: {number - 2} unchanged, 1 corrected, 1 withdrawn; new rows are not listed"
    )
    expect(page.locator(".rechecked del")).to_have_text("Ташкент <b>1</b>")
    settle(page)
    page.get_by_text("Take the filters that are on: WCO").click()
    expect(told).to_contain_text("1 new row matches the same filter.")
    settle(page)
    page.get_by_role("button", name="Unchanged").or_(page.get_by_role("radio", name="Unchanged")).click()
    expect(page.locator(".rechecked tbody tr")).to_have_count(min(number - 2, 20))
    assert list_violations(page) == []
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download the result as CSV").click()
    result = Path(saved.value.path()).read_text(encoding="utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(result, newline="")))) == number + 1


def test_a_check_that_takes_long_is_cancelled_by_key_and_by_mouse(
    page: Page, server: str, tmp_path: Path
) -> None:
    path = tmp_path / "slow.xlsx"  # within the limits of size, and many seconds of work
    path.write_bytes(workbook(sheet("<x/>" * 8_000_000)))
    page.goto(f"{server}/extracts")
    settle(page)
    page.locator("input[type=file]").set_input_files(path)
    cancel, cancelled = (
        page.get_by_role("button", name="Cancel"),
        page.get_by_text("You cancelled the check."),
    )
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^Reading the file: \d+ s of at most 15 s\.$"))).to_be_visible()
    cancel.focus()
    page.keyboard.press("Enter")
    expect(cancelled).to_be_visible()
    assert list_violations(page) == []
    page.get_by_role("button", name="Check again").click()
    cancel.click()
    expect(cancelled).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_count(0)
