"""What mends a finding, as SARIF has it: text in the place of text."""

from __future__ import annotations

from typing import Any

from guidelint.diagnostic import Patch
from guidelint.document import Document
from guidelint.reporters.sarif.places import artifact, region, text


def fix(patch: Patch, document: Document) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": region(document.range(edit.span)), "insertedContent": {"text": edit.text}}
        for edit in patch.edits
    ]
    return {
        "description": text(patch.fix.title),
        "artifactChanges": [{"artifactLocation": artifact(document.path), "replacements": replacements}],
    }
