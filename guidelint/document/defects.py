"""What can be wrong with the bytes and the YAML, before anybody asks what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from guidelint.diagnostic import Route, Span


class DefectKind(Enum):
    SYNTAX = "syntax"
    DUPLICATE_KEY = "duplicate-key"
    AMBIGUOUS_SCALAR = "ambiguous-scalar"
    ALIAS = "alias"
    TAG = "tag"
    NON_STRING_KEY = "non-string-key"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too-large"
    SEVERAL_DOCUMENTS = "several-documents"
    EMPTY = "empty"
    TEXT_AFTER_HASH = "text-after-hash"
    UNQUOTED_COMPARISON = "unquoted-comparison"


HARMLESS = frozenset({DefectKind.AMBIGUOUS_SCALAR, DefectKind.TEXT_AFTER_HASH, DefectKind.UNQUOTED_COMPARISON})
"""Kinds after which the data still says what its author can see: later stages may read it."""


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect of the text. `detail` is the fact that the rule's message needs; `other` a second place."""

    kind: DefectKind
    span: Span
    detail: str = ""
    other: Span | None = None
    route: Route = ()
