from datetime import date

import pytest

from data.filters import Filters, date_words, match_words

NAMES = {
    ("organisations", "unodc"): "UNODC",
    ("organisations", "osce"): "OSCE",
    ("organisations", "training"): "The Training Centre",
    ("roles", "host"): "host",
    ("countries", "UZB"): "Uzbekistan",
    ("countries", "KAZ"): "Kazakhstan",
    ("kinds", "training"): "Training",
    ("themes", "drugs"): "Drugs",
    ("themes", "training"): "Training of officers",
}
SINCE, UNTIL = date(2021, 1, 1), date(2023, 12, 31)


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        (Filters(), "the whole record"),
        (Filters(organisations=("unodc",)), "UNODC"),
        (Filters(organisations=("unodc", "osce")), "UNODC or OSCE"),
        (Filters(organisations=("unodc", "osce"), match_all=True), "UNODC and OSCE"),
        (Filters(organisations=("nobody",)), "nobody"),
        (Filters(since=SINCE), "from 2021-01-01"),
        (Filters(until=UNTIL), "until 2023-12-31"),
        (Filters(since=SINCE, until=UNTIL), "2021-01-01 to 2023-12-31"),
        (
            Filters(organisations=("training",), kinds=("training",), themes=("training",)),
            "The Training Centre; Training; Training of officers",
        ),
        (Filters(words="Мирзиёев"), "“Мирзиёев”"),
        (
            Filters(people=("waly",), borders=("TJK-UZB",), forms=("training", "visit"), publishers=("ШОС",)),
            "waly; border: TJK-UZB; form: training or form: visit; reported by ШОС",
        ),
        (
            Filters(instruments=("jpoa",), follow_ups=("done", "lost")),
            "jpoa; follow-up: done or follow-up: lost",
        ),
        (
            Filters(
                organisations=("unodc",),
                roles=("organiser", "host"),
                since=SINCE,
                until=UNTIL,
                countries=("KAZ", "UZB"),
                kinds=("training",),
                themes=("drugs",),
                words="border",
            ),
            "UNODC; as organiser or as host; 2021-01-01 to 2023-12-31; Kazakhstan or Uzbekistan;"
            " Training; Drugs; “border”",
        ),
    ],
)
def test_filters_are_said_in_a_sentence(filters: Filters, sentence: str) -> None:
    assert filters.sentence(NAMES) == sentence


@pytest.mark.parametrize(
    ("filters", "slug"),
    [
        (Filters(), "all"),
        (Filters(publishers=("МИД / The “News”",), forms=("study tour",)), "study-tour_mid-the-news"),
        (Filters(organisations=("unodc", "mfa-uz"), match_all=True), "all-of_unodc_mfa-uz"),
        (Filters(since=SINCE, until=UNTIL), "from-2021-01-01_to-2023-12-31"),
        (Filters(countries=("UZB",), kinds=("training",)), "uzb_training"),
        (Filters(words="../../etc/passwd"), "etc-passwd"),
        (Filters(words="Мирзиёев"), "mirzieev"),
        (Filters(words='a"b\n'), "a-b"),
        (Filters(organisations=("a" * 59, "b")), f"{'a' * 51}-72d6f455"),
        (Filters(organisations=("a" * 80,)), f"{'a' * 51}-1a998d7d"),
    ],
)
def test_filters_are_part_of_a_file_name(filters: Filters, slug: str) -> None:
    assert filters.slug() == slug


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, ""),
        (SINCE, None, "from 2021-01-01"),
        (None, UNTIL, "until 2023-12-31"),
        (SINCE, UNTIL, "2021-01-01 to 2023-12-31"),
        (SINCE, SINCE, "2021-01-01 to 2021-01-01"),
    ],
)
def test_a_range_of_dates_in_words(since: date | None, until: date | None, words: str) -> None:
    assert date_words(since, until) == words


def test_only_filters_that_ask_for_nothing_are_empty() -> None:
    assert Filters().is_empty
    assert not Filters(words="x").is_empty
    assert not Filters(until=UNTIL).is_empty


def test_one_end_is_enough_to_have_dates() -> None:
    assert not Filters(words="2021").has_dates
    assert Filters(since=SINCE).has_dates
    assert Filters(until=UNTIL).has_dates


def test_equal_filters_are_one_key_of_a_cache() -> None:
    assert {Filters(kinds=("training",)): 1}[Filters(kinds=("training",))] == 1


@pytest.mark.parametrize(
    ("certainly", "possibly", "words"),
    [(31, 4, "31 certainly, 4 possibly"), (1200, 0, "1,200 certainly"), (0, 4, "4 possibly"), (0, 0, "none")],
)
def test_how_many_match_in_words(certainly: int, possibly: int, words: str) -> None:
    assert match_words(certainly, possibly) == words
