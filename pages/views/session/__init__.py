"""What one run of a page reads and holds: the build it shows, cached reads, uploads, memory."""
