from etl.draft.gazetteer.record_names import RecordNames


def test_spellings_of_the_record_are_found(names: RecordNames) -> None:
    text = (
        "the UN Regional Centre for Preventive Diplomacy for Central Asia and the OSCE, при поддержке УНП ООН"
    )
    assert [match.ids for match in names.organisations.find(text)] == [("unrcca",), ("osce",), ("unodc",)]


def test_a_state_is_no_body_by_its_name_alone(names: RecordNames) -> None:
    assert names.organisations.find("Japan and Uzbekistan") == []
    assert names.states["JPN"] == "japan"


def test_parts_know_their_parents(names: RecordNames) -> None:
    assert names.parents["unodc-roca"] == "unodc"
    assert names.country_of("mfa-uz") == "UZB"
    assert names.country_of("nobody") == ""


def test_the_record_tells_who_organises_what_it_reports(names: RecordNames) -> None:
    assert names.own_reports["unodc"] > 0.7
    assert "Kunio" in names.given_names
    assert "border" in names.common_words
