"""What every question of the pages must answer, computed slowly and plainly from the public tables."""
