import pytest

from etl.draft.candidates.bodies.mentions import find_bodies
from etl.draft.candidates.people.mentions import find_people
from etl.draft.gazetteer.record_names import RecordNames


@pytest.mark.parametrize(
    ("text", "office", "printed", "row"),
    [
        ("Anna Alfova, Head of the OSCE, spoke.", "Head", "OSCE", "osce"),
        ("UNODC Regional Representative Anna Alfova spoke.", "Regional Representative", "UNODC", "unodc"),
        (
            "Anna Alfova, Deputy Minister of Foreign Affairs of Uzbekistan, spoke.",
            "Deputy Minister of Foreign Affairs",
            "Uzbekistan",
            "mfa-uz",
        ),
        ("German Ambassador Anna Alfova spoke.", "Ambassador", "German", ""),
        (
            "Ambassador of Japan to Tajikistan Anna Alfova spoke.",
            "Ambassador to Tajikistan",
            "Japan",
            "japan",
        ),
        ("Foreign Minister Anna Alfova spoke.", "Foreign Minister", "Foreign Ministry", ""),
        (
            "Заместитель министра внутренних дел Казахстана Анна Альфова",
            "Заместитель министра внутренних дел",
            "Казахстана",
            "mvd-kz",
        ),
        ("Anna Alfova, Director of the Centre, spoke.", "Director of the Centre", "", ""),
        ("Ms. Anna Alfova (UNODC) spoke.", "", "UNODC", "unodc"),
        (
            "Anna Alfova, Chief of the UNODC Border Section, spoke.",
            "Chief of the Border Section",
            "UNODC Border Section",
            "",
        ),
    ],
)
def test_the_body_is_parted_from_the_office(
    text: str, office: str, printed: str, row: str, names: RecordNames
) -> None:
    person = find_people((text,), find_bodies((text,), names), names)[0]
    assert (person.office, person.employer.printed) == (office, printed)
    if row or printed == "German":
        assert person.employer.row == (row or names.states.get("DEU", ""))


def test_the_centre_is_the_one_named_before(names: RecordNames) -> None:
    text = "The Alpha Data Centre met. Anna Alfova, Director of the Centre, spoke."
    person = find_people((text,), find_bodies((text,), names), names)[0]
    assert (person.office, person.employer.printed) == ("Director", "Alpha Data Centre")
