"""Which decisions look for red flags."""

from __future__ import annotations

from guidelint.condition import name_in
from guidelint.model import Criterion, Guideline
from guidelint.names import facts_behind, leaves_behind


def red_flags(guideline: Guideline) -> list[Criterion]:
    return [criterion for criterion in guideline.criteria.values() if criterion.is_red_flag]


def red_flag_decisions(guideline: Guideline) -> frozenset[str]:
    """Those that read a red flag, through criteria and scores too, or every fact that one rests on."""
    flags = [criterion.id for criterion in red_flags(guideline)]
    behind = facts_behind(guideline, guideline.facts)
    facts = [behind[flag] for flag in flags if behind[flag]]
    found = set()
    for decision in guideline.decisions() if flags else ():
        read = {name_in(leaf) for leaf in leaves_behind(guideline, decision.conditions)}
        if not read.isdisjoint(flags) or any(each <= read for each in facts):
            found.add(decision.id)
    return frozenset(found)
