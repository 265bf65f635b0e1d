"""The event itself: its dates as printed, its places, its kind and form."""
