"""Random guidelines: of the rules on decisions exactly one speaks of each gap, each overlap and each dead branch."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest

from guidelint.diagnostic import Finding, Route, Severity
from guidelint.document import read_document
from guidelint.logic import Logic, Proved, Refuted
from guidelint.model import Decision, build_guideline
from guidelint.rule import Rule
from guidelint.rules.logic.boundary_gap import boundary_gap
from guidelint.rules.logic.boundary_overlap import boundary_overlap
from guidelint.rules.logic.gap import gap
from guidelint.rules.logic.gap_when_unknown import gap_when_unknown
from guidelint.rules.logic.impossible_branch import impossible_branch
from guidelint.rules.logic.overlapping_branches import overlapping_branches
from guidelint.rules.logic.question_already_answered import question_already_answered
from guidelint.rules.logic.shadowed_branch import shadowed_branch
from tests.logic.random_guidelines import random_guideline

SEEDS = range(60)


@cache
def logic_of(seed: int) -> Logic:
    content = json.dumps(random_guideline(seed), default=float).encode()
    return Logic(build_guideline(read_document(content, "generated").data))


def about(decision: Decision, seed: int, *rules: Rule[Logic]) -> list[Finding]:
    """By the decision that the findings name, since a place may be in a criterion."""
    subject = f"nodes/{decision.id}"
    found = (finding for rule in rules for finding in rule.check(logic_of(seed)))
    return [finding for finding in found if subject in (finding.subject, *finding.follows_from)]


@pytest.mark.parametrize("seed", SEEDS)
def test_each_gap_is_told_once(seed: int) -> None:
    logic = logic_of(seed)
    for decision in logic.guideline.decisions():
        is_gap = isinstance(logic.exhaustive(decision.id), Refuted)
        is_unknown = isinstance(logic.exhaustive_when_unknown(decision.id), Refuted)
        assert len(about(decision, seed, gap, boundary_gap)) == is_gap
        assert len(about(decision, seed, gap_when_unknown)) == is_unknown


@pytest.mark.parametrize("seed", SEEDS)
def test_each_overlap_is_told_once(seed: int) -> None:
    logic = logic_of(seed)
    for decision in logic.guideline.decisions():
        told = about(decision, seed, overlapping_branches, boundary_overlap, shadowed_branch)
        overlapping = [pair for pair in decision.pairs() if isinstance(logic.exclusive(decision.id, *pair), Refuted)]
        assert sum(len(finding.related) for finding in told) == len(overlapping)
        for finding in told:
            if finding.severity is Severity.INFO:
                pair = sorted((branch_of(finding.place.route), branch_of(finding.related[0].route)))
                first, second = (decision.branches[index] for index in pair)
                is_same = isinstance(logic.same_advice(decision.id, pair[0], pair[1]), Proved)
                assert is_same or first.target == second.target


@pytest.mark.parametrize("seed", SEEDS)
def test_each_dead_branch_is_told_once(seed: int) -> None:
    logic = logic_of(seed)
    for decision in logic.guideline.decisions():
        reached = [isinstance(logic.reachable(decision.id, index), Proved) for index in range(len(decision.branches))]
        settled = about(decision, seed, question_already_answered)
        dead = about(decision, seed, impossible_branch)
        assert not (settled and dead)
        assert all(not reached[branch_of(finding.place.route)] for finding in dead)
        if settled:
            assert reached.count(True) == 1
            assert not about(decision, seed, gap, boundary_gap, gap_when_unknown)
        elif any(reached):
            left = [not decision.branches[index].is_else for index, taken in enumerate(reached) if not taken]
            assert sum(left) <= len(dead) <= len(left)


def test_the_random_guidelines_have_defects_of_every_kind() -> None:
    rules = (gap, boundary_gap, gap_when_unknown, impossible_branch, overlapping_branches, shadowed_branch)
    counts = Counter(rule.code for seed in SEEDS for rule in rules for _ in rule.check(logic_of(seed)))
    assert min(counts[rule.code] for rule in rules) >= 5


def branch_of(route: Route) -> int:
    return next(step for step in route if isinstance(step, int))
