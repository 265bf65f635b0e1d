"""What cannot be answered is one sentence of bounded length."""

import json

from pages.server.api.problems import LONGEST, ProblemError, explain_invalid


def test_a_problem_is_one_json_object() -> None:
    answer = ProblemError(410, "x" * 999, {"retry-after": "1"}).answer()
    assert json.loads(bytes(answer.body)) == {"title": "Gone", "status": 410, "detail": "x" * LONGEST}
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.headers["cache-control"], answer.headers["retry-after"]) == ("no-store", "1")


def test_a_long_name_is_cut() -> None:
    told = explain_invalid([{"loc": ("query", "y" * 5_000), "type": "extra_forbidden", "msg": "no"}])
    assert (told.status, len(told.sentence)) == (
        422,
        60 + len(": there is no such parameter; /api/v1/openapi.json lists them all."),
    )
