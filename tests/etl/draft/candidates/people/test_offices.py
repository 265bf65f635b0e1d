import pytest

from etl.draft.candidates.people.offices import find_office_after, find_office_before


@pytest.mark.parametrize(
    ("lead", "office"),
    [
        ("NATO Liaison Officer ", "NATO Liaison Officer"),
        ("It was opened by Deputy Minister of Health ", "Deputy Minister of Health"),
        ("On 25 May WCO Secretary General ", "WCO Secretary General"),
        ("In Ashgabat Deputy Minister ", "Deputy Minister"),
        ("The Head of the Mission, Mr. ", "Head of the Mission"),
        ("Special Envoy of the Union, Head of Alpha ", "Special Envoy of the Union, Head of Alpha"),
        ("начальник управления полковник ", "начальник управления"),
        ("Посол Японии ", "Посол Японии"),
        ("The course in ", None),
        ("He met them and, ", None),
    ],
)
def test_an_office_before_a_name(lead: str, office: str | None) -> None:
    found = find_office_before(lead, len(lead), 0)
    assert (found.text if found else None) == office


@pytest.mark.parametrize(
    ("rest", "office"),
    [
        (", Head of the Office, said so.", "Head of the Office"),
        (", deputy head of a directorate.", "deputy head of a directorate"),
        (
            ", Counsellor of the Embassy (Trade) and expert, was there",
            "Counsellor of the Embassy (Trade) and expert",
        ),
        (", Commander of U.S. Army Central.", "Commander of U.S. Army Central"),
        (" said so", None),
        (", who came", None),
        (", директор центра, сказал", "директор центра"),
    ],
)
def test_an_office_after_a_name(rest: str, office: str | None) -> None:
    text = "Anna Alfova" + rest
    found = find_office_after(text, 11, len(text))
    assert (found.text if found else None) == office


def test_the_office_of_the_next_person_is_cut_off() -> None:
    text = "Anna Alfova, Head of Alpha, and Director of Beta Boris Betov"
    found = find_office_after(text, 11, text.index("Boris"))
    assert found is not None
    assert found.text == "Head of Alpha"
