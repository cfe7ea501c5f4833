"""Two walks of one patient who are seen at different follow-ups: what one of them observes, the other does not.

An assumption ties what is observed, so that a patient who is possible on one walk need not be so on the other.
"""

from __future__ import annotations

from typing import Any

from tests.logic.random_vocabulary import Data, Vocabulary


def sow_fork(words: Vocabulary, data: Data) -> None:
    """Before a follow-up, where there is one and two facts are observed."""
    follow_ups = [name for name, node in data["nodes"].items() if node["type"] == "follow-up"]
    if not follow_ups or len(words.changing) < 2:
        return
    first = words.random.choice(follow_ups)
    node = data["nodes"][first]
    one, other = words.random.sample(words.changing, 2)
    _lead_to(data, first, "fork")
    node["observe"] = [one] if words.chance(0.4) else [one, other]
    later = node.get("otherwise", node["then"])
    second = {"type": "follow-up", "after": "1 d", "observe": [words.random.choice([one, other])], "then": later}
    data["nodes"] |= {"second": second, "fork": {"type": "decision", "branches": _branches(words, one, first)}}
    data["assumptions"] = [*data["assumptions"][:1], _tie(words, one, other)]


def _lead_to(data: Data, old: str, new: str) -> None:
    """What led to one node leads to another."""
    for node in data["nodes"].values():
        for part in [*node.get("branches", []), node]:
            part |= {key: new for key in ("then", "else", "otherwise") if part.get(key) == old}
    data["start"] = new if data["start"] == old else data["start"]


def _branches(words: Vocabulary, name: str, first: str) -> list[Data]:
    """Both ways at once, for all or for some."""
    raw = words.atom(name)
    always: Any = {"any": [raw, {"not": raw}]}
    return [
        {"if": always if words.chance(0.6) else words.atom(), "then": "second"},
        {"if": words.atom(), "then": first},
        {"else": first},
    ]


def _tie(words: Vocabulary, one: str, other: str) -> Data:
    if words.chance(0.5):
        return {"if": words.atom(one), "then": words.atom(other)}
    return {"any": [words.atom(one), words.atom(other)]}
