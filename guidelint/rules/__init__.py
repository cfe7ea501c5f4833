"""Every rule of guidelint, in the order of the codes."""

from __future__ import annotations

from typing import Any

from guidelint.rule import Rule
from guidelint.rules.definitions.undefined_name import undefined_name
from guidelint.rules.document.duplicate_key import duplicate_key
from guidelint.rules.graph.unreachable_node import unreachable_node

RULES: tuple[Rule[Any], ...] = (
    duplicate_key,
    undefined_name,
    unreachable_node,
)
