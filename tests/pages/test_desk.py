"""The page Desk: closed unless opened; hostile text, choices, new rows, sources, the last check."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from data.documents import parse_document
from data.drafts.acceptance import ALIAS
from data.drafts.candidate import PERHAPS, PERHAPS_WHY, Candidate, Field
from data.drafts.checks import CheckState, digest_review, write_check
from data.drafts.decisions import Verdict, find_last
from data.drafts.draft import HEAD, Draft, create_draft, update_draft
from data.drafts.folders import CURATED_SETTING, SETTING, Desk, open_page
from data.drafts.review import open_review
from pages.views.desk import access, document
from tests.reader import Opened, lead, opening, run, said

HOSTILE = "<script>alert(1)</script> **x** [y](javascript:z) :red[w]"
TEXT = f"On 3 May 2024 the Beta Group met the ministry.\n{HOSTILE} was said by Vera Veraeva."


def candidate(field: Field, value: str, words: str, rows: tuple[str, ...] = (), **detail: str) -> Candidate:
    number = 1 if words in TEXT.splitlines()[0] else 2
    start = TEXT.splitlines()[number - 1].index(words)
    parts = {"rank": 0.9, "rows": rows, "detail": detail, "anchor": words}
    return Candidate(field, value, number, start, start + len(words), "a rule", **parts)  # type: ignore[arg-type]


CANDIDATES = (
    candidate(Field.DATE, "2024-05-03", "3 May 2024", end=""),
    candidate(Field.ORGANISATION, "Betta", "Beta Group", role="organiser"),
    candidate(Field.ORGANISATION, "the ministry", "the ministry", ("gamma-uz", "delta"), role="participant"),
    candidate(
        Field.ORGANISATION,
        "Beta Organisation",
        "met",
        ("beta",),
        role="participant",
        **{PERHAPS: "organiser", PERHAPS_WHY: "It published this."},
    ),
    candidate(Field.RECOMMENDATION, "", "was said by"),
    candidate(Field.PERSON, HOSTILE, "Vera Veraeva", role="speaker", office=HOSTILE),
)
DRAFT = Draft(
    "course",
    "5" * 64,
    source={"id": "press-course", "publisher": "", "about": "", "language": "en"},
    event={"id": "", "title": "", "themes": [], "confidence": "medium"},
    alike={"2021-03-03-alphaville-roundtable": "Round table: same days"},
    candidates=tuple((each.identity("5" * 64), each) for each in CANDIDATES),
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv(SETTING, str(tmp_path / "desk"))
    monkeypatch.setenv(CURATED_SETTING, str(tmp_path / "curated"))
    own = open_page()
    create_draft(own.drafts, DRAFT, TEXT)
    return own


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key).click()
    return run(app)


def decided(desk: Desk) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    for decision in open_review(desk, "course").decisions.values():
        yield decision.value, decision.verdict, decision.kept_row, decision.kept_detail


def test_the_page_is_off_unless_it_is_opened(opened: Opened) -> None:
    app = opened("overview")
    names = [link.proto.label for link in app.get("page_link")]
    assert "About" in names
    assert "Desk" not in names


def test_without_drafts_the_command_is_shown(opened: Opened, desk: Desk) -> None:
    (desk.drafts / "course" / HEAD).unlink()
    app = opened("desk")
    assert lead(app).startswith("0 drafts at hand, 0 with cards to decide.")
    assert app.code[0].value.startswith(".venv/bin/python -m etl draft page.html")


@pytest.mark.usefixtures("desk")
def test_text_of_the_document_is_text(opened: Opened) -> None:
    app = opened("desk")
    assert "<script>" not in said(app)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **x** [y](javascript:z) :red[w]" in said(app)
    assert '<span role="button" tabindex="-1" class="mark date current"' in said(app)


def test_cards_are_decided_one_after_another(opened: Opened, desk: Desk) -> None:
    app = press(opened("desk"), "desk-A")
    assert list(decided(desk)) == [("2024-05-03", Verdict.ACCEPTED, "", {})]
    assert app.button("desk-A").disabled  # which ministry is to be chosen
    app = press(app, "desk-choice-2")
    assert app.button("desk-choice-2").label == "organiser"
    app = press(app, "desk-choice-1")
    app = press(app, "desk-L")
    app = press(app, "desk-U")
    assert list(decided(desk))[1:] == [
        ("the ministry", Verdict.EDITED, "delta", {}),
        ("Beta Organisation", Verdict.EDITED, "", {"role": "participant"}),
    ]
    app = press(app, "desk-U")
    assert [value for value, *_ in decided(desk)] == ["2024-05-03", "the ministry"]


def test_a_new_row_may_be_another_spelling(opened: Opened, desk: Desk) -> None:
    app = opened("desk")
    app.segmented_control("desk-group").set_value("new")
    app = run(app)
    assert app.button("desk-A").label == "New row"
    assert app.button("desk-choice-1").label == r"It is BETA \(beta\)"
    press(app, "desk-choice-1")
    assert list(decided(desk)) == [("Betta", Verdict.EDITED, "beta", {ALIAS: "1"})]


def test_a_rejection_may_have_a_reason(opened: Opened, desk: Desk) -> None:
    app = opened("desk")
    app.selectbox(f"desk-reason-{DRAFT.candidates[0][0]}").set_value("of another event")
    app = press(press(run(app), "desk-X"), "desk-X")
    app.segmented_control("desk-group").set_value("event")
    assert "rejected: of another event" in said(run(app))
    assert [each.reason for each in open_review(desk, "course").decisions.values()][1:] == [""]


def test_an_edit_is_kept_and_what_lacks_words_is_said(opened: Opened, desk: Desk) -> None:
    app = opened("desk")
    app.segmented_control("desk-group").set_value("more")
    app = run(app)
    assert app.button("desk-A").disabled
    app = press(app, "desk-E")
    identity = DRAFT.candidates[4][0]
    save = next(button.key for button in app.button if button.label == "Save")
    app = press(app, str(save))
    assert "it needs words of our own" in app.warning[-1].value
    app.text_input(f"desk-edit-{identity}-value").set_value("States should talk.")
    app.text_input(f"desk-edit-{identity}-to").set_value("states")
    press(app, str(save))
    last = find_last(desk.decisions, DRAFT.text_sha256)
    assert last is not None
    assert (last.kept_value, last.kept_detail) == ("States should talk.", {"to": "states"})


def test_what_is_added_by_hand_is_proven(opened: Opened, desk: Desk) -> None:
    app = opened("desk")
    app.text_input("desk-add-words").set_value("no such words")
    app = run(app)
    assert app.button("desk-add").disabled
    app.text_input("desk-add-words").set_value("On 3 May")
    app.text_input("desk-add-value").set_value("2024-05")
    app = press(run(app), "desk-add")
    assert [verdict for _, verdict, *_ in decided(desk)] == [Verdict.ADDED]
    assert app.button("desk-A").disabled


def test_the_same_event_gets_a_source(opened: Opened, desk: Desk) -> None:
    app = press(opened("desk"), "desk-same-1")
    assert open_review(desk, "course").draft.event["id"] == "2021-03-03-alphaville-roundtable"
    assert "Round table on alpha borders" in app.info[0].value
    app = press(app, "desk-other")
    assert open_review(desk, "course").draft.event["id"] == ""
    assert [button for button in app.button if str(button.key).startswith("desk-same")] == []


def test_source_and_event_are_filled(opened: Opened, desk: Desk) -> None:
    app = opened("desk")
    app.text_input("desk-event-title-course").set_value("A course")
    app.text_input("desk-source-publisher-course").set_value("Alpha News")
    app.text_input("desk-source-about-course").set_value("Reports a course.")
    save = next(button.key for button in app.button if button.label == "Save")
    press(app, str(save))
    draft = open_review(desk, "course").draft
    assert (draft.event["title"], draft.source["originator"]) == ("A course", "alpha-news")


def test_a_source_without_a_digest_is_told(opened: Opened, desk: Desk) -> None:
    update_draft(desk.drafts, replace(DRAFT, source={"id": "beta-2022-page"}))
    app = opened("desk")
    assert any("this text becomes its document" in info.value for info in app.info)


def test_the_last_check_is_shown(opened: Opened, desk: Desk) -> None:
    review = open_review(desk, "course")
    rows = {"events": [{"id": "e", "title": HOSTILE, "note": ""}]}
    write_check(desk.drafts, "course", CheckState(digest_review(review), ("adds events 1",), rows=rows))
    app = opened("desk")
    assert [success.value for success in app.success] == ["The check holds. It can be merged."]
    assert "note" not in said(app).split("events.csv, 1 row")[1].split("</table>")[0]
    app = press(app, "desk-A")
    assert "Decisions were taken since this check: check again." in [each.value for each in app.warning]
    write_check(desk.drafts, "course", CheckState("", (), is_merged=True))
    assert run(app).success[0].value.startswith("This draft is merged.")


def test_a_damaged_draft_ends_the_page_with_the_reason(opened: Opened, desk: Desk) -> None:
    (desk.drafts / "course" / HEAD).write_text("[", encoding="utf-8")
    app = opened("desk")
    assert "draft" in app.error[0].value


@pytest.mark.parametrize(
    ("headers", "is_refused"),
    [
        ({}, False),
        ({"Host": "localhost:8501"}, False),
        ({"Host": "[::1]:8501"}, False),
        ({"Host": "chegara.example"}, True),
        ({"Host": "localhost", "X-Forwarded-For": "10.0.0.1"}, True),
    ],
)
def test_only_who_sits_at_the_machine_is_let_in(
    headers: dict[str, str], is_refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, "desk")

    class StoppedError(Exception):
        pass

    def stop() -> None:
        raise StoppedError

    told: list[str] = []
    false = SimpleNamespace(context=SimpleNamespace(headers=headers), info=told.append, stop=stop)
    monkeypatch.setattr(access, "st", false)
    try:
        access.refuse_outside()
    except StoppedError:
        assert told[0].startswith("The desk is open only on the machine")
    assert bool(told) is is_refused


def test_a_long_document_is_shown_around_the_card() -> None:
    text = parse_document("\n".join(f"{number} {'x' * 9_990}" for number in range(20)))
    assert document.find_window(text, 1) == (1, 6)
    assert document.find_window(text, 10) == (7, 12)
    assert document.find_window(parse_document("a\nb"), 5) == (1, 2)
