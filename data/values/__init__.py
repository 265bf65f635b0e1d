"""Plain values, without knowledge of tables: dates, text, arrays, rows."""
