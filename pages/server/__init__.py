"""The server of the dashboard: `app.py` behind limits, headers of protection and a health check."""
