"""The mappings and sequences whose end has not come yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guidelint.diagnostic import Route
from guidelint.document.plain_texts import CONDITION_KEYS, KEYS_OVER_LABELS

NO_KEYS: dict[str, int] = {}


class OpenCollection:
    """`key` is the one whose value comes next, or is being built; `keys` leads from each to the piece of it."""

    __slots__ = ("is_flow", "is_mapping", "key", "keys", "piece", "value", "within")

    def __init__(self, value: Any, piece: int, is_mapping: bool, is_flow: bool, within: OpenCollection | None) -> None:
        self.value = value
        self.piece = piece
        self.is_mapping = is_mapping
        self.is_flow = is_flow
        self.within = within
        self.key: str | None = None
        self.keys: dict[str, int] = {} if is_mapping else NO_KEYS

    @property
    def is_condition(self) -> bool:
        """Whether what comes next stands where a condition does, or a constant of one."""
        if self.is_mapping:
            return self.key in CONDITION_KEYS and not self._has_labels
        return self.within is not None and self.within.is_condition

    @property
    def _has_labels(self) -> bool:
        """Whether the keys are the author's own, and the texts behind them for people."""
        return self.within is not None and self.within.key in KEYS_OVER_LABELS

    @property
    def wants_key(self) -> bool:
        return self.is_mapping and self.key is None


def route_to_next(stack: Sequence[OpenCollection]) -> Route:
    """Where the next value will stand; the mapping itself where a key comes next."""
    last = len(stack) - 1
    steps = (item.key if item.is_mapping else len(item.value) - (depth < last) for depth, item in enumerate(stack))
    return tuple(step for step in steps if step is not None)
