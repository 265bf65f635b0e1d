"""What surrounds every page: navigation, filters, the address, downloads, notices, faults, the look."""
