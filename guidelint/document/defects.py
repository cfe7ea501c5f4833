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


MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect of the text. `detail` is the fact that the rule's message needs; `help` what mends this very defect,
    where its rule cannot know; `other` a second place."""

    kind: DefectKind
    span: Span
    detail: str = ""
    other: Span | None = None
    route: Route = ()
    help: str = ""


def shown(text: str) -> str:
    """A piece of the text as a message can show it: on one line, and cut where it is long."""
    line = " ".join(text[: 2 * MOST_SHOWN].split())
    return line if len(line) <= MOST_SHOWN and len(text) <= 2 * MOST_SHOWN else f"{line[: MOST_SHOWN - 1]}…"
