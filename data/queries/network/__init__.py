"""Who shares events with whom: what is counted and drawn, and the graph that it makes."""
