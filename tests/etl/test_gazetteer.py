from etl.gazetteer import cities


def test_a_number_gives_coordinates_and_country() -> None:
    found = cities(frozenset({1512569, 99999999}))
    assert found.keys() == {1512569}
    assert found[1512569] == (41.26465, 69.21627, "UZB")


def test_no_numbers_need_no_list() -> None:
    assert cities(frozenset()) == {}
