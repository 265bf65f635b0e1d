"""The parts of the page Extracts: tables to download, and the check of an earlier extract."""

from pages.views.extracts.recheck import show_recheck
from pages.views.extracts.tables import (
    count_rows,
    read_tables,
    sentence,
    show_chosen_tables,
    show_columns,
    show_file_notes,
    show_record,
    show_table_sizes,
)

__all__ = [
    "count_rows",
    "read_tables",
    "sentence",
    "show_chosen_tables",
    "show_columns",
    "show_file_notes",
    "show_recheck",
    "show_record",
    "show_table_sizes",
]
