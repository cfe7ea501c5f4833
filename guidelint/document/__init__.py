"""Bytes → Document: data, a span for every key and value, comments, and what is wrong with the text."""

from guidelint.document.comments import Comment
from guidelint.document.defects import Defect, DefectKind, shown
from guidelint.document.document import Document
from guidelint.document.reader import DEFAULT_MOST_BYTES, read_document, refuse_large

__all__ = [
    "DEFAULT_MOST_BYTES",
    "Comment",
    "Defect",
    "DefectKind",
    "Document",
    "read_document",
    "refuse_large",
    "shown",
]
