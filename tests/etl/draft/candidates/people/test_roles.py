import pytest

from data.drafts.candidate import Field
from tests.etl.draft.conftest import Propose

ANNA, BORIS = "Ms. Anna Alfova, Head of the OSCE", "Mr. Boris Betov, Director of UNODC"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (f"{ANNA}, and {BORIS}, delivered opening remarks.", ["speaker", "speaker"]),
        (f"The meeting was chaired by {ANNA}.", ["chair"]),
        (f"“Yes,” said {ANNA}.", ["speaker"]),
        (f"The agreement was signed by {ANNA} and {BORIS}.", ["signatory", "signatory"]),
        (f"It was attended by {ANNA} and {BORIS}.", ["attendee", "attendee"]),
        (f"{ANNA} met {BORIS}.", ["attendee", "attendee"]),
        (f"Among the guests was {ANNA}.", ["attendee"]),
        (f"{ANNA}, was there. She also spoke of borders.", ["speaker"]),
        (f"{ANNA}, joined online and thanked the guests.", ["speaker"]),
        (f"The delegation was led by {ANNA}.", ["attendee"]),
        (f"The minister recalled a statement by {ANNA}.", []),
        (f"At the invitation of {ANNA}, a course was held.", ["inviter"]),
        ("С докладом выступил директор ЦАРИКЦ Борис Бетов.", ["speaker"]),
    ],
)
def test_words_say_what_a_person_did(text: str, roles: list[str], proposed: Propose) -> None:
    assert [each.detail["role"] for each in proposed(text).of(Field.PERSON)] == roles
