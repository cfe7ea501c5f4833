"""Interventions with classes, kinds and contraindications; recommendations; what constraints select."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.logic.giving import choice_of, members, selected
from tests.logic.random_vocabulary import Data, Vocabulary

COURSES: list[Any] = ["2 d", "1 wk", {"max": "3 d"}, {"min": "2 d", "max": "5 d"}, {"min": "2 d"}, "not-stated"]
CHOICES = ["exactly-one", "at-most-one", "one-or-more", "all", "any"]


def draw_interventions(words: Vocabulary) -> Data:
    """Every class and every kind has at least two members."""
    names = ["pill", "drops", "brace", "splint", "talk", "leaflet"]
    kinds = ["medication", "medication", "device", "device", "education", "education"]
    classes = [["oral"], ["oral", "local"], "local", ["local"], "words", ["words"]]
    count = words.random.choice([4, 4, 4, 6])
    found: Data = {}
    for name, kind, of in list(zip(names, kinds, classes, strict=True))[:count]:
        found[name] = {"label": name.title(), "kind": kind, "class": of}
        if words.chance(0.4):
            one = {"when": words.condition(depth=1)}
            found[name]["contraindicated"] = one if words.chance(0.7) else [one, {"when": words.atom()}]
    return found


def draw_recommendation(words: Vocabulary, interventions: Data, earlier: list[Data]) -> Data:
    """Often what another recommendation says too, so that different ways can come to the same advice."""
    if earlier and words.chance(0.35):
        return {"type": "recommendation", "recommend": deepcopy(words.random.choice(earlier)["recommend"])}
    count = words.random.choice([1, 1, 1, 2])
    items = [_advice(words, interventions) for _ in range(count)]
    if words.chance(0.1):
        items.append(_contrary(words, items[0]))
    return {"type": "recommendation", "recommend": items}


def _contrary(words: Vocabulary, advice: Data) -> Data:
    """Of one of its options."""
    option = words.random.choice(choice_of(advice)[1])
    return {"against" if "for" in advice else "for": option}


def _advice(words: Vocabulary, interventions: Data) -> Data:
    direction = "against" if words.chance(0.42) else "for"
    advice: Data = {direction: _target(words, interventions)}
    for key, values in (
        ("strength", ["strong", "conditional"]),
        ("certainty", ["high", "low"]),
        ("urgency", ["urgent"]),
        ("dose", ["5 mg", {"max": "10 mg"}]),
        ("every", ["1 d"]),
    ):
        if words.chance(0.1):
            advice[key] = words.random.choice(values)
    if words.chance(0.75):
        advice["course"] = words.random.choice(COURSES)
    return advice


def _target(words: Vocabulary, interventions: Data) -> Any:
    if words.chance(0.6):
        return words.random.choice(list(interventions))
    if words.chance(0.5):
        return _group(words, interventions)
    pool = list(interventions)
    if words.chance(0.5):
        pool = sorted(members(_group(words, interventions), {"interventions": interventions}))
    options: list[Any] = words.random.sample(pool, min(len(pool), words.random.randint(2, 3)))
    if words.chance(0.3):
        options[0] = _group(words, interventions)
    return {words.random.choice(CHOICES): options}


def _group(words: Vocabulary, interventions: Data) -> Data:
    groups = [{"kind": "medication"}, {"kind": "device"}, {"class": "oral"}, {"class": "local"}]
    if "talk" in interventions:
        groups += [{"kind": "education"}, {"class": "words"}]
    return words.random.choice(groups)


def draw_selection(words: Vocabulary, data: Data) -> Data:
    """Of advice; a list of names is never all that a class or a kind holds."""
    key = "advise-against" if words.chance(0.12) else "recommend"
    interventions = data["interventions"]
    while True:
        target: Any = words.random.choice(list(interventions))
        if words.chance(0.35):
            target = _group(words, interventions)
        elif words.chance(0.15):
            target = words.random.sample(list(interventions), 2)
        if not _names_a_whole_group({key: target}, data):
            return {key: target}


def _names_a_whole_group(raw: Data, data: Data) -> bool:
    selection = selected(raw, data)
    groups = [members(group, data) for group in groups_of(data)]
    return any(group <= selection.members and not group <= selection.through_groups for group in groups)


def groups_of(data: Data) -> list[Data]:
    found = [{"kind": intervention["kind"]} for intervention in data["interventions"].values()]
    return found + [{"class": name} for name in classes(data)]


def classes(data: Data) -> list[str]:
    """In the order of the document."""
    found: dict[str, None] = {}
    for intervention in data["interventions"].values():
        of = intervention.get("class", [])
        found |= dict.fromkeys([of] if isinstance(of, str) else of)
    return list(found)
