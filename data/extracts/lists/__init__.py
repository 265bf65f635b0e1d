"""Rows that are of no one table: lists of the pages, networks, comparisons, results of a search."""
