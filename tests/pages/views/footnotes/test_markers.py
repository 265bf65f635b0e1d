import re

import pytest

from data.claims.passages import Cite
from pages.views.footnotes import Footnotes
from pages.views.footnotes.endnotes import Note


def test_a_note_leads_back_to_its_first_link_and_not_to_a_hover_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Footnotes, "find_note", lambda _, cite: Note(words=cite.subject))
    notes = Footnotes()
    cites = Cite("one", "events", "one"), Cite("two", "events", "two")
    assert notes.format_numbers(*cites) == "[1, 2]"
    links = notes.mark(cites[1]), notes.mark(cites[0]), notes.mark(*cites)
    assert [re.findall(r'id="ref-(\d)"', each) for each in links] == [["2"], ["1"], []]
