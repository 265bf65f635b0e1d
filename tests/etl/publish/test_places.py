from pathlib import Path

from data import store
from etl.commands.command_line import main
from etl.publish.places import open_publisher
from tests.conftest import CURATED
from tests.etl.folder import Folder
from tests.postgresql import copy_store, new_database


def test_drafts_are_written_where_they_are_published_or_in_a_folder_that_goes(tmp_path: Path) -> None:
    with open_publisher(tmp_path) as publisher:
        assert publisher.folder == tmp_path
    with open_publisher(new_database()) as publisher:
        folder = publisher.folder
        assert folder.is_dir()
    assert not folder.exists()


def test_a_publisher_points_to_builds_of_its_own_sort_alone(store_path: Path, tmp_path: Path) -> None:
    where = new_database()
    file, schema = store.Build(store_path, None), copy_store(store_path)
    with open_publisher(tmp_path) as folder, open_publisher(where) as database:
        folder.point_to(schema)
        database.point_to(file)
    assert [*store.list_all(tmp_path), *store.list_all(where)] == []


def test_every_command_does_with_a_database_what_it_does_with_a_folder(builds: Path, tmp_path: Path) -> None:
    address = new_database().render_as_string(hide_password=False)
    assert main(["build", "--data", str(CURATED), "--store", address]) == 0
    assert main(["check", "--data", str(CURATED), "--store", address]) == 0
    written = []
    for place in (str(builds), address):
        extract, brief = tmp_path / "events.xlsx", tmp_path / "brief.md"
        assert main(["extract", "--format", "xlsx", "-o", str(extract), "--store", place]) == 0
        assert main(["brief", "--format", "md", "-o", str(brief), "--store", place]) == 0
        assert main(["recheck", str(extract), "--store", place]) == 0
        written.append((extract.read_bytes(), brief.read_bytes()))
    assert written[0] == written[1]


def test_a_table_that_lost_rows_is_refused_there_too(tmp_path: Path, store_path: Path) -> None:
    build = copy_store(store_path)
    folder = Folder(tmp_path / "data")
    header, first, *_ = (folder.path / "aliases.csv").read_text(encoding="utf-8").splitlines()
    folder.write("aliases.csv", f"{header}\n{first}\n")
    address = build.database.render_as_string(hide_password=False)
    assert main(["build", "--data", str(folder.path), "--store", address]) == 3
    assert [each.id for each in store.list_all(build.database)] == [build.id]
