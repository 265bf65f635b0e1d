"""Our own HTML, the only place that writes any, and what pages show as text: dates, labels, languages."""
