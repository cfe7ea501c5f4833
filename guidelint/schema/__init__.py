"""Document → what the JSON Schema says of it: one defect, one message, at the key or value itself."""

from guidelint.schema.engine import schema_text
from guidelint.schema.verdict import SchemaVerdict, judge_shape

__all__ = ["SchemaVerdict", "judge_shape", "schema_text"]
