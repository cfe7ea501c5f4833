"""Guideline → the text of a picture, by the name of the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guidelint.diagrams.dot import write_dot
from guidelint.diagrams.mermaid import write_mermaid
from guidelint.model import Guideline

WRITERS: Mapping[str, Callable[[Guideline], str]] = {"mermaid": write_mermaid, "dot": write_dot}

ENDINGS: Mapping[str, str] = {".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot"}
