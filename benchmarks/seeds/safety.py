"""Seeds on the safety of the neck-spasm guideline, but for its constraints."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.neck_spasm import END_OF_THE_RELAXANT, GRADES, NOT_SPASTIC, RELAXANT, constraint, node
from seeds.seed import Edit, Seed, in_neck_spasm

OPTION = "- for: {at-most-one: [cyclobenzaprine]}\n"
CONTRAINDICATED = (OPTION, OPTION.replace("[", "[«"))
WIDENED = "- {if: {any: [muscle-relaxant-indicated, {all: [{fact: time-course, is: acute}, neurological-spasticity, major-trauma]}]}, then: short-relaxant}\n"
START = "start: red-flags\n"
DOSED = f"{OPTION}        strength"


def safety() -> Iterator[Seed]:
    yield from _vacuous()
    yield from _contraindications()
    yield from _courses()
    yield from _classes()
    yield from _doses()
    yield from _red_flags()


def _vacuous() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL402",
        "a limit on a collar that nobody is given",
        constraint("collar-for-a-week: {total: {recommend: «cervical-collar}, at-most: 1 wk, because: [S24]}"),
    )
    yield in_neck_spasm(
        "GL402",
        "the wrong imaging named in a constraint",
        ("    only: {recommend: {kind: imaging}}\n", "    only: {recommend: «routine-imaging}\n"),
    )


def _contraindications() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL403", "the relaxant widened to spasticity after trauma", CONTRAINDICATED, (RELAXANT, WIDENED)
    )
    yield in_neck_spasm("GL403", "an exception lost from the indication", CONTRAINDICATED, (NOT_SPASTIC, ""))
    yield in_neck_spasm(
        "GL403",
        "the indication asked part by part, and one part forgotten",
        CONTRAINDICATED,
        (
            RELAXANT,
            RELAXANT.replace(
                "muscle-relaxant-indicated",
                "{all: [{fact: time-course, is: acute}, painful-musculoskeletal-condition]}",
            ),
        ),
    )


def _courses() -> Iterator[Seed]:
    unstated = "course: not-stated\n"
    yield in_neck_spasm("GL404", "an agent without a limit", (unstated, "course: «{min: 2 wk}\n"))
    yield in_neck_spasm(
        "GL404",
        "the remark dropped that no course is stated",
        ("        course: not-stated\n", ""),
        ("{exactly-one: [pregabalin,", "{exactly-one: [«pregabalin,"),
    )


def _classes() -> Iterator[Seed]:
    another: Edit = (
        "  # Defined so that it can be advised against",
        "  baclofen: {label: Baclofen, kind: medication, class: muscle-relaxant}\n\n  # Defined so that it can be advised against",
    )
    yield in_neck_spasm(
        "GL405",
        "a choice of two relaxants of which both may be taken",
        another,
        (OPTION, "- for: «{one-or-more: [cyclobenzaprine, baclofen]}\n"),
        ("course: {max: 3 wk}", "course: {max: 10 d}"),
    )
    yield in_neck_spasm(
        "GL405",
        "a second relaxant beside the first",
        another,
        ("course: {max: 3 wk}", "course: {max: 2 wk}"),
        (
            END_OF_THE_RELAXANT,
            f"{END_OF_THE_RELAXANT}      - {{for: «baclofen, {GRADES}, course: {{max: 1 wk}}, because: [S16]}}\n",
        ),
    )


def _doses() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL406", "a dose without a unit", (DOSED, DOSED.replace("strength", "dose: «5\n        strength"))
    )
    yield in_neck_spasm(
        "GL406", "a range of doses as text", (DOSED, DOSED.replace("strength", "dose: «'5-10'\n        strength"))
    )


def _red_flags() -> Iterator[Seed]:
    exercise = f"[{{for: «range-of-motion-exercises, {GRADES}, because: [S13]}}]"
    first = f"  move-first:\n    type: recommendation\n    label: Move first\n    recommend: {exercise}\n    then: red-flags\n"
    yield in_neck_spasm("GL407", "exercise before the red flags", (START, "start: move-first\n"), node(first))
    yield in_neck_spasm(
        "GL407",
        "exercise before the red flags, on one way of two",
        (START, "start: how-long\n"),
        node(
            "  how-long:\n    type: decision\n    label: Is it acute?\n"
            f"    branches: [{{if: {{fact: time-course, is: acute}}, then: red-flags}}, {{else: move-first}}]\n\n{first}"
        ),
    )
