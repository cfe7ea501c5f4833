"""What the answers of the logic come to: gaps, overlaps and violations, sorted and worded for the rules."""
