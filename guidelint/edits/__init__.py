"""What is done to a document, as changes of its characters and as changes of its data.

Nothing is ever loaded and written back: whatever no edit names stays as it is, byte for byte.
"""

from guidelint.edits.outcome import data_after, is_same
from guidelint.edits.patches import applied, patch_of, without_overlaps

__all__ = ["applied", "data_after", "is_same", "patch_of", "without_overlaps"]
