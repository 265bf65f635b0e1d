from etl.draft.candidates.instruments import find_instruments
from etl.draft.gazetteer.record_names import RecordNames


def test_known_numbered_and_named_instruments(names: RecordNames) -> None:
    text = (
        "Under the Joint Plan of Action and Security Council resolutions 1373 (2001) and 2999 they took"
        " the Alpha Border Declaration 2024; the Alpha Programme Manager spoke; operation Beta Shield ended,"
        " and so did Alpha and the Gamma Strategy."
    )
    found = {each.value: each.rows for each in find_instruments((text,), names)}
    assert found["Joint Plan of Action"] == ("jpoa",)
    assert found["United Nations Security Council resolution 1373"] == ("unscr-1373",)
    assert found["United Nations Security Council resolution 2999"] == ()
    assert found["Alpha Border Declaration 2024"] == ()
    assert "operation Beta Shield" in found
    assert not any("Manager" in name for name in found)


def test_each_is_proposed_once(names: RecordNames) -> None:
    assert len(find_instruments(("The Joint Plan of Action.", "The JPoA."), names)) == 1


def test_what_an_instrument_is_for_may_stand_after_it(names: RecordNames) -> None:
    text = (
        "It began with the Programme for Omega Borders 2015-2021; the OSCE Programme Office in Dushanbe came."
    )
    assert [each.value for each in find_instruments((text,), names)] == [
        "Programme for Omega Borders 2015-2021"
    ]
