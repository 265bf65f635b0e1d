from etl.draft.gazetteer import countries


def test_countries_are_known_in_both_languages() -> None:
    text = "the Kyrgyz Republic, Tajikistan's and U.S. posts; в Республике Таджикистан, Киргизии, США"
    found = [match.ids[0] for match in countries.names().find(text)]
    assert found == ["KGZ", "TJK", "USA", "TJK", "KGZ", "USA"]


def test_adjectives_are_told_from_names() -> None:
    found = countries.names_and_adjectives().find("Uzbek officers in Uzbekistan")
    assert [(match.ids[0], countries.is_adjective(match)) for match in found] == [
        ("UZB", True),
        ("UZB", False),
    ]


def test_a_code_has_its_english_name() -> None:
    assert countries.country_name("TJK") == "Tajikistan"
    assert countries.country_name("XXX") == ""
