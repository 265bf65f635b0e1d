"""Only `embed=1` takes the frame away."""

import pytest

from pages.views.shell import embedding


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("embed=1", True),
        ("org=a&embed=1&q=b", True),
        ("embed=true", False),
        ("embed=10", False),
        ("q=embed%3D1&xembed=1", False),
        ("", False),
    ],
)
def test_only_the_whole_parameter_counts(query: str, asked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    class Context:
        query_string = query

    monkeypatch.setattr(embedding, "get_script_run_ctx", Context)
    assert embedding.is_asked() is asked
