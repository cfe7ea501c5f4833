"""For people who write guidelines or rules: hypothesis strategies (extra `testing`)."""

from guidelint.testing.documents import guideline_data, guidelines
from guidelint.testing.patients import patients, walks

__all__ = ["guideline_data", "guidelines", "patients", "walks"]
