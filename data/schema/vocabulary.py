"""The controlled lists of the record: every allowed value of a coded column, with its label for people.

A value here is public (it stands in CSV files, the store, links and extracts): add, never rename.
"""

from enum import StrEnum


class Family(StrEnum):
    """The four groups of organisations that every picture colours by."""

    UN_GLOBAL = "un_global"
    REGIONAL = "regional"
    STATE = "state"
    OTHER = "other"


class OrganisationKind(StrEnum):
    UN_ENTITY = "un_entity"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    REGIONAL_ORGANISATION = "regional_organisation"
    PROGRAMME = "programme"
    STATE = "state"
    MINISTRY = "ministry"
    AGENCY = "agency"
    BORDER_SERVICE = "border_service"
    CUSTOMS = "customs"
    DONOR_AGENCY = "donor_agency"
    THINK_TANK = "think_tank"
    BUSINESS_BODY = "business_body"
    NETWORK = "network"


class EventKind(StrEnum):
    """The lanes of the timeline; the specific form of an event is in `events.form`."""

    DECISION = "decision"
    CONFERENCE = "conference"
    MEETING = "meeting"
    OPENING = "opening"
    OPERATION = "operation"
    TRAINING = "training"
    VISIT = "visit"


class EventMode(StrEnum):
    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"
    NOT_STATED = "not_stated"


class DatePrecision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    UNKNOWN = "unknown"


class OrganisationRole(StrEnum):
    ORGANISER = "organiser"
    HOST = "host"
    PARTNER = "partner"
    PARTICIPANT = "participant"
    INVITED = "invited"
    DONOR = "donor"


class SpeakerRole(StrEnum):
    """What a person did at an event; only the first three count as speaking."""

    SPEAKER = "speaker"
    CHAIR = "chair"
    SIGNATORY = "signatory"
    ATTENDEE = "attendee"
    INVITER = "inviter"
    QUOTED = "quoted"


class SpeakerMode(StrEnum):
    IN_PERSON = "in_person"
    VIDEO_MESSAGE = "video_message"
    VIDEO_LINK = "video_link"
    WRITTEN = "written"
    ON_BEHALF = "on_behalf"
    NOT_STATED = "not_stated"


class PlaceKind(StrEnum):
    CITY = "city"
    CROSSING = "crossing"
    LOCALITY = "locality"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


class InstrumentKind(StrEnum):
    RESOLUTION = "resolution"
    STRATEGY = "strategy"
    PLAN = "plan"
    DECLARATION = "declaration"
    AGREEMENT = "agreement"
    PROGRAMME = "programme"
    PROJECT = "project"
    OPERATION = "operation"
    NETWORK = "network"
    COMMITTEE = "committee"
    ASSESSMENT = "assessment"
    DIALOGUE = "dialogue"
    REPORT = "report"
    CONCEPT = "concept"


class InstrumentRelation(StrEnum):
    """How an event stands to an instrument."""

    ADOPTED = "adopted"
    SIGNED = "signed"
    LAUNCHED = "launched"
    CONDUCTED = "conducted"
    REVIEWED = "reviewed"
    UNDER = "under"
    MENTIONED = "mentioned"


class PointKind(StrEnum):
    """What the point of an office is; none is the office itself."""

    CROSSING = "crossing"
    VILLAGE = "village"
    STATION = "station"
    PASS = "pass"  # noqa: S105 - of mountains
    BRIDGE = "bridge"
    TOWN = "town"


class OfficeStatus(StrEnum):
    OPERATIONAL = "operational"
    ESTABLISHING = "establishing"
    PLANNED = "planned"
    CANDIDATE = "candidate"


COMING = (OfficeStatus.ESTABLISHING, OfficeStatus.PLANNED)
"""Offices that are not open yet."""


class OfficeCounted(StrEnum):
    """Whether an office is one of the 19 that UNODC counted in November 2021."""

    NAMED = "named"
    PROJECT_SITE = "project_site"
    UNNAMED = "unnamed"
    NO = "no"


class CountBound(StrEnum):
    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    ABOUT = "about"
    UP_TO = "up_to"
    NOT_STATED = "not_stated"


class FollowUp(StrEnum):
    """What a source in the record says happened after a recommendation."""

    NOT_FOUND = "not_found"
    UNDER_WAY = "under_way"
    DONE = "done"


class FollowUpState(StrEnum):
    """How far the record knows what came of a recommendation."""

    DONE = "done"
    UNDER_WAY = "under_way"
    SAME_THEME = "same_theme"
    NOT_FOUND = "not_found"


class StatementKind(StrEnum):
    ASSESSMENT = "assessment"
    THREAT = "threat"
    COMMITMENT = "commitment"
    SUPPORT = "support"
    OFFER = "offer"
    REPORT = "report"
    APPRECIATION = "appreciation"


class SourceKind(StrEnum):
    DOCUMENT = "document"
    WEB_PAGE = "web_page"
    DATA_SET = "data_set"


class UrlStatus(StrEnum):
    READ = "read"
    INFERRED = "inferred"
    NOT_FOUND = "not_found"


class Extent(StrEnum):
    """How much of a source was read."""

    WHOLE = "whole"
    EXCERPT = "excerpt"


class ReadAs(StrEnum):
    """Whether a source was read where it stands, or as a copy that somebody stored."""

    STORED_COPY = "stored_copy"
    LIVE_PAGE = "live_page"


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Rank(StrEnum):
    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Rule(StrEnum):
    """By what one of competing values is preferred; the reason says why it applies."""

    MOST_AUTHORITATIVE = "most_authoritative"
    MOST_PRECISE = "most_precise"
    LATEST = "latest"
    ORGANISERS_OWN = "organisers_own"


LABELS: dict[StrEnum, str] = {
    Family.UN_GLOBAL: "UN and global bodies",
    Family.REGIONAL: "Regional organisations",
    Family.STATE: "States and their services",
    Family.OTHER: "Others",
    OrganisationKind.UN_ENTITY: "UN entity",
    EventKind.DECISION: "Decisions",
    EventKind.CONFERENCE: "Conferences",
    EventKind.MEETING: "Meetings",
    EventKind.OPENING: "Openings",
    EventKind.OPERATION: "Operations",
    EventKind.TRAINING: "Training",
    EventKind.VISIT: "Visits and assessments",
    SpeakerMode.ON_BEHALF: "read on their behalf",
    SpeakerMode.VIDEO_LINK: "by video link",
    SpeakerMode.VIDEO_MESSAGE: "by video message",
    SpeakerMode.WRITTEN: "in writing",
    OfficeStatus.ESTABLISHING: "being established",
    OfficeStatus.CANDIDATE: "candidate, not sourced as an office",
    Rule.MOST_AUTHORITATIVE: "the most authoritative for the matter",
    Rule.MOST_PRECISE: "the most precise",
    Rule.LATEST: "the latest",
    Rule.ORGANISERS_OWN: "the organiser's own",
    FollowUp.NOT_FOUND: "no source on follow-up found",
}


_WORDS = {(type(value), value): words for value, words in LABELS.items()}
"""By list too: equal values of two lists, such as `not_found`, are one key of LABELS."""


def label(value: StrEnum) -> str:
    """The words for `value`: from LABELS, else the value itself with spaces for underscores."""
    return _WORDS.get((type(value), value), str(value).replace("_", " "))
