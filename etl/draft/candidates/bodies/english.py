"""Names of bodies that the record lacks: in English, capitals around a word such as *Agency*."""

import re
from collections.abc import Iterator

from etl.draft.gazetteer.words import HEAD_WORD, NOT_BODY, OFFICE, WEAK_HEAD

CAPITAL = r"(?:U\.S\.|U\.N\.|[A-ZÀ-Ž][\w’'&/-]+)"
CONNECTOR = r"(?:of the|of|for the|for|on|and the|and|under the|against|de|in|for|to the)"
RUN = re.compile(rf"(?<![\w-]){CAPITAL}(?: (?:{CONNECTOR} )?{CAPITAL})*")
LEAD = re.compile(
    r"^(?:(?:The|In|On|At|Over|From|Between|By|With|During|Opening|And|A|An|This|These|Its|Their|Both|Also|Some|Under|For|As"
    r"|After|Before|Among|Two|Three|Representatives|Officers|Officials|Members|Heads|Staff|Experts|Participants"
    r"|Mr\.?|Ms\.?|Dr\.?|H\.E\.?|[A-Z][a-z]+-(?:one|two|three|four|five|six|seven|eight|nine)|(?:Twenty|Thirty|Forty|Fifty)\b)"
    r" (?:of |from |at |the )*)+"
)
HELD_OFFICE = re.compile(
    rf"^.*\b(?:{OFFICE}|International Relations|Public Affairs)\b(?: [A-Z][\w-]+)*? (?:of|at|to|for|in) "
    rf"(?:the )?"
)
NOT_AFTER_AND = re.compile(r"(?:Mr|Ms|Mrs|Dr|Prof|Col|Ambassador|Major|General|Deputy|Head|Director|Chief)\b")
AND = re.compile(r" and (?:the )?|[’']s? (?=[A-Z])")
MIDDLE = re.compile(
    r"(?<![\w-])(?!(?:the|an?|of|by|and|from|at|with|for|to|in|its|their|under|on|between|as|that|both|than|via|or|including|said|says"
    r"|joint|new|former|within|when|where|while|local|national|regional|told|like|during|after|before) "
    r")[a-z]{4,} $"
)
"""A small word before a name that can be no part of the sentence: the name began before it."""
LONGEST_WORD = 40
SEAT = re.compile(r" (?:in|to the) (?:[A-Z][\w-]+ ?)+$")
MAY_HAVE_SEAT = re.compile(r"\b(?:Office|Embassy|Mission|Delegation|Consulate|Centre|Center)\b")


def find_spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name of an unknown body."""
    for run in RUN.finditer(paragraph):
        for start, part in _parts(run[0]):
            if (
                _is_body(part)
                and not MIDDLE.search(
                    paragraph[max(0, run.start() + start - LONGEST_WORD) : run.start() + start]
                )
                and not re.match(r"\s+[Rr]esolution", paragraph[run.start() + start + len(part) :])
            ):
                yield run.start() + start, run.start() + start + len(part)


def _parts(run: str) -> Iterator[tuple[int, str]]:
    """A run of capitals without what leads to the name, cut at *and* where both sides are bodies."""
    start = 0
    for cut in [*AND.finditer(run), None]:
        end = cut.start() if cut else len(run)
        if cut is None or _separates(cut, run[start:end], run[cut.end() :]):
            yield _trimmed(start, run[start:end])
            start = cut.end() if cut else end


def _separates(cut: re.Match[str], before: str, after: str) -> bool:
    is_new = cut[0] == " and the " and HEAD_WORD.search(after) is not None
    if "and" not in cut[0] or is_new or NOT_AFTER_AND.match(after):
        return True
    return HEAD_WORD.search(before) is not None and HEAD_WORD.search(after) is not None


def _trimmed(start: int, part: str) -> tuple[int, str]:
    for pattern in (LEAD, HELD_OFFICE, LEAD):
        if found := pattern.match(part):
            start, part = start + found.end(), part[found.end() :]
    heads = list(HEAD_WORD.finditer(part))
    if heads and re.match(" [A-Z]", part[heads[-1].end() :]):  # a name of a person follows
        part = part[: heads[-1].end()]
    seat = SEAT.search(part)
    if seat and not MAY_HAVE_SEAT.search(part[: seat.start()]):
        part = part[: seat.start()]
    return start, part


def _is_body(part: str) -> bool:
    if not HEAD_WORD.search(part) or NOT_BODY.search(part) or " " not in part:
        return False
    return not WEAK_HEAD.search(part) or " of " in part or len(part.split()) > 2
