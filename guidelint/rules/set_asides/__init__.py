"""The rules on set-asides, and on rules that crash."""
