"""The mappings and sequences whose end has not come yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from guidelint.diagnostic import Route
from guidelint.document.plain_texts import CONDITION_KEYS, KEYS_OVER_LABELS


class OpenCollection:
    """`key` is the one whose value comes next, or is being built; `keys` leads from each to the piece of it, and is
    None for a sequence. What is within no other stands for the document, whose one item is what the text holds."""

    __slots__ = ("depth", "is_flow", "key", "keys", "piece", "put", "value", "within")

    def __init__(self, value: Any, piece: int, is_flow: bool, within: OpenCollection | None = None) -> None:
        is_mapping = type(value) is dict
        self.value = value
        self.put: Callable[..., Any] = value.setdefault if is_mapping else value.append
        """Of two values with one key, the first is kept."""
        self.piece = piece
        self.is_flow = is_flow
        self.within = within
        self.depth: int = within.depth + 1 if within is not None else 0
        self.key: str | None = None
        self.keys: dict[str, int] | None = {} if is_mapping else None

    def take(self, value: Any) -> None:
        if self.key is None:
            self.put(value)
        else:
            self.put(self.key, value)

    def and_around(self) -> Iterator[OpenCollection]:
        """This one, and those that it is within, from the inside out."""
        item = self
        while item.within is not None:
            yield item
            item = item.within

    @property
    def is_condition(self) -> bool:
        """Whether what comes next stands where a condition does, or a constant of one."""
        if self.keys is not None:
            return self.key in CONDITION_KEYS and not self._has_labels
        return self.within is not None and self.within.is_condition

    @property
    def _has_labels(self) -> bool:
        """Whether the keys are the author's own, and the texts behind them for people."""
        return self.within is not None and self.within.key in KEYS_OVER_LABELS

    @property
    def wants_key(self) -> bool:
        return self.key is None and self.keys is not None


def route_to_next(top: OpenCollection) -> Route:
    """Where the next value of the innermost collection will stand; the mapping itself where a key comes next."""
    steps = (item.key if item.keys is not None else len(item.value) - (item is not top) for item in top.and_around())
    return tuple(step for step in steps if step is not None)[::-1]
