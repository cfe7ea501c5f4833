"""All set-asides of a document."""

from __future__ import annotations

from guidelint.document import Document
from guidelint.model import Guideline
from guidelint.set_asides.comments import in_comments
from guidelint.set_asides.kinds import SetAside
from guidelint.set_asides.waivers import of_waiver


def find_set_asides(document: Document, guideline: Guideline | None) -> list[SetAside]:
    """In the order of their places; waivers only where the guideline could be built."""
    waivers = () if guideline is None else guideline.waivers
    found = (*in_comments(document), *(of_waiver(waiver, document) for waiver in waivers))
    return sorted(found, key=lambda item: document.span(item.place))
