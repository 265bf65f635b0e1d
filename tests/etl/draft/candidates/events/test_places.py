import pytest

from etl.draft.candidates.events.dates import Publication, find_event_dates
from etl.draft.candidates.events.places import find_event_places, find_mode
from etl.draft.gazetteer.record_names import RecordNames


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("The workshop was held in Almaty on 3 May 2024.", "Almaty", "KAZ"),
        ("OSH, 3 May 2024 – A course ended.", "Osh", "KGZ"),
        ("Samarkand hosted a forum. Guests came from Vienna.", "Samarkand", "UZB"),
        ("В Бишкеке прошёл семинар.", "Bishkek", "KGZ"),
        ("A post was opened at Karamyk on 3 May.", "Karamyk", ""),
    ],
)
def test_the_place_of_the_event_comes_first(text: str, place: str, country: str, names: RecordNames) -> None:
    when = find_event_dates((text,), Publication("2024-05-05"))
    found = find_event_places((text,), names, when[0] if when else None, [])
    assert found[0].value.startswith(place)
    assert not country or found[0].detail["country"] == country


@pytest.mark.parametrize("text", ["В Бишкеке прошёл семинар.", "A seminar was held in Pishpek."])
def test_a_city_of_the_record_is_its_row_in_any_spelling(text: str, names: RecordNames) -> None:
    [found] = find_event_places((text,), names, None, [])
    assert (found.value, found.rows) == ("Bishkek", ("bishkek",))


def test_places_in_names_and_of_other_events_do_not_count(names: RecordNames) -> None:
    text = "A course was held. The next meeting will be held in Vienna."
    assert find_event_places((text,), names, None, []) == []
    text = "The Office in Vienna spoke."
    assert find_event_places((text,), names, None, [(1, 4, 20)]) == []


def test_a_place_named_again_ranks_higher(names: RecordNames) -> None:
    once = find_event_places(("A course was held in Osh.",), names, None, [])
    twice = find_event_places(("A course was held in Osh.", "Guests left Osh."), names, None, [])
    assert twice[0].rank > once[0].rank


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The training was held online.", "online"),
        ("It was held in a hybrid format.", "hybrid"),
        ("Others joined by video conference, held online.", "hybrid"),
        ("Семинар прошёл в формате видеоконференции.", "online"),
        ("It was held in Osh.", ""),
    ],
)
def test_the_mode_is_told_by_words(text: str, mode: str) -> None:
    found = find_mode((text,))
    assert (found.value if found else "") == mode
