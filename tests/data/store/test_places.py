from pathlib import Path

import pytest
from sqlalchemy import URL, make_url

from data import store
from data.store import Build, SchemaBuild
from tests.postgresql import copy_store

ADDRESS = "postgresql+psycopg://reader:secret@db.example.org/office"


def test_a_place_is_a_folder_or_a_database() -> None:
    assert store.parse_place("data/build") == Path("data/build")
    assert store.parse_place(ADDRESS) == make_url(ADDRESS)
    assert store.parse_place("postgresql://db/office") == make_url("postgresql+psycopg://db/office")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("mysql://db/office", "mysql: the store is a folder or postgresql"),
        ("postgresql+psycopg://u:secret@db:port/x", "postgresql.psycopg://…, and this is neither"),
        ("host=db password=secret://1", "postgresql.psycopg://…, and this is neither"),
        ("postgresql://db/x?password=secret", "a password belongs into ~/.pgpass or PGPASSWORD"),
        ("postgresql://db/x?sslpassword=secret", "a password belongs into ~/.pgpass or PGPASSWORD"),
        ("postgresql:/u:secret@db/x", "the address of a database begins with postgresql.psycopg://"),
        ("postgresql://db/x?pasword=secret", "pasword: PostgreSQL knows no such option of an address"),
        ("postgresql://u:pa@secret@db/x", "no blanks at its ends and one @ at most: write others as %40"),
        ("postgresql://u:secret@db/x ", "no blanks at its ends and one @ at most"),
        ("user=u host=db password=secret", "the address of a database begins with postgresql.psycopg://"),
    ],
)
def test_another_address_is_refused_without_its_password(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why) as refused:
        store.parse_place(text)
    assert "secret" not in str(refused.value)


def test_readers_may_have_a_place_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHEGARA_STORE", "CHEGARA_STORE_READ"):
        monkeypatch.delenv(name, raising=False)
    assert store.find_place() == store.find_place_to_read() == store.folder()
    monkeypatch.setenv("CHEGARA_STORE", ADDRESS)
    assert store.find_place() == store.find_place_to_read() == make_url(ADDRESS)
    monkeypatch.setenv("CHEGARA_STORE_READ", "postgresql://replica/office")
    assert store.find_place() == make_url(ADDRESS)
    assert store.find_place_to_read() == make_url("postgresql+psycopg://replica/office")


def test_the_words_for_a_build_in_a_database_hide_the_password() -> None:
    build = SchemaBuild(make_url(ADDRESS), "0123456789ab", 0, 1, 1, 1)
    assert str(build) == "postgresql+psycopg://reader:***@db.example.org/office, schema b_0123456789ab"
    assert "secret" not in repr(build)


def test_both_sorts_of_builds_answer_alike(builds: Path, store_path: Path) -> None:
    copied = copy_store(store_path)
    assert isinstance(copied.database, URL)
    for place in (builds, copied.database):
        assert store.is_pointed(place)
        [build] = store.list_all(place)
        assert (build.id, build.find_fault(), build.is_ready(), build.is_there()) == (
            store.build_id(store_path),
            None,
            True,
            True,
        )
        assert build.read_file() == store_path.read_bytes()
        assert build.stamp[0] > 1_700_000_000 * 10**9
        engine = build.open()
        assert store.engine_build(engine).id == build.id
    assert not store.is_pointed(store_path.parent / "none")
    assert str(Build(store_path, None)) == str(store_path)
