import pytest

from data.claims.wording import describe_subject, describe_value


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2012", "2012"),
        ("2012-08", "August 2012"),
        ("by 2012-08", "by August 2012"),
        ("after 2012-08-14", "after 14 August 2012"),
    ],
)
def test_a_claimed_date_in_words_keeps_its_bound(said: str, words: str) -> None:
    assert describe_value("border_liaison_offices", "start_on", said, {}) == words


def test_a_claimed_id_and_code_by_their_names() -> None:
    names = {("borders", "TJK-UZB"): "Tajik-Uzbek"}
    assert describe_value("border_liaison_offices", "border_id", "TJK-UZB", names) == "Tajik-Uzbek"
    assert describe_value("border_liaison_offices", "status", "establishing", {}) == "being established"


def test_what_a_claim_is_about_by_the_names_of_its_key_without_the_source() -> None:
    names = {("events", "2021-talks"): "Talks", ("organisations", "alpha"): "ALPHA"}
    assert describe_subject("events", "2021-talks", names) == "Talks"
    assert (
        describe_subject("event_organisations", "2021-talks/alpha/organiser/report", names)
        == "Talks, ALPHA, organiser"
    )
    assert describe_subject("events", "2022-unknown", names) == "2022-unknown"
