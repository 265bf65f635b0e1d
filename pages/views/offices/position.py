"""Border offices: what the point of an office is, whose it is, and how far to trust it."""

from data.schema.vocabulary import Confidence
from data.values.rows import Row
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.session import reads

GEONAMES = "https://www.geonames.org/"
RULE = {
    Confidence.HIGH: "it is the place that a source puts the crossing in, or the landmark that names it",
    Confidence.MEDIUM: "it is the village, town or bridge of that name near the line",
    Confidence.LOW: "it is the seat of the district, or a town more than 20 km away",
}
"""Why a point has its confidence; the rule is written in docs/data.md."""


def list_position(row: Row, notes: Footnotes) -> list[tuple[str, object]]:
    """The rows of an office's card on its position, or that it has none."""
    if row["latitude"] is None:
        return [("Position", "none in the record" if row["is_named"] else "none: no source names the place")]
    kind = f", a {row['point_kind']}" if row["point_kind"] else ""
    point = f"{row['latitude']:.2f} N, {row['longitude']:.2f} E{kind}"
    source = row["position_source_id"]
    found: list[tuple[str, object]] = [
        ("Position", markup.join((point, notes.mark(source) if source else ""))),
        ("Radius", f"The office lies within {row['radius_km']:g} km of the point."),
        ("Why this point", row["position_origin"]),
    ]
    if number := row["geonames_id"]:
        found.append(("GeoNames number", markup.link(number, f"{GEONAMES}{number}")))
    if row["position_confidence"]:
        confidence = Confidence(row["position_confidence"])
        found.append(("Confidence of the point", f"{confidence}: {RULE[confidence]}."))
    if row["point_in_country_id"]:
        found.append(("Side of the point", _describe_other_side(row)))
    return found


def _describe_other_side(row: Row) -> str:
    country = reads.filter_names().get(row["point_in_country_id"], row["point_in_country_id"])
    return (
        f"By the border line drawn here the point falls in {country}. The line is generalised, so the point "
        "is left where its source puts it."
    )
