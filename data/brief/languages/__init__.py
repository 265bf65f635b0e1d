"""Languages of briefs: what one offers, and its sentences; so far English."""
