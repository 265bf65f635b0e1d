from pathlib import Path

import pytest

from data import releases


def test_releases_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("2026.11.1", "2026.9.2", "2026.9.10", "README", "2026.11.1.changes"):
        (tmp_path / f"{name}.md").write_bytes(b"")
    assert releases.list_releases(tmp_path) == ["2026.9.2", "2026.9.10", "2026.11.1"]
    assert releases.list_later_releases("2026.9.2", tmp_path) == ["2026.9.10", "2026.11.1"]
    assert releases.list_later_releases("test.1", tmp_path) == []


@pytest.mark.parametrize("name", ["", "test.1", "2026.", ".1", "2026.11.1a", "２０２６"])
def test_what_is_no_number_has_no_order(name: str) -> None:
    with pytest.raises(ValueError, match="is no release number"):
        releases.parse_number(name)


def test_a_release_without_a_file_holds_nothing(tmp_path: Path) -> None:
    assert releases.read_claims("2026.1", tmp_path) == releases.read_changes("2026.1", tmp_path) == ()


def test_the_releases_of_the_record_are_whole() -> None:
    for release in releases.list_releases():
        assert releases.read_claims(release)
        assert {row["table"] for row in releases.read_rows(release)} >= {"events", "sources"}
