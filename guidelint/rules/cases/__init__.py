"""The rules on cases."""
