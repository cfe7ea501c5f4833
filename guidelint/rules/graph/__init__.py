"""The rules on the graph."""
