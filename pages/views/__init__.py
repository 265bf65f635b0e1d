"""What pages are made of: one room a page, and below them what pages share."""
