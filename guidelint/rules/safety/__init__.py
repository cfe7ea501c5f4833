"""The rules on safety."""
