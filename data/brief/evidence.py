"""From a value of the record to what a footnote cites: the words of a source, or the record itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.brief.document import Citation
from data.claims.citations import add_text_fragment, title_words
from data.claims.passages import LONGEST_ANCHOR, Cite, Support, find_passage, find_preferred_passage
from data.queries.sources import claims as claim_queries
from data.queries.sources import rows as source_rows
from data.values.rows import Records, Row


class Evidence:
    """The claims and sources of one build, read as they are needed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._claims: dict[tuple[str, str], Records] = {}
        self._sources: dict[str, Row] = {}

    def learn(self, table: str, subjects: Iterable[str]) -> None:
        """Read the claims on many rows at once."""
        new = tuple(dict.fromkeys(each for each in subjects if (table, each) not in self._claims))
        if not new:
            return
        self._claims |= {(table, subject): [] for subject in new}
        for claim in engines.read_records(self._engine, claim_queries.list_claims(table, new)):
            self._claims[table, claim["subject"]].append(claim)

    def claims(self, table: str, subject: str) -> Records:
        """The claims on one row, best first by field."""
        self.learn(table, [subject])
        return self._claims[table, subject]

    def citations(self, *cites: Cite) -> tuple[Citation, ...]:
        """What each value rests on, each passage once."""
        return tuple(dict.fromkeys(map(self.citation, cites)))

    def citation(self, cite: Cite) -> Citation:
        """The words of its source on the value."""
        return self._cited(find_passage(cite, self.claims))

    def preferred(self, cite: Cite) -> Citation:
        """Of whichever source the value that the record holds is preferred from."""
        return self._cited(find_preferred_passage(cite, self.claims))

    def _cited(self, found: Support) -> Citation:
        if found.claim is None:
            return self._whole(found.source_id)
        return self.of_claim(found.claim, is_context=found.is_context)

    def of_claim(self, claim: Mapping[str, Any], *, is_context: bool = False) -> Citation:
        """The passage of a row of `queries.sources.claims`."""
        whole, words = self._whole(claim["source_id"]), claim["anchor"] or ""
        if not words or len(words.split()) > LONGEST_ANCHOR:
            return whole
        there = add_text_fragment(whole.url, words, claim["prefix"], claim["suffix"]) if whole.url else ""
        passage = {"words": words, "paragraph": claim["paragraph"], "address": there}
        return replace(whole, **passage, is_context=is_context)

    def sources(self, ids: Sequence[str]) -> Records:
        """The rows of these sources in this order."""
        new = tuple(dict.fromkeys(each for each in ids if each not in self._sources))
        if new:
            for row in engines.read_records(self._engine, source_rows.list_sources_by_id(new)):
                self._sources[row["id"]] = row
        return [self._sources[each] for each in ids]

    def _whole(self, source_id: str) -> Citation:
        [row] = self.sources([source_id])
        dates = row["published_on"] or "", row["read_on"] or ""
        url = row["url"] or ""
        return Citation(source_id, row["publisher"], title_words(row), *dates, url, address=url)
