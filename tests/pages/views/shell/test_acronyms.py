from pathlib import Path

import pytest

from data.queries import facets
from pages.views.session import reads
from pages.views.shell import acronyms
from tests.reader import Opened, opening, said


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "list_organisations", lambda: None)
    rows = [
        ("SCO", "Shanghai Cooperation Organisation"),
        ("SCO RATS", "Regional Anti-Terrorist Structure"),
        ("Border Service Kazakhstan", "Border Service of Kazakhstan"),
        ("BETA", "BETA"),
    ]
    monkeypatch.setattr(
        reads, "read_records", lambda *_: [{"name": name, "full_name": full} for name, full in rows]
    )
    monkeypatch.setattr(acronyms, "_known", getattr(acronyms._known, "__wrapped__"))  # noqa: B009 - mypy does not know it


@pytest.mark.usefixtures("known")
def test_an_acronym_is_spelt_out_at_its_first_place_alone_the_longest_first() -> None:
    page = acronyms.Acronyms()
    assert page.spell_out("SCO RATS & the SCO; <SCO>, BETA, SCOPE") == (
        'SCO RATS<span class="small"> (Regional Anti-Terrorist Structure)</span> &amp; the '
        'SCO<span class="small"> (Shanghai Cooperation Organisation)</span>; &lt;SCO&gt;, BETA, SCOPE'
    )
    assert page.spell_out("SCO RATS") == "SCO RATS"


@pytest.mark.usefixtures("known")
def test_the_acronyms_of_a_table_are_listed_once_each() -> None:
    assert acronyms.list_acronyms(["SCO; SCO", None, "BLOs at Border Service Kazakhstan"]) == [
        ("BLOs", "Border Liaison Offices"),
        ("SCO", "Shanghai Cooperation Organisation"),
    ]


def test_the_timeline_lists_those_of_its_table(builds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: Opened = opening(builds, monkeypatch)
    page = said(opened("timeline", kind="conference"))
    assert "<summary>Acronyms in this table</summary>" in page
    assert '<th scope="row">ALPHA</th><td>Alpha Office on Tests</td>' in page
    assert '<th scope="row">BETA</th>' not in page
