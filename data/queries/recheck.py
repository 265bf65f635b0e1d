"""What an earlier extract is checked against, beside the rows themselves: the claims on one table."""

from sqlalchemy import select
from sqlmodel import col

from data.engines.statements import Rows
from data.schema.models import Claim, Source

OWN = ("subject", "field", "value", "rank", "rule", "reason", "is_disputed", "source_id")


def list_claims(table: str) -> Rows:
    """Every claim on rows of a table, with the publisher who makes it."""
    return (
        select(*(col(getattr(Claim, name)) for name in OWN), col(Source.publisher))
        .join(Source, col(Claim.source_id) == col(Source.id))
        .where(col(Claim.table) == table)
        .order_by(col(Claim.subject), col(Claim.field), col(Claim.value), col(Claim.source_id))
    )
