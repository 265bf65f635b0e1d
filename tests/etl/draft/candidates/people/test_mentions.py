import pytest

from etl.draft.candidates.bodies.mentions import find_bodies
from etl.draft.candidates.people.mentions import find_people, same_person
from etl.draft.gazetteer.record_names import RecordNames


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Good,” said Anna Alfova.", ["Anna Alfova"]),
        ("Mr. Boris Betov came with Kunio Mikuriya.", ["Boris Betov", "Kunio Mikuriya"]),
        ("Ambassador Anna Alfova, Head of the OSCE, spoke.", ["Anna Alfova"]),
        ("The road from Gisht Kuprik to Alat was closed.", []),
        ("Anna Alfova walked on.", []),
        ("Kunio Alfov (OSCE), Anna Betova", ["Kunio Alfov"]),
        ("Директор Анна Альфова сказала", ["Анна Альфова"]),
    ],
)
def test_a_person_is_named_with_a_reason(text: str, found: list[str], names: RecordNames) -> None:
    people = find_people((text,), find_bodies((text,), names), names)
    assert [person.name for person in people] == found
    assert all(person.why for person in people)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Anna Alfova", "Alfova", True),
        ("Anna Maria Alfova", "Anna Alfova", True),
        ("Нурланом Садыкбаевым", "Нурлан Садыкбаев", True),
        ("Anna Alfova", "Anna Betova", False),
        ("Anna Alfova", "Boris", False),
    ],
)
def test_two_names_of_one_person(one: str, other: str, is_same: bool) -> None:
    assert same_person(one, other) is is_same
