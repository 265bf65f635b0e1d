"""Rows of tables: as Streamlit sends them, dates that sort by time, and what paper has of them."""
