"""Every table of the record: the only schema. Each column says in a sentence what it holds.

The table and column names are public: people open the store with other tools. A column whose
sentence ends in "Derived." is filled by the ETL and has no place in the CSV files of `curated/`.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, StringConstraints
from pydantic.fields import FieldInfo
from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from data.schema import vocabulary as v
from data.values.dates import partial_date
from data.values.text import web_address

SCHEMA_VERSION = 12

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=90)]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
SlugOrCode = Annotated[str, StringConstraints(pattern=r"^([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)$", max_length=90)]
AliasTable = Annotated[
    str, StringConstraints(pattern=r"^(organisations|people|places|instruments|countries)$")
]
BorderId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[A-Z]{3}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Partial = Annotated[str, AfterValidator(partial_date)]
Url = Annotated[str, AfterValidator(web_address)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


def column(sentence: str, *, to: str | None = None, key: bool = False, **extra: Any) -> Any:
    """A column with its sentence; `to` is the `table.column` it refers to, `key` puts it in the key."""
    if to:
        extra |= {"foreign_key": to, "index": not key}
    return Field(description=sentence, primary_key=key, **extra)


def choice(vocabulary: type[StrEnum], sentence: str, *, key: bool = False, **extra: Any) -> Any:
    """A text column that allows the values of one controlled list."""
    allowed = "; ".join(vocabulary)
    return Field(description=f"{sentence} One of: {allowed}.", primary_key=key, sa_type=String, **extra)


def derived(sentence: str, **extra: Any) -> Any:
    """A column that the ETL fills."""
    return Field(default=None, description=f"{sentence} Derived.", **extra)


def is_derived(model: type[SQLModel], name: str) -> bool:
    return (model.model_fields[name].description or "").endswith("Derived.")


class Row(SQLModel, registry=registry()):
    """Base of all tables. Its own registry, because Streamlit imports this module again on a hot reload."""


class Sourced(Row):
    """A fact: it names the source that states it."""

    source_id: Slug = column("The source that states this row.", to="sources.id")


class Source(Row, table=True):
    """A document, page or data set that facts rest on."""

    __tablename__ = "sources"
    id: Slug = column("Publisher, date and topic, e.g. `wco-2022-03-04-tashkent-conference`.", key=True)
    publisher: Text = column("Who published it, as the record names them.")
    originator: Slug = column("Who wrote the words; the same for a text and its reposts.", index=True)
    title: Text | None = column("Its title as printed; empty where none was read.", default=None)
    about: Text = column("What it reports, in our words.")
    kind: v.SourceKind = choice(v.SourceKind, "What sort of source it is.")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = column(
        "ISO 639-1 code of its language."
    )
    published_on: Partial | None = column(
        "Date of publication as precise as printed; empty: not stated.", default=None
    )
    url: Url | None = column("The publisher's address; empty where none was found.", default=None)
    url_status: v.UrlStatus = choice(
        v.UrlStatus, "Whether the address was read, inferred from a mirror, or not found."
    )
    read_via_url: Url | None = column("The mirror it was read on, if not at its own address.", default=None)
    extent: v.Extent = choice(v.Extent, "How much of it was read.")
    read_on: Partial | None = column("When it was last read; empty: not stated.", default=None)
    read_as: v.ReadAs | None = choice(
        v.ReadAs, "Whether it was read as a stored copy or live; empty: not stated.", default=None
    )
    sha256: Sha256 | None = column("SHA-256 of the document's text file, where one is at hand.", default=None)
    note: Text | None = column("What a reader should know about it.", default=None)


class Country(Sourced, table=True):
    """A country that the record names."""

    __tablename__ = "countries"
    id: CountryCode = column("ISO 3166-1 alpha-3 code.", key=True)
    name: Text = column("Short English name.", unique=True)
    is_central_asia: bool = column("True for the five Central Asian states.")


class Place(Sourced, table=True):
    """A city, crossing, province, country or region where something took place."""

    __tablename__ = "places"
    id: Slug = column("Name and, where needed, country.", key=True)
    name: Text = column("Name in English.")
    name_cyrillic: Text | None = column("Name in Cyrillic script, where the record has it.", default=None)
    kind: v.PlaceKind = choice(v.PlaceKind, "What sort of place it is.")
    country_id: CountryCode | None = column(
        "Country it lies in; empty for a region.", to="countries.id", default=None
    )
    geonames_id: int | None = column(
        "GeoNames number of a city; its coordinates come from there.", default=None, gt=0
    )
    latitude: float | None = derived("Degrees north, WGS 84, from GeoNames.", ge=-90, le=90)
    longitude: float | None = derived("Degrees east, WGS 84, from GeoNames.", ge=-180, le=180)


class Organisation(Sourced, table=True):
    """A body that took part: an agency, service, ministry, state, programme or institute."""

    __tablename__ = "organisations"
    id: Slug = column("Its common short name, e.g. `unrcca`, `mfa-uz`.", key=True)
    name: Text = column("The short name shown, e.g. UNRCCA.", unique=True)
    full_name: Text = column("Its full English name.")
    name_russian: Text | None = column(
        "Its name or abbreviation in Russian, where the record has it.", default=None
    )
    kind: v.OrganisationKind = choice(v.OrganisationKind, "What sort of body it is.")
    family: v.Family = choice(v.Family, "The group that pictures colour by.")
    parent: Text | None = column("The body it belongs to, as the record states it.", default=None)
    country_id: CountryCode | None = column(
        "Country of its seat; a state is its own.", to="countries.id", default=None
    )
    city: Text | None = column("City of its seat.", default=None)
    website: Url | None = column("Its own site.", default=None)
    note: Text | None = column("Successors, earlier names and the like.", default=None)


class Person(Sourced, table=True):
    """A public office-holder at an event. No contact details."""

    __tablename__ = "people"
    id: Slug = column("Surname first, e.g. `mikuriya-kunio`.", key=True)
    name: Text = column("Name in the usual English order and spelling.")
    name_cyrillic: Text | None = column("Name in Cyrillic script, where the record has it.", default=None)


class Event(Sourced, table=True):
    """One meeting, course, opening, operation or decision, however many sources report it."""

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_dates", "earliest", "begins_by", "ends_from", "latest"),)
    id: Slug = column("Date, place and topic, e.g. `2022-03-03-tashkent-jpoa`.", key=True)
    title: Text = column("What it was, in our words.")
    kind: v.EventKind = choice(v.EventKind, "The lane of the timeline it belongs to.", index=True)
    form: Text = column("Its specific form, e.g. round table, expert meeting, study tour.")
    mode: v.EventMode = choice(v.EventMode, "How people met.")
    start_on: Partial | None = column(
        "First day as precise as the source; `between`: the lower bound.", default=None
    )
    end_on: Partial | None = column(
        "Last day if not the first; `before`, `between`: the upper bound.", default=None
    )
    date_precision: v.DatePrecision = choice(v.DatePrecision, "How precise the dates are.")
    date_as_stated: Text | None = column(
        "The date as the source words it, where it is not exact.", default=None
    )
    is_date_inferred: bool = column("True where no source prints the whole date.", default=False)
    date_reason: Text | None = column("Why the date is inferred or bounded as it is.", default=None)
    place_as_stated: Text | None = column(
        "The place as stated, where it is not one named place.", default=None
    )
    is_place_inferred: bool = column("True where no source prints that it took place there.", default=False)
    place_reason: Text | None = column("Why the place is inferred.", default=None)
    participants_as_stated: Text | None = column(
        "Participating groups as the sources list them.", default=None
    )
    confidence: v.Confidence = choice(v.Confidence, "How well the record supports the event.")
    note: Text | None = column("What a reader should know about it.", default=None)
    earliest: date | None = derived("First day on which it may have begun.")
    begins_by: date | None = derived("Last day on which it may have begun.")
    ends_from: date | None = derived("First day on which it may have ended.")
    latest: date | None = derived("Last day on which it may have ended.", index=True)


class EventPlace(Sourced, table=True):
    """Where an event took place."""

    __tablename__ = "event_places"
    event_id: Slug = column("The event.", to="events.id", key=True)
    place_id: Slug = column("The place.", to="places.id", key=True)


class EventOrganisation(Sourced, table=True):
    """An organisation's part in an event, by the source that names it."""

    __tablename__ = "event_organisations"
    event_id: Slug = column("The event.", to="events.id", key=True)
    organisation_id: Slug = column("The organisation.", to="organisations.id", key=True)
    role: v.OrganisationRole = choice(v.OrganisationRole, "Its part.", key=True)
    source_id: Slug = column("The source that names it.", to="sources.id", key=True)
    position: int | None = column(
        "Its place in the record's list of this source and role, from 1.", default=None, ge=1
    )
    as_stated: Text | None = column("The name the source uses, where it differs.", default=None)


class Speaker(Sourced, table=True):
    """A person's appearance at an event, by the source that reports it."""

    __tablename__ = "speakers"
    event_id: Slug = column("The event.", to="events.id", key=True)
    person_id: Slug = column("The person.", to="people.id", key=True)
    role: v.SpeakerRole = choice(v.SpeakerRole, "What the person did.", key=True)
    source_id: Slug = column("The source that reports it.", to="sources.id", key=True)
    office: Text | None = column("The office held then, in English.", default=None)
    organisation_id: Slug | None = column("The organisation spoken for.", to="organisations.id", default=None)
    organisation_as_stated: Text | None = column(
        "The body as named, where it has no row of its own.", default=None
    )
    mode: v.SpeakerMode = choice(v.SpeakerMode, "How the person took part.")
    mode_as_stated: Text | None = column(
        "The capacity as the record words it, e.g. keynote, opening.", default=None
    )
    role_reason: Text | None = column(
        "Why the person counts as speaking, where no words on it are kept.", default=None
    )


class Instrument(Sourced, table=True):
    """A resolution, strategy, plan, programme, operation, network or the like that events are about."""

    __tablename__ = "instruments"
    id: Slug = column("Its common short name, e.g. `jpoa`, `unscr-2370`.", key=True)
    name: Text = column("The name shown.", unique=True)
    full_name: Text | None = column("Its full name, where the record has it.", default=None)
    kind: v.InstrumentKind = choice(v.InstrumentKind, "What sort of instrument it is.")
    start_on: Partial | None = column("Adopted, signed or begun; as precise as stated.", default=None)
    end_on: Partial | None = column("Ended or due to end; as precise as stated.", default=None)
    note: Text | None = column("What it does, in our words.", default=None)


class EventInstrument(Sourced, table=True):
    """An instrument that an event adopted, reviewed, ran under or mentioned."""

    __tablename__ = "event_instruments"
    event_id: Slug = column("The event.", to="events.id", key=True)
    instrument_id: Slug = column("The instrument.", to="instruments.id", key=True)
    relation: v.InstrumentRelation = choice(v.InstrumentRelation, "How the two stand to each other.")


class Border(Sourced, table=True):
    """A land border between two countries."""

    __tablename__ = "borders"
    id: BorderId = column("The two country codes in alphabetical order, e.g. `TJK-UZB`.", key=True)
    country_a_id: CountryCode = column("The first country.", to="countries.id")
    country_b_id: CountryCode = column("The second country.", to="countries.id")
    name: Text = column("The pair in words, e.g. Tajik-Uzbek.", unique=True)
    length_km: float | None = column("Length in kilometres, where a source states it.", default=None, gt=0)
    note: Text | None = column("Disputes about the length and the like.", default=None)


class BorderLiaisonOffice(Sourced, table=True):
    """A Border Liaison Office (BLO), or a place that may be one."""

    __tablename__ = "border_liaison_offices"
    id: Slug = column("Place and, where needed, side, e.g. `oybek`, `karamyk-kgz`.", key=True)
    name: Text = column("Name of the crossing, or which unnamed office it is.", unique=True)
    is_named: bool = column("False where sources count the office but publish no place.")
    border_id: BorderId = column("The border it stands on.", to="borders.id")
    country_id: CountryCode | None = column(
        "The side it stands on; empty: not stated.", to="countries.id", default=None
    )
    is_country_inferred: bool = column("True where the side is assumed, not stated.", default=False)
    counterpart: Text | None = column("The crossing opposite.", default=None)
    crossing: Text | None = column("Road, rail, bridge.", default=None)
    status: v.OfficeStatus = choice(v.OfficeStatus, "What is known of it now.")
    status_as_stated: Text | None = column("The status as the record words it.", default=None)
    counted_2021: v.OfficeCounted = choice(
        v.OfficeCounted, "Its place among the 19 counted in November 2021."
    )
    start_on: Partial | None = column("Opened on, or the lower bound of it.", default=None)
    end_on: Partial | None = column("The upper bound of the opening, where it is bounded.", default=None)
    date_precision: v.DatePrecision = choice(v.DatePrecision, "How precise the opening date is.")
    date_as_stated: Text | None = column("What the date rests on.", default=None)
    latitude: float | None = column(
        "Degrees north, WGS 84; empty: no place known.", default=None, ge=-90, le=90
    )
    longitude: float | None = column(
        "Degrees east, WGS 84; empty: no place known.", default=None, ge=-180, le=180
    )
    radius_km: float | None = column(
        "The office lies within this many kilometres of the point.", default=None, gt=0
    )
    point_kind: v.PointKind | None = choice(v.PointKind, "What the point is.", default=None)
    geonames_id: int | None = column(
        "GeoNames number of the point; its coordinates come from there where none are given.",
        default=None,
        gt=0,
    )
    point_in_country_id: CountryCode | None = column(
        "Country on whose side of the drawn line the point falls, where that is not the office's.",
        to="countries.id",
        default=None,
    )
    position_origin: Text | None = column("How the point was chosen.", default=None)
    position_source_id: Slug | None = column("The source of the coordinates.", to="sources.id", default=None)
    position_confidence: v.Confidence | None = choice(
        v.Confidence, "How well the point stands for the crossing.", default=None
    )
    confidence: v.Confidence = choice(v.Confidence, "How well the record supports the row.")
    note: Text | None = column("What a reader should know about it.", default=None)
    earliest: date | None = derived("First day on which it may have opened.")
    latest: date | None = derived("Last day on which it may have opened.")


class CoordinationCentre(Sourced, table=True):
    """A centre that coordinates the offices of a country: at no border, and never counted as an office."""

    __tablename__ = "coordination_centres"
    id: Slug = column("Place and kind, e.g. `bishkek-centre`.", key=True)
    name: Text = column("What it is called in English.", unique=True)
    place_id: Slug = column("The city it works in.", to="places.id")
    status: v.OfficeStatus = choice(v.OfficeStatus, "What is known of it now.")
    start_on: Partial | None = column("Opened on, or the lower bound of it.", default=None)
    end_on: Partial | None = column("The upper bound of the opening, where it is bounded.", default=None)
    date_precision: v.DatePrecision = choice(v.DatePrecision, "How precise the opening date is.")
    note: Text | None = column("What a reader should know about it.", default=None)
    earliest: date | None = derived("First day on which it may have opened.")
    latest: date | None = derived("Last day on which it may have opened.")


class OfficeOrganisation(Sourced, table=True):
    """An organisation that runs, pays for or supports an office."""

    __tablename__ = "office_organisations"
    office_id: Slug = column("The office.", to="border_liaison_offices.id", key=True)
    organisation_id: Slug = column("The organisation.", to="organisations.id", key=True)
    is_assumed: bool = column("True where the record only assumes it.", default=False)


class OfficeCount(Sourced, table=True):
    """A number of offices that a source stated: for one border, or for all together."""

    __tablename__ = "office_counts"
    id: Slug = column("Source, scope and status, e.g. `unodc-2021-11-tjk-uzb-operational`.", key=True)
    border_id: BorderId | None = column(
        "The border counted; empty: several together.", to="borders.id", default=None
    )
    scope: Text = column("What was counted, in our words.")
    is_total: bool = column("True where the number is for all borders together.", default=False)
    status: v.OfficeStatus = choice(v.OfficeStatus, "Status of the offices counted.")
    number: int | None = column("How many; empty where the source gives no number.", default=None, ge=0)
    bound: v.CountBound = choice(v.CountBound, "How the source words the number.")
    as_of: Partial = column("The date that the number holds for.")
    explanation: Text | None = column("Why office rows and this number differ, where they do.", default=None)


class Recommendation(Sourced, table=True):
    """What somebody asked somebody to do."""

    __tablename__ = "recommendations"
    id: Slug = column("Source and topic, e.g. `wco-note-1-infrastructure`.", key=True)
    position: int = column("Its place in the source's own order, from 1.", ge=1)
    text: Text = column("What is asked, in our words.")
    event_id: Slug | None = column("The event it was made at or reported from.", to="events.id", default=None)
    quoted_at_event_id: Slug | None = column(
        "The event at which it was quoted, where it was not made there.", to="events.id", default=None
    )
    instrument_id: Slug | None = column("The document that holds it.", to="instruments.id", default=None)
    organisation_id: Slug | None = column("Who asks: the organisation.", to="organisations.id", default=None)
    person_id: Slug | None = column("Who asks: the person.", to="people.id", default=None)
    addressee: Text | None = column("Who is asked, as the source says; empty: not stated.", default=None)
    addressee_id: Slug | None = column(
        "Who is asked, if one organisation.", to="organisations.id", default=None
    )
    follow_up: str = derived("The status in the latest row of follow-up that is direct, else not_found.")


class RecommendationFollowUp(Sourced, table=True):
    """What one source says, or fails to say, on what came of a recommendation."""

    __tablename__ = "recommendation_follow_ups"
    recommendation_id: Slug = column("The recommendation.", to="recommendations.id", key=True)
    source_id: Slug = column("The source on what came of it.", to="sources.id", key=True)
    status: v.FollowUp = choice(v.FollowUp, "What it says came of it.")
    is_direct: bool = column("True where it bears on what was asked, false where on the same theme only.")
    start_on: Partial | None = column("Since when this was so, as precise as stated.", default=None)
    text: Text = column("What came of it, in our words.")
    anchor: Text | None = column("At most eight words of the source, verbatim, that say so.", default=None)
    note: Text | None = column("What a reader should know about it.", default=None)


class Statement(Sourced, table=True):
    """What a speaker or document assessed, promised, offered or reported, other than a recommendation."""

    __tablename__ = "statements"
    id: Slug = column("Source and topic, e.g. `voronkov-2022-early-warning`.", key=True)
    position: int = column("Its place in the source's own order, from 1.", ge=1)
    kind: v.StatementKind = choice(v.StatementKind, "What sort of statement it is.")
    text: Text = column("What was said, in our words.")
    event_id: Slug | None = column("The event it was made at or reported from.", to="events.id", default=None)
    instrument_id: Slug | None = column("The instrument it is about.", to="instruments.id", default=None)
    organisation_id: Slug | None = column(
        "Whose statement: the organisation.", to="organisations.id", default=None
    )
    person_id: Slug | None = column("Whose statement: the person.", to="people.id", default=None)


class AgendaItem(Sourced, table=True):
    """A theme that a session of an event dealt with, or an aim it set itself."""

    __tablename__ = "agenda_items"
    id: Slug = column("Event and topic.", key=True)
    event_id: Slug = column("The event.", to="events.id")
    position: int = column("Its place in the source's own order, from 1.", ge=1)
    title: Text = column("The theme, in our words.")


class Theme(Row, table=True):
    """One of a short controlled list of themes."""

    __tablename__ = "themes"
    id: Slug = column("Short name, e.g. `border-management`.", key=True)
    name: Text = column("The name shown.", unique=True)
    scope: Text = column("What belongs under it.")


class EventTheme(Row, table=True):
    """A theme of an event: as classified by the curators, or of what was asked or said there."""

    __tablename__ = "event_themes"
    event_id: Slug = column("The event.", to="events.id", key=True)
    theme_id: Slug = column("The theme.", to="themes.id", key=True)
    is_derived: bool = derived("True where it is a theme of a recommendation or statement made there alone.")


class RecommendationTheme(Row, table=True):
    """A theme of a recommendation, as classified by the curators."""

    __tablename__ = "recommendation_themes"
    recommendation_id: Slug = column("The recommendation.", to="recommendations.id", key=True)
    theme_id: Slug = column("The theme.", to="themes.id", key=True)


class StatementTheme(Row, table=True):
    """A theme of a statement, as classified by the curators."""

    __tablename__ = "statement_themes"
    statement_id: Slug = column("The statement.", to="statements.id", key=True)
    theme_id: Slug = column("The theme.", to="themes.id", key=True)


class Claim(Sourced, table=True):
    """One source's value for one field of one row, with the words that carry it."""

    __tablename__ = "claims"
    source_id: Slug = column("The source that makes the claim.", to="sources.id", key=True)
    table: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")] = column(
        "The table of the subject.", key=True
    )
    subject: Text = column(
        "The key of the subject's row; the parts of a compound key joined by `/`.", key=True
    )
    field: Text = column("The column claimed, or `participants` for how many took part.", key=True)
    value: Text = column("The value as this source gives it.", key=True)
    anchor: Text | None = column(
        "At most eight words of the source, verbatim, that carry the value.", default=None
    )
    prefix: Text | None = column("Words just before the anchor, where it is not unique.", default=None)
    suffix: Text | None = column("Words just after the anchor, where it is not unique.", default=None)
    paragraph: int | None = column(
        "Number of the paragraph in the document at hand, from 1.", default=None, ge=1
    )
    claimant: Text | None = column("Who is said to give the value, where not the publisher.", default=None)
    confidence: v.Confidence = choice(v.Confidence, "How well the source supports the value.")
    is_inferred: bool = column(
        "True where the value follows from the source but is not printed.", default=False
    )
    rank: v.Rank = choice(v.Rank, "Which of competing values is shown first.")
    rule: v.Rule | None = choice(v.Rule, "By what it is preferred; empty where it is not.", default=None)
    reason: Text | None = column("Why it is ranked so, or inferred.", default=None)
    amount: float | None = derived("The number in the value, where the field holds numbers.")
    bound: str | None = derived("How the number is worded: exact, over, at_least, about or up_to.")
    unit: str | None = derived(
        "What the number counts, where that is neither people nor what the field says."
    )
    is_disputed: bool = derived("True where another claim on the same field cannot be true beside it.")

    __table_args__ = (Index("claims_by_subject", "table", "subject", "field"),)


class Alias(Row, table=True):
    """A spelling that stands for one organisation, person, place, instrument or country."""

    __tablename__ = "aliases"
    table: AliasTable = column("The table of the row meant.", key=True)
    spelling: Text = column("The spelling, as met.", key=True)
    id: SlugOrCode = column("The row meant.", index=True)
    reason: Text = column("Why the two are the same.")


class Build(Row, table=True):
    """One input file of this build."""

    __tablename__ = "build"
    file: Text = column("Name of the input file.", key=True)
    sha256: Sha256 = column("SHA-256 of its bytes.")
    rows: int = column("How many rows it holds.", ge=0)
    release: Text = column("The release of the record.")
    released_on: date | None = column("The day of the release; empty: not stated.", default=None)


class OrganisationPosition(Row, table=True):
    """Where the network draws an organisation; the same in every view. Made by the ETL."""

    __tablename__ = "organisation_positions"
    organisation_id: Slug = column("The organisation.", to="organisations.id", key=True)
    x: float = column("Across, from -1 to 1.")
    y: float = column("Up, from -1 to 1.")


class DataWarning(Row, table=True):
    """What the build found unlikely in an input file and let pass, for somebody to look at."""

    __tablename__ = "warnings"
    position: int = Field(primary_key=True, ge=1, description="Its place in the list, from 1.")
    file: Text = Field(description="Name of the input file.")
    line: int | None = Field(
        default=None, ge=1, description="The line on which the row starts; empty: the whole file is meant."
    )
    column: Text | None = Field(
        default=None, description="The column, or the columns joined by `/`; empty: the whole row is meant."
    )
    value: str | None = Field(
        default=None,
        description="The value found, at most 80 characters of it, those that cannot be seen as U+XXXX; "
        "empty: no one value is meant.",
    )
    problem: str = Field(description="What is unlikely about it.")


DERIVED_TABLES: tuple[type[Row], ...] = (Build, OrganisationPosition, DataWarning)


def tables() -> dict[str, type[Row]]:
    """Every table by its public name, in the order of this module."""
    found = [
        m
        for m in globals().values()
        if isinstance(m, type) and issubclass(m, Row) and hasattr(m, "__table__")
    ]
    return {str(model.__tablename__): model for model in found}


def vocabulary_of(model: type[SQLModel], name: str) -> type[StrEnum] | None:
    """The controlled list of a column, or None."""
    annotation = model.model_fields[name].annotation
    candidates = [annotation, *get_args(annotation)]
    return next((c for c in candidates if isinstance(c, type) and issubclass(c, StrEnum)), None)


def _constrain(model: type[Row]) -> None:
    """Let the database check what pydantic checks: controlled lists, positive and bounded numbers."""
    table = model.metadata.tables[str(model.__tablename__)]
    for name, field in model.model_fields.items():
        if listed := vocabulary_of(model, name):
            allowed = ", ".join(f"'{value}'" for value in listed)
            table.append_constraint(CheckConstraint(f'"{name}" IN ({allowed})', name=f"{name}_listed"))
        if bounds := _bounds(name, field):
            table.append_constraint(CheckConstraint(" AND ".join(bounds), name=f"{name}_bounded"))


def _bounds(name: str, field: FieldInfo) -> list[str]:
    """The bounds of a number in SQL; empty cells pass, as everywhere in SQL."""
    signs = {"gt": ">", "ge": ">=", "lt": "<", "le": "<="}
    return [
        f'"{name}" {sign} {getattr(rule, bound)}'
        for rule in field.metadata
        for bound, sign in signs.items()
        if getattr(rule, bound, None) is not None
    ]


for _model in tables().values():
    _constrain(_model)
