"""Drafts as files: what was read, candidates, decisions, the rows they make, and the merge into the record.

Only `merge` changes the curated files; a page may use `drafts`, `decisions` and `rows` alone.
"""
