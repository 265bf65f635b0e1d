"""What is left out when axe looks at a page."""

OURS = {"resultTypes": ["violations"], "rules": {"presentation-role-conflict": {"enabled": False}}}
"""Streamlit's place for files names itself and says it is presentational: minor, and not ours to mend."""
