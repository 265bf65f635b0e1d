from etl.draft.passages.contacts import remove_contacts


def test_contacts_after_a_call_are_emptied_and_numbers_stay() -> None:
    text = (
        "The course ended in Dushanbe.",
        "For further information, please contact:",
        "Ines Kallmeyer",
        "Press Officer",
        "Phone: +992 00 000 00 00",
    )
    assert remove_contacts(text) == (text[0], "", "", "", "")


def test_an_address_in_a_short_paragraph_is_enough() -> None:
    assert remove_contacts(("Write to press@example.org today", "Пресс-служба, тел.: 00-00")) == ("", "")


def test_a_long_paragraph_stays() -> None:
    text = "A report says that more is known. " * 9 + "It has a phone: none."
    assert remove_contacts((text,)) == (text,)
