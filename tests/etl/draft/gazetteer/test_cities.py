from etl.draft.gazetteer import cities


def test_cities_of_the_region_are_known_in_both_languages() -> None:
    found = cities.spellings().find("in Batken and Kulob; в Бишкеке и в г. Хороге")
    assert [cities.largest_city(match.ids).country for match in found] == ["KGZ", "TJK", "KGZ", "TJK"]


def test_of_namesakes_the_one_in_the_region_is_meant() -> None:
    numbers = cities.spellings().ids("Almaty")
    assert cities.largest_city(numbers).country == "KAZ"


def test_words_and_airport_codes_are_no_cities() -> None:
    assert cities.spellings().find("Mobile Reading SCO Central") == []
