"""The page Extracts: an earlier extract is handed back."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data.extracts import export
from data.extracts.formats import WRITERS
from data.extracts.request import Request
from data.filters import Filters
from data.parsers.sheets import EarlierExtract, TooLargeError
from data.uploads import process
from data.uploads.waiting_line import BusyError
from etl import pipeline
from pages.views.extracts import recheck_job
from pages.views.html import labels
from tests.data.recheck.later_record import later
from tests.reader import Opened, opening, run, said

ALL = Filters()


@pytest.fixture(scope="module")
def later_builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of builds that serves the invented record as it is a month later."""
    folder = tmp_path_factory.mktemp("later")
    pipeline.build(later(folder / "curated").path, folder / "builds")
    return folder / "builds"


@pytest.fixture
def opened(later_builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(later_builds, monkeypatch)


def extract(engine: Engine, name: str, form: str, filters: Filters = ALL) -> tuple[str, bytes, str]:
    asked = Request(name, filters, export.find_release(engine))
    return export.name_file(asked, form), export.make_file(asked, form, engine), ""


def wait_for(app: AppTest, is_there: Callable[[], object]) -> AppTest:
    """Run the page again and again until that is so."""
    give_up = time.monotonic() + 20
    while not is_there() and time.monotonic() < give_up:
        time.sleep(0.05)
        run(app)
    assert is_there()
    return app


def given(app: AppTest, *files: tuple[str, bytes, str]) -> AppTest:
    app.file_uploader(key="recheck-files").set_value(list(files))
    return wait_for(run(app), lambda: not app.get("progress"))


def test_each_row_of_a_workbook_is_told(opened: Opened, engine: Engine) -> None:
    app = given(opened("extracts"), extract(engine, "events", "xlsx", Filters(kinds=("training", "meeting"))))
    page = said(app)
    assert (
        '<p class="checked">Events, 2 rows: 1 unchanged, 1 corrected, 0 withdrawn; of those that stand, '
        "1 newly disputed; 1 new row matches the same filter.</p>" in page
    )
    assert (
        "<td><code>start_on</code></td><td><del>2021-03</del></td><td><b>2021-04</b></td>"
        "<td>Alpha, preferred as the latest. The organiser moved it.</td>" in page
    )
    assert "/event?id=2021-03-alphaville-course" in page
    assert page.count("Course for alpha officers") == 1  # named once, though three columns differ


def test_a_package_is_told_table_by_table(opened: Opened, engine: Engine) -> None:
    page = said(given(opened("extracts"), extract(engine, "record", "zip")))
    assert "26 tables with 108 rows: " in page
    assert "Not checked, because they are no tables or lists of the record" in page
    assert "<td>Events</td><td>6</td><td>5</td><td><b>1</b></td>" in page


def test_a_lone_csv_is_offered_the_filters_that_are_on(opened: Opened, engine: Engine) -> None:
    file = extract(engine, "events", "csv", Filters(kinds=("training",)))
    app = given(opened("extracts", kind="training"), file)
    assert "new rows are not listed, because the filter is not known." in said(app)
    toggle = app.toggle(key="recheck-filters")
    assert toggle.label == "Take the filters that are on: Training"
    toggle.set_value(True)
    assert "1 new row matches the same filter." in said(run(app))


def test_an_unchanged_extract_says_so(engine: Engine, builds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = given(opening(builds, monkeypatch)("extracts"), extract(engine, "network-pairs", "xlsx"))
    rows = len(
        export.read_frames(Request("network-pairs", ALL, export.find_release(engine)), engine, None, CSV)[
            0
        ].rows
    )
    assert f"Pairs, {rows} row" in said(app)
    assert f"{rows} unchanged, 0 corrected, 0 withdrawn; 0 new rows match the same filter." in said(app)


CSV = WRITERS["csv"]


def test_a_file_that_is_no_extract_gets_one_message(opened: Opened) -> None:
    app = given(opened("extracts"), ("![x](y).csv", b"id;name\n1;2\n", ""))
    (error,) = app.error
    assert error.value == labels.escape_markdown(
        "![x](y).csv:1: the columns are separated by semicolons: save with commas. No row was checked."
    )
    assert "checked" not in [
        piece.proto.body for piece in app.get("html") if 'class="checked"' in piece.proto.body
    ]


def test_hostile_cells_are_shown_as_typed(opened: Opened) -> None:
    text = "<script>alert(1)</script>"
    head = b"id,title,kind\n"
    app = given(
        opened("extracts"), ("events.csv", head + f"undated-delta-meeting,{text},meeting\n".encode(), "")
    )
    page = said(app)
    assert text not in page
    assert "<del>&lt;script&gt;alert(1)&lt;/script&gt;</del>" in page


EVENTS = ("events.csv", b"id,title\nx,y\n", "")


def reading(monkeypatch: pytest.MonkeyPatch, read: Callable[..., EarlierExtract]) -> None:
    """Have files read in another way, and no run wait for the result."""
    monkeypatch.setattr(process, "read_upload", read)
    monkeypatch.setattr(recheck_job, "FIRST_WAIT", 0.0)


def until_stopped(
    _files: object, _limits: object, tell: Callable[[int, int], None], is_stopped: Callable[[], bool]
) -> EarlierExtract:
    tell(1, 3)
    while not is_stopped():
        time.sleep(0.01)
    raise process.StoppedError


def bar(app: AppTest) -> str:
    (found,) = app.get("progress")
    return str(found.proto.text)


def test_a_check_that_takes_long_has_a_bar_and_can_be_cancelled(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading(monkeypatch, until_stopped)
    app = opened("extracts")
    app.file_uploader(key="recheck-files").set_value([EVENTS])
    wait_for(run(app), lambda: bar(app).startswith("Reading the file: table 2 of 3, 0 s of at most 15 s."))
    assert len(app.get("html")) > 10  # the rest of the page is there meanwhile
    app.button(key="recheck-cancel").click()
    wait_for(app, lambda: app.info)
    assert app.info[0].value == "You cancelled the check. No row was checked."
    assert not app.get("progress")


def test_a_file_that_needs_too_much_gets_the_command_line(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> EarlierExtract:
        raise TooLargeError("events.csv", "takes more than 15 seconds to be read")

    reading(monkeypatch, fail)
    app = given(opened("extracts"), EVENTS)
    assert app.error[0].value.endswith("with more memory and time: `python -m etl recheck FILE`.")
    assert app.error[0].value.startswith(
        labels.escape_markdown("events.csv: takes more than 15 seconds to be read")
    )


def test_a_full_line_is_told_and_can_be_tried_again(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise BusyError

    with monkeypatch.context() as patched:
        patched.setattr(recheck_job.LINE, "start", full)
        app = given(opened("extracts"), EVENTS)
        assert app.info[0].value.startswith("Files of other readers are being checked")
    app.button(key="recheck-again").click()
    wait_for(run(app), lambda: not app.get("progress"))
    assert "Events, 1 row: 0 unchanged, 0 corrected, 1 withdrawn" in said(app)


def test_two_files_of_one_name_are_both_checked(opened: Opened) -> None:
    other = ("events.csv", b"id,title\nz,y\nw,y\n", "")
    assert "2 tables with 3 rows: " in said(given(opened("extracts"), EVENTS, other))


def test_long_cells_are_cut_on_the_page(opened: Opened) -> None:
    cell = "x" * 30_000
    page = said(
        given(opened("extracts"), ("events.csv", f"id,title\nundated-delta-meeting,{cell}\n".encode(), ""))
    )
    assert f"<del>{'x' * 2_000}…</del>" in page
    page = said(given(opened("extracts"), ("events.csv", f"id,title\n{cell},y\n".encode(), "")))
    assert "x" * 201 not in page
