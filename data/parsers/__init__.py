"""Parsers of files handed in: extracts as CSV, XLSX or zip to sheets of text cells, under limits.

`archive`, `xml_parts` and `json_text` refuse what would grow beyond the limits before a library parses it.
"""
