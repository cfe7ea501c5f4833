"""The key or value of the format that somebody meant who wrote another word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from guidelint.suggestion import closest

KEYS: dict[str, tuple[str, ...]] = {
    # any entry
    "name": ("label", "title"), "text": ("says", "label", "title"), "question": ("label",), "summary": ("description",),
    "title": ("label",), "comment": ("note",), "remark": ("note",), "reason": ("because", "note"),
    "source": ("because", "cites"), "sources": ("because", "cites"), "evidence": ("certainty", "because"),
    "refs": ("because", "cites"), "references": ("because", "cites"), "statements": ("because",), "code": ("codes",),
    # the top
    "author": ("authors", "publisher"), "authors": ("publisher",), "organization": ("publisher",), "created": ("date",),
    "updated": ("date",), "reviewed": ("review-by",), "first": ("start",), "begin": ("start",), "entry": ("start",),
    "steps": ("nodes",), "graph": ("nodes",), "flow": ("nodes",), "variables": ("facts",), "symptoms": ("facts",),
    "findings": ("facts",), "drugs": ("interventions",), "treatments": ("interventions",), "rules": ("constraints",),
    "medications": ("interventions",), "actions": ("interventions",), "patients": ("cases",), "tests": ("cases",),
    "examples": ("cases",),
    # facts
    "options": ("values",), "choices": ("values",), "levels": ("values",), "enum": ("values",), "limits": ("range",),
    "min": ("range", "at-least"), "max": ("range", "at-most"), "minimum": ("range", "min", "at-least"),
    "maximum": ("range", "max", "at-most"), "from": ("at-least", "min", "obtained-by"),
    # interventions
    "type": ("kind",), "kind": ("type",), "category": ("kind", "type"), "group": ("class",), "classes": ("class",),
    "contraindications": ("contraindicated",), "contraindication": ("contraindicated",),
    # ways and conditions
    "when": ("if",), "condition": ("if", "when"), "cond": ("if", "when"), "if": ("when",),
    "next": ("then",), "goto": ("then",), "go-to": ("then",), "to": ("then", "max"), "target": ("then",),
    "node": ("then",), "default": ("else",), "otherwise": ("else",), "and": ("all",), "or": ("exactly-one", "any"),
    "equals": ("is",), "eq": ("is",), "equal": ("is",), "value": ("is",), "one-of": ("exactly-one", "in"),
    "gte": ("at-least",), "lte": ("at-most",), "gt": ("above",), "lt": ("below",), "over": ("above",),
    "more-than": ("above",), "greater-than": ("above",), "under": ("below",), "less-than": ("below",),
    "score": ("fact",), "criterion": ("fact",),
    # advice and time
    "do": ("for", "recommend"), "give": ("for", "recommend"), "intervention": ("for",), "avoid": ("against", "never"),
    "recommendations": ("recommend",), "advice": ("recommend",), "grade": ("strength",), "quality": ("certainty",),
    "priority": ("urgency",), "duration": ("course", "after"), "length": ("course",), "frequency": ("every",),
    "interval": ("every", "after"), "amount": ("dose",), "wait": ("after",), "times": ("at-most",),
    "repeat": ("at-most",),
    # constraints, cases and waivers
    "must-not": ("never",), "must": ("always",), "follows": ("comes",), "comes": ("follows",), "result": ("expect",),
    "expected": ("expect",), "facts": ("patient",), "path": ("at",), "where": ("at",), "sum": ("add",),
    "implies": ("then",), "expires": ("until",), "who": ("by",),
}  # fmt: skip
"""Words of other formats and of everyday speech, each with the keys that may be meant, the likeliest first."""

VALUES: dict[str, tuple[str, ...]] = {
    "number": ("decimal",), "float": ("decimal",), "real": ("decimal",), "int": ("integer",), "bool": ("boolean",),
    "enum": ("choice",), "string": ("choice",), "yes-no": ("boolean",), "published": ("active",), "final": ("active",),
    "question": ("decision",), "action": ("recommendation",), "wait": ("follow-up",), "drug": ("medication",),
    "weak": ("conditional",), "very-strong": ("strong",), "surgery": ("procedure",), "lab": ("laboratory",),
    "test": ("laboratory",), "yes": ("true",), "no": ("false",), "immediate": ("emergency",),
}  # fmt: skip

ID = "[a-z][a-z0-9-]{0,63}"


def meant_key(key: str, candidates: Collection[str]) -> str | None:
    return _meant(key, KEYS, candidates)


def meant_value(value: str, candidates: Iterable[str]) -> str | None:
    return _meant(value, VALUES, list(candidates))


def as_id(text: str, pattern: str = f"^{ID}$") -> str | None:
    """The id that is most like a text: letters without accents, hyphens in place of all else, small ones if need be."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    id = re.sub("[^A-Za-z0-9]+", "-", plain).strip("-")
    return next((form for form in (id, id.lower()) if re.search(pattern, form)), None)


def _meant(word: str, synonyms: dict[str, tuple[str, ...]], candidates: Collection[str]) -> str | None:
    plain = as_id(word[:100]) or ""
    exact = (name for name in (plain, *synonyms.get(plain, ())) if name in candidates)
    return next(exact, None) or closest(word, candidates)
