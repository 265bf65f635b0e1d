"""The tables that pages read, made from the public tables of a draft, and their DuckDB copy."""
