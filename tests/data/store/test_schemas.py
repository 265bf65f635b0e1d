from pathlib import Path

import pytest
from sqlalchemy import make_url

from data.schema.models import SCHEMA_VERSION
from data.store import UnreachableError, database, schemas
from tests.postgresql import copy_store, new_database, shared_server


def test_a_database_that_never_had_a_build_has_none() -> None:
    assert schemas.list_builds(new_database()) == []


def test_a_build_of_which_a_table_is_gone_is_not_served(store_path: Path) -> None:
    build = copy_store(store_path)._replace(found=1)
    assert build.find_fault() == "tables of it are missing, or this user may not read them"
    assert not build.is_ready()


def test_a_build_of_another_version_is_not_served(store_path: Path) -> None:
    build = copy_store(store_path)._replace(version=SCHEMA_VERSION + 1)
    assert build.is_whole
    assert build.find_fault() == "it was made for another version of this program"


def test_who_may_not_read_a_build_is_told(store_path: Path) -> None:
    """A reader without rights sees that there is a build, and that it is not for it."""
    build = copy_store(store_path)
    server, name = shared_server(), str(build.database.database)
    server.execute("CREATE ROLE stranger LOGIN")
    server.execute(
        "GRANT USAGE ON SCHEMA chegara TO stranger; GRANT SELECT ON chegara.builds TO stranger", name
    )
    [seen] = schemas.list_builds(make_url(server.address(name, "stranger")))
    assert (seen.id, seen.found) == (build.id, 0)
    assert seen.find_fault() == "tables of it are missing, or this user may not read them"
    for right, said in (
        ("SELECT ON TABLE chegara.builds", "permission denied for table builds"),
        ("USAGE ON SCHEMA chegara", "this user may not read the schema chegara"),
    ):
        server.execute(f"REVOKE {right} FROM stranger", name)
        with pytest.raises(UnreachableError, match=said):
            schemas.list_builds(make_url(server.address(name, "stranger")))


def test_a_build_that_was_removed_is_not_there(store_path: Path) -> None:
    build = copy_store(store_path)
    assert build.is_there()
    assert not build._replace(id="000000000000").is_there()


def test_engines_on_builds_share_their_connections(store_path: Path) -> None:
    build = copy_store(store_path)
    assert build.open().pool is build.open().pool is database.connect(build.database).pool
