"""How often walks come round to a follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.logic import Answer, Logic
from guidelint.logic.monitors import VIOLATED, Mode, NothingOwed, Step
from guidelint.model import Node


def never_used_up(logic: Logic, follow_up: str) -> Answer:
    """That nobody comes to it so often that its `at-most` is used up."""
    return logic.satisfies(("used up", follow_up), _UsedUp(follow_up))


def never_again(logic: Logic, follow_up: str) -> Answer:
    """That nobody comes to it twice."""
    return logic.satisfies(("again", follow_up), _Again(follow_up))


@dataclass(frozen=True)
class _UsedUp(NothingOwed):
    """A follow-up that begins no visit is left by its `otherwise`."""

    follow_up: str
    start: Mode = "on the way"

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        yield None, VIOLATED if node.id == self.follow_up and not begins_visit else mode


@dataclass(frozen=True)
class _Again(NothingOwed):
    """The mode is whether it has been passed."""

    follow_up: str
    start: Mode = False

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        is_here = node.id == self.follow_up
        yield None, VIOLATED if is_here and mode is True else (mode is True or is_here)
