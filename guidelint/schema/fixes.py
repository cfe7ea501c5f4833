"""What mends a violation, where that is written in one way only."""

from __future__ import annotations

from guidelint.diagnostic import Fix, Place, Quote, Rename, Rewrite, at_key, at_value
from guidelint.schema.engine import Violation
from guidelint.schema.rewrites import as_day, as_quantity, as_written
from guidelint.schema.shapes import types_of
from guidelint.schema.words import is_quoted_number, meant_choice, right_forms
from guidelint.suggestion import renaming

WORDS = {"true", "false"}


def fix_of_value(violation: Violation) -> Fix | None:
    place, value = at_value(violation.route), violation.value
    if meant := meant_choice(violation):
        return _choice(violation, place, meant)
    if violation.keyword == "type" and types_of(violation.schema) == {"string"} and _is_bare(value):
        return Fix((Quote(place),), "put quotes around it", is_safe=True)
    if violation.keyword == "type" and types_of(violation.schema) == {"boolean"} and value in WORDS:
        return Fix((Rewrite(place, value),), "take the quotes away", is_safe=True)
    forms = right_forms(violation)
    return _written(place, violation, forms[0]) if len(forms) == 1 else None


def fix_of_name(violation: Violation, id: str) -> Fix:
    """Whoever used the name has to use the other one now."""
    return Fix((Rename(at_key(violation.route), id),), f"write `{id}`")


def _choice(violation: Violation, place: Place, meant: str) -> Fix:
    if isinstance(violation.value, str) and meant in violation.wanted:
        return renaming(place, violation.value, meant, map(as_written, violation.wanted))
    is_same = violation.value == meant
    return Fix((Rewrite(place, meant),), "take the quotes away" if is_same else f"write `{meant}`", is_safe=is_same)


def _written(place: Place, violation: Violation, form: str) -> Fix:
    """What only spells the same number, day or quantity is safe."""
    value = violation.value
    is_same = is_quoted_number(violation) or (isinstance(value, str) and form in (as_day(value), as_quantity(value)))
    return Fix((Rewrite(place, form),), f"write `{form}`", is_safe=is_same)


def _is_bare(value: object) -> bool:
    return value is not None and not isinstance(value, dict | list | str)
