from data import documents
from data.drafts.candidate import Field
from tests.etl.draft.conftest import Propose

PAGE = """OSCE trains officers in Osh

OSH, 22 September 2023 – Eighteen officers today completed a five-day course in Osh, organized by the OSCE.

“Good,” said Anna Alfova, Adviser at the OSCE.

For further information, please contact:
Ines Kallmeyer, Press Officer
"""


def test_every_field_is_proposed_with_an_anchor_that_stands_once(proposed: Propose) -> None:
    found = proposed(PAGE, "2023-09-22", "OSCE")
    document = documents.parse_document(PAGE)
    best = {field: found.of(field)[0].value for field in (Field.DATE, Field.PLACE, Field.FORM, Field.PERSON)}
    assert best == {"date": "2023-09-18", "place": "Osh", "form": "training", "person": "Anna Alfova"}
    assert [each.value for each in found.of(Field.PARTICIPANTS)] == ["18"]
    for each in found.candidates:
        places = documents.find_places(document, each.anchor, None, None)
        assert [place.paragraph for place in places] == [each.paragraph]
        assert len(each.anchor.split()) <= 8


def test_press_contacts_are_never_read(proposed: Propose) -> None:
    assert not any("Kallmeyer" in each.value for each in proposed(PAGE).candidates)


def test_a_body_in_the_name_of_an_instrument_takes_no_part(proposed: Propose) -> None:
    text = "The course was held under the UNODC-WCO Container Control Programme."
    assert proposed(text).of(Field.ORGANISATION) == []


def test_a_video_meeting_is_online(proposed: Propose) -> None:
    assert proposed("The course was held online by UNODC.").of(Field.MODE)[0].value == "online"
