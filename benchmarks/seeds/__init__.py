"""The seeds: one defect each, as edits of a sound guideline and the place that must be named."""

from __future__ import annotations

from seeds.cases import cases
from seeds.conditions import conditions
from seeds.constraints import constraints
from seeds.decisions import decisions
from seeds.definitions import definitions
from seeds.document import document
from seeds.evidence import evidence
from seeds.graph import graph
from seeds.logic import logic
from seeds.safety import safety
from seeds.seed import Seed
from seeds.sore_throat_logic import sore_throat_logic
from seeds.sore_throat_safety import sore_throat_safety

FAMILIES = (
    document,
    definitions,
    graph,
    logic,
    decisions,
    conditions,
    sore_throat_logic,
    safety,
    constraints,
    sore_throat_safety,
    evidence,
    cases,
)

SEEDS: tuple[Seed, ...] = tuple(seed for family in FAMILIES for seed in family())
