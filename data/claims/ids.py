"""The id of a claim: what extracts, releases and links name it by, since its key is five columns long."""

import hashlib

KEY = ("source_id", "table", "subject", "field", "value")
"""The key of a claim in the order of its id."""
SEPARATOR = "\x1f"


def claim_id(source_id: str, table: str, subject: str, field: str, value: str) -> str:
    """`c-` and twelve hexadecimal digits, the same for the same claim in every release."""
    whole = SEPARATOR.join((source_id, table, subject, field, value))
    return f"c-{hashlib.sha256(whole.encode()).hexdigest()[:12]}"
