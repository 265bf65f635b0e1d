"""The record, its store and everything that is read from it; no Streamlit, no pictures."""
