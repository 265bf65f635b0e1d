"""From a document to rows that a curator reviews: text, candidates, decisions, a draft, a merge.

`python -m etl draft`, `check-draft` and `merge-draft` call the rooms; nothing here asks another host, but for
`drafter`, which is off unless an address is set.
"""
