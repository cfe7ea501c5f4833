"""Data that the schema has accepted → Guideline. Nothing here can fail, and nothing is checked twice."""

from guidelint.model.build.guideline import build_guideline

__all__ = ["build_guideline"]
