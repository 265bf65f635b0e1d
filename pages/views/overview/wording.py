"""The words of the overview: whole sentences with named gaps."""

from collections.abc import Mapping

from data.links import PAGES

WHAT = (
    "Chegara is a record of security and border cooperation in Central Asia: ",
    "events",
    ", ",
    "border liaison offices",
    ", and what was asked of whom, each with the ",
    "source",
    " that says so. ",
)
TERMS = {"events": "event", "border liaison offices": "border liaison office", "source": "source"}
"""Words of it that open their meaning, by the term of the glossary."""
HOLDS = "It holds {events}; {reporting} of its {sources} sources {verb} {them}."
MATCHES = "Under the filters: {events}; {reporting} of its {sources} sources {verb} {them}."
UNFILTERED = ", whatever the filters"
FOLLOWS = "Under the filters."
WHOLE = "Of the whole record, whatever the filters."
OWN_FILTERS = "These views set filters of their own."
QUESTIONS = {
    "timeline": "Who met, when and where, about what? Who spoke?",
    "network": "Which organisations work together?",
    "offices": "Where are the border liaison offices, and since when?",
    "recommendations": "What was asked of whom, and what came of it?",
    "evidence": "Who says so, in which words? Who says otherwise?",
    "index": "What is known of this organisation, person, border or instrument?",
    "brief": "How do I hand this in, with the source of every sentence?",
    "extracts": "How do I get the tables as files?",
    "about": "How was this made, what is missing, how do I cite it?",
}
"""By page the questions that it answers."""
EVIDENCE = PAGES["evidence"]
FIGURES = {
    "events": ("event", "events"),
    "organisations": ("organisation that took part", "organisations that took part"),
    "speakers": ("speaker", "speakers"),
    "recommendations": ("recommendation", "recommendations"),
}
"""By figure what one and many are called."""


def name_figures(counted: Mapping[str, int]) -> list[tuple[str, str]]:
    """Each figure with what its number counts: `events`, `event` where it is one."""
    return [(name, one if counted[name] == 1 else many) for name, (one, many) in FIGURES.items()]


def more_disagreements(shown: int, every: int) -> list[str]:
    """How many disagreements there are beside those shown; the part EVIDENCE becomes a link."""
    if not every:
        return ["The sources of these events do not differ."]
    if shown == every:
        return ["Their words, and why one is preferred, are on the page ", EVIDENCE, "."]
    if not shown:
        differ = "list" if every == 1 else "lists"
        what = f"No value differs, but {every:,} {differ} of who organised or how somebody spoke"
        return [f"{what} {'does' if every == 1 else 'do'}: see the page ", EVIDENCE, "."]
    return [f"{shown:,} of {every:,} differences; all of them are on the page ", EVIDENCE, "."]
