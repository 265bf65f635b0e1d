import pytest

from data.schema.mart import ANY_PART, Part, role_bits


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ((), ANY_PART),
        (("organiser",), Part.ORGANISER),
        (("host", "host", "invited"), Part.HOST | Part.INVITED),
        (("nobody",), 0),
    ],
)
def test_roles_are_bits(roles: tuple[str, ...], expected: int) -> None:
    assert role_bits(roles) == expected
