"""Passages that ask somebody to do something: who asks, who is asked. The wording stays the curator's."""

import re
from collections.abc import Iterator

from data.drafts.candidate import Candidate, Field
from etl.draft.candidates.people.mentions import Person
from etl.draft.candidates.templates import Mark, Template

ASK = re.compile(
    r"\b(?:should|must|ought to|recommend(?:ed|s|ing)?|urged?s?|call(?:ed|s|ing)? (?:for|on|upon)"
    r"|appeal(?:ed|s)? (?:to|for)"
    r"|propos(?:ed|es)|suggested|advocated|encouraged|(?:was|were) (?:asked|invited|requested) to|asked for"
    r"|(?:stress|emphasi[sz]|underlin|underscor|highlight|reiterat)\w* the (?:need|necessity|importance for"
    r"|importance of \w+ing)"
    r"|requires? to|necessary to|essential to|important to|has to|have to|рекомендова\w+|следует|необходимо"
    r"|призвал\w*|предложил\w*)\b",
    re.IGNORECASE,
)
LISTED = re.compile(r"\brecommendations?\b|рекомендаци", re.IGNORECASE)
ITEM = re.compile(r"(?:^|[\s:;,])\((\d{1,2}|[a-z]|i{1,3}|iv|vi{0,3})\)\s+(?=\w)")
"""A list of what is recommended: *(1) …; (2) …*."""
NOT_ASK = re.compile(
    r"\b(?:recommendations (?:were|for)|should not be|must be noted|important to note|should be noted"
    r"|have to do)\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"should|must|urge|call|recommend|appeal|propos|asked|следует|призвал|предложил|рекоменд", re.IGNORECASE
)
WHO = re.compile(
    r"⟦([PO])(\d+)⟧[^⟦]{0,60}$|\b(?P<group>[Pp]articipants|[Ee]xperts|[Dd]elegates|[Tt]he parties"
    r"|[Уу]частники)\b[^⟦]{0,40}$"
)
WHOM = re.compile(
    r"^(?: (?:on|upon|that|to|the|all))* ?(?:⟦[OC](\d+)⟧|(?P<group>(?:[A-Za-zА-Яа-я-]+ ){0,2}"
    r"(?:[Pp]arties|states|countries|governments|donors|partners|villagers|members|agencies|parties|страны|государства|доноров)))"
)
AROUND = 60
"""Characters after the cue that the candidate's place covers."""


def find_recommendations(templates: list[Template], paragraphs: tuple[str, ...]) -> Iterator[Candidate]:
    """One for each sentence that asks; `detail` says who asks and whom, as printed."""
    for template in templates:
        if LISTED.search(template.text) and (items := list(_list_items(template, paragraphs))):
            yield from items
            continue
        cue = ASK.search(template.text)
        if not cue or NOT_ASK.search(template.text):
            continue
        paragraph = paragraphs[template.paragraph - 1]
        place = paragraph.find(cue[0], template.start, template.end)
        if place < 0:
            continue
        detail = {
            "by": _printed(WHO.search(template.text[: cue.start()]), template, paragraph),
            "to": _printed(WHOM.match(template.text[cue.end() :]), template, paragraph),
        }
        end = _find_end(paragraph, place + len(cue[0]) + AROUND, template.end)
        rank = 0.6 if STRONG.search(cue[0]) else 0.4
        why = f"“{cue[0]}”"
        yield Candidate(Field.RECOMMENDATION, "", template.paragraph, place, end, why, rank, detail=detail)


def _list_items(template: Template, paragraphs: tuple[str, ...]) -> Iterator[Candidate]:
    """Each entry of a list; none where there are not two."""
    paragraph = paragraphs[template.paragraph - 1]
    found = list(ITEM.finditer(paragraph, template.start, template.end))
    for each in found if len(found) > 1 else []:
        end = _find_end(paragraph, each.end() + AROUND, template.end)
        why = f"“({each[1]})” of a list of recommendations"
        yield Candidate(
            Field.RECOMMENDATION,
            "",
            template.paragraph,
            each.end(),
            end,
            why,
            0.6,
            detail={"by": "", "to": ""},
        )


def _find_end(paragraph: str, wanted: int, last: int) -> int:
    """The end of the word there, or of the sentence."""
    if wanted >= last:
        return last
    if paragraph[wanted - 1].isspace():
        return len(paragraph[:wanted].rstrip())
    return min(last, wanted + len(f"{paragraph[wanted:]} ".split(" ", 1)[0]))


def _printed(found: re.Match[str] | None, template: Template, paragraph: str) -> str:
    """The name that a mark stands for, or the words for a group."""
    if found is None:
        return ""
    if found["group"]:
        return found["group"].strip()
    mark: Mark = template.marks[int(found[found.lastindex or 1])]
    return mark.mention.name if isinstance(mark.mention, Person) else paragraph[mark.start : mark.end]
