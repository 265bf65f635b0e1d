"""Border offices: what the point of an office is, whose it is, and how far to trust it."""

from data.schema.vocabulary import Confidence, PointKind
from data.values.rows import Row
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.session import reads

GEONAMES = "https://www.geonames.org/"
FAR = 20
"""Kilometres to the line beyond which the point of a town is trusted little."""
LANDMARKS = (PointKind.PASS, PointKind.BRIDGE)


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
        found.append(("Confidence of the point", f"{confidence}: {explain_confidence(confidence, row)}."))
    if row["point_in_country_id"]:
        found.append(("Side of the point", _describe_other_side(row)))
    return found


def explain_confidence(confidence: Confidence, row: Row) -> str:
    """Why a point has its confidence; the rule is written in docs/data.md."""
    is_landmark = row["point_kind"] in LANDMARKS
    match confidence:
        case Confidence.HIGH if is_landmark:
            return "it is the landmark that names the office"
        case Confidence.HIGH:
            return "it is the place that a source puts the crossing in"
        case Confidence.MEDIUM:
            kind = row["point_kind"] or "place"
            return f"it is the {kind} {'' if is_landmark else 'of that name '}near the line"
        case Confidence.LOW if row["radius_km"] > FAR:
            return f"it is a town more than {FAR} km away"
    return "it is the seat of the district"


def _describe_other_side(row: Row) -> str:
    identity = row["point_in_country_id"]
    country = reads.filter_names().get(("countries", identity), identity)
    return (
        f"By the border line drawn here the point falls in {country}. The line is generalised, so the point "
        "is left where its source puts it."
    )
