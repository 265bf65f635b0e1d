"""Drafts of the desk as files: candidates, what curators decided on them, and where both lie.

`etl.draft` writes drafts and merges them; a page reads them and appends decisions, nothing else.
"""
