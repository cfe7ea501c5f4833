"""Whole guidelines with random logic, small enough that every patient can be tried; drawn by a seed.

They are sound up to the graph: every name defined, every way bounded and ending in a recommendation. Decisions are
mostly sound as well; gaps, overlaps, single points and rounding gaps are sown in.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from tests.logic.grid import Grid
from tests.logic.random_advice import draw_interventions
from tests.logic.random_constraints import draw_constraints
from tests.logic.random_fork import sow_fork
from tests.logic.random_nodes import draw_nodes
from tests.logic.random_therapy import BLOCK, Planting, draw_special
from tests.logic.random_vocabulary import Data, Vocabulary, draw_vocabulary
from tests.logic.unrolled import count_ways

MOST_PATIENTS = 50_000
MOST_WAYS = 20_000


def random_guideline(seed: int) -> Data:
    """The first of its drafts that is small enough; later drafts are smaller."""
    return next(data for data in _drafts(seed) if _is_rich(data, seed) and _is_small(data))


def _drafts(seed: int) -> Iterator[Data]:
    follow_ups = _follow_ups(seed)
    for attempt in range(10_000):
        random = Random(f"{seed}/{attempt}")  # noqa: S311 - nothing is kept secret
        most_facts = max(3, 9 - attempt // 3)
        words = draw_vocabulary(
            random, most_facts, most_observed=max(1, 3 - attempt // 8) if follow_ups else most_facts
        )
        yield _draft(words, most_decisions=max(5, 12 - attempt // 6), follow_ups=follow_ups)


def _follow_ups(seed: int) -> int:
    return Random(seed).choice([0, 1, 1, 1, 2, 2, 3])  # noqa: S311 - nothing is kept secret


def _draft(words: Vocabulary, most_decisions: int, follow_ups: int) -> Data:
    random = words.random
    interventions = draw_interventions(words)
    nodes, therapy = draw_nodes(words, interventions, most_decisions, follow_ups)
    data: Data = {
        "format": "guidelint/1",
        "id": "generated",
        "title": "Generated",
        "version": "1.0.0",
        "status": "draft",
        "facts": words.facts,
        "assumptions": [_assumption(words) for _ in range(random.choice([0, 0, 1, 1, 2]))],
        "scores": words.scores,
        "criteria": words.criteria,
        "interventions": {**interventions, **(draw_special(words) if therapy else {})},
        "start": "n0",
        "nodes": nodes,
    }
    constraints = draw_constraints(words, data, random.randint(6, 9))
    if len(therapy) == len(BLOCK):
        planted = Planting(words, nodes, therapy).draw(random.randint(3, 5))
        constraints |= {f"t{index}": raw for index, raw in enumerate(planted)}
    data["constraints"] = constraints
    if words.chance(0.2):
        sow_fork(words, data)
    return data


def _assumption(words: Vocabulary) -> Any:
    if words.chance(0.6):
        return {"if": words.condition(depth=1), "then": words.atom()}
    if words.chance(0.05):
        return words.condition(depth=1)
    return {"any": [words.atom(), words.atom(), words.condition(depth=1)]}


def _is_small(data: Data) -> bool:
    return count_ways(data, MOST_WAYS) < MOST_WAYS and Grid(data).count <= MOST_PATIENTS


def _is_rich(data: Data, seed: int) -> bool:
    """Enough is left of it after what no edge leads to has gone."""
    types = [node["type"] for node in data["nodes"].values()]
    return types.count("decision") > 1 and bool(types.count("follow-up")) >= bool(_follow_ups(seed))
