from data.drafts.candidate import Field
from tests.etl.draft.conftest import Propose


def test_mentions_of_one_person_are_joined(proposed: Propose) -> None:
    text = "Ms. Anna Alfova, Head of the OSCE, came. Ms. Alfova said that it rained. Ms. Alfova attended."
    found = proposed(text).of(Field.PERSON)
    assert [(each.value, each.detail["office"], each.detail["role"]) for each in found] == [
        ("Anna Alfova", "Head", "speaker")
    ]


def test_a_surname_alone_is_nobody(proposed: Propose) -> None:
    assert proposed("Mr. Betov said that it rained.").of(Field.PERSON) == []


def test_without_words_the_part_is_inferred(proposed: Propose) -> None:
    found = proposed("On the photo: Anna Alfova, Head of the OSCE.").of(Field.PERSON)[0]
    assert (found.detail["role"], found.inferred) == ("attendee", "No words say what the person did.")


def test_a_person_of_the_record_has_his_row(proposed: Propose) -> None:
    found = proposed("Dr. Kunio Mikuriya spoke.").of(Field.PERSON)[0]
    assert found.rows == ("mikuriya-kunio",)
