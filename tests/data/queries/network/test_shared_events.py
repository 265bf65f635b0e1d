import pytest
from sqlalchemy import Engine

from data.filters import Filters
from data.queries.matching import Matching
from data.queries.network import shared_events
from data.queries.network.shared_events import Settings, select_picture

KINDS = Filters(kinds=("conference", "training", "operation"))


def _ask(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that are asked from now on."""
    asked: list[str] = []
    count = Matching.count

    def noted(self: Matching, sql: str, **values: object) -> object:
        asked.append(sql)
        return count(self, sql, **values)

    monkeypatch.setattr(Matching, "count", noted)
    return asked


def test_another_focus_counts_nothing_but_its_own_partners(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared_events.forget_counts(engine)
    select_picture(engine, Settings(KINDS))
    asked = _ask(monkeypatch)
    found = select_picture(engine, Settings(Filters(kinds=KINDS.kinds, organisations=("alpha",))))
    assert len(asked) == 1
    assert found.pairs == len(found.lines) == 3
    select_picture(engine, Settings(Filters(kinds=KINDS.kinds, organisations=("alpha",))))
    assert len(asked) == 1


def test_lines_of_the_focus_come_before_stronger_ones(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ALPHA shares two events with BETA and with GAMMA-UZ, which share one."""
    monkeypatch.setattr(shared_events, "MOST_LINES", 1)
    monkeypatch.setattr(shared_events, "STRONGEST", 1)
    shared_events.forget_counts(engine)
    [strongest] = select_picture(engine, Settings(KINDS)).lines.values()
    assert strongest.events == 2
    focused = select_picture(
        engine, Settings(Filters(kinds=KINDS.kinds, organisations=("gamma-uz",)), least=0)
    )
    assert len(focused.lines) == 1
    assert (focused.pairs, focused.unseen) == (3, 1)
    shared_events.forget_counts(engine)
