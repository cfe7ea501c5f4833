"""The rules on codes and units."""
