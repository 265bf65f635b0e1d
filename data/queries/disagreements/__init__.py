"""What sources differ on: fields and lists of rows, and totals under a choice among the values."""
