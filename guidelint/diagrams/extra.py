"""What the extra `diagrams` brings, asked for where it is used."""

from __future__ import annotations


class ExtraMissing(Exception):
    """A package of the extra `diagrams` is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(f"this needs {package}, which is not installed: pip install 'guidelint[diagrams]'")
