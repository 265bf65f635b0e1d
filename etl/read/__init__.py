"""The first stage: files to text cells, strict about form, without looking at their meaning."""
