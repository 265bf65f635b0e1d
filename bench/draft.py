"""How well the desk reads: precision and recall by field, seconds and memory, on pages with their truth.

`python -m bench.draft` reads the odd pages of bench/draft_pages, `--held` the even ones, `--intake FOLDER` a
folder with truth.csv and docs/, `--decisions` the documents that curators decided on; `-v` prints what was
missed and what was too much.
"""

import argparse
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench import draft_decisions
from bench.draft_truth import Page, intake_pages, own_pages, same_body, same_office, same_person
from data import documents, store
from data.drafts.candidate import Candidate, Field
from data.drafts.folders import Desk, open_desk
from etl.draft.candidates.events.dates import Publication
from etl.draft.candidates.proposals import Proposals, propose
from etl.draft.files.languages import detect_language
from etl.draft.gazetteer import curated_rows
from etl.draft.gazetteer.curated_rows import CuratedRows
from etl.draft.gazetteer.record_names import RecordNames, record_names

ORGANISER, PARTICIPANT = "organiser", "participant"


@dataclass(slots=True)
class Tally:
    right: int = 0
    given: int = 0
    true: int = 0

    def add(self, right: int, given: int, true: int) -> None:
        self.right, self.given, self.true = self.right + right, self.given + given, self.true + true

    def __str__(self) -> str:
        precision = f"{self.right / self.given:.2f}" if self.given else "   -"
        recall = f"{self.right / self.true:.2f}" if self.true else "   -"
        return f"{precision} ({self.right}/{self.given})".ljust(16) + f"{recall} ({self.right}/{self.true})"


@dataclass(slots=True)
class Score:
    """Tallies by language and field; `say` hears of each miss."""

    names: RecordNames
    say: Callable[[str], None]
    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    seconds: list[float] = field(default_factory=list)
    language: str = ""

    def add(self, name: str, right: int, given: int, true: int) -> None:
        self.tallies[self.language, name].add(right, given, true)

    def lists(
        self, name: str, given: list[Candidate], true: list[str], same: Callable[[Candidate, str], bool]
    ) -> None:
        """Each true value once; a candidate that says a value again counts neither way."""
        left, right, extra = list(true), 0, []
        for candidate in given:
            match = next((value for value in left if same(candidate, value)), None)
            if match is not None:
                left.remove(match)
                right += 1
            elif not any(same(candidate, value) for value in true):
                extra.append(candidate)
        self.add(name, right, right + len(extra), len(true))
        if left or extra:
            self.say(f"  {name}: missed {left}; extra {[(c.value, c.why) for c in extra]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=store.CURATED)
    parser.add_argument("--held", action="store_true", help="the even pages instead of the odd ones")
    parser.add_argument("--intake", type=Path, help="a folder with truth.csv and docs/ instead")
    parser.add_argument("--decisions", action="store_true", help="what curators decided, as test cases")
    parser.add_argument("-v", action="store_true", dest="is_verbose")
    asked = parser.parse_args()
    began = time.perf_counter()
    record = curated_rows.read_curated(asked.data)
    pages = intake_pages(asked.intake) if asked.intake else own_pages(is_odd=not asked.held)
    if asked.decisions:
        _print_decisions(open_desk(asked.data), record, is_verbose=asked.is_verbose)
        return
    score = Score(record_names(record), print if asked.is_verbose else lambda _: None)
    for page in pages:
        score.language = detect_language(page.text) or "other"
        score.say(f"{page.name}")
        start = time.perf_counter()
        publication = Publication(page.published, page.address)
        found = propose(documents.parse_document(page.text), record, score.names, publication, page.publisher)
        score.seconds.append(time.perf_counter() - start)
        _score(page, found, score)
    _print(score, time.perf_counter() - began)


def _print_decisions(desk: Desk, record: CuratedRows, *, is_verbose: bool) -> None:
    missed: list[str] = []
    print(draft_decisions.compare(desk, record, record_names(record), missed))
    print(*(missed if is_verbose else ()), sep="\n")


def _score(page: Page, found: Proposals, score: Score) -> None:
    _score_date(page, found.of(Field.DATE), score)
    _score_place(page, found, score)
    _score_bodies(page, found.of(Field.ORGANISATION), score)
    _score_people(page, found.of(Field.PERSON), score)
    counts = found.of(Field.PARTICIPANTS)
    score.lists("participants", counts, page.counts, lambda c, true: c.value == true)


def _score_date(page: Page, found: list[Candidate], score: Score) -> None:
    first, last = page.date
    got = (found[0].value, found[0].detail["end"] or found[0].value) if found else ("", "")
    score.add("date, first day", got[0] == first, bool(found), 1)
    score.add("date, last day", got[1] == last, bool(found), 1)
    if got != page.date:
        score.say(
            f"  date: want {page.date}; got "
            f"{[(c.value, c.detail['end'], round(c.rank, 2), c.why) for c in found]}"
        )


def _score_place(page: Page, found: Proposals, score: Score) -> None:
    places, mode = found.of(Field.PLACE), found.of(Field.MODE)
    is_online = bool(mode) and mode[0].value == "online" and mode[0].rank > 0.5
    got = "online" if is_online else places[0].value if places else ""
    score.add("place or online", page.is_place(got), bool(got), bool(page.place))
    if not page.is_place(got) and (got or page.place):
        score.say(
            f"  place: want {page.place}; got {[(c.value, round(c.rank, 2), c.why) for c in places]} {got}"
        )


def _score_bodies(page: Page, found: list[Candidate], score: Score) -> None:
    def same(candidate: Candidate, true: str) -> bool:
        return same_body(candidate.value, candidate.rows, true, score.names)

    led = [each for each in found if ORGANISER in (each.detail["role"], each.detail.get("perhaps"))]
    score.lists("organisers", led, page.bodies[ORGANISER], same)
    others = [each for each in found if each.detail["role"] not in (ORGANISER, PARTICIPANT)]
    true = [(role, name) for role in ("donor", "host", "partner") for name in page.bodies[role]]
    right = sum(
        any(each.detail["role"] == role and same(each, name) for each in others) for role, name in true
    )
    wrong = sum(
        not any(each.detail["role"] == role and same(each, name) for role, name in true) for each in others
    )
    score.add("donors, hosts, partners", right, right + wrong, len(true))
    if wrong or right < len(true):
        score.say(f"  roles: want {true}; got {[(c.value, c.detail['role'], c.why) for c in others]}")
    everyone = list(dict.fromkeys(name for names in page.bodies.values() for name in names))
    score.lists("organisations named", found, page.without_doubles(everyone, score.names), same)


def _score_people(page: Page, found: list[Candidate], score: Score) -> None:
    true = [person.name for person in page.people]
    score.lists("persons", found, true, lambda candidate, name: same_person(candidate.value, name))
    for person in page.people:
        got = next((each for each in found if same_person(each.value, person.name)), None)
        if got is None:
            continue
        office = same_office(got.detail["office"], person.office)
        rows = tuple(got.detail["organisation_rows"].split())
        body = same_body(got.detail["organisation"], rows, person.body, score.names)
        score.add("office of a person", office, bool(got.detail["office"]), bool(person.office))
        score.add("body of a person", body, bool(got.detail["organisation"]), bool(person.body))
        is_role = got.detail["role"] == person.role
        score.add("part of a person", is_role, 1, 1)
        if not (office and body and is_role):
            score.say(f"  person: want {person}; got {got.detail}")


def _rows(score: Score) -> Iterator[str]:
    for language, name in score.tallies:
        yield f"{language:6} {name:26} {score.tallies[language, name]}"


def _print(score: Score, seconds: float) -> None:
    print(f"{'':6} {'field':26} {'precision':16}recall")
    for line in sorted(_rows(score), key=lambda line: line.split()[0]):
        print(line)
    ordered = sorted(score.seconds)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(
        f"{len(ordered)} pages in {seconds:.1f} s with the record; "
        f"{1000 * ordered[len(ordered) // 2]:.0f} ms a page in the middle,"
        f" {1000 * ordered[-1]:.0f} ms the longest; {memory:.0f} MB"
    )


if __name__ == "__main__":
    main()
