"""Reads that all sessions share: kept per build, safe from whoever changes what it was given."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from pages.views.session import reads
from tests.reader import run


def test_a_run_whose_build_is_thrown_away_meanwhile_starts_over_on_another(two: Path) -> None:
    def script() -> None:
        from pathlib import Path

        import streamlit as st

        from data.queries import facets
        from pages.views.session import pinning, reads

        pinning.pin_build()
        if "gone" not in st.session_state:
            st.session_state["gone"] = st.session_state[reads.BUILD].build.path
            Path(st.session_state["gone"]).unlink()
        st.text(", ".join(reads.read_frame(facets.list_themes)["name"]))

    app = run(AppTest.from_function(script, default_timeout=30))
    assert "Drugs" in app.text[0].value
    assert not Path(app.session_state["gone"]).exists()
    assert len(list(two.glob("store-*.sqlite"))) == 1


def test_who_changes_what_was_read_changes_it_for_nobody_else(two: Path) -> None:
    def script() -> None:
        import streamlit as st

        from data.queries import facets
        from pages.views.session import pinning, reads

        pinning.pin_build()
        rows = reads.read_frame(facets.list_themes)
        rows["name"] = "changed"
        rows.loc[0, "id"] = "changed"
        listed = reads.read_records(facets.list_themes)
        listed.clear()
        st.text(
            ", ".join(
                [*reads.read_frame(facets.list_themes)["id"], *reads.read_frame(facets.list_themes)["name"]]
            )
        )
        st.text(str(len(reads.read_records(facets.list_themes))))

    app = run(AppTest.from_function(script, default_timeout=30))
    assert "Medicines" in app.text[0].value
    assert "changed" not in app.text[0].value
    assert app.text[1].value == "3"
    assert two.is_dir()


def test_what_many_ask_for_is_kept_up_to_a_bound_and_many_rows_only_by_who_makes_something_of_them(
    two: Path,
) -> None:
    def script() -> None:
        from datetime import date

        import streamlit as st

        from data.filters import Filters
        from pages.views.session import pinning, reads
        from pages.views.timeline import table

        pinning.pin_build()
        before = reads._records.cache_info().currsize
        for day in range(1, 29):
            st.text(str(len(table.list_drawn_events(Filters(since=date(2021, 1, day))))))
        st.text(str(reads._records.cache_info().currsize - before))

    app = run(AppTest.from_function(script, default_timeout=30))
    assert int(app.text[0].value) > 0
    assert app.text[-1].value == "0"
    assert {each.cache_parameters()["maxsize"] for each in (reads._records, reads._frame)} == {reads.KEPT}
    assert two.is_dir()


def test_what_is_made_per_build_is_made_once_for_each(two: Path) -> None:
    def script() -> None:
        import streamlit as st

        from data.queries import facets
        from pages.views.session import pinning, reads

        calls: list[str] = st.session_state.setdefault("calls", [])

        @st.cache_resource
        def made() -> object:
            def names(separator: str) -> str:
                calls.append(separator)
                return separator.join(reads.read_frame(facets.list_themes)["name"])

            return reads.cache_per_build(names)

        kept: object = made()
        assert callable(kept)
        pinning.pin_build()
        st.text(kept("; "))
        st.text(kept("; "))

    app = run(AppTest.from_function(script, default_timeout=30))
    assert app.text[0].value == app.text[1].value
    assert "Medicines" in app.text[0].value
    newest = next(iter((two / "current").read_text().split()))
    (two / newest).unlink()
    run(app)
    assert "Drugs" in app.text[0].value
    assert app.session_state["calls"] == ["; ", "; "]
