import pytest

from etl.validate.plausibility import country_boxes
from tests.etl.folder import Folder

WARNINGS = [
    (
        "sources.csv",
        "ru,2022,",
        "ru,2052,",
        "sources.csv:4: read_on: lies before published_on 2052 (found '2026-01')",
    ),
    (
        "sources.csv",
        "https://beta.example",
        "http://169.254.169.254",
        "sources.csv:4: url: leads to a host that is no plain domain name"
        " (found 'http://169.254.169.254/page?a=1&b=2')",
    ),
    (
        "sources.csv",
        "https://beta.example",
        "http://[broken",
        "sources.csv:4: url: leads to a host that is no plain domain name"
        " (found 'http://[broken/page?a=1&b=2')",
    ),
    (
        "sources.csv",
        "https://beta.example",
        "https://бета.example",
        "sources.csv:4: url: leads to a host that is no plain domain name"
        " (found 'https://бета.example/page?a=1&b=2')",
    ),
    *(
        (
            "sources.csv",
            "Repeats the alpha report.",
            about,
            "sources.csv:3: about: points to another page: say what this one reports, so that it stands alone"
            f" (found '{about}')",
        )
        for about in ("The same report.", "Which texts were adopted.", "Its day.", "Alpha at the same table.")
    ),
    (
        "border_liaison_offices.csv",
        "41.5,69.0",
        "69.0,41.5",
        "border_liaison_offices.csv:5: latitude: lies outside both countries of KAZ-UZB;"
        " latitude and longitude look swapped (found '69.0, 41.5')",
    ),
    (
        "border_liaison_offices.csv",
        "41.5,69.0",
        "0,0",
        "border_liaison_offices.csv:5: latitude: lies outside both countries of KAZ-UZB (found '0.0, 0.0')",
    ),
    (
        "border_liaison_offices.csv",
        "Invented for the tests.,gamma-gazetteer,medium,medium",
        "From general knowledge.,gamma-gazetteer,high,medium",
        "border_liaison_offices.csv:5: position_confidence: is high, and the point rests on general knowledge"
        " (found 'high')",
    ),
    (
        "events.csv",
        "training,course",
        "training,field visit",
        "events.csv:3: kind: is not that of visits and assessments; the form is field visit"
        " (found 'training')",
    ),
    (
        "claims.csv",
        "undated-delta-meeting,form,expert meeting",
        "undated-delta-meeting,title,Same meeting as reported by Delta",
        "claims.csv:8: value: is a remark on the page, not a title"
        " (found 'Same meeting as reported by Delta')",
    ),
    (
        "recommendations.csv",
        "Beta,beta\n",
        "Beta,alpha\n",
        "recommendations.csv:3: addressee_id: is also the organisation that asks (found 'alpha')",
    ),
    (
        "events.csv",
        "Meeting of delta",
        "Meeting of dеlta",
        "events.csv:6: title: mixes scripts in one word: U+0435 CYRILLIC SMALL LETTER IE"
        " (found 'Meeting of dеlta')",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "warning"), WARNINGS, ids=[case[3][:60] for case in WARNINGS])
def test_the_unlikely_warns_and_is_kept(file: str, old: str, new: str, warning: str, folder: Folder) -> None:
    folder.edit(file, old, new)
    assert folder.warnings() == [warning]


def test_a_border_that_the_map_does_not_draw_warns(folder: Folder) -> None:
    folder.add("borders.csv", "AFG-KAZ,gamma-gazetteer,AFG,KAZ,Afghan-Kazakh,,")
    assert folder.warnings() == [
        "borders.csv:5: id: is no border on the map: do the two countries touch? (found 'AFG-KAZ')"
    ]


def test_the_box_of_a_country_holds_its_capital() -> None:
    west, south, east, north = country_boxes()["UZB"]
    assert west < 69.22 < east
    assert south < 41.26 < north


def test_the_invented_data_warn_of_nothing(folder: Folder) -> None:
    assert folder.warnings() == []
