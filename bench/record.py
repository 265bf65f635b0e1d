"""The invented record, or the real one, in numbered states, and which of them a store serves."""

import shutil
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from data import store
from etl.publish import publication

CURATED = store.ROOT / "tests" / "fixtures" / "curated"
FILES = ("themes.csv", "events.csv", "expectations.toml")
MARKED = {
    CURATED: ("Drugs", "Two bounds.", "test.1"),
    store.CURATED: ("Drugs", "Japan paid for it.", "2026.11.1"),
}
"""Of each record, what becomes `Drugs` with the number of the state, in each of these files."""
ASKED = text(
    "SELECT (SELECT name FROM themes WHERE id = 'drugs'), max(release), min(release),"
    " (SELECT note FROM events WHERE note LIKE 'Drugs %') FROM build"
)


class BrokenError(Exception):
    """What is served is not whole."""


def make(folder: Path, number: int, of: Path = CURATED) -> None:
    """Write a record in one state into `folder`."""
    if not folder.is_dir():
        shutil.copytree(of, folder)
    for name, old in zip(FILES, MARKED[of], strict=True):
        content = (of / name).read_text(encoding="utf-8")
        if old not in content:
            raise ValueError(f"{of / name} does not hold {old!r}")
        new = f"Drugs.{number}" if name == "expectations.toml" else f"Drugs {number}"
        (folder / name).write_text(content.replace(old, new, 1), encoding="utf-8")


def find_served(builds: Path) -> int:
    """The number of the state that is served, as the dashboard finds it; BrokenError for none or two."""
    named = store.list_pointed(builds)
    if not named:
        raise BrokenError("no pointer")
    if fault := store.find_fault(named[0]) or store.find_copy_damage(named[0]):
        raise BrokenError(fault)
    engine = store.open_read_only(named[0].path)
    try:
        with engine.connect() as connection:
            found = {str(value)[6:] for value in connection.execute(ASKED).one()}
    except DatabaseError as error:
        raise BrokenError(str(error)) from error
    finally:
        engine.dispose()
    if len(found) != 1:
        raise BrokenError(f"mixed: {sorted(found)}")
    return int(found.pop())


def count_leftovers(builds: Path) -> int:
    """How many unfinished files lie in the folder, copies without a build, builds beyond the three kept."""
    unfinished = [*builds.glob("*.building*"), *publication.list_orphans(builds)]
    return len(unfinished) + max(0, len(store.list_finished(builds)) - publication.KEPT)
