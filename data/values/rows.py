"""What rows are called wherever they are walked one by one."""

from typing import Any

Row = dict[str, Any]
"""By the names of its columns; what is not stated is None."""

Records = list[Row]
"""Rows in the order in which they are shown."""
