"""The words of the record that a newcomer may not know, each with its meaning."""

from pages.views.html import markup

TERMS = {
    "event": (
        "A meeting, training, decision, opening, operation or visit on security or border matters that a "
        "source reports. Each is one entry, however many sources tell of it."
    ),
    "border liaison office": (
        "An office at a border crossing (BLO) in which the services of neighbouring countries share "
        "information directly."
    ),
    "source": (
        "A published page or document that was read for this record. Every value names the one that states "
        "it."
    ),
    "recommendation": "What somebody asked somebody to do, with who asked whom, where, and what came of it.",
    "statement": (
        "What somebody assessed, promised, offered or reported, without asking anybody for anything."
    ),
    "claim": "One value as one source states it. Where sources differ, the claims of all stay visible.",
    "anchor": "The words of a source, at most eight, by which a claim can be found on its page.",
    "preferred": (
        "The claim that is shown first where sources differ, by a rule and for a reason that are given."
    ),
    "originator": (
        "The organisation whose words a page tells. Two documents of one originator are one voice, so they "
        "do not confirm each other."
    ),
    "organiser": (
        "An organisation that a source names as organising an event. Who only paid for it is a donor."
    ),
    "speaker": (
        "A person's appearance at an event, with the office held then, where words say that he or she spoke."
    ),
    "certainly, possibly": (
        "How an event matches a range of dates. Certainly: all days that its sources allow are in the range. "
        "Possibly: some of them are."
    ),
    "inferred": "Not printed by any source; it follows from what is printed, for the reason given.",
    "not stated": "No source that was read says so. It is not zero, and not a no.",
    "border pair": "A land border, named by the codes of its two countries: TJK-UZB.",
    "candidate": (
        "A place named for a border liaison office of which no source that was read says that it opened."
    ),
    "instrument": "A resolution, strategy, plan, programme, operation or network that events are about.",
    "release": "A numbered, dated state of the record, with a list of what changed since the one before.",
}
ACRONYMS = {"BLO": "Border Liaison Office", "BLOs": "Border Liaison Offices"}
"""Besides the short names of organisations."""


def explain(words: str, term: str = "") -> markup.Safe:
    """The words as a button that opens the meaning of `term`, or of the words themselves."""
    name = term or words
    return markup.term(words, TERMS[name], f"term-{name.replace(' ', '-')}")
