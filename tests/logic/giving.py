"""What advice may give, surely gives, and how much of it: read off its choice and its options."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import Any, NamedTuple

from tests.naive import Data

DAYS = {"h": Fraction(1, 24), "d": Fraction(1), "wk": Fraction(7)}


class Selection(NamedTuple):
    """Of advice in one direction: about these members; `through_groups` are those named by a class or a kind."""

    direction: str
    members: frozenset[str]
    through_groups: frozenset[str]


def members(option: Any, data: Data) -> frozenset[str]:
    if isinstance(option, str):
        return frozenset({option})
    ((by, name),) = option.items()
    found = set()
    for id, intervention in data["interventions"].items():
        own = intervention.get(by, [])
        if name in ([own] if isinstance(own, str) else own):
            found.add(id)
    return frozenset(found)


def selected(raw: Data, data: Data) -> Selection:
    """What `{recommend: …}` or `{advise-against: …}` selects."""
    ((key, target),) = raw.items()
    options = target if isinstance(target, list) else [target]
    groups = [members(option, data) for option in options if isinstance(option, dict)]
    names = frozenset(option for option in options if isinstance(option, str))
    through_groups = frozenset[str]().union(*groups)
    return Selection("for" if key == "recommend" else "against", names | through_groups, through_groups)


def direction_of(advice: Data) -> str:
    return "for" if "for" in advice else "against"


def choice_of(advice: Data) -> tuple[str, list[Any]]:
    """The word for how many are picked, and the options; `all` of one where there is no choice."""
    target = advice[direction_of(advice)]
    if isinstance(target, str) or {"class", "kind"} & set(target):
        return "all", [target]
    ((word, options),) = target.items()
    return word, options


def may_give(advice: Data, selection: Selection, data: Data) -> bool:
    return bool(_hits(advice, selection, data))


def _hits(advice: Data, selection: Selection, data: Data) -> list[Any]:
    """The options that may be about one of the selected."""
    if direction_of(advice) != selection.direction:
        return []
    return [option for option in choice_of(advice)[1] if members(option, data) & selection.members]


def surely_gives(advice: Data, selection: Selection, data: Data) -> bool:
    """A name is met by a name; a class or a kind for which advice is given, by a class or a kind that holds it all."""
    if direction_of(advice) != selection.direction:
        return False
    word, options = choice_of(advice)
    sure = [_is_sure(option, selection, data) for option in options]
    return {"all": any(sure), "exactly-one": all(sure), "one-or-more": all(sure)}.get(word, False)


def _is_sure(option: Any, selection: Selection, data: Data) -> bool:
    if isinstance(option, str):
        return option in selection.members
    if selection.direction == "against":
        return bool(members(option, data) & selection.members)
    return members(option, data) <= selection.through_groups


def most_options(advice: Data, selection: Selection, data: Data) -> int:
    """How many options one pick can hold that may each give one of the selected."""
    hits = len(_hits(advice, selection, data))
    return min(hits, 1) if choice_of(advice)[0] in ("exactly-one", "at-most-one") else hits


def longest_course(advice: Data) -> Fraction | float:
    """In days."""
    course = advice.get("course", "not-stated")
    if isinstance(course, dict):
        course = course.get("max", "not-stated")
    return inf if course == "not-stated" else days(course)


def days(quantity: str) -> Fraction:
    number, unit = quantity.split(" ")
    return Fraction(number) * DAYS[unit]


def longest_wait(follow_up: Data) -> Fraction | float:
    """How much time may go by at a follow-up, in days."""
    after = follow_up["after"]
    if isinstance(after, dict):
        return days(after["max"]) if "max" in after else inf
    return days(after)


def may_both(advice: Data, first: Selection, second: Selection, data: Data) -> bool:
    """Whether one pick of one advice may be about one of each."""
    word, options = choice_of(advice)
    is_several = word in ("one-or-more", "all", "any")
    for one in options:
        if may_give_option(one, advice, first, data):
            for other in options:
                is_other = other is not one and is_several and may_give_option(other, advice, second, data)
                if is_other or (other is one and _option_gives_both(one, advice, first, second, data)):
                    return True
    return False


def may_give_option(option: Any, advice: Data, selection: Selection, data: Data) -> bool:
    return direction_of(advice) == selection.direction and bool(members(option, data) & selection.members)


def _option_gives_both(option: Any, advice: Data, first: Selection, second: Selection, data: Data) -> bool:
    """A class that is advised against is so with every member; of one for which advice is given, one is taken."""
    if not may_give_option(option, advice, second, data):
        return False
    own = members(option, data)
    return direction_of(advice) == "against" or bool(own & first.members & second.members)
