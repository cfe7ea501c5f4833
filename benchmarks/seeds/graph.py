"""Seeds on the graph."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.neck_spasm import CANCER, GRADES, SURGERY, asked_in_between, fact, node
from seeds.seed import Seed, in_neck_spasm


def graph() -> Iterator[Seed]:
    advice = f"recommend: [{{for: regular-breaks, {GRADES}, because: [S15]}}]"
    yield in_neck_spasm(
        "GL201",
        "a node that nothing leads to",
        node(f"  «orphan:\n    type: recommendation\n    label: Breaks\n    {advice}\n"),
    )
    yield in_neck_spasm(
        "GL202",
        "a follow-up that leads nowhere",
        node("  «later:\n    type: follow-up\n    label: Later\n    after: 1 wk\n"),
        ("    then: nerve-stabilizing-drug\n", "    then: nerve-stabilizing-drug\n"),
        ("      - {else: follow-up}\n    note", "      - {else: later}\n    note"),
    )
    yield in_neck_spasm("GL203", "an edge to a node that does not exist", ("then: urgent-mri}", "then: «urgent-mir}"))
    yield in_neck_spasm("GL203", "a start that does not exist", ("start: red-flags\n", "start: «red-flag\n"))
    yield in_neck_spasm(
        "GL203",
        "an otherwise that leads to nothing",
        ("otherwise: back-to-the-physiatrist", "otherwise: «back-to-physiatrist"),
    )
    yield in_neck_spasm(
        "GL204",
        "a cycle within one visit",
        ("    then: rehabilitation\n    note", "    then: «head-and-neck-cancer\n    note"),
        ("- {else: rehabilitation}", "- {else: rehabilitation}"),
    )
    yield in_neck_spasm(
        "GL205",
        "a loop without a bound",
        (
            "    at-most: 2\n    then: red-flags-again\n    otherwise: back-to-the-physiatrist\n",
            "    then: red-flags-again\n",
        ),
        (
            "- {if: refractory, then: toxin-referral}\n",
            "- {if: refractory, then: toxin-referral}\n      - {if: {all: [{fact: agent-response, is: partial}, {fact: rehabilitation-response, is: none}]}, then: back-to-the-physiatrist}\n",
        ),
    )
    yield in_neck_spasm(
        "GL206", "a decision with one way out", asked_in_between("  «one-way:", "[{else: nerve-stabilizing-drug}]")
    )
    both = "[{if: fever, then: nerve-stabilizing-drug}, {else: nerve-stabilizing-drug}]"
    yield in_neck_spasm("GL206", "a decision whose ways all lead to one node", asked_in_between("  «one-way:", both))
    yield in_neck_spasm(
        "GL207",
        "an else that is not the last branch",
        (CANCER + "\n      - {else: rehabilitation}", "- {«else: rehabilitation}\n      " + CANCER),
    )
    yield in_neck_spasm(
        "GL208",
        "two else branches",
        (
            CANCER + "\n      - {else: rehabilitation}",
            CANCER + "\n      - {else: rehabilitation}\n      - {«else: dystonia-assessment}",
        ),
    )
    yield in_neck_spasm(
        "GL209",
        "an MRI result read where no MRI was advised",
        fact("stenosis: {label: Stenosis, type: boolean, default: false, obtained-by: cervical-mri}"),
        (SURGERY, SURGERY.replace("{if: surgical-criterion", "{if: {any: [surgical-criterion, «stenosis]}")),
    )
    yield in_neck_spasm(
        "GL210",
        "exercise at the end of the way, never looked back on",
        (
            "- for: {all: [monitor-at-eye-level, chair-height-set, long-postures-avoided]}\n",
            "- for: {all: [monitor-at-eye-level, chair-height-set, long-postures-avoided]}\n",
        ),
        (
            f"- {{for: physiatrist-referral, {GRADES}, because: [S01, S12]}}",
            f"- {{for: physiatrist-referral, {GRADES}, because: [S01, S12]}}\n      - {{for: range-of-motion-exercises, {GRADES}, because: [S13]}}",
        ),
    )
    wide = "fever, weight-loss, night-sweats, myelopathy, immunosuppression, inflammatory-arthritis, major-trauma"
    wider = f"{wide}, past-malignancy, neurological-spasticity, significant-motor-deficit, painful-musculoskeletal-condition"
    ways = f"[{{if: {{any: [{wider}]}}, then: more-breaks}}, {{else: nerve-stabilizing-drug}}]"
    aside = node(
        f"  more-breaks:\n    type: recommendation\n    label: More breaks\n    {advice}\n    then: nerve-stabilizing-drug\n"
    )
    yield in_neck_spasm("GL211", "a decision over eleven facts", asked_in_between("  «one-way:", ways), aside)
