from etl.draft.candidates.templates import Mark, make_templates

TEXT = "Anna of Alpha (AO) met Boris. She left. Nobody stayed."


def test_mentions_become_marks_and_asides_go() -> None:
    marks = [
        Mark("P", 0, 4, "Anna"),
        Mark("O", 8, 13, "Alpha"),
        Mark("P", 23, 28, "Boris"),
        Mark("O", 0, 13, "no"),
    ]
    found = make_templates(1, TEXT, marks)
    assert [each.text for each in found] == ["⟦P0⟧ of ⟦O1⟧ met ⟦P2⟧.", "⟦P0⟧ left.", "Nobody stayed."]
    assert [mark.mention for mark in found[0].mentions(found[0].text, "P")] == ["Anna", "Boris"]


def test_an_aside_with_a_person_stays() -> None:
    found = make_templates(1, "It met (Anna too).", [Mark("P", 8, 12, "Anna")])
    assert found[0].text == "It met (⟦P0⟧ too)."
