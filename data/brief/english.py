"""Every sentence of a brief in English: one, many, none of a thing, inexact dates, no place, rivals."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.brief.language import Language, Sentences
from data.values import date_words

SENTENCES: Sentences = {
    # the record and its figures
    "record": "Chegara, release {release}, build {build}.",
    "record_of": "Chegara, release {release} of {day}, build {build}.",
    "counted": "Counted in the record; filter: {filter}.",
    "looked_up": "Looked up in the record.",
    "events_all": {
        "none": "The record holds no event that matches.",
        "one": "The record holds one event that matches.",
        "other": "The record holds {n} events that match.",
    },
    "events_certain": {
        "one": "The record holds one event that is certainly in the range of dates.",
        "other": "The record holds {n} events that are certainly in the range of dates.",
    },
    "events_possible": {
        "one": "One more may be in it, because its date is not exact.",
        "other": "{n} more may be in it, because their dates are not exact.",
    },
    "events_only_possible": {
        "one": "The record holds one event that may be in the range of dates; its date is not exact.",
        "other": "The record holds {n} events that may be in the range of dates; their dates are not exact.",
    },
    "kinds": "By kind they are {kinds}.",
    "who": "{organisations} had a part in them and {speakers} spoke; they rest on {documents}.",
    "disputed": {
        "one": "On one of them sources disagree about a value; each value is given with who states it.",
        "other": "On {n} of them sources disagree about a value; each value is given with who states it.",
    },
    "undated": {
        "one": "One event that matches has no date.",
        "other": "{n} events that match have no date.",
    },
    "chosen": {
        "one": "One of the {of} events is given here, the one that most documents report.",
        "other": "{n} of the {of} events are given here: those certainly in the range that most documents "
        "report, newer ones first among equals.",
    },
    # one event
    "title": "{title}.",
    "organisers": {"one": "{names} organised it.", "other": "{names} organised it together."},
    "organisers_operation": {"one": "{names} carried it out.", "other": "{names} carried it out together."},
    "organisers_publication": {"one": "{names} published it.", "other": "{names} published it together."},
    "hosts": {"one": "{names} was the host.", "other": "{names} were the hosts."},
    "partners": {"one": "{names} was a partner.", "other": "{names} were partners."},
    "donors": {
        "one": "{names} paid for it or supported it.",
        "other": "{names} paid for it or supported it.",
    },
    "participants": {"one": "{names} took part.", "other": "{names} took part."},
    "invited": {"one": "{names} was invited.", "other": "{names} were invited."},
    "and_more": {"one": "one more", "other": "{n} more"},
    "speakers": {"one": "{names} spoke.", "other": "{names} spoke."},
    "number": {
        "one": "{claimants} speaks of {value} taking part.",
        "other": "{claimants} speak of {value} taking part.",
    },
    "people": {"one": "{value} person", "other": "{value} people"},
    "rivals": "Sources differ on the {field}: {values}.",
    "rival": "{value} ({claimant})",
    "inferred": "The date is inferred: {reason}",
    "possible": "Its date is not exact, and it may lie outside the range.",
    "lead": "{when}, {place}.",
    "place_in": "{place} ({country})",
    "lead_no_place": "{when}.",
    # offices
    "total": {
        "one": "{publisher} counts {value} Border Liaison Office in all, as of {day}.",
        "other": "{publisher} counts {value} Border Liaison Offices in all, as of {day}.",
    },
    "total_before": "The count before that is {value}, as of {day}, by {publisher}.",
    "by_border": "The latest numbers by border add up to {value}; no source gives the newest count by "
    "border.",
    "border": {
        "one": "On the {border} border {value} office was operational {when}.",
        "other": "On the {border} border {value} offices were operational {when}.",
    },
    "coming": {
        "one": "Besides, {value} more was {status} there {when}.",
        "other": "Besides, {value} more were {status} there {when}.",
    },
    "coming_unknown": {
        "one": "On the {borders} border more were {status} {when}; the source gives no number.",
        "other": "On the {borders} borders more were {status} {when}; the source gives no number.",
    },
    "named": {
        "one": "On the {border} border {names} is known by name.",
        "other": "On the {border} border {names} are known by name.",
    },
    "office_opened": "{name} (opened {day})",
    "unnamed": {
        "one": "One office that sources count has no published place.",
        "other": "{n} offices that sources count have no published place.",
    },
    "candidates": {
        "one": "One more place is only a candidate that no source calls an office; it is not counted.",
        "other": "{n} more places are only candidates that no source calls an office; they are not counted.",
    },
    "no_counts": "By then no source in the record had counted offices.",
    "office": "{name}, on the {border} border: {status}.",
    "office_since": "{name}, on the {border} border: {status}; opened {day}.",
    # recommendations and statements
    "text": "{text}",
    "addressee": "It is addressed to {addressee}.",
    "no_addressee": "The source names no addressee.",
    "followed": "What followed, by a later source: {words}",
    "recommendations": {
        "none": "No recommendation in the record matches.",
        "one": "One recommendation matches.",
        "other": "{n} recommendations match.",
    },
    "followed_one": {
        "none": "No source on what followed was found.",
        "other": "A source on what followed was found.",
    },
    "followed_count": {
        "none": "No source on what followed was found.",
        "one": "For one of them a source on what followed was found.",
        "other": "For {n} of them a source on what followed was found.",
    },
    "recommendations_chosen": {
        "one": "One of the {of} that match is given here.",
        "other": "{n} of the {of} that match are given here, the newest first.",
    },
    "lead_who": "{who}, {when}.",
    "lead_who_undated": "{who}.",
    # other things
    "organisation": "{name} is short for {full_name}.",
    "organisation_plain": "{name} is a body of the record ({kind}).",
    "person": {
        "none": "{name} is named in the record.",
        "one": "{name} is named in the record at one event.",
        "other": "{name} is named in the record at {n} events.",
    },
    "instrument": "{name} ({kind}).",
    "instrument_since": "{name} ({kind}), {when}.",
    "border_thing": "The {border} border is one of those in the record.",
    "border_length": "The {border} border is {length} km long.",
    "source": "{publisher} reports: {about}",
    "missing": {
        "one": "One entry of the basket is not in this release: {ids}.",
        "other": "{n} entries of the basket are not in this release: {ids}.",
    },
    # what was not found or read
    "read": "Of the publishers that report these events, {pages} were read: {publishers}.",
    "read_one": "{publisher} {n}",
    "read_undated": {
        "one": "On one of these pages no date is printed.",
        "other": "On {n} of these pages no date is printed.",
    },
    "read_on": "They were last read on {day}.",
    "read_between": "They were last read between {first} and {last}.",
    "unread": {
        "none": "In each of the {of} months of the range at least one of the pages read was published.",
        "one": "In one of the {of} months of the range none of the pages read was published; "
        "that is no sign that nothing happened then.",
        "other": "In {n} of the {of} months of the range none of the pages read was published; "
        "that is no sign that nothing happened then.",
    },
    "inferred_dates": {
        "one": "The date of one of the events is inferred and not printed by its source.",
        "other": "The dates of {n} of the events are inferred and not printed by their sources.",
    },
    "no_organiser": {
        "one": "For one of the events the sources name no organiser.",
        "other": "For {n} of the events the sources name no organiser.",
    },
    # numbers of things, inside sentences
    "n_organisations": {"none": "no organisation", "one": "one organisation", "other": "{n} organisations"},
    "n_speakers": {"none": "nobody on record", "one": "one person", "other": "{n} people"},
    "n_documents": {"none": "no document", "one": "one document", "other": "{n} documents"},
    "n_pages": {"none": "no page", "one": "one page", "other": "{n} pages"},
    "same": {"one": "source as in note {notes}", "other": "sources as in notes {notes}"},
    "n_of_kind": "{kind} ({n})",
}
LABELS = {
    "figures": "In figures",
    "events": "Events",
    "selection": "Selection",
    "offices": "Border Liaison Offices",
    "recommendations": "Recommendations",
    "coverage": "What was not found or read",
    "sources": "Sources",
    "pictures": "Pictures",
    "undated": "Without a date",
    "remark": "Analyst’s note:",
    "question": "Question:",
    "brief": "Brief",
    "paragraph": "para. {n}",
    "read": "read {day}",
    "context": "on the matter:",
    "no_date": "no date",
    "footnotes": "Notes",
    "short_names": "Short names",
    "page": "Page",
}


def join(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def span(row: Mapping[Any, Any]) -> str:
    """When an event took place or an office opened."""
    return date_words.format_span(row, "date not stated")


ENGLISH = Language("en", SENTENCES, LABELS, join, date_words.format_date, date_words.format_when, span)
