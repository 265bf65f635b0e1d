"""The words that give a body its part in an event, as patterns over templates, in English and Russian."""

import re

from data.schema.vocabulary import OrganisationRole
from etl.draft.candidates.role_rules import Rule

ADVERB = (
    r"(?:jointly |also |together |recently |today |successfully |has |have |had |is |are |was |were "
    r"|been |being )*"
)
ONE = (
    r"(?:(?:the country[’']s|the|its|their|both|an?|national|UN) )?⟦[OC]\d+⟧(?:[’']s?)?(?: (?:Secretariat"
    r"|Chairmanship))?(?: of (?:the )?⟦O\d+⟧)?"
)
WITH = (
    r",? (?:together|jointly|along) with |,? in (?:close )?(?:partnership|cooperation|co-operation"
    r"|collaboration|coordination"
    r"|co-ordination|association) with |,? with (?:the )?(?:assistance|support|help|participation) of "
)
AND = r"(?:,? and (?:of )?|, (?:of )?|,? as well as |, and also |/)"
LIST = rf"(?P<list>{ONE}(?:{AND}{ONE})*)"
HELD = (
    r"(?:co-?organi[sz](?:ed|es|e)|organi[sz](?:ed|es|e|ing)|held|hold(?:s|ing)?|conduct(?:ed|s|ing)?|conven(?:ed|es|e|ing)|ran|run|runs|gave"
    r"|deliver(?:ed|s)?|arranged?|gather(?:ed|s)?|brought together|brings? together|train(?:ed|s)?"
    r"|conclud(?:ed|es?)|ended"
    r"|handed over|hands? over|staged?|launch(?:ed|es)|kicked off|carried out|invit(?:ed|es)|provided)"
)
HELD_PASSIVE = (
    r"(?:co-?organi[sz]ed|organi[sz]ed|held|conducted|convened|run|given|delivered|arranged|implemented|facilitated|led"
    r"|co-?hosted|initiated|prepared|carried out|staged|set up|offered|co-?ordinated|developed and delivered)"
)
MONEY = r"(?:financial(?:ly)? |generous |funding |full )*"
FUNDED = (
    r"(?:funded|financed|co-?funded|co-?financed|sponsored|paid for|supported financially|financially "
    r"supported|bankrolled)"
)
START = (
    r"(?:^|[.;:”\"»] ?|, |⟦D\d+⟧,? |[Dd]uring [^,]{0,80}, |^[^–—]{0,50}[–—-]+ |^[^/]{0,60}/[^/]{0,30}/\.? )"
    r"(?:[Tt]he )?(?:⟦[OC]\d+⟧[- ](?:funded|financed|supported|led) )?"
)
TEAM = r"(?: (?:[a-z]+ ){0,2}(?:team|mission|experts|instructors))?"
RUSSIAN_ONE = r"(?:(?:делегаци|представительств|программ|секретариат)\w* )?⟦[OC]\d+⟧"
RUSSIAN_LIST = rf"(?P<list>{RUSSIAN_ONE}(?:(?:,| и|, а также| совместно с) {RUSSIAN_ONE})*)"


def _rule(role: str, pattern: str, why: str, rank: float, kinds: str = "O", *, is_help: bool = False) -> Rule:
    return Rule(role, re.compile(pattern), kinds, why, rank, is_help)


ORGANISER, HOST, PARTNER, DONOR, PARTICIPANT = (
    OrganisationRole.ORGANISER,
    OrganisationRole.HOST,
    OrganisationRole.PARTNER,
    OrganisationRole.DONOR,
    OrganisationRole.PARTICIPANT,
)
PEOPLE = (
    r"(?:participants?|representatives?|officials?|officers?|experts?|delegates?|specialists?|staff"
    r"|head|director)"
)
RUSSIAN_PEOPLE = r"(?:представител|сотрудник|эксперт|специалист|офицер|участник|делегат)\w*"
RULES = (
    _rule(DONOR, rf"{FUNDED}(?: [\w-]+ly)?,? (?:jointly )?by {LIST}", "funded by", 0.9, "OC"),
    _rule(
        DONOR,
        rf"with (?:the )?{MONEY}(?:financial|funding)[\w ]*? (?:from|of|by|provided by) {LIST}",
        "money of",
        0.9,
        "OC",
    ),
    _rule(
        DONOR,
        rf"(?:with|through|by|thanks to) (?:the |a )?(?:generous )?(?:funding|funds|money|grant"
        rf"|financing|contributions?|donations?)(?: [\w-]+){{0,3}}? (?:from|of|by) {LIST}",
        "money of",
        0.9,
        "OC",
    ),
    _rule(
        DONOR,
        rf"(?:grant|contribution|financial assistance|financial support|funding) (?:from|of|by) {LIST}",
        "money of",
        0.8,
        "OC",
    ),
    _rule(
        DONOR,
        rf"{LIST},? (?:which |that )?(?:generously )?(?:funds|funded|finances|financed|is funding"
        rf"|sponsors|sponsored|paid for|pays for)\b",
        "it funded",
        0.9,
        "OC",
    ),
    _rule(DONOR, rf"{LIST}[- ](?:funded|financed|sponsored)\b", "funded by", 0.8, "OC"),
    _rule(
        DONOR,
        rf"thank(?:ed|s) {LIST} for (?:its |the )?(?:funding|financial|generous|continued support"
        rf"|financing|paying|money)",
        "thanked for money",
        0.7,
        "OC",
    ),
    _rule(
        DONOR,
        rf"{LIST} (?:will |would )?(?:provide|provides|provided|allocated?|donated?)[^⟦]{{0,30}} "
        rf"(?:million|dollars|euros|US\$|\$|€)",
        "gives money",
        0.7,
        "OC",
    ),
    _rule(DONOR, r"⟦[OC]\d+⟧ through its (?P<list>⟦O\d+⟧)", "money of", 0.85),
    _rule(HOST, rf"\bhosted by {LIST}", "hosted by", 0.85, "OC"),
    _rule(HOST, rf"(?:^|[.,] ){LIST} {ADVERB}(?:hosted|hosts|is hosting|welcomed) ", "it hosted", 0.6, "OC"),
    _rule(
        ORGANISER,
        rf"{HELD_PASSIVE}(?: ⟦D\d+⟧)?,? (?:on ⟦D\d+⟧ )?(?:in ⟦C\d+⟧ )?(?:jointly |together )?by {LIST}",
        "organised by",
        0.9,
    ),
    _rule(
        ORGANISER,
        rf"[Oo]rgani[sz]ers (?:of [^.]{{0,60}}? )?(?:are|were|is|was|included):? {LIST}",
        "organisers were",
        0.9,
    ),
    _rule(
        ORGANISER,
        rf"{START}(?:[Oo]n |[Ff]rom |[Ii]n )?(?:⟦D\d+⟧,? )?{LIST}{TEAM},? (?:(?:and|with|in"
        rf"|as)[^.⟦]{{0,70}}⟦[OC]\d+⟧[^.⟦]{{0,40}},? )?{ADVERB}(?:⟦D\d+⟧ )?{HELD}\b",
        "subject of a verb of holding",
        0.8,
    ),
    _rule(ORGANISER, rf"{LIST}[- ](?:organi[sz]ed|led|convened|run)\b", "organised by", 0.75),
    _rule(
        ORGANISER,
        rf"(?:^|[.] |\bby the |\bby )⟦O\d+⟧[^.]{{0,25}}?,? (?:together|jointly|along) with {LIST}",
        "together with",
        0.8,
    ),
    _rule(
        ORGANISER,
        rf"(?:organi[sz]ed|held|conducted|convened|ran)[^.]{{0,120}}? (?:together|jointly|along) with {LIST}",
        "together with",
        0.8,
    ),
    _rule(
        ORGANISER,
        rf"⟦O\d+⟧,? (?:together|jointly|along) with {LIST}(?=,? {ADVERB}{HELD})",
        "together with",
        0.8,
    ),
    _rule(ORGANISER, rf"(?:^|⟦D\d+⟧,? )(?P<list>{ONE}{AND}{ONE}) met\b", "they met", 0.5),
    _rule(
        PARTNER,
        rf"in (?:close )?(?:partnership|cooperation|co-operation|collaboration|coordination"
        rf"|co-ordination|association) with {LIST}",
        "in cooperation with",
        0.85,
    ),
    _rule(
        PARTNER,
        rf"with (?:the )?(?:technical |expert |active |organi[sz]ational )?(?:assistance|support|help) "
        rf"(?:of|from|by) {LIST}",
        "with the support of",
        0.8,
        "OC",
        is_help=True,
    ),
    _rule(PARTNER, rf"(?:supported|assisted|backed) by {LIST}", "supported by", 0.75),
    _rule(PARTNER, rf"{LIST}[- ](?:supported|assisted|backed)\b", "supported by", 0.6),
    _rule(
        DONOR,
        rf"(?:на средства|при (?:\w+ )?финансовой поддержке|за сч[её]т средств|финансиру\w+"
        rf"|профинансирован\w*) {RUSSIAN_LIST}",
        "на средства",
        0.9,
        "OC",
    ),
    _rule(
        DONOR,
        rf"(?:[Фф]инансовую поддержку|[Фф]инансирование) \w+ (?:оказал\w*|предоставил\w*|выделил\w*) "
        rf"{RUSSIAN_LIST}",
        "финансовая поддержка",
        0.85,
        "OC",
    ),
    _rule(
        DONOR,
        rf"(?:[Фф]инансовую поддержку|[Фф]инансирование) (?:оказал\w*|предоставил\w*|выделил\w*"
        rf"|обеспечил\w*) {RUSSIAN_LIST}",
        "финансовая поддержка",
        0.85,
        "OC",
    ),
    _rule(
        ORGANISER,
        rf"(?:организован\w*|провед[её]н\w*|подготовлен\w*|инициирован\w*) (?:совместно )?{RUSSIAN_LIST}",
        "организовано",
        0.9,
    ),
    _rule(
        ORGANISER,
        rf"[Оо]рганизатор\w*(?: [\w-]+){{0,2}} (?:выступил\w*|стал\w*|являются|является|были|был) "
        rf"{RUSSIAN_LIST}",
        "организаторы",
        0.9,
    ),
    _rule(
        ORGANISER,
        rf"(?:организовал\w*|пров[её]л|провела|провели|проводят|проводит|собрал\w*|созвал\w*)(?: "
        rf"[\w-]+){{0,1}}? {RUSSIAN_LIST}",
        "организовал",
        0.85,
    ),
    _rule(
        ORGANISER,
        rf"{RUSSIAN_LIST} (?:совместно )?(?:организовал\w*|пров[её]л|провела|провели|проводят|проводит"
        rf"|собрал\w*|созвал\w*)",
        "организовал",
        0.85,
    ),
    _rule(ORGANISER, rf"совместно с {RUSSIAN_LIST}", "совместно с", 0.8),
    _rule(
        PARTNER,
        rf"(?:при (?:\w+ )?(?:поддержке|содействии|участии)|в (?:партн[её]рстве|сотрудничестве"
        rf"|взаимодействии) с) {RUSSIAN_LIST}",
        "при поддержке",
        0.8,
        "OC",
        is_help=True,
    ),
    _rule(
        PARTICIPANT,
        rf"{LIST},? {ADVERB}(?:attended|took part|take part|participated?|joined|came|represented)\b",
        "it took part",
        0.0,
    ),
    _rule(PARTICIPANT, rf"(?:attended|joined) by {LIST}", "it took part", 0.0),
    _rule(PARTICIPANT, rf"\b{PEOPLE}(?: [\w-]+){{0,2}} (?:of|from) {LIST}", "its people", 0.0),
    _rule(PARTICIPANT, rf"{RUSSIAN_LIST} (?:участвовал|принял)\w*", "участие", 0.0),
    _rule(PARTICIPANT, rf"{RUSSIAN_PEOPLE} {RUSSIAN_LIST}", "its people", 0.0),
)
"""Rules of donors first: what a rule takes, no later one of the same sentence takes."""
