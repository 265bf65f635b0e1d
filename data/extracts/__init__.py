"""Rows of the record as files that an analyst can cite and a machine can read."""

from data.extracts.cells import neutralise
from data.extracts.writers.csv_file import csv_bytes

__all__ = ["csv_bytes", "neutralise"]
