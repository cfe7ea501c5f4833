"""Further seeds in the decisions of the neck-spasm guideline."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.neck_spasm import (
    AGAIN,
    CANCER,
    CANCER_OR_NOT,
    CHRONIC,
    DURATION,
    GRADES,
    MORE_BREAKS,
    PAINFUL,
    RELAXANT,
    SURGERY,
    either,
    node,
)
from seeds.seed import Seed, in_neck_spasm

ELSE_TO_REHABILITATION = "      - {else: rehabilitation}\n"


def decisions() -> Iterator[Seed]:
    yield from _gaps()
    yield from _overlaps()
    yield from _dead_ends()
    yield from _boundaries()


def _gaps() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL301",
        "an else made a test for the partial response",
        (
            AGAIN,
            AGAIN.replace("branches", "«branches").replace(
                "{else:", "{if: {fact: rehabilitation-response, is: partial}, then:"
            ),
        ),
    )
    narrowed = (
        "      - {if: {all: [{not: head-and-neck-cancer-treatment}, {not: immunosuppression}]}, then: rehabilitation}\n"
    )
    yield in_neck_spasm(
        "GL301",
        "an else made narrower than the contrary of the other branch",
        (CANCER_OR_NOT, CANCER_OR_NOT.replace("branches", "«branches").replace(ELSE_TO_REHABILITATION, narrowed)),
    )
    yield in_neck_spasm(
        "GL302",
        "a treatment in the past that may be unknown",
        (
            "    default: false\n    because: [S23, S31, S32]\n",
            "    default: false\n    known: maybe\n    because: [S23, S31, S32]\n",
        ),
        (CANCER_OR_NOT, CANCER_OR_NOT.replace("branches", "«branches")),
    )
    yield in_neck_spasm(
        "GL302",
        "a condition behind a criterion that may be unknown",
        (PAINFUL, PAINFUL + "known: maybe, "),
        (f"    branches:\n      {RELAXANT}", f"    «branches:\n      {RELAXANT}"),
    )


def _overlaps() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL303",
        "no routine imaging for whoever has no constitutional symptoms",
        ("- {else: no-routine-imaging}", "- {if: «{not: constitutional-symptoms}, then: no-routine-imaging}"),
    )
    yield in_neck_spasm(
        "GL303",
        "one of three criteria negated in place of all",
        ("- {else: chronic-spasm-again}", "- {if: «{not: prolonged-severe-symptoms}, then: chronic-spasm-again}"),
    )
    either_ground = "{any: [cervical-spondylotic-myelopathy, significant-motor-deficit]}"
    yield in_neck_spasm(
        "GL303",
        "two branches to one node that some patients share",
        (
            SURGERY,
            f"- {{if: {either_ground}, then: surgery-option}}\n      - {{if: «prolonged-severe-symptoms, then: surgery-option}}\n",
        ),
    )
    exception = "- {if: «{all: [head-and-neck-cancer-treatment, fever]}, then: rehabilitation}"
    yield in_neck_spasm(
        "GL308",
        "an exception for fever that its rule does not leave out",
        (CANCER_OR_NOT, CANCER_OR_NOT.replace(CANCER, f"{exception}\n      {CANCER}")),
    )
    copy = CHRONIC.replace("{fact", "«{fact").replace("no-collar", "relaxant-indication")
    yield in_neck_spasm("GL308", "a branch copied and led elsewhere", (f"- {CHRONIC}", f"- {CHRONIC}      - {copy}"))


def _dead_ends() -> Iterator[Seed]:
    spelled_out = "      - {if: {not: head-and-neck-cancer-treatment}, then: rehabilitation}\n      - {«else: dystonia-assessment}\n"
    yield in_neck_spasm(
        "GL304",
        "an else after a condition and its contrary",
        (CANCER_OR_NOT, CANCER_OR_NOT.replace(ELSE_TO_REHABILITATION, spelled_out)),
    )
    doubt = (
        "  any-doubt:\n    type: decision\n    label: Is there any doubt?\n    branches:\n"
        "      - {if: «fever, then: urgent-mri}\n      - {if: prolonged-severe-symptoms, then: surgery-option}\n"
        "      - {else: head-and-neck-cancer}\n"
    )
    yield in_neck_spasm(
        "GL304",
        "fever asked of those without a red flag",
        ("    then: surgical-criteria\n\n", f"    then: any-doubt\n\n{doubt}\n"),
    )
    yield in_neck_spasm(
        "GL305",
        "an end for those who wait twice, where nobody comes twice",
        (
            "    then: rehabilitation\n    note: The source does not say what a positive",
            "    then: arthritis\n    note: The source does not say what a positive",
        ),
        node(
            "  arthritis:\n    type: decision\n    label: Is there arthritis?\n"
            "    branches: [{if: inflammatory-arthritis, then: wait}, {else: rehabilitation}]\n\n"
            "  wait:\n    type: follow-up\n    label: Wait for the assessment\n    after: {max: 2 wk}\n    at-most: 1\n"
            "    then: rehabilitation\n    otherwise: no-assessment\n\n"
            "  «no-assessment:\n    type: recommendation\n    label: No assessment\n"
            f"    recommend: [{{for: regular-breaks, {GRADES}, because: [S15]}}]\n"
        ),
    )
    yield in_neck_spasm(
        "GL310",
        "the red flags asked twice in one visit",
        (
            "    then: surgical-criteria\n\n",
            (
                "    then: really\n\n  «really:\n    type: decision\n    label: Is there really no red flag?\n"
                "    branches: [{if: red-flag, then: urgent-mri}, {else: surgical-criteria}]\n\n"
            ),
        ),
    )


def _boundaries() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL313",
        "six weeks and 42 days, and neither with its end",
        DURATION,
        either("{fact: duration, below: «6 wk}", "{fact: duration, above: 42 d}"),
        MORE_BREAKS,
    )
    yield in_neck_spasm(
        "GL313",
        "one decimal short of the next branch",
        DURATION,
        either("{fact: duration, at-most: «5.9}", "{fact: duration, at-least: 6}"),
        MORE_BREAKS,
    )
    yield in_neck_spasm(
        "GL314",
        "six weeks and 42 days, and both with their end",
        DURATION,
        either("{fact: duration, at-most: 6 wk}", "{fact: duration, at-least: «42 d}"),
        MORE_BREAKS,
    )
