"""Pictures as plain data and as SVG: pages draw from the same places, files and commands draw these."""
