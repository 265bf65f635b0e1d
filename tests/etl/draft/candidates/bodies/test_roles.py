import pytest

from data.drafts.candidate import Field
from tests.etl.draft.conftest import Propose


def roles(text: str, proposed: Propose) -> dict[str, str]:
    return {each.value: each.detail["role"] for each in proposed(text).of(Field.ORGANISATION)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It was organized by the OSCE with financial support from Germany.",
            {"OSCE": "organiser", "Germany": "donor"},
        ),
        ("On 3 May 2024 UNODC and CARICC held a workshop.", {"UNODC": "organiser", "CARICC": "organiser"}),
        (
            "The WCO, in cooperation with UNODC, conducted a workshop.",
            {"WCO": "organiser", "UNODC": "partner"},
        ),
        (
            "The forum was organized by UNODC together with INTERPOL.",
            {"UNODC": "organiser", "INTERPOL": "organiser"},
        ),
        ("It was held with the support of the Government of Japan.", {"Government of Japan": "donor"}),
        ("It was held with the support of the Embassy of Japan.", {"Embassy of Japan": "partner"}),
        ("The exercise was hosted by Tajikistan.", {"Tajikistan": "host"}),
        ("The EU-funded BOMCA held a seminar.", {"EU": "donor", "BOMCA": "organiser"}),
        ("Семинар организован ОБСЕ при поддержке ЦАРИКЦ.", {"ОБСЕ": "organiser", "ЦАРИКЦ": "partner"}),
        (
            "It was organized by the country’s CARICC and UNODC.",
            {"CARICC": "organiser", "UNODC": "organiser"},
        ),
        ("UNODC held a course. It was supported by UNODC.", {"UNODC": "organiser"}),
        ("UNODC spoke.", {"UNODC": "participant"}),
    ],
)
def test_words_give_bodies_their_part(text: str, found: dict[str, str], proposed: Propose) -> None:
    assert roles(text, proposed) == found


def test_of_two_bodies_the_owned_one_acts(proposed: Propose) -> None:
    assert roles("The course was organized by OSCE's CARICC.", proposed)["OSCE"] == "participant"
