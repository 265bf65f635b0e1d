"""The page Recommendations: the card of one, in its source's words."""

from pathlib import Path

import pytest

from tests.reader import Opened, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_card_says_who_asks_whom_and_leads_to_the_event(opened: Opened) -> None:
    app = opened("recommendations", recommendation="alpha-2-training")
    page = said(app)
    assert '<div class="cardtitle">Train the officers of the posts.<sup' in page
    assert "Number 2 in the source&#x27;s own order" in page
    links = [str(link.proto.label) for link in app.get("page_link")]
    assert any("Round table on alpha borders" in label for label in links)


def test_the_card_says_what_followed_and_who_says_so(opened: Opened) -> None:
    page = said(opened("recommendations", recommendation="alpha-2-training"))
    row = page.split('<th scope="row">Follow-up</th>')[1].split("</tr>")[0]
    assert "under way. Beta says that it trains them.<sup" in row
