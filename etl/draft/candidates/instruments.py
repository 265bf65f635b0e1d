"""Resolutions, strategies, programmes, operations: those of the record, by number, and unknown ones."""

import re
from collections.abc import Iterator

from data.drafts.candidate import Candidate, Field, Origin
from etl.draft.gazetteer.record_names import RecordNames

RESOLUTION = re.compile(
    r"\b(?:U\.?N\.? |United Nations )?(?:Security Council )?(?:[Rr]esolutions?|UN ?SCRs?)\s+(?:\(UN "
    r"?SCR\)\s*)?"
    r"(?P<numbers>\d{4}(?:\s*\(\d{4}\))?(?:(?:, | and )\d{4}(?:\s*\(\d{4}\))?)*)|\b[Рр]езолюци\w+ (?:СБ "
    r"ООН )?(?P<russian>\d{4})"
)
PART = r"(?:[A-Z][\w’'/-]{0,40}|of|for|on|and|the|to|in|against|with)"
NAMED = re.compile(
    rf"\b[A-Z][\w’'/-]{{0,40}}(?: {PART}){{0,12}} (?:Declaration|Strategy|Convention|Protocol|Programme|Plan "
    rf"of Action|Action Plan"
    r"|Agenda|Treaty|Compact|Framework|Initiative|Concept|Charter|Roadmap|Road Map)(?: of Standards| of "
    r"Action)?"
    r"(?: \d{4}(?:-\d{4})?)?(?! (?:Offices?|Manager|Officer|Co-?ordinator|Management|Week|Conference)\b)"
)
HEADED = re.compile(
    r"\b(?:Programme|Strategy|Action Plan|Plan of Action|Roadmap|Road Map|Convention|Protocol|Agreement"
    r"|Declaration|Initiative) (?:for|on|against)(?: the)?(?: (?:[A-Z][\w’-]{1,40}|of|and|the|in)){1,10}"
    r"(?: \d{4}(?:[-–]\d{4})?)?"
)
"""What it is for stands after it: *Programme for Central Asia 2015-2021*."""
OPERATION = re.compile(r"\b(?:[Oo]peration|[Ee]xercise) [“\"]?([A-Z][\w-]+(?:[ -](?:\d{2,4}|[A-Z][\w]+))*)")
LEAD = re.compile(
    r"^(?:(?:of|for|on|and|the|to|in|against|under|with|The|In|On|At|Under|It|Its|This|Following|After) )+"
)
OFFICE = re.compile(r"\b(?:Office|Manager|Director|Coordinator|Officer|Head|Chief|Representative)\b")


def find_instruments(paragraphs: tuple[str, ...], names: RecordNames) -> list[Candidate]:
    """Each instrument once, where it is named first."""
    found: dict[str, Candidate] = {}
    for number, paragraph in enumerate(paragraphs, start=1):
        for candidate in [*_known(number, paragraph, names), *_numbered(number, paragraph, names)]:
            found.setdefault(candidate.rows[0] if candidate.rows else candidate.value, candidate)
        taken = [(each.start, each.end) for each in found.values() if each.paragraph == number]
        for candidate in _named(number, paragraph):
            if not any(candidate.start < end and start < candidate.end for start, end in taken):
                found.setdefault(candidate.value, candidate)
    return list(found.values())


def _known(number: int, paragraph: str, names: RecordNames) -> Iterator[Candidate]:
    for match in names.instruments.find(paragraph):
        why = f"alias “{match.spelling}”"
        yield Candidate(
            Field.INSTRUMENT,
            match.printed,
            number,
            match.start,
            match.end,
            why,
            0.8,
            Origin.GAZETTEER,
            match.ids,
        )


def _numbered(number: int, paragraph: str, names: RecordNames) -> Iterator[Candidate]:
    for match in RESOLUTION.finditer(paragraph):
        for digits in re.findall(r"(?<!\()\b\d{4}\b(?!\))", match["numbers"] or match["russian"]):
            row = f"unscr-{digits}"
            rows = (row,) if row in names.rows["instruments"] else ()
            value, why = f"United Nations Security Council resolution {digits}", "a resolution by its number"
            yield Candidate(Field.INSTRUMENT, value, number, *match.span(), why, 0.85, rows=rows)


def _named(number: int, paragraph: str) -> Iterator[Candidate]:
    for match in [*NAMED.finditer(paragraph), *HEADED.finditer(paragraph), *OPERATION.finditer(paragraph)]:
        lead = LEAD.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        name = paragraph[start : match.end()].strip(' “"')
        if len(name.split()) > 1 and not OFFICE.search(name) and " and the " not in name:
            yield Candidate(
                Field.INSTRUMENT, name, number, start, match.end(), "a word for an instrument", 0.5
            )
