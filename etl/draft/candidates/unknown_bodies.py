"""Names of bodies that the record lacks: capitals around a word such as *Agency*, in English and Russian."""

import re
from collections.abc import Iterator

from etl.draft.gazetteer.words import HEAD_WORD, NOT_BODY, OFFICE, WEAK_HEAD

CAPITAL = r"(?:U\.S\.|U\.N\.|[A-ZÀ-Ž][\w’'&/-]*)"
CONNECTOR = r"(?:of the|of|for the|for|on|and the|and|under the|against|de|in|for|to the)"
RUN = re.compile(rf"(?<![\w-]){CAPITAL}(?: (?:{CONNECTOR} )?{CAPITAL})*")
LEAD = re.compile(
    r"^(?:(?:The|In|On|At|Over|From|Between|By|With|During|Opening|And|A|An|This|These|Its|Their|Both|Also|Some|Under|For|As"
    r"|After|Before|Among|Two|Three|Representatives|Officers|Officials|Members|Heads|Staff|Experts|Participants"
    r"|Mr\.?|Ms\.?|Dr\.?|H\.E\.?|[A-Z][a-z]+-(?:one|two|three|four|five|six|seven|eight|nine)|(?:Twenty|Thirty|Forty|Fifty)\b)"
    r" (?:of |from |at |the )*)+"
)
HELD_OFFICE = re.compile(rf"^.*\b(?:{OFFICE}|International Relations|Public Affairs)\b(?: [A-Z][\w-]+)*? (?:of|at|to|for|in) (?:the )?")
AND = re.compile(r" and (?:the )?|[’']s? (?=[A-Z])")
TRAILING = re.compile(rf"(?: {CONNECTOR})? {CAPITAL}$")
SEAT = re.compile(r" (?:in|to the) (?:[A-Z][\w-]+ ?)+$")
MAY_HAVE_SEAT = re.compile(r"\b(?:Office|Embassy|Mission|Delegation|Consulate|Centre|Center)\b")
RUSSIAN_HEAD = (
    r"(?:служб|комитет|министерств|агентств|академи|департамент|управлени|посольств|центр|комисси|совет|институт|фонд"
    r"|организаци|войск|штаб|бюро|университет|прокуратур|секретариат|банк|палат|ассоциаци|представительств)\w*"
)
RUSSIAN = re.compile(
    rf"(?<![\w-])(?=[А-ЯЁ])(?:[А-ЯЁ][а-яё-]+(?:ая|ое|ый|ий|ой|ого|ому|ую|ые|ых|ым|ыми|ской|ским)(?: и)? ){{0,3}}"
    rf"(?:[а-яё-]+(?:ая|ое|ый|ий|ой|ого|ому|ую|ых|ым|ской|ским)(?: и)? ){{0,2}}(?:{RUSSIAN_HEAD}|{RUSSIAN_HEAD.capitalize()}"
    rf"|[СКМАДУПЦИФОВШБ](?:лужб|омитет|инистерств|гентств|кадеми|епартамент|правлени|осольств|ентр|омисси|овет|нститут|онд"
    r"|рганизаци|ойск|таб|юро|рокуратур|екретариат|анк|алат|ссоциаци)\w*)"
    r"(?: (?:по |на |при )?(?:[а-яё-]+(?:ия|ий|их|ых|ой|ей|ого|ов|ев|ам|ям|ами|ках|ков|ций|ции|сти|ами|иками|ости)(?![а-яё])"
    r"|[А-ЯЁ]{2,}|[А-ЯЁ][а-яё]+(?:ана|ии|ой|стана)))*"
)
ACRONYM = re.compile(r"(?<![\w-])(?:Служба|МЧС|ФСБ|ФТС|АКН|ГНС|ГУВД|ГРС|НАБ|ГСИН)(?: [А-ЯЁ][а-яё]+(?:и|а|стана))?(?!\w)")


def spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name of an unknown body."""
    for run in RUN.finditer(paragraph):
        for start, part in _parts(run[0]):
            if _is_body(part) and not re.match(r"\s+[Rr]esolution", paragraph[run.start() + start + len(part) :]):
                yield run.start() + start, run.start() + start + len(part)
    for pattern in (RUSSIAN, ACRONYM):
        for match in pattern.finditer(paragraph):
            if pattern is ACRONYM or len(match[0].split()) > 1:
                yield match.span()


def _parts(run: str) -> Iterator[tuple[int, str]]:
    """A run of capitals without what leads to the name, cut at *and* where both sides are bodies."""
    start = 0
    for cut in [*AND.finditer(run), None]:
        end = cut.start() if cut else len(run)
        is_cut = cut is None or "and" not in cut[0] or (HEAD_WORD.search(run[start:end]) and HEAD_WORD.search(run[cut.end() :]))
        if is_cut:
            yield _trimmed(start, run[start:end])
            start = cut.end() if cut else end


def _trimmed(start: int, part: str) -> tuple[int, str]:
    for pattern in (LEAD, HELD_OFFICE, LEAD):
        if found := pattern.match(part):
            start, part = start + found.end(), part[found.end() :]
    seat = SEAT.search(part)
    if seat and not MAY_HAVE_SEAT.search(part[: seat.start()]):
        part = part[: seat.start()]
    return start, part


def _is_body(part: str) -> bool:
    if not HEAD_WORD.search(part) or NOT_BODY.search(part) or " " not in part:
        return False
    return not WEAK_HEAD.search(part) or " of " in part or len(part.split()) > 2
