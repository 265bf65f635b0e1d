import pytest

from data.readmodel import FULL_TEXT, READ, bits


@pytest.mark.parametrize(
    ("roles", "expected"),
    [((), 31), (("organiser",), 1), (("host", "invited"), 18), (("guest",), 0), (("host", "host"), 2)],
)
def test_roles_are_bits_and_none_means_any_part(roles: tuple[str, ...], expected: int) -> None:
    assert bits(roles) == expected


def test_every_table_and_column_says_what_it_holds() -> None:
    for table in READ.sorted_tables:
        assert table.name.startswith("read_")
        assert [c.name for c in table.columns if not (c.comment or "").endswith(".")] == []
        assert (table.comment or "").endswith(".")
    assert {name for name in FULL_TEXT if name.startswith("read_")} == {"read_titles", "read_called"}
