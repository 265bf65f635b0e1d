"""What a person did at an event, by the words of the sentence; rules read templates (`templates.py`)."""

import re
from collections.abc import Iterator

from data.schema.vocabulary import SpeakerRole
from etl.draft.candidates.role_rules import Rule, match_rules
from etl.draft.candidates.templates import Mark, Template
from etl.draft.gazetteer.words import RUSSIAN_SAID, SAID

ONE = (
    r"(?:(?:by|of|from|the) )*⟦P\d+⟧(?:[’']s?)?(?: of (?:the )?⟦[OC]\d+⟧| from (?:the )?⟦[OC]\d+⟧| "
    r"\(⟦O\d+⟧\))?"
)
LIST = rf"(?P<list>{ONE}(?:(?:,? and| и|,|;|,? as well as|,? together with|,? along with) {ONE})*)"
ASIDE = r"(?:,? who [^,]{0,60},|, [^,⟦]{0,40},| and (?:the )?⟦O\d+⟧| of (?:the )?⟦[OC]\d+⟧)?"
ADVERB = (
    r"(?:,? (?:also|then|both|each|further|in turn|jointly|later|has|have|had|for (?:his|her) part"
    r"|on behalf of [^,]{0,40}|in (?:his|her|their|an?)[\w -]{3,40}?),?){0,4}"
)
SPOKE = (
    rf"(?:{SAID}|speaks|states|stresses|underlines|notes|opens|addresses|called|adds|pointed|expected|hoped|hopes"
    r"|linked|greeted|assured|drew|congratulated|encouraged|mentioned|discussed|gave|appreciated|referred"
    r"|suggested|declared|made|confirmed|considered|wished|believes?|pledged|promised|offered|asked|handed"
    r"|paid tribute|lectured|summari[sz]ed|read)"
)
RUSSIAN_SPOKE = (
    rf"(?:{RUSSIAN_SAID}|приветствовал|доложил|представил|поздравил|обратил(?:ся|ась|ись)|выступили)(?:а|и)?"
)
SIGNED = r"(?:signed|exchanged notes|co-?signed|inked|подписали?|подписала)"
CAME = (
    r"(?:attended|joined|took part|participated|met|received|visited|was present|were present|watched"
    r"|arrived|accompanied"
    r"|held talks|was among|discussed with|встретил(?:ся|ась)|принял(?:а)? участие|посетил(?:а)?"
    r"|присутствовал(?:а|и)?|провел(?:а|и)? (?:встречу|переговоры))"
)
SPEAKER, CHAIR, SIGNATORY, ATTENDEE, INVITER = (
    SpeakerRole.SPEAKER,
    SpeakerRole.CHAIR,
    SpeakerRole.SIGNATORY,
    SpeakerRole.ATTENDEE,
    SpeakerRole.INVITER,
)


ABSENT = None
"""Of somebody whose words or policy another one mentions."""


def _rule(role: SpeakerRole | None, pattern: str) -> Rule:
    return Rule(role, re.compile(pattern, re.IGNORECASE), "P")


RULES = (
    _rule(
        ABSENT,
        rf"(?:recalled|referred to|recalling|cited|in line with|initiative of|policy "
        rf"of)[^.⟦]{{0,60}}(?:by|of) {LIST}",
    ),
    _rule(INVITER, rf"(?:invitation of|invited by|по приглашению) {LIST}"),
    _rule(CHAIR, rf"(?:chaired|moderated|facilitated|presided over)(?: jointly)? by {LIST}"),
    _rule(CHAIR, rf"{LIST},?{ASIDE}{ADVERB},? (?:chaired|co-chaired|moderated|presided)"),
    _rule(CHAIR, rf"(?:chairmanship of|chairpersonship of|под председательством) {LIST}"),
    _rule(SIGNATORY, rf"{LIST},?{ASIDE}{ADVERB},? {SIGNED}"),
    _rule(SIGNATORY, rf"(?:signed|inked) (?:[^.⟦]{{0,40}})?(?:on behalf of [^.⟦]{{0,30}})?by {LIST}"),
    _rule(SPEAKER, rf"(?:opened|delivered|given|made|launched|presented)(?: jointly| together)? by {LIST}"),
    _rule(
        SPEAKER,
        rf"(?:remarks|speech(?:es)?|statements?|address(?:es)?|presentations?|messages?|reports?|lectures?|speakers)"
        rf"[^.⟦]{{0,60}}(?: by| from| of| included| were|:|came from)[^.⟦]{{0,20}} {LIST}",
    ),
    _rule(SPEAKER, rf"opened [^.⟦]{{0,40}}(?:together|jointly) with {LIST}"),
    _rule(ATTENDEE, rf"(?:attended|joined|witnessed|visited) by[^.⟦]{{0,40}} {LIST}"),
    _rule(SPEAKER, rf"{LIST},?{ASIDE}{ADVERB},? {SPOKE}\b"),
    _rule(SPEAKER, rf"[”\"»’],?\s*(?:[–—-] )?(?:also )?(?:{SPOKE}|{RUSSIAN_SPOKE}) {LIST}"),
    _rule(SPEAKER, rf"(?:^|, ){SPOKE} {LIST}"),
    _rule(SPEAKER, rf"{LIST},?{ADVERB},? {RUSSIAN_SPOKE}"),
    _rule(SPEAKER, rf"{RUSSIAN_SPOKE}(?: [^.⟦,]{{1,50}})? {LIST}"),
    _rule(SPEAKER, rf"{LIST},?{ASIDE}{ADVERB},? {CAME}[^.⟦]{{0,60}} and (?:also )?{SPOKE}\b"),
    _rule(ATTENDEE, rf"(?:headed|led|accompanied|represented) by(?: the)? {LIST}"),
    _rule(ATTENDEE, rf"{LIST},?{ASIDE}{ADVERB},? {CAME}"),
    _rule(
        ATTENDEE,
        rf"(?:met|met with|talks with|meeting with|received|hosted|welcomed|встретил(?:ся|ась) с"
        rf"|встрече с|переговоры с) {LIST}",
    ),
    _rule(
        ATTENDEE,
        rf"(?:between|in the presence of|with the participation of|при участии|с участием) "
        rf"[^.⟦]{{0,40}}{LIST}",
    ),
    _rule(
        ATTENDEE,
        rf"(?:among (?:the guests|them|those present)|participants|guests|delegates|delegation)[^.⟦]{{0,40}}"
        rf"(?:included|were|was|headed by|led by) {LIST}",
    ),
    _rule(
        ATTENDEE, rf"{LIST}[^.⟦]{{0,60}}(?:,? and [^.⟦]{{0,60}})?(?:was|were) also (?:present|in attendance)"
    ),
    _rule(ATTENDEE, rf"{LIST}[^.]{{0,100}}\b(?:attended|took part|were present|was present|participated)\b"),
)
"""In order: what a rule takes, no later one of the same sentence takes."""
WEIGHT = {CHAIR: 5, SIGNATORY: 4, SPEAKER: 3, INVITER: 2, ATTENDEE: 1}
"""Of what a person is said to have done in several sentences the weightiest counts."""


def find_roles(template: Template) -> Iterator[tuple[Mark, SpeakerRole | None, str]]:
    """What the words of one sentence say of persons, with those words."""
    for rule, words, mark in match_rules(template, RULES):
        yield mark, SpeakerRole(rule.role) if rule.role else ABSENT, _verb(words)


def _verb(words: str) -> str:
    """The words of a match without the marks: what the role rests on."""
    return " ".join(re.sub(r"⟦[A-Z]\d+⟧", "…", words).split())[:60]
