"""What several rules ask of a guideline is gathered once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeVar, cast

from guidelint.model.guideline import Guideline

T = TypeVar("T")


def gathered(gather: Callable[[Guideline], Iterator[T]]) -> Callable[[Guideline], tuple[T, ...]]:
    """The same, but kept with the guideline from the first time on."""

    @wraps(gather)
    def once(guideline: Guideline) -> tuple[T, ...]:
        known = guideline.gathered.get(gather)
        if known is None:
            known = guideline.gathered[gather] = tuple(gather(guideline))
        return cast("tuple[T, ...]", known)

    return once
