from dataclasses import replace
from pathlib import Path

from data.drafts.decisions import Decision, Verdict, append_decisions, list_decisions


def decision(verdict: Verdict, candidate: str = "c1", text: str = "t1", **kept: str) -> Decision:
    return Decision(
        candidate, text, "place", "Osh", "in Osh", verdict, kept_detail=kept, who="tester", day="2026-12-01"
    )


def test_the_last_decision_counts(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    append_decisions(path, decision(Verdict.ACCEPTED), decision(Verdict.REJECTED))
    append_decisions(path, decision(Verdict.EDITED, kind="city"))
    assert list_decisions(path, "t1") == {"c1": decision(Verdict.EDITED, kind="city")}


def test_undone_takes_one_back(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    append_decisions(path, decision(Verdict.ACCEPTED), decision(Verdict.REJECTED), decision(Verdict.UNDONE))
    assert list_decisions(path, "t1")["c1"].verdict is Verdict.ACCEPTED
    append_decisions(path, decision(Verdict.UNDONE), decision(Verdict.UNDONE))
    assert list_decisions(path, "t1") == {}


def test_a_decision_reaches_no_other_text(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    append_decisions(path, decision(Verdict.REJECTED), decision(Verdict.ACCEPTED, "c2", "t2"))
    assert list_decisions(path, "t2").keys() == {"c2"}


def test_a_decision_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    append_decisions(path, replace(decision(Verdict.EDITED), reason="two\nlines"))
    assert list_decisions(path, "t1")["c1"].reason == "two lines"
    assert path.read_text(encoding="utf-8").count("\n") == 2
