"""A violation at a value in words: what was expected and found, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from guidelint.schema.engine import Violation
from guidelint.schema.meant import ID, as_id, meant_value
from guidelint.schema.rewrites import (
    LONGEST_FORM,
    LONGEST_TEXT,
    as_condition,
    as_day,
    as_interval,
    as_quantity,
    as_route,
    as_written,
    flow,
    is_number,
    shorten,
)
from guidelint.schema.shapes import TYPES, may_hold_text, meaning, type_of, types_in_words, types_of
from guidelint.suggestion import did_you_mean, listing

FOUND = {"number": "a number with decimals"}
"""Words for what is found, where they are not those for what is expected."""

MESSAGES = {
    "minLength": "this text is empty",
    "maxItems": "too many items",
    "minProperties": "something is missing here",
    "minimum": "this number is too small",
}

NOUNS = {
    "Statement or reference": "id of a statement or reference",
    "Intervention, class or kind": "id of an intervention",
    "Interventions": "id of an intervention",
    "Target": "id of an intervention",
    "Assumption": "condition",
    "Amount": "number",
    "Default": "number",
    "At most": "length of time",
    "At": "way to a place",
}
"""What a text with a pattern is, where the title of its schema does not say it."""

WRAPS = {
    "Item of advice": "for",
    "Contraindication": "when",
    "Contraindicated": "when",
    "Advice": "recommend",
    "Advice or node": "recommend",
    "Statement": "says",
    "Reference": "title",
    "Section": "label",
}
"""The key that a text most likely belongs under where only a mapping may stand."""


def message_of(violation: Violation) -> str:
    value, wanted = violation.value, violation.wanted
    match violation.keyword:
        case "type" if value is None and isinstance(violation.route[-1:] and violation.route[-1], str):
            return f"`{shorten(str(violation.route[-1]))}` has no value"
        case "type":
            return f"expected {types_in_words(wanted)}, found {FOUND.get(type_of(value)) or TYPES[type_of(value)]}"
        case "enum":
            return f"expected one of {listing(map(as_written, wanted), most=12)}"
        case "const":
            return f"expected `{as_written(wanted)}`"
        case "minItems":
            return "too few items" if value else "this list is empty"
        case "pattern":
            title = str(violation.schema.get("title", "text"))
            return f"this is no {NOUNS.get(title, title[:1].lower() + title[1:])}"
        case "format":
            return "there is no such day" if as_day(value) == value else "this is no date"
    return MESSAGES.get(violation.keyword, "this cannot stand here")


def help_of(violation: Violation) -> str:
    """The value rewritten where that can be done; else what the schema itself says; else what the keyword asks for."""
    own = None if _is_about_the_form_of_text(violation) else violation.schema.get("errorMessage")
    return _rewritten(violation) or (None if own is None else str(own)) or _in_general(violation)


def _is_about_the_form_of_text(violation: Violation) -> bool:
    """Whether the schema's own help says how to write a text, where there is none at all."""
    is_text_of_a_form = types_of(violation.schema) == {"string"} and "pattern" in violation.schema
    return is_text_of_a_form and isinstance(violation.value, dict | list | None)


def _rewritten(violation: Violation) -> str | None:
    if suggestion := meant_choice(violation):
        return did_you_mean(suggestion)
    forms = right_forms(violation)
    if not forms:
        return None
    if is_quoted_number(violation):
        return f"take the quotes away: `{forms[0]}`"
    return "write " + " or ".join(f"`{form}`" for form in forms)


def meant_choice(violation: Violation) -> str | None:
    """Of those that may stand here, as it is written."""
    if violation.keyword != "enum" or isinstance(violation.value, dict | list):
        return None
    return meant_value(as_written(violation.value), map(as_written, violation.wanted))


def is_quoted_number(violation: Violation) -> bool:
    text = violation.value
    is_wanted = {"number", "integer"} & types_of(violation.schema)
    return bool(is_wanted) and isinstance(text, str) and len(text) <= LONGEST_TEXT and is_number(text)


def right_forms(violation: Violation) -> list[str]:
    """The value as YAML that may stand here; two, where its author has to say which."""
    value = violation.value
    if violation.keyword == "enum":
        return [str(item) for item in violation.wanted if value == [item]][:1]
    if isinstance(value, list) and any(schema.get("title") == "Condition" for schema in violation.here):
        return _joined(value)
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        return []
    return [value] if is_quoted_number(violation) else list(islice(_forms(value, violation), 1))


def _joined(names: list[Any]) -> list[str]:
    """A list of names as a condition."""
    if not names or not all(isinstance(name, str) and re.fullmatch(ID, name) for name in names):
        return []
    forms = [names[0]] if len(names) == 1 else [flow({form: names}) for form in ("all", "any")]
    return forms if len(forms[0]) <= LONGEST_FORM else []


def _forms(text: str, violation: Violation) -> Iterator[str]:
    """The text in forms that may stand in its place."""
    titles = {schema.get("title") for schema in violation.here}
    pattern = str(violation.schema.get("pattern", ""))
    forms: list[str | None] = []
    if violation.keyword == "type":
        forms += (flow({key: text}) for title, key in WRAPS.items() if title in titles)
        forms += [flow([text])] if violation.wanted == "array" and may_hold_text(violation.schema) else []
    elif violation.keyword == "format":
        forms.append(as_day(text) if as_day(text) != text else None)
    elif pattern:
        forms += [as_condition(text)] if titles & {"Condition", "Assumption"} else []
        forms += [as_interval(text)] if "object" in types_of(violation.schema) and r"\S" in pattern else []
        others = (as_quantity(text), as_route(text), as_id(text, pattern) if len(text.split()) < 3 else None)
        forms += (form for form in others if form and form != text and re.search(pattern, form))
    return (form for form in forms if form)


def _in_general(violation: Violation) -> str:
    value, wanted = violation.value, violation.wanted
    match violation.keyword:
        case "enum":
            return "take one of these"
        case "const":
            return f"write `{as_written(wanted)}`{_or_nothing(violation, even_if_filled=True)}"
        case "minimum":
            return f"write {wanted} or more"
        case "type" if isinstance(value, list | dict) or value is None:
            return _in_its_form(violation)
        case "type" if wanted == "string":
            return "put quotes around it"
        case "type" if wanted == "boolean":
            return f"write true or false, without quotes{_or_nothing(violation)}"
    return _in_its_form(violation)


def _in_its_form(violation: Violation) -> str:
    examples = next((schema["examples"] for schema in violation.here if "examples" in schema), ())
    types = types_in_words(violation.schema.get("type", "string"))
    if examples:
        return f"write {types} such as `{flow(examples[0])}`{_or_nothing(violation)}"
    if violation.keyword == "type" and violation.wanted == "array" and isinstance(violation.value, dict):
        return "make it a list: begin each item with a hyphen"
    words = meaning(violation.here)
    return f"write {types}{': ' if words else ''}{words}{_or_nothing(violation)}"


def _or_nothing(violation: Violation, *, even_if_filled: bool = False) -> str:
    """That an empty key may be left out, where it may."""
    key = violation.route[-1] if violation.route else None
    is_needed = any(key in schema.get("required", ()) for schema in violation.around)
    is_empty = even_if_filled or violation.value is None or violation.value == ""
    return "" if is_needed or not is_empty or not isinstance(key, str) else f", or leave `{shorten(key)}` out"
