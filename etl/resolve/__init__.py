"""The checks that need other rows: spellings to ids, references, claims that contradict each other."""
