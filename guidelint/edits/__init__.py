"""What is done to a document, as changes of its characters and as changes of its data.

Nothing is ever loaded and written back: whatever no edit names stays as it is, byte for byte.
"""

from guidelint.edits.outcome import data_after, is_same
from guidelint.edits.patches import applied, are_apart, patch_of

__all__ = ["applied", "are_apart", "data_after", "is_same", "patch_of"]
