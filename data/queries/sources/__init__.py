"""Sources: their list, what rests on them, what they claim, what was read of each publisher."""
