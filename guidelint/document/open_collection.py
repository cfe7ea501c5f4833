"""The mappings and sequences whose end has not come yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guidelint.diagnostic import Route
from guidelint.document.plain_texts import CONDITION_KEYS, KEYS_OVER_LABELS

NO_KEYS: dict[str, int] = {}


class OpenCollection:
    """`key` is the one whose value comes next, or is being built; `keys` leads from each to the piece where it stands.

    `is_condition`: what comes next stands where a condition does, or a constant of one. `has_labels`: the keys are the
    author's own, and texts behind them are for people.
    """

    __slots__ = ("has_labels", "is_condition", "is_flow", "is_mapping", "key", "keys", "piece", "value")

    def __init__(self, value: Any, piece: int, is_mapping: bool, is_flow: bool, within: OpenCollection | None) -> None:
        self.value = value
        self.piece = piece
        self.is_mapping = is_mapping
        self.is_flow = is_flow
        self.is_condition: bool = not is_mapping and within is not None and within.is_condition
        self.has_labels = is_mapping and within is not None and within.key in KEYS_OVER_LABELS
        self.key: str | None = None
        self.keys: dict[str, int] = {} if is_mapping else NO_KEYS

    def begin(self, key: str) -> None:
        """A key has come, and its value is next."""
        self.key = key
        self.is_condition = key in CONDITION_KEYS and not self.has_labels

    @property
    def wants_key(self) -> bool:
        return self.is_mapping and self.key is None


def route_to_next(stack: Sequence[OpenCollection]) -> Route:
    """Where the next value will stand; the mapping itself where a key comes next."""
    last = len(stack) - 1
    steps = (item.key if item.is_mapping else len(item.value) - (depth < last) for depth, item in enumerate(stack))
    return tuple(step for step in steps if step is not None)
