"""Every sentence of a brief in English: one, many, none of a thing, inexact dates, no place, rivals.

None begins with a figure.
"""

from data.brief.languages.language import Sentences

SENTENCES: Sentences = {
    # the record and its figures
    "range": "{first} to {last}",
    "range_first": "from {first}",
    "range_last": "until {last}",
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
        "other": "Besides, {n} more may be in it, because their dates are not exact.",
    },
    "events_only_possible": {
        "one": "The record holds one event that may be in the range of dates; its date is not exact.",
        "other": "The record holds {n} events that may be in the range of dates; their dates are not exact.",
    },
    "kinds": {"one": "It is counted among {kinds}.", "other": "By kind they are {kinds}."},
    "who": {
        "one": "It involved {organisations}, and {speakers} spoke at it; it rests on {documents}.",
        "other": "They involved {organisations}, and {speakers} spoke at them; they rest on {documents}.",
    },
    "disputed": {
        "only": "On it sources disagree about a value.",
        "one": "On one of the events sources disagree about a value.",
        "other": "On {n} of the events sources disagree about a value.",
    },
    "undated": {
        "only": "The year of the event is not known.",
        "one": "The year of one of the events is not known.",
        "other": "The year of {n} of the events is not known.",
    },
    "chosen": {
        "one": "Of the {of} events one is given here: the newest of those that most documents report.",
        "other": "Of the {of} events {n} are given here: those most documents report; of equals the newer.",
    },
    "chosen_in_range": {
        "one": "Of the {of} events one is given here: of those in the range of dates the newest that most "
        "documents report.",
        "other": "Of the {of} events {n} are given here: those certainly in the range of dates before "
        "others, then those most documents report; of equals the newer.",
    },
    "at_length": {
        "one": "At length one of them is told, of the others date, place and title.",
        "other": "At length {n} of them are told, of the others date, place and title.",
    },
    # one event
    "title": "{title}.",
    "organisers": {"one": "{names} organised it.", "other": "{names} organised it together."},
    "organisers_operation": {"one": "{names} carried it out.", "other": "{names} carried it out together."},
    "organisers_publication": {"one": "{names} published it.", "other": "{names} published it together."},
    "hosts": {"one": "{names} was the host.", "other": "{names} were the hosts."},
    "partners": {"one": "{names} was a partner.", "other": "{names} were partners."},
    "donors": "{names} paid for it or supported it.",
    "participants": "{names} took part.",
    "invited": {"one": "{names} was invited.", "other": "{names} were invited."},
    "and_more": {"one": "one more", "other": "{n} more"},
    "speakers": "{names} spoke.",
    "number": {
        "one": "{claimants} speaks of {value} taking part.",
        "other": "{claimants} speak of {value} taking part.",
    },
    "people": {"one": "{value} person", "other": "{value} people"},
    "rivals": "Sources differ on the {field}: {values}.",
    "rival": "according to {claimant}, {value}",
    "long_rivals": "Sources differ on the {field}.",
    "long_rival": "According to {claimant}: {value}.",
    "inferred_date": "The date is inferred. {reason}",
    "inferred_place": "The place is inferred. {reason}",
    "possible": "Its date is not exact, and it may lie outside the range.",
    "lead": "{when}, {place}.",
    "place_in": "{place} ({country})",
    "lead_no_place": "{when}.",
    # offices
    "total": {
        "one": "{publisher} counts {value} Border Liaison Office in all, as of {day}.",
        "other": "{publisher} counts {value} Border Liaison Offices in all, as of {day}.",
    },
    "total_before": "Before that {publisher} counted {value}, as of {day}.",
    "total_before_same": "Before that {publisher} gave the same number, as of {day}.",
    "by_border": "The latest numbers by border add up to {value}; no source gives the newest count by "
    "border.",
    "border": {
        "one": "On the {border} border {value} office was operational {when}",
        "other": "On the {border} border {value} offices were operational {when}",
    },
    "borders": {
        "one": "On each of the {borders} borders {value} office was operational {when}",
        "other": "On each of the {borders} borders {value} offices were operational {when}",
    },
    "next_border": "on the {border} border {value}",
    "next_borders": "on each of the {borders} borders {value}",
    "last": "{rest}, and {last}",
    "coming": {
        "one": "On the {border} border {value} office was {status} {when}.",
        "other": "On the {border} border {value} offices were {status} {when}.",
    },
    "coming_besides": {
        "one": "Besides, {value} more was {status} on the {border} border {when}.",
        "other": "Besides, {value} more were {status} on the {border} border {when}.",
    },
    "coming_unknown": {
        "one": "On the {borders} border offices were {status} {when}; the source does not say how many.",
        "other": "On the {borders} borders offices were {status} {when}; the source does not say how many.",
    },
    "named": {
        "one": "The office known by name on the {border} border is {names}.",
        "other": "The offices known by name on the {border} border are {names}.",
    },
    "next_named": {
        "one": "On the {border} border it is {names}.",
        "other": "On the {border} border they are {names}.",
    },
    "office_opened": "{name} (opened {day})",
    "unnamed": {
        "one": "One office is listed without a name.",
        "other": "Besides, {n} offices are listed without a name.",
    },
    "candidates": {
        "one": "One place is only a candidate, which no source calls an office; it is not counted.",
        "other": "Another {n} places are only candidates, which no source calls offices; they are not "
        "counted.",
    },
    "no_counts": "No source in the record gives a number of all offices.",
    "no_counts_then": "By {day} no source in the record had given a number of all offices.",
    "office": "{name}, a Border Liaison Office on the {border} border: {status}.",
    "office_since": "{name}, a Border Liaison Office on the {border} border: {status}; opened {day}.",
    "office_dated": "{name}, a Border Liaison Office on the {border} border: {status}, {day}.",
    "office_candidate": "{name}, on the {border} border, is only a candidate: no source calls it an office.",
    # recommendations and statements
    "text": "{text}",
    "addressee": "It is addressed to {addressee}.",
    "no_addressee": "The source names no addressee.",
    "followed": "A later source on what followed: {words}",
    "next_followed": "Another later source: {words}",
    "recommendations": {
        "none": "The record holds no recommendation that matches.",
        "one": "The record holds one recommendation that matches.",
        "other": "The record holds {n} recommendations that match.",
    },
    "followed_count": {
        "none": "No source on what followed was found.",
        "only": "A source on what followed was found.",
        "one": "For one of them a source on what followed was found.",
        "other": "For {n} of them a source on what followed was found.",
    },
    "recommendations_chosen": {
        "one": "Of the {of} recommendations the newest is given here.",
        "other": "Of the {of} recommendations {n} are given here, the newest first.",
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
    "thing": {
        "none": "The record holds no event that has to do with {name}.",
        "one": "The record holds one event that has to do with {name}.",
        "other": "The record holds {n} events that have to do with {name}.",
    },
    "instrument": "{name} ({kind}).",
    "instrument_since": "{name} ({kind}), {when}.",
    "border_thing": "The {border} border is one of those in the record.",
    "border_length": "The {border} border is {length} km long.",
    "source": "{publisher} reports: {about}",
    "missing": {
        "one": "This release does not hold one entry of the basket: {ids}.",
        "other": "This release does not hold {n} entries of the basket: {ids}.",
    },
    # what was not found or read
    "read": {
        "one": "Of the publishers that report what matches, one page was read: {publishers}.",
        "other": "Of the publishers that report what matches, {n} pages were read: {publishers}.",
    },
    "read_in_range": {
        "none": "Of the publishers that report what matches, no page published in the months of the range "
        "was read.",
        "one": "Of the publishers that report what matches, one page published in the months of the range "
        "was read: {publishers}.",
        "other": "Of the publishers that report what matches, {n} pages published in the months of the range "
        "were read: {publishers}.",
    },
    "read_one": "{publisher} {pages}",
    "read_undated": {
        "only": "Its month of publication is not known.",
        "one": "Of one of these pages the month of publication is not known.",
        "other": "Of {n} of these pages the month of publication is not known.",
    },
    "read_undated_besides": {
        "one": "Of one more of their pages the month of publication is not known.",
        "other": "Of {n} more of their pages the month of publication is not known.",
    },
    "read_on": "Their pages were last read {when}.",
    "read_between": "Their pages were last read {span}.",
    "unread_month": {
        "none": "In the month of the range at least one of the pages read was published.",
        "other": "In the month of the range none of the pages read was published; "
        "that is no sign that nothing happened then.",
    },
    "unread": {
        "none": "In each of the {of} months of the range at least one of the pages read was published.",
        "one": "In one of the {of} months of the range none of the pages read was published; "
        "that is no sign that nothing happened then.",
        "other": "In {n} of the {of} months of the range none of the pages read was published; "
        "that is no sign that nothing happened then.",
    },
    "inferred_dates": {
        "only": "The date of the event is inferred and not printed by its source.",
        "one": "The date of one of the events is inferred and not printed by its source.",
        "other": "The dates of {n} of the events are inferred and not printed by their sources.",
    },
    "inferred_places": {
        "only": "The place of the event is inferred and not printed by its source.",
        "one": "The place of one of the events is inferred and not printed by its source.",
        "other": "The places of {n} of the events are inferred and not printed by their sources.",
    },
    "no_organiser": {
        "only": "The sources name no organiser of the event.",
        "one": "For one of the events the sources name no organiser.",
        "other": "For {n} of the events the sources name no organiser.",
    },
    # numbers of things, inside sentences
    "n_organisations": {"none": "no organisation", "one": "one organisation", "other": "{n} organisations"},
    "n_speakers": {"none": "nobody on record", "one": "one person", "other": "{n} people"},
    "n_documents": {"none": "no document", "one": "one document", "other": "{n} documents"},
    "same": {"one": "source as in {notes}", "other": "sources as in {notes}"},
    "notes": {"one": "note {numbers}", "other": "notes {numbers}"},
    "n_of_kind": "{kind} ({number})",
}
