"""Random decision graphs in layers, with exponentially many ways: what a prover that lists ways cannot do."""

from __future__ import annotations

from math import isqrt
from random import Random
from typing import Any

Data = dict[str, Any]

HEAD: Data = {"format": "guidelint/1", "id": "layered", "title": "Layered", "version": "1.0.0", "status": "draft"}
SKIP = 0.15
"""The share of branches that pass over a layer."""


def layered(decisions: int, facts: int, seed: int, layers: int | None = None) -> Data:
    """About as many layers as there are decisions in each; every decision is complete, and its branches exclusive."""
    random = Random(f"{decisions}/{facts}/{seed}")  # noqa: S311 - nothing is kept secret
    rows = _rows(decisions, layers or max(2, isqrt(decisions)))
    known = {f"f{index}": _fact(random, index) for index in range(facts)}
    ends = [f"end-{index}" for index in range(max(2, len(rows[-1]) // 2))]
    nodes: Data = {}
    for index, row in enumerate(rows):
        below = [*rows[index + 1 :], ends][:2]
        fed = random.sample(below[0], len(below[0]))
        for place, name in enumerate(row):
            nodes[name] = _decision(random, known, below, fed[place :: len(row)])
    interventions = {end: {"label": end, "kind": "medication"} for end in ends}
    nodes |= {end: {"type": "recommendation", "recommend": [{"for": end, "course": "3 d"}]} for end in ends}
    return {**HEAD, "facts": known, "interventions": interventions, "start": rows[0][0], "nodes": nodes}


def _rows(decisions: int, layers: int) -> list[list[str]]:
    """Layers that double up to their full width, so that every decision is led to."""
    width = -(-decisions // layers)
    names = [f"d{index}" for index in range(decisions)]
    rows: list[list[str]] = []
    while names:
        count = min(width, 2 ** len(rows))
        rows.append(names[:count])
        names = names[count:]
    return rows


def _fact(random: Random, index: int) -> Data:
    kind = random.choices(["boolean", "choice", "integer", "decimal"], [5, 2, 2, 1])[0]
    fact: Data = {"label": f"Fact {index}", "type": kind}
    if kind == "boolean":
        fact["default"] = False
    elif kind == "choice":
        fact["values"] = {f"v{number}": f"Value {number}" for number in range(random.randint(3, 5))}
    else:
        fact["range"] = [0, 120]
    return fact


def _decision(random: Random, facts: Data, below: list[list[str]], fed: list[str]) -> Data:
    """`fed` holds nodes of the next layer that this decision has to lead to, so that none is left out."""
    first = _condition(random, facts)
    conditions = [first]
    if random.random() < 0.3 or len(fed) > 2:
        conditions.append({"all": [_condition(random, facts), {"not": first}]})
    count = len(conditions) + 1
    targets = [*fed[:count], *(_target(random, below) for _ in range(count - len(fed)))]
    random.shuffle(targets)
    branches = [{"if": raw, "then": target} for raw, target in zip(conditions, targets, strict=False)]
    return {"type": "decision", "label": "Decision", "branches": [*branches, {"else": targets[-1]}]}


def _target(random: Random, below: list[list[str]]) -> str:
    return random.choice(below[-1] if random.random() < SKIP else below[0])


def _condition(random: Random, facts: Data) -> Any:
    """Over one to three facts."""
    atoms = [_atom(random, name, facts[name]) for name in random.sample(list(facts), random.randint(1, 3))]
    return atoms[0] if len(atoms) == 1 else {random.choice(["all", "any"]): atoms}


def _atom(random: Random, name: str, fact: Data) -> Any:
    if fact["type"] == "boolean":
        return random.choice([name, {"not": name}])
    if fact["type"] == "choice":
        return {"fact": name, random.choice(["is", "is-not"]): random.choice(list(fact["values"]))}
    return {"fact": name, random.choice(["at-least", "at-most", "above", "below"]): random.randrange(10, 120, 10)}


def ways(data: Data) -> int:
    """From the start to an end, whatever the conditions say; nodes stand in an order in which no edge leads back."""
    counts: dict[str, int] = {}
    for name, node in reversed(data["nodes"].items()):
        targets = [branch.get("then", branch.get("else")) for branch in node.get("branches", [])]
        counts[name] = sum(counts[target] for target in targets) if targets else 1
    return counts[data["start"]]


def loop(visits: int, decisions: int = 30, facts: int = 20, seed: int = 0) -> Data:
    """The same graph passed once for each visit; a third of the facts is observed anew, and constraints look back."""
    data = layered(decisions, facts, seed)
    nodes, ends = data["nodes"], list(data["interventions"])
    for end in ends:
        nodes[end]["then"] = "look-again" if visits > 1 else "discharge"
    observed = list(data["facts"])[::3]
    for name in observed:
        data["facts"][name]["observed"] = "each-visit"
    if visits > 1:
        after = {"type": "follow-up", "after": "1 wk", "observe": observed, "at-most": visits - 1}
        nodes["look-again"] = {**after, "then": "d0", "otherwise": "discharge"}
    nodes["discharge"] = {"type": "recommendation", "recommend": [{"for": "talk"}]}
    data["interventions"]["talk"] = {"label": "Talk", "kind": "education"}
    data["constraints"] = _constraints(data, ends, visits)
    return data


def _constraints(data: Data, ends: list[str], visits: int) -> Data:
    """One of each shape that holds and one that does not, for the first two ends."""
    one, other = ends[:2]
    start = data["nodes"]["d0"]["branches"][0]["if"]
    pill, medication = {"recommend": one}, {"recommend": {"kind": "medication"}}
    return {
        "first-things-first": {"before": medication, "comes": {"node": "d0"}},
        "before-fails": {"before": pill, "comes": {"recommend": other}},
        "talked-to-in-the-end": {"always": {"recommend": "talk"}},
        "always-fails": {"always": pill, "when": start},
        "talked-to-later": {"after": medication, "follows": {"recommend": "talk"}},
        "after-fails": {"after": medication, "follows": {"recommend": other}, "within": "1 wk"},
        "no-longer-than-visits": {"total": medication, "at-most": f"{3 * visits} d"},
        "no-oftener-than-visits": {"total": pill, "at-most": visits},
        "total-fails": {"total": medication, "at-most": f"{3 * visits - 1} d"},
        "one-at-a-time": {"together": [pill, {"recommend": other}], "never": True},
        "together-fails": {"together": [pill, {"node": "d0"}], "never": True},
        "never-fails": {"never": pill, "when": start},
        "only-fails": {"only": pill, "when": start},
        "never-both-ways": {"never": medication, "when": {"all": [start, {"not": start}]}},
        "only-in-care": {"only": medication, "when": {"any": [start, {"not": start}]}},
    }
