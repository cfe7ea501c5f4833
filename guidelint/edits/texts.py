"""How a text is written as a scalar, in the place of another one."""

from __future__ import annotations

import re

from guidelint.document.scalars import resolve
from guidelint.document.yaml_1_1 import ambiguity

PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_./%+ -]*[A-Za-z0-9_./%+-])?")
LONGEST_PLAIN = 100


def written(text: str, old: str) -> str | None:
    """A text in the quotes that the old one is written with; None where that cannot be kept on one line."""
    if "\n" in text or "\r" in text or old[:1] in ("|", ">") or not old:
        return None
    if old[:1] == '"' and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return text if old[:1] not in ("'", '"') and _is_plain(text) else in_quotes(text)


def in_quotes(text: str) -> str:
    """With single quotes, in which every character stands for itself."""
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str) -> bool:
    """Whether both versions of YAML read it as this very text, wherever it stands."""
    if len(text) > LONGEST_PLAIN or not PLAIN.fullmatch(text):
        return False
    value = resolve(text)
    return isinstance(value, str) and ambiguity(text, value) is None
