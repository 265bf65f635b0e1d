import pytest

from tests.etl.folder import Folder

ROUNDTABLE = "2021-03-03-alphaville-roundtable"
FAULTS = [
    (
        "event_organisations.csv",
        f"{ROUNDTABLE},alpha,donor,alpha-2021-report,,",
        "event_organisations.csv:2: role: is organiser, and by the same source donor:"
        " the donor is no organiser (found 'alpha')",
    ),
    (
        "events.csv",
        "2021-lost,alpha-2021-report,Lost,meeting,meeting,not_stated,2021,,year,,false,,,true,A guess.,,low,",
        "events.csv:8: is_place_inferred: event_places.csv holds no place that could be inferred"
        " (found 'true')",
    ),
]


@pytest.mark.parametrize(("file", "row", "fault"), FAULTS, ids=[case[2][:40] for case in FAULTS])
def test_what_cannot_be_so_is_a_fault(file: str, row: str, fault: str, folder: Folder) -> None:
    folder.add(file, row)
    assert folder.faults() == [fault]


def test_a_donor_by_another_source_is_none(folder: Folder) -> None:
    folder.add("event_organisations.csv", f"{ROUNDTABLE},alpha,donor,beta-2022-page,,")
    assert folder.faults() == []


WARNINGS = [
    (
        "event_places.csv",
        "2020-before-decision,delta-region,beta-2022-page",
        "event_places.csv:7: place_id: a country or region where a decision was taken:"
        " is it what the decision is about? (found 'delta-region')",
    ),
    (
        "event_places.csv",
        "undated-delta-meeting,betaburg,alpha-2021-report",
        "event_places.csv:7: place_id: the place of an event that was online (found 'betaburg')",
    ),
    (
        "speakers.csv",
        f"{ROUNDTABLE},betov-boris,attendee,beta-2022-page,Ambassador,gamma-uz,,not_stated,,",
        "speakers.csv:6: organisation_id: a ministry, for an office that stands for the state"
        " (found 'gamma-uz')",
    ),
    (
        "claims.csv",
        "alpha-2021-report,people,alfov-anna,name,Anna Alfova,Colonel Anna Alfova,,,,,high,false,normal,,",
        "speakers.csv:2: office: lacks the rank that the words of the source give (found 'Head of Alpha')",
    ),
    (
        "organisations.csv",
        "zeta,alpha-2021-repost,ZETA,Zeta Body,Зета,network,other,,,,,",
        "organisations.csv:7: name_russian: stands under a source that is not in Russian (found 'Зета')",
    ),
    (
        "organisations.csv",
        "zeta,alpha-2021-report,ZETA,Zeta Body,,network,other,,,Betaburg,,",
        "organisations.csv:7: city: stands under a document at hand, and no claim says that it prints it"
        " (found 'Betaburg')",
    ),
    (
        "organisations.csv",
        "zeta,alpha-2021-report,ZETA,Zeta Body,,network,other,,,,https://zeta.example/,",
        "organisations.csv:7: website: stands under a document at hand, and no claim says that it prints it"
        " (found 'https://zeta.example/')",
    ),
    (
        "recommendations.csv",
        f"alpha-3-more,alpha-2021-report,3,Do more.,{ROUNDTABLE},,,,betov-boris,,",
        "recommendations.csv:5: person_id: is at none of the rows of speakers.csv for this event:"
        " was it made there, or quoted? (found 'betov-boris')",
    ),
]


@pytest.mark.parametrize(("file", "row", "warning"), WARNINGS, ids=[case[2][:45] for case in WARNINGS])
def test_what_is_unlikely_warns(file: str, row: str, warning: str, folder: Folder) -> None:
    folder.add(file, row)
    assert folder.faults() == []
    assert folder.warnings() == [warning]


def test_a_claim_shows_that_a_document_prints_a_seat(folder: Folder) -> None:
    folder.add("organisations.csv", "zeta,alpha-2021-report,ZETA,Zeta Body,,network,other,,,Betaburg,,")
    folder.add(
        "claims.csv", "alpha-2021-report,organisations,zeta,city,Betaburg,in Betaburg,,,,,high,false,normal,,"
    )
    assert folder.warnings() == []
