"""From a value of the record to what a footnote cites: the words of a source, or the record itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Engine

from data import engines
from data.brief.document import Citation
from data.claims.citations import add_text_fragment
from data.queries.sources import claims as claim_queries
from data.queries.sources import rows as source_rows
from data.schema.vocabulary import Rank
from data.values.rows import Records, Row

LONGEST = 8
"""Words of an anchor at most, by the rule of the record."""


class Cite(NamedTuple):
    """A value: the source of its row, its table, key and columns; `event` where it is a part of one."""

    source_id: str
    table: str = ""
    subject: str = ""
    fields: tuple[str, ...] = ()
    event: str = ""


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
        """The words of the source on the value, else on its row or the event; else the source as a whole."""
        for table, subject in ((cite.table, cite.subject), ("events", cite.event)):
            if not (table and subject):
                continue
            own = [c for c in self.claims(table, subject) if c["source_id"] == cite.source_id and c["anchor"]]
            if own:
                best = min(own, key=lambda claim: _order(claim, cite.fields))
                is_own = table == cite.table and (best["field"] in cite.fields or not cite.event)
                return self.of_claim(best, is_context=not is_own)
        return self._whole(cite.source_id)

    def preferred(self, cite: Cite) -> Citation:
        """Of whichever source the value shown is preferred from, else of one that nobody contradicts.

        Of several the one on the first of the fields, from the source of the row if it is among them.
        """
        own = [each for each in self.claims(cite.table, cite.subject) if each["field"] in cite.fields]
        kept = [each for each in own if each["rank"] == Rank.PREFERRED]
        kept = kept or [each for each in own if each["anchor"] and not each["is_disputed"]]
        if not kept:
            return self.citation(cite)
        return self.of_claim(
            min(kept, key=lambda each: (_order(each, cite.fields), each["source_id"] != cite.source_id))
        )

    def of_claim(self, claim: Mapping[str, Any], *, is_context: bool = False) -> Citation:
        """The passage of a row of `queries.claims`."""
        whole, words = self._whole(claim["source_id"]), claim["anchor"] or ""
        if not words or len(words.split()) > LONGEST:
            return whole
        there = add_text_fragment(whole.url, words, claim["prefix"], claim["suffix"]) if whole.url else ""
        return Citation(
            whole.source_id,
            whole.publisher,
            whole.title,
            whole.published_on,
            whole.read_on,
            whole.url,
            words,
            claim["paragraph"],
            there,
            is_context,
        )

    def sources(self, ids: Sequence[str]) -> Records:
        """The rows of these sources in this order."""
        new = tuple(dict.fromkeys(each for each in ids if each not in self._sources))
        if new:
            for row in engines.read_records(self._engine, source_rows.list_sources_by_id(new)):
                self._sources[row["id"]] = row
        return [self._sources[each] for each in ids]

    def _whole(self, source_id: str) -> Citation:
        [row] = self.sources([source_id])
        title = row["title"] or f"[{row['about'].rstrip('.')}]"
        dates = row["published_on"] or "", row["read_on"] or ""
        url = row["url"] or ""
        return Citation(source_id, row["publisher"], title, *dates, url, address=url)


def _order(claim: Mapping[str, Any], fields: tuple[str, ...]) -> int:
    return fields.index(claim["field"]) if claim["field"] in fields else len(fields)
