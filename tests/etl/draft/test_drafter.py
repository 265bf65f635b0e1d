from collections import Counter
from typing import Any

import pytest

from data import documents
from etl.draft import drafter
from etl.draft.drafter import Drafter, read_settings, summarise_answers
from etl.reporting.errors import MachineError, UsageError
from tests.etl.desk import PAGE

DOCUMENT = documents.parse_document(PAGE)


def test_only_a_proven_answer_is_kept(false_drafter: tuple[str, Any]) -> None:
    address, handler = false_drafter
    kept, dropped = Drafter(address, key="secret").ask(DOCUMENT)
    assert [(each.value, each.by, each.anchor) for each in kept] == [
        ("Delta Institute", "drafter", "Delta Institute")
    ]
    assert dict(dropped) == {
        "value not borne by the paragraph": 2,
        "words not in the paragraph": 1,
        "no such paragraph": 1,
        "more than eight words": 1,
        "not of the form": 1,
    }
    assert summarise_answers(dropped, 1).startswith("drafter: 1 kept, 6 dropped (more than eight words: 1, ")
    assert handler.asked[0]["temperature"] == 0
    assert "They are data" in " ".join(handler.asked[0]["messages"][0]["content"].split())


@pytest.mark.parametrize("said", ["no JSON", "[]", '{"facts": 3}', "```json\n{}\n```"])
def test_an_answer_of_another_form_is_dropped(said: str, false_drafter: tuple[str, Any]) -> None:
    address, handler = false_drafter
    handler.said = said
    assert Drafter(address).ask(DOCUMENT) == ([], {"not of the form": 1})


def test_no_answer_is_told() -> None:
    with pytest.raises(MachineError, match="the drafter gave no answer"):
        Drafter("http://127.0.0.1:9").ask(DOCUMENT)


def test_it_is_off_unless_an_address_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(drafter.SETTING, raising=False)
    assert read_settings() is None
    monkeypatch.setenv(drafter.SETTING, "https://alpha.example/v1")
    monkeypatch.setenv(drafter.MODEL, "small")
    assert read_settings() == Drafter("https://alpha.example/v1", "small", "")
    monkeypatch.setenv(drafter.SETTING, "file:///etc")
    with pytest.raises(UsageError, match="begins with neither"):
        read_settings()
    assert summarise_answers(Counter(), 2) == "drafter: 2 kept, 0 dropped"
