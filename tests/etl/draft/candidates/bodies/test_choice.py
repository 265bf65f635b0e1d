from data.drafts.candidate import PERHAPS, PERHAPS_WHY, Field
from etl.draft.candidates.bodies.choice import NO_WORDS
from tests.etl.draft.conftest import Propose


def test_a_part_takes_the_place_of_its_parent(proposed: Propose) -> None:
    text = "OSCE trains officers\nThe course was organized by the OSCE Programme Office in Dushanbe."
    found = proposed(text).of(Field.ORGANISATION)
    assert [(each.rows, each.detail["role"]) for each in found] == [(("osce-pod",), "organiser")]


def test_the_part_that_a_title_gives_to_the_parent_goes_to_its_part(proposed: Propose) -> None:
    text = "OSCE trains officers\nOfficers came to the OSCE Programme Office in Dushanbe."
    found = proposed(text).of(Field.ORGANISATION)
    assert [(each.rows, each.detail["role"]) for each in found] == [(("osce-pod",), "organiser")]


def test_a_parent_that_only_takes_part_stays(proposed: Propose) -> None:
    text = "The OSCE and the OSCE Programme Office in Dushanbe came."
    assert len(proposed(text).of(Field.ORGANISATION)) == 2


def test_a_country_that_the_record_has_no_row_for_gives_money(proposed: Propose) -> None:
    found = proposed("The course was funded by Iceland.").of(Field.ORGANISATION)
    assert [(each.value, each.rows, each.detail["role"]) for each in found] == [("Iceland", (), "donor")]


def test_where_no_words_tell_whether_the_publisher_organised_is_asked(proposed: Propose) -> None:
    found = proposed("A UNODC meeting on borders took place in Osh.", publisher="UNODC").of(
        Field.ORGANISATION
    )[0]
    assert (found.detail["role"], found.detail[PERHAPS]) == ("participant", "organiser")
    assert "are its own" in found.detail[PERHAPS_WHY]
    assert (found.inferred, found.is_open) == (NO_WORDS, True)


def test_words_make_a_participant(proposed: Propose) -> None:
    text = "Officers of the OSCE came to Osh. INTERPOL took part in the meeting. IOM is known."
    found = {each.rows[0]: each.inferred for each in proposed(text).of(Field.ORGANISATION)}
    assert found == {"osce": "", "interpol": "", "iom": NO_WORDS}


def test_a_guest_is_not_proposed(proposed: Propose) -> None:
    found = proposed("UNODC took part in a meeting in Osh.", publisher="UNODC").of(Field.ORGANISATION)[0]
    assert "perhaps" not in found.detail


def test_a_body_without_its_country_is_asked_with_that_of_the_place_first(proposed: Propose) -> None:
    text = "A meeting was held in Tashkent. The Ministry of Internal Affairs attended."
    found = proposed(text).of(Field.ORGANISATION)[0]
    assert found.rows[0] == "mvd-uz"
    assert len(found.rows) > 1


def test_the_body_of_the_documents_country_is_offered_whatever_the_record_calls_it(proposed: Propose) -> None:
    text = "A course was held in Dushanbe. The State Border Service attended; Turkmenistan sent none."
    found = proposed(text).of(Field.ORGANISATION)[0]
    assert found.rows[:2] == ("bt-tj", "sbs-tm")
    assert len(found.rows) > 2


def test_one_body_that_fits_is_asked_too(proposed: Propose) -> None:
    found = proposed("The Drug Control Agency attended a meeting.").of(Field.ORGANISATION)[0]
    assert sorted(found.rows) == ["", "dca-tj"]
