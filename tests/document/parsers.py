"""What several of these tests say of a document, and the two parsers that all of them run under."""

from __future__ import annotations

import pytest

from guidelint.document import Document, read_document

PARSERS = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "python"])

Found = tuple[str, int, int, int]
"""Kind, line, column and how many characters of a defect."""


def defects_of(document: Document) -> list[Found]:
    return [
        (defect.kind.value, *document.position(defect.span.start), defect.span.end - defect.span.start)
        for defect in document.defects
    ]


def everything_in(document: Document) -> tuple[object, ...]:
    """All that a reader can learn from a document."""
    marks = document.marks
    return (
        repr(document.data),
        document.defects,
        document.is_complete,
        *map(list, (marks.start, marks.end, marks.kind)),
    )


def assert_sound(document: Document) -> None:
    """What holds for every document, whatever its bytes."""
    size = len(document.text)
    for defect in document.defects:
        for span in (defect.span, defect.other or defect.span):
            assert 0 <= span.start <= span.end <= size
    marks = document.marks
    assert list(marks.start) == sorted(marks.start)
    assert all(0 <= start <= end <= size for start, end in zip(marks.start, marks.end, strict=True))
    assert document.is_complete or document.defects


def assert_parsers_agree(content: bytes) -> Document:
    """Reads with both parsers, and returns what they agree on."""
    document = read_document(content)
    assert_sound(document)
    assert everything_in(read_document(content, pure=True)) == everything_in(document)
    return document
