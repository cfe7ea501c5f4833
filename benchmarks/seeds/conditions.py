"""Seeds in the conditions, the assumptions and the advice of the neck-spasm guideline."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.neck_spasm import (
    ACUTE,
    END_OF_FACTS,
    END_OF_THE_RELAXANT,
    GRADES,
    LAST_RED_FLAG,
    MORE_BREAKS,
    NOT_SPASTIC,
    PAIN,
    TO_THE_DRUG,
    asked,
)
from seeds.seed import Seed, in_neck_spasm


def conditions() -> Iterator[Seed]:
    yield from _constant()
    yield from _redundant()
    yield from _assumptions_and_advice()


def _constant() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL306",
        "is-not one or is-not the other",
        asked("«{any: [{fact: time-course, is-not: acute}, {fact: time-course, is-not: chronic}]}"),
        MORE_BREAKS,
    )
    yield in_neck_spasm(
        "GL306", "a threshold that lost its digit", PAIN, asked("«{fact: pain, at-least: 0}"), MORE_BREAKS
    )
    yield in_neck_spasm(
        "GL307",
        "a criterion that asks for acute and chronic",
        (ACUTE, ACUTE.replace("- {", "«- {") + "      - {fact: time-course, is: chronic}\n"),
    )
    yield in_neck_spasm(
        "GL307",
        "severe and mild, and for or",
        PAIN,
        asked("«{all: [{fact: pain, at-least: 7}, {fact: pain, below: 3}]}"),
        MORE_BREAKS,
    )


def _redundant() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL309",
        "not chronic beside acute",
        (NOT_SPASTIC, f"{NOT_SPASTIC}      - «{{fact: time-course, is-not: chronic}}\n"),
    )
    yield in_neck_spasm(
        "GL309",
        "a sign named beside the criterion that it is part of",
        (LAST_RED_FLAG, LAST_RED_FLAG.replace("    because", "      - «fever\n    because")),
    )


def _assumptions_and_advice() -> Iterator[Seed]:
    both = "{all: [{fact: time-course, is: acute}, {fact: time-course, is: chronic}]}"
    yield in_neck_spasm(
        "GL311",
        "an assumption that asks for acute and chronic",
        (END_OF_FACTS, f"\n«assumptions:\n  - {both}\n"),
    )
    yield in_neck_spasm(
        "GL312",
        "no agent beside the relaxant, which everybody is given before",
        (
            END_OF_THE_RELAXANT,
            f"{END_OF_THE_RELAXANT}      - {{against: «{{class: nerve-stabilizing-agent}}, {GRADES}, because: [S03]}}\n",
        ),
    )
    yield in_neck_spasm(
        "GL312",
        "exercise advised for and against in one node",
        (TO_THE_DRUG, f"      - {{against: «{{kind: exercise}}, {GRADES}, because: [S13]}}\n{TO_THE_DRUG}"),
    )
    yield in_neck_spasm(
        "GL315",
        "a score whose points are too many to add up",
        (
            "\ncriteria:\n",
            "\nscores:\n  burden:\n    label: Burden\n    add:\n      - {points: 100000, if: fever}\n      - {points: 50000, if: weight-loss}\n\ncriteria:\n",
        ),
        ("start: red-flags\nnodes:\n", "start: red-flags\n«nodes:\n"),
        asked("{fact: burden, at-least: 100000}"),
        MORE_BREAKS,
    )
