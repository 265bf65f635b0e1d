"""Messages of a build: faults, warnings, progress."""
