"""What one advice comes to, pick by pick: each given is a set of interventions, each marked as named or not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations, product
from typing import Any, NamedTuple

from tests.naive import Data

Given = frozenset[tuple[str, bool]]
Pick = tuple[tuple[str, ...], ...]


class Wanted(NamedTuple):
    """What is selected; `by_group` through a class or a kind."""

    direction: str
    by_name: frozenset[str]
    by_group: frozenset[str]

    def is_in(self, given: Given, *, surely: bool = False) -> bool:
        return any(self._takes(member, is_named, surely) for member, is_named in given)

    def _takes(self, member: str, is_named: bool, surely: bool) -> bool:
        if member in self.by_group:
            return True
        return member in self.by_name and (is_named or not surely or self.direction == "against")


class Plain:
    def __init__(self, data: Data) -> None:
        self.data = data
        self.in_group = cache(self._in_group)

    def _in_group(self, by: str, name: str) -> tuple[str, ...]:
        every = self.data["interventions"].items()
        return tuple(id for id, item in every if item.get(by) == name or name in _listed(item.get(by)))

    def wanted(self, raw: Data) -> Wanted:
        target = raw.get("recommend", raw.get("advise-against"))
        selectors = target if isinstance(target, list) else [target]
        by_name = [item for item in selectors if isinstance(item, str)]
        groups = [self.in_group(*next(iter(item.items()))) for item in selectors if isinstance(item, dict)]
        direction = "for" if "recommend" in raw else "against"
        return Wanted(direction, frozenset(by_name), frozenset(chain.from_iterable(groups)))

    def picks(self, advice: Data) -> Iterator[tuple[Any, ...]]:
        target = advice.get("for") or advice["against"]
        sizes = {"exactly-one": (1, 1), "at-most-one": (0, 1), "one-or-more": (1, 99), "all": (99, 99), "any": (0, 99)}
        for word, (least, most) in sizes.items():
            if isinstance(target, dict) and word in target:
                count = len(target[word])
                for size in range(min(least, count), min(most, count) + 1):
                    yield from combinations(target[word], size)
                return
        yield (target,)

    def givens(self, advice: Data) -> list[Given]:
        return [given for pick in self.picks(advice) for given in self._givens(pick, "for" in advice)]

    def _givens(self, pick: tuple[Any, ...], is_for: bool) -> Iterator[Given]:
        each: list[list[Given]] = []
        for option in pick:
            if isinstance(option, str):
                each.append([frozenset({(option, True)})])
                continue
            own = self.in_group(*next(iter(option.items())))
            every = frozenset((member, False) for member in own)
            each.append([frozenset({one}) for one in every] if is_for else [every])
        for some in product(*each):
            yield frozenset(chain.from_iterable(some))

    def may(self, advice: Data, wanted: Wanted) -> bool:
        return wanted.direction in advice and any(wanted.is_in(given) for given in self.givens(advice))

    def surely(self, advice: Data, wanted: Wanted) -> bool:
        givens = self.givens(advice)
        return wanted.direction in advice and all(wanted.is_in(given, surely=True) for given in givens)

    def most(self, advice: Data, wanted: Wanted) -> int:
        """Of options that one pick holds and that may each give what is wanted."""
        alone = "for" if "for" in advice else "against"
        return max(sum(self.may({alone: option}, wanted) for option in pick) for pick in self.picks(advice))

    def may_both(self, items: list[Data], first: Wanted, second: Wanted) -> bool:
        for index, one in enumerate(items):
            for given in self.givens(one) if first.direction in one else []:
                if first.is_in(given) and (self._follows(items, index, second) or self._is_in(one, given, second)):
                    return True
        return False

    def _follows(self, items: list[Data], index: int, wanted: Wanted) -> bool:
        return any(self.may(item, wanted) for other, item in enumerate(items) if other != index)

    def _is_in(self, advice: Data, given: Given, wanted: Wanted) -> bool:
        return wanted.direction in advice and wanted.is_in(given)


def _listed(raw: Any) -> list[str]:
    return raw if isinstance(raw, list) else []
