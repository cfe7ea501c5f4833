"""Guideline → pictures, by the name of the format."""

from __future__ import annotations

from collections.abc import Mapping

from guidelint.diagrams.rendering import FORMATS, Drawn, DrawnFile, render

__all__ = ["ENDINGS", "FORMATS", "Drawn", "DrawnFile", "render"]

ENDINGS: Mapping[str, str] = {
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".html": "html",
}
