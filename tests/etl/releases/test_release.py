import csv
from pathlib import Path

import pytest

from data import releases
from etl import pipeline
from etl.releases.release import ReleaseFiles, write_release
from etl.reporting.errors import BadData, MachineError, UsageError
from etl.reporting.progress import ignore_progress
from tests.etl.folder import Folder

FIRST = "2026.9.1"


@pytest.fixture
def written(folder: Folder, tmp_path: Path) -> Path:
    """A folder of releases that holds the first, of the invented record."""
    number(folder, FIRST)
    assert released(folder, tmp_path / "releases").is_new
    return tmp_path / "releases"


def number(folder: Folder, now: str, before: str = "test.1") -> None:
    folder.edit("expectations.toml", f'"{before}"', f'"{now}"')


def released(folder: Folder, out: Path, since: str | None = None) -> ReleaseFiles:
    return write_release(folder.path, out, since, ignore_progress)


def changed(folder: Folder) -> None:
    """The invented record as it is a month later."""
    number(folder, "2026.11.1", FIRST)
    folder.edit("claims.csv", "participants,14,fourteen", "participants,15,fourteen")
    folder.edit("claims.csv", "The page is of 2022.", "The page is of 2022 | or *so*.")
    folder.edit("events.csv", "Course for alpha officers", "Course for *alpha* officers")
    folder.add(
        "claims.csv", "beta-2022-page,events,undated-delta-meeting,form,course,,,,,,low,false,normal,,"
    )
    folder.add("themes.csv", "new-theme,New theme,What is new.")
    folder.edit("agenda_items.csv", agenda(folder), "")


def agenda(folder: Folder) -> str:
    """The last line of the agenda items."""
    return (folder.path / "agenda_items.csv").read_text(encoding="utf-8").splitlines(keepends=True)[-1]


def problems(folder: Folder, out: Path) -> list[str]:
    with pytest.raises(BadData) as refused:
        released(folder, out)
    return [str(fault) for fault in refused.value.faults]


def test_the_first_release_holds_numbers_and_a_snapshot(written: Path, folder: Folder) -> None:
    assert sorted(path.name for path in written.iterdir()) == [
        f"{FIRST}.claims.csv",
        f"{FIRST}.md",
        f"{FIRST}.rows.csv",
    ]
    page = (written / f"{FIRST}.md").read_text(encoding="utf-8")
    assert page.startswith(
        f"# Release {FIRST}\n\nReleased on 2026-11-20. The first release: every row and every claim is new.\n"
    )
    assert "| events | 6 |\n" in page
    assert page.endswith("\n11 claims, 4 of them disputed.\n")
    claims = releases.read_claims(FIRST, written)
    assert len(claims) == len({claim["claim_id"] for claim in claims}) == 11
    counts = pipeline.check(folder.path).counts
    assert len(releases.read_rows(FIRST, written)) == sum(n for name, n in counts.items() if name != "claims")


def test_the_same_release_again_changes_nothing(written: Path, folder: Folder) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in written.iterdir()}
    again = released(folder, written)
    assert (again.is_new, again.claims) == (False, 11)
    assert {path.name: path.stat().st_mtime_ns for path in written.iterdir()} == before


def test_the_next_release_names_every_change(written: Path, folder: Folder) -> None:
    gone = agenda(folder).split(",")[0]
    changed(folder)
    found = released(folder, written)
    assert (found.release, found.since) == ("2026.11.1", f"release {FIRST}")
    with (written / "2026.11.1.changes.csv").open(encoding="utf-8", newline="") as file:
        told = [
            (row["table"], row["key"], row["column"], row["change"], row["old"], row["new"])
            for row in csv.DictReader(file)
        ]
    roundtable, undated = "2021-03-03-alphaville-roundtable", "undated-delta-meeting"
    assert told == [
        ("agenda_items", gone, "", "row removed", "", ""),
        ("events", roundtable, "participants", "value changed", "14", "15"),
        ("events", "2021-03-alphaville-course", "", "row changed", "", ""),
        (
            *("events", "2022-betaburg-exercise", "start_on", "reason changed"),
            *("The page is of 2022.", "The page is of 2022 | or *so*."),
        ),
        ("events", undated, "form", "claim added", "", "course"),
        ("events", undated, "form", "now disputed", "", ""),
        ("themes", "new-theme", "", "row added", "", ""),
    ]
    assert (found.changes_of_claims, found.changes_of_rows) == (4, 3)


def test_the_page_groups_changes_by_record_and_escapes_them(written: Path, folder: Folder) -> None:
    changed(folder)
    released(folder, written, since=None)
    page = (written / "2026.11.1.md").read_text(encoding="utf-8")
    assert f"Compared with release {FIRST}, claim by claim" in page
    assert "| themes | 4 | 1 | 0 | 0 |" in page
    assert (
        "12 claims, 6 of them disputed. What changed in them: claim added 1, value changed 1, reason" in page
    )
    assert (
        "### [`2022-betaburg-exercise`](http://localhost:8501/event?id=2022-betaburg-exercise)"
        ' Exercise "Beta shield"\n\n- `start_on`: *2022*: reason changed: *The page is of 2022.* → '
        "*The page is of 2022 \\| or \\*so\\*.*, says " in page
    )
    assert "- `participants`: value changed: ~~14~~ → *15*, says [" in page
    assert "Row changed: 1\n\n- [`2021-03-alphaville-course`]" in page
    assert "Course for \\*alpha\\* officers\n" in page


def test_a_folder_or_a_store_tells_each_cell(written: Path, folder: Folder, tmp_path: Path) -> None:
    store_path = pipeline.build(folder.path, tmp_path / "builds").path
    old = Folder(tmp_path / "old")
    changed(folder)
    cell = "- `title`: ~~Course for alpha officers~~ → *Course for \\*alpha\\* officers*"
    for out, since in (("a", str(store_path)), ("b", str(old.path))):
        found = released(folder, tmp_path / out, since)
        assert cell in (tmp_path / out / "2026.11.1.md").read_text(encoding="utf-8"), since
        assert (found.changes_of_claims, found.changes_of_rows) == (4, 3)
    assert (tmp_path / "b/2026.11.1.changes.csv").read_bytes() == (
        tmp_path / "a/2026.11.1.changes.csv"
    ).read_bytes()
    assert len(list(written.glob("*.md"))) == 1


def test_a_release_never_changes(written: Path, folder: Folder) -> None:
    folder.edit("events.csv", "Beta office opens", "Gamma office opens")
    assert problems(folder, written) == [
        f"expectations.toml: release: was written already with other content ({FIRST}.rows.csv):"
        f" raise the number (found '{FIRST}')"
    ]


@pytest.mark.parametrize("earlier", ["2026.8.30", "2026.9.0", "2026.9", "2025.12.99"])
def test_numbers_are_compared_as_numbers(earlier: str, written: Path, folder: Folder) -> None:
    number(folder, earlier, FIRST)
    assert problems(folder, written) == [
        f"expectations.toml: release: is not later than {FIRST}, which is written (found '{earlier}')"
    ]


@pytest.mark.parametrize("after", ["2026.10.1", "2026.9.2", "2026.9.10", "2026.9.1.1", "2027.1"])
def test_a_later_number_is_written(after: str, written: Path, folder: Folder) -> None:
    number(folder, after, FIRST)
    assert released(folder, written).since == f"release {FIRST}"
    assert releases.list_releases(written) == [FIRST, after]


def test_number_and_day_are_asked_for(folder: Folder, tmp_path: Path) -> None:
    folder.edit("expectations.toml", "released_on = 2026-11-20\n", "")
    assert problems(folder, tmp_path / "none") == [
        "expectations.toml: release: is no number such as 2026.11.1 (found 'test.1')",
        "expectations.toml: released_on: is missing: a release has a day, as 2026-11-26",
    ]


def test_a_release_is_not_dated_later_than_today(folder: Folder, tmp_path: Path) -> None:
    number(folder, FIRST)
    folder.edit("expectations.toml", "2026-11-20", "2099-12-31")
    assert problems(folder, tmp_path / "none") == [
        "expectations.toml: released_on: is later than today (found '2099-12-31')"
    ]


def test_faulty_data_are_not_released(folder: Folder, tmp_path: Path) -> None:
    folder.edit("events.csv", "2022-01-15", "15.01.2022")
    assert "a date is written" in problems(folder, tmp_path / "none")[0]
    assert not (tmp_path / "none").exists()


def test_what_there_is_nothing_to_compare_with_is_named(
    written: Path, folder: Folder, tmp_path: Path
) -> None:
    number(folder, "2027.1", FIRST)
    with pytest.raises(UsageError, match=rf"--since 2026.1: is no release written \({FIRST}\), no folder"):
        released(folder, written, "2026.1")
    (tmp_path / "no.sqlite").write_bytes(b"none")
    with pytest.raises(BadData, match=r"no\.sqlite: is no store to compare with: its file is damaged"):
        released(folder, written, str(tmp_path / "no.sqlite"))
    (written / f"{FIRST}.rows.csv").unlink()
    releases.read_rows.cache_clear()
    with pytest.raises(MachineError, match=f"the files of release {FIRST} are not complete"):
        released(folder, written)


def test_a_folder_that_cannot_be_written_is_named(folder: Folder, tmp_path: Path) -> None:
    number(folder, FIRST)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(MachineError, match="file: "):
        released(folder, tmp_path / "file")
