"""The rules on names, types, values and units."""
