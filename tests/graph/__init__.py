"""The graph and the rules on it."""
