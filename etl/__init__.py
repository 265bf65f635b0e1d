"""From the curated CSV files to a published store: `pipeline` holds the order of the stages."""
