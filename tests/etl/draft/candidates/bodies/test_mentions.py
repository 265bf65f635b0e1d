import pytest

from etl.draft.candidates.bodies.mentions import find_bodies
from etl.draft.gazetteer.record_names import RecordNames


def found(text: str, names: RecordNames) -> list[tuple[str, str]]:
    """Each body as printed and the row that it means for certain; several paragraphs by line."""
    return [(body.printed, body.row) for body in find_bodies(tuple(text.splitlines()), names)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The OSCE and UNODC met.", [("OSCE", "osce"), ("UNODC", "unodc")]),
        (
            "the Ministry of Foreign Affairs of the Republic of Uzbekistan",
            [("Ministry of Foreign Affairs of the Republic of Uzbekistan", "mfa-uz")],
        ),
        ("the Tajik Ministry of Foreign Affairs", [("Tajik Ministry of Foreign Affairs", "mfa-tj")]),
        ("The Ministry of Foreign Affairs said so.", [("Ministry of Foreign Affairs", "")]),
        ("МИД Республики Таджикистан", [("МИД Республики Таджикистан", "mfa-tj")]),
        ("an EU-Central Asia forum of the EU", [("EU", "eu")]),
        (
            "the National Information and Analytical Centre on Drug Control",
            [("National Information and Analytical Centre on Drug Control", "niacdc-uz")],
        ),
        ("officers of the Russian Federation", []),
        (
            "the Academy of the Ministry of Foreign Affairs",
            [("Academy of the Ministry of Foreign Affairs", "")],
        ),
        ("staff of the World Bank", [("World Bank", "")]),
        ("the Swedish Coast Agency (SCA)\nThe SCA paid.", [("Swedish Coast Agency", "")] * 2),
    ],
)
def test_a_national_body_is_told_by_its_country_only(
    text: str, bodies: list[tuple[str, str]], names: RecordNames
) -> None:
    assert found(text, names)[: len(bodies)] == bodies


def test_one_country_serves_a_list(names: RecordNames) -> None:
    text = "the Ministry of Foreign Affairs and the Ministry of Internal Affairs of Uzbekistan"
    assert [row for _, row in found(text, names)] == ["mfa-uz", "mvd-uz"]


def test_a_name_is_told_by_another_mention(names: RecordNames) -> None:
    text = "The Drug Control Agency of Tajikistan came.\nThe Drug Control Agency spoke."
    assert [row for _, row in found(text, names)] == ["dca-tj", "dca-tj"]


def test_a_part_of_a_known_body_is_asked(names: RecordNames) -> None:
    body = find_bodies(("the UNODC Border Management Section",), names)[0]
    assert (body.printed, body.rows, body.row) == ("UNODC Border Management Section", ("unodc",), "")


def test_an_unknown_name_ends_where_a_known_one_does(names: RecordNames) -> None:
    assert found("Head of the OSCE Secretariat Pierre Lavaud", names)[0][0] == "OSCE"
    assert found("the Academy of the Armed Forces of Uzbekistan", names) == [
        ("Academy of the Armed Forces of Uzbekistan", "")
    ]
    assert find_bodies(("the State Council of the People's Republic of China",), names)[0].country == "CHN"
