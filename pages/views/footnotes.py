"""Footnotes: numbers beside values, in order of appearance, and the sources they lead to at the foot."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from data.filters import Filters
from data.queries import evidence
from pages.views import dates, markup, reads

OWN = "own: "


class Footnotes:
    """The notes of one page: `mark` beside each value, `show` once at the foot."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def mark(self, *source_ids: str) -> markup.Safe:
        """The numbers of these sources, each given one on its first appearance."""
        known = [source for source in dict.fromkeys(source_ids) if source]
        return markup.note([self._numbers.setdefault(s, len(self._numbers) + 1) for s in known])

    def own(self, words: str) -> markup.Safe:
        """The number of a note in our own words, e.g. how a figure was counted."""
        return markup.note([self._numbers.setdefault(f"{OWN}{words}", len(self._numbers) + 1)])

    def marks(self, source_ids: Iterable[str]) -> markup.Safe:
        return self.mark(*source_ids)

    def show(self) -> None:
        """List the sources noted so far."""
        if not self._numbers:
            return
        sources = reads.read(evidence.sources, Filters()).set_index("id")
        items = markup.joined(
            markup.item(
                f"fn-{number}", key.removeprefix(OWN) if key.startswith(OWN) else _entry(sources, key)
            )
            for key, number in self._numbers.items()
        )
        st.space("small")
        markup.show(
            markup.tag(
                "div", markup.joined((markup.tag("b", "Sources"), markup.tag("ol", items))), "footnotes"
            )
        )


def _entry(sources: pd.DataFrame, source_id: str) -> markup.Safe:
    source: Any = sources.loc[source_id]
    title = source["title"] if isinstance(source["title"], str) else source["about"]
    parts = (
        source["publisher"],
        dates.words(source["published_on"]) or "date not stated",
        source["language"],
    )
    how = {"inferred": "; address inferred, read on a mirror", "not_found": "; no address found"}
    end = how.get(source["url_status"], "")
    return markup.joined((markup.link(title, source["url"]), ". ", ", ".join(parts), end, "."))
