"""Engines that answer one SQL text over the mart: the SQLite file of a build, a DuckDB copy for wide counts.

The text is the subset that SQLite, DuckDB and PostgreSQL share, with named parameters (`:name`).
"""

from data.engines.choice import count, select

__all__ = ["count", "select"]
