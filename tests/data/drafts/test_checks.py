from pathlib import Path

from data.drafts.checks import CHECK, CheckState, digest_review, read_check, write_check
from data.drafts.decisions import Decision, Verdict
from data.drafts.draft import Draft
from data.drafts.review import Review

STATE = CheckState("r", ("adds events 1",), warnings=("w",), rows={"events": [{"id": "e"}]})


def test_a_check_comes_back_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    assert read_check(tmp_path, "d") is None
    write_check(tmp_path, "d", STATE)
    assert read_check(tmp_path, "d") == STATE
    assert STATE.has_passed
    assert not CheckState("r", (), ("a fault",), rows={}).has_passed
    (tmp_path / "d" / CHECK).write_text("[", encoding="utf-8")
    assert read_check(tmp_path, "d") is None


def test_each_decision_makes_another_digest() -> None:
    draft = Draft("d", "t", source={"id": "a"})
    decision = Decision("c", "t", "date", "2024", "in 2024", Verdict.ACCEPTED)
    digests = {
        digest_review(Review(draft, {})),
        digest_review(Review(draft, {"c": decision})),
        digest_review(Review(Draft("d", "t", source={"id": "b"}), {})),
    }
    assert len(digests) == 3
    assert digest_review(Review(draft, {"c": decision})) in digests
