"""For people who write guidelines or rules: hypothesis strategies, and what a rule finds (extra `testing`)."""

try:
    import hypothesis  # noqa: F401 - asked for here, to say what is missing
except ModuleNotFoundError as error:
    raise ModuleNotFoundError("guidelint.testing needs hypothesis: pip install 'guidelint[testing]'") from error

from guidelint.testing.documents import guideline_data, guidelines
from guidelint.testing.patients import patients, walks
from guidelint.testing.rules import RuleCrashed, broken_examples, findings

__all__ = ["RuleCrashed", "broken_examples", "findings", "guideline_data", "guidelines", "patients", "walks"]
