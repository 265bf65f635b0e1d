"""The claims on one event of a corpus: about six, a few of which contradict each other."""

from datetime import timedelta
from random import Random
from typing import Any

from bench.corpus_words import Language
from bench.corpus_world import Put
from data.values.dates import first_day

Row = dict[str, Any]
PREFERRED = {"rank": "preferred", "rule": "organisers_own", "reason": "The organiser's own page."}
BOUNDS = ("", "over ", "about ", "at least ")


class Claimed:
    """Writes claims about one event, each source in turn."""

    def __init__(self, rng: Random, put: Put, language: Language) -> None:
        self._rng, self._put, self._language = rng, put, language

    def event(self, event: Row, sources: list[str]) -> None:
        """Its title by every source, its dates, form and participants by some."""
        for source in sources:
            self._claim(source, "events", event["id"], "title", self._language.sentence(self._rng, 4, 9))
        self._start(event, sources)
        if event["end_on"] and self._rng.random() < 0.7:
            self._claim(sources[0], "events", event["id"], "end_on", event["end_on"])
        if self._rng.random() < 0.6:
            self._claim(sources[0], "events", event["id"], "form", event["form"])
        if self._rng.random() < 0.5:
            self._claim(sources[0], "events", event["id"], "mode", event["mode"])
        self._participants(event, sources)

    def role(self, part: Row) -> None:
        subject = "/".join(part[column] for column in ("event_id", "organisation_id", "role", "source_id"))
        self._claim(part["source_id"], "event_organisations", subject, "role", part["role"])

    def office(self, speaker: Row) -> None:
        subject = "/".join(speaker[column] for column in ("event_id", "person_id", "role", "source_id"))
        self._claim(speaker["source_id"], "speakers", subject, "office", speaker["office"])

    def _start(self, event: Row, sources: list[str]) -> None:
        if not event["start_on"]:
            return
        is_disputed = event["date_precision"] == "day" and len(sources) > 1 and self._rng.random() < 0.2
        ranked = PREFERRED if is_disputed else {}
        self._claim(sources[0], "events", event["id"], "start_on", event["start_on"], **ranked)
        for source in sources[1:]:
            other = event["start_on"]
            if is_disputed:
                other = str(first_day(other) + timedelta(days=self._rng.randint(1, 20)))
            self._claim(source, "events", event["id"], "start_on", other)

    def _participants(self, event: Row, sources: list[str]) -> None:
        if self._rng.random() < 0.55:
            number = int(self._rng.lognormvariate(3.6, 0.8)) + 5
            told = f"{self._rng.choice(BOUNDS)}{number}"
            self._claim(sources[0], "events", event["id"], "participants", told)
            if len(sources) > 1:
                told = str(number) if self._rng.random() < 0.6 else f"about {number * 2}"
                self._claim(sources[1], "events", event["id"], "participants", told)

    def _claim(self, source: str, table: str, subject: str, field: str, value: str, **ranked: str) -> None:
        rng = self._rng
        has_anchor = rng.random() < 0.7
        row = {
            "source_id": source,
            "table": table,
            "subject": subject,
            "field": field,
            "value": value,
            "anchor": self._language.words(rng, rng.randint(3, 6)) if has_anchor else None,
            "prefix": self._language.words(rng, 2) if has_anchor and rng.random() < 0.1 else None,
            "paragraph": rng.randint(1, 40) if has_anchor else None,
            "confidence": rng.choices(("high", "medium", "low"), (70, 25, 5))[0],
            "is_inferred": "false",
            "rank": "normal",
        }
        self._put("claims", **{**row, **ranked})
