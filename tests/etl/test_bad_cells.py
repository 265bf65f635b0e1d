"""Rows 20 to 40, 47 and 48 of the bad inputs of RELIABILITY.md §5: what cells may hold. Ids are rows."""

import pytest

from tests.etl.folder import Folder

DATES = "2021-03-03,2021-03-04,day"
FORM = "a date is written YYYY-MM-DD, YYYY-MM or YYYY"
NONE = "no such day in the calendar"
DIGITS = "a number is written with the digits 0-9 and a decimal point"
LINK = "a link starts with http:// or https:// and holds no blanks or user name"
PAIR = "a border is two country codes joined by a hyphen, such as TJK-UZB"
KINDS = "is not one of: decision, conference, meeting, opening, operation, training, visit"
YEARS = "a date lies in the years 1900 to 2100"
NO_END = f"{YEARS}; where no end is stated, the cell stays blank"
NO_BORDER = "borders.csv holds no such id"
NO_ORGANISATION = "organisations.csv holds no such id, nor aliases.csv such a spelling"

EVENT, OFFICE = "events.csv:2: start_on", "border_liaison_offices.csv:2"
BORDER = f"{OFFICE}: border_id"
WHERE = "Gamma crossing,true,TJK-UZB"
PARTNER = "exercise,alpha,partner"
ADDRESS = "https://beta.example/page?a=1&b=2"


def date(row: str, text: str, problem: str) -> tuple[str, str, str, str, str]:
    return f"{row}-{text}", "events.csv", DATES, f"{text},,day", f"{EVENT}: {problem} (found '{text}')"


def degrees(row: str, text: str, problem: str) -> tuple[str, str, str, str, str]:
    fault = f"{OFFICE}: latitude: {problem} (found '{text}')"
    return f"{row}-{text}", "border_liaison_offices.csv", "40.2,69.4", f'"{text}",69.4', fault


def pair(row: str, text: str, problem: str) -> tuple[str, str, str, str, str]:
    new = f"Gamma crossing,true,{text}"
    return f"{row}-{text}", "border_liaison_offices.csv", WHERE, new, f"{BORDER}: {problem} (found '{text}')"


def part(row: str, text: str, problem: str) -> tuple[str, str, str, str, str]:
    fault = f"event_organisations.csv:9: organisation_id: {problem} (found '{text}')"
    return f"{row}-{text}", "event_organisations.csv", PARTNER, f"exercise,{text},partner", fault


def address(row: str, text: str, problem: str) -> tuple[str, str, str, str, str]:
    fault = f"sources.csv:4: url: {problem} (found '{text}')"
    return f"{row}-{text}", "sources.csv", ADDRESS, text, fault


REFUSED = [
    date("20", "2021-02-31", f"{NONE}: day is out of range for month"),
    date("20", "2023-02-29", f"{NONE}: day is out of range for month"),
    date("20", "2021-13-01", f"{NONE}: month must be in 1..12"),
    *(date("21", text, FORM) for text in ("03/04/2021", "March 4", "44260", "04-03-21", "TBC")),
    date("22", "٢021-03-03", f"{FORM}; it holds U+0662 ARABIC-INDIC DIGIT TWO"),
    date("22", "２021-03-03", f"{FORM}; it holds U+FF12 FULLWIDTH DIGIT TWO"),
    *(date("23", text, NO_END) for text in ("9999-12-31", "9999")),
    *(date("23", text, YEARS) for text in ("2205-01-01", "2101", "1899-12-31", "0001-01")),
    (
        "24-end-first",
        "events.csv",
        DATES,
        "2021-03-03,2021-03-02,day",
        "events.csv:2: end_on: lies before start_on 2021-03-03 (found '2021-03-02')",
    ),
    *(degrees("25", text, DIGITS) for text in ("north", "NaN", "inf", "3_8", "40,2")),
    degrees("25", "40°12'", f"{DIGITS}; it holds U+00B0 DEGREE SIGN"),
    degrees("26", "91", "should be less than or equal to 90"),
    (
        "26-longitude",
        "border_liaison_offices.csv",
        "40.2,69.4",
        "40.2,181",
        f"{OFFICE}: longitude: should be less than or equal to 180 (found '181')",
    ),
    (
        "28-off-the-list",
        "events.csv",
        "meeting,expert meeting",
        "meetng,expert meeting",
        f"events.csv:6: kind: {KINDS}; the nearest is 'meeting' (found 'meetng')",
    ),
    (
        "28-twin",
        "events.csv",
        "meeting,expert meeting",
        "meеting,expert meeting",
        f"events.csv:6: kind: {KINDS}; the nearest is 'meeting'; it holds U+0435 CYRILLIC SMALL LETTER IE"
        " (found 'meеting')",
    ),
    (
        "29-unknown",
        "places.csv",
        "UZB,1512569",
        "NAM,1512569",
        "places.csv:2: country_id: countries.csv holds no such id (found 'NAM')",
    ),
    (
        "29-NA",
        "places.csv",
        "UZB,1512569",
        "NA,1512569",
        "places.csv:2: country_id: a country code is three capital letters (ISO 3166-1 alpha-3) (found 'NA')",
    ),
    pair("30", "TJK-TJK", NO_BORDER),
    pair("30", "TJK-XXX", NO_BORDER),
    pair("30", "TJK–UZB", f"{PAIR}; it holds U+2013 EN DASH"),
    pair("30", "tjk-uzb", PAIR),
    # Stricter than the row, which only warns: a border has one id, with its countries in order.
    pair("31", "UZB-TJK", f"{NO_BORDER}; the two countries stand in alphabetical order: TJK-UZB"),
    ("34-key", "themes.csv", "drugs,Drugs", ",Drugs", "themes.csv:3: id: is blank"),
    ("34-required", "events.csv", "Meeting of delta,", "  ,", "events.csv:6: title: is blank"),
    part("36", "alphaa", f"{NO_ORGANISATION}; the nearest is 'alpha'"),
    part("36", "ALPHA", f"{NO_ORGANISATION}; the nearest is 'alpha'"),
    part("36", "drugs", f"{NO_ORGANISATION}; themes.csv does"),
    (
        "40-override",
        "people.csv",
        "Boris Betov",
        "Boris \u202eBetov",
        "people.csv:3: name: holds the direction override U+202E RIGHT-TO-LEFT OVERRIDE"
        " (found 'Boris U+202EBetov')",
    ),
    (
        "40-isolate",
        "people.csv",
        "Boris Betov",
        "Boris \u2068Betov",
        "people.csv:3: name: holds the direction override U+2068 FIRST STRONG ISOLATE"
        " (found 'Boris U+2068Betov')",
    ),
    (
        "40-tag",
        "people.csv",
        "Boris Betov",
        "Boris Betov\U000e0041",
        "people.csv:3: name: holds the invisible tag character U+E0041 TAG LATIN CAPITAL LETTER A"
        " (found 'Boris BetovU+E0041')",
    ),
    *(address("47", text, LINK) for text in ("javascript:alert(1)", "data:text/html;x", "file:///etc")),
    # Stricter than the row, which only warns: what stands before an @ looks like the host and is not.
    address("48", "https://beta.example@evil.example/", LINK),
]


def odd_link(text: str) -> tuple[str, str, str, str, str]:
    return address("48", text, "leads to a host that is no plain domain name")


def named(row: str, text: str, problem: str) -> tuple[str, str, str, str, str]:
    return row, "people.csv", "Boris Betov", text, problem


UNSEEN = [
    ("\u200b", "invisible character U+200B ZERO WIDTH SPACE"),
    ("\u00ad", "unusual character U+00AD SOFT HYPHEN"),
    ("\u200f", "unusual character U+200F RIGHT-TO-LEFT MARK"),
    ("\u2028", "unusual character U+2028 LINE SEPARATOR"),
    ("\ue000", "unusual character U+E000"),
]
OUTSIDE = "border_liaison_offices.csv:2: latitude: lies outside both countries of TJK-UZB"
WARNED = [
    (
        "27-swapped",
        "border_liaison_offices.csv",
        "40.2,69.4",
        "69.4,40.2",
        f"{OUTSIDE}; latitude and longitude look swapped (found '69.4, 40.2')",
    ),
    ("27-zero", "border_liaison_offices.csv", "40.2,69.4", "0,0", f"{OUTSIDE} (found '0.0, 0.0')"),
    (
        "31-apart",
        "borders.csv",
        "AFG-TJK,gamma-gazetteer,AFG,TJK,Tajik-Afghan,,\n",
        "AFG-TJK,gamma-gazetteer,AFG,TJK,Tajik-Afghan,,\nAFG-KAZ,gamma-gazetteer,AFG,KAZ,x,,\n",
        "borders.csv:5: id: is no border on the map: do the two countries touch? (found 'AFG-KAZ')",
    ),
    (
        "33-capitals",
        "aliases.csv",
        "places,Alfaville,alphaville,Another spelling.\n",
        "places,Alfaville,alphaville,Another spelling.\nplaces,ALFAVILLE,alphaville,x\n",
        "aliases.csv:6: table/spelling: differs from line 5 in capitals only (found 'places/ALFAVILLE')",
    ),
    (
        "37-both-ends",
        "recommendations.csv",
        "Beta,beta\n",
        "Beta,alpha\n",
        "recommendations.csv:3: addressee_id: is also the organisation that asks (found 'alpha')",
    ),
    named(
        "39-scripts",
        "Boris Bеtov",
        "people.csv:3: name: mixes scripts in one word: U+0435 CYRILLIC SMALL LETTER IE"
        " (found 'Boris Bеtov')",
    ),
    *(
        named(
            f"39-{ord(char):04X}",
            f"Boris{char} Betov",
            f"people.csv:3: name: holds the {words} (found 'BorisU+{ord(char):04X} Betov')",
        )
        for char, words in UNSEEN
    ),
    *map(odd_link, ("http://169.254.169.254/", "https://xn--bta-5na.example/", "https://bеta.example/")),
]


def ids(cases: list[tuple[str, str, str, str, str]]) -> list[str]:
    return [case[0].encode("ascii", "backslashreplace").decode() for case in cases]


@pytest.mark.parametrize(("file", "old", "new", "fault"), [case[1:] for case in REFUSED], ids=ids(REFUSED))
def test_a_bad_cell_is_refused_by_name(file: str, old: str, new: str, fault: str, folder: Folder) -> None:
    folder.edit(file, old, new)
    assert fault in folder.faults()


@pytest.mark.parametrize(("file", "old", "new", "warning"), [case[1:] for case in WARNED], ids=ids(WARNED))
def test_an_unlikely_cell_warns(file: str, old: str, new: str, warning: str, folder: Folder) -> None:
    folder.edit(file, old, new)
    assert warning in folder.warnings()


def test_row_32_a_key_stands_once_trimmed_and_composed(folder: Folder) -> None:
    folder.add("themes.csv", " drugs ,Other,x", "early-warning,Early warning,Networks that warn.")
    folder.add("aliases.csv", "places,Йcity,alphaville,x", "places,И\u0306city,alphaville,x")
    assert folder.faults() == [
        "aliases.csv:8: table/spelling: stands on line 7 too (found 'places/Йcity')",
        "themes.csv:5: id: stands on line 3 too (found 'drugs')",
        "themes.csv:6: id: stands on line 4 too (found 'early-warning')",
        "themes.csv:6: name: stands on line 4 too (found 'Early warning')",
    ]


def test_row_36_a_deleted_parent_is_counted(folder: Folder) -> None:
    folder.edit("sources.csv", "gamma-gazetteer", "omikron")
    words = "source_id: sources.csv holds no such id; so in 4 rows (found 'gamma-gazetteer')"
    assert f"countries.csv:2: {words}" in folder.faults()
