"""Each constraint of the neck-spasm guideline can fail: an edit of the nodes after which it is refuted, and no other is.

Of three this cannot be: whoever has no rehabilitation (`rehabilitation-without-surgical-criterion`) either has no agent,
or has it without what must come before it; a toxin without rehabilitation before it has no agent before it, or one that
itself has no rehabilitation before it; and an agent may be given once only, so that whoever is not given it before the
toxin has none. In those the other constraint is named too.
"""

from __future__ import annotations

from collections.abc import Iterator

from seeds.neck_spasm import (
    AGAIN,
    CANCER_OR_NOT,
    GRADES,
    NOT_SPASTIC,
    RELAXANT,
    TO_THE_DRUG,
    node,
)
from seeds.seed import Edit, Seed, in_neck_spasm

UNRELAXED = "      - {else: follow-up}\n\n  short-relaxant:\n"
SPASTIC = "{all: [{not: head-and-neck-cancer-treatment}, neurological-spasticity, {fact: time-course, is: neither}]}"
LOOK_BACK = "    then: red-flags-again\n"
BREAKS = f"    recommend: [{{for: regular-breaks, {GRADES}, because: [S15]}}]\n"
PHYSIATRIST = f"{{for: physiatrist-referral, {GRADES}, because: [S01, S12, S26, S30, S33]}}"
FIRST_ADVICE = (
    "      - for: physiatrist-referral\n        strength: not-graded\n        certainty: not-graded\n"
    "        rationale: Lessens pain and disability and widens the range of motion; most people with neck pain need no operation to be relieved.\n"
    "        because: [S01, S12, S26, S30, S33]\n"
)
URGENT_AGAIN = (
    "which is for the clinician to judge.\n    then: surgical-criteria-again\n",
    "which is for the clinician to judge.\n    then: chronic-spasm-again\n",
)


def constraints() -> Iterator[Seed]:
    yield from _red_flags_and_imaging()
    yield from _surgery()
    yield from _rehabilitation()
    yield from _agent()
    yield from _relaxant()
    yield from _toxin()
    yield from _collar()


def refuted(what: str, constraints: str, *edits: Edit) -> Seed:
    """The key of each constraint is a place."""
    marks = ((f"  {name}:\n", f"  «{name}:\n") for name in constraints.split())
    return in_neck_spasm("GL401", what, *marks, *edits)


def decision(key: str, label: str, *branches: str) -> str:
    return f"  {key}:\n    type: decision\n    label: {label}\n    branches:\n" + "".join(
        f"      - {{{each}}}\n" for each in branches
    )


def _red_flags_and_imaging() -> Iterator[Seed]:
    yield refuted(
        "breaks advised before the red flags",
        "red-flags-first",
        ("start: red-flags\n", "start: breaks-first\n"),
        node(f"  breaks-first:\n    type: recommendation\n    label: Breaks first\n{BREAKS}    then: red-flags\n"),
    )
    yield refuted(
        "a way round the red flags for those with a deficit",
        "red-flags-again-before-the-toxin",
        (LOOK_BACK, "    then: deficit-now\n"),
        node(
            decision(
                "deficit-now",
                "Is there a deficit now?",
                "if: neurological-deficit, then: urgent-mri-again",
                "else: red-flags-again",
            )
        ),
    )
    doing_well = (
        "{all: [{fact: rehabilitation-response, is: good}, {fact: time-course, is: acute}, {not: surgical-criterion}]}"
    )
    yield refuted(
        "a good response sent home before the red flags are looked for again",
        "mri-for-every-red-flag",
        (LOOK_BACK, "    then: doing-well\n"),
        node(decision("doing-well", "Is it going well?", f"if: {doing_well}, then: keep-up", "else: red-flags-again")),
    )
    yield refuted(
        "the referral in one step with the MRI",
        "mri-before-referral",
        (
            "in an\n          earlier step, with no limit of time invented.\n",
            f"in an\n          earlier step, with no limit of time invented.\n      - {{for: physiatrist-referral, {GRADES}, because: [S01]}}\n",
        ),
    )
    yield refuted(
        "the MRI widened to severe, prolonged symptoms",
        "imaging-only-with-a-red-flag",
        (
            "- {if: red-flag, then: urgent-mri-again}",
            "- {if: {any: [red-flag, prolonged-severe-symptoms]}, then: urgent-mri-again}",
        ),
    )
    yield refuted(
        "the way on from the MRI led to the advice against imaging",
        "imaging-not-discouraged-with-a-red-flag",
        (
            "    then: surgical-criteria\n    note: >-\n      The work-up",
            "    then: no-routine-imaging\n    note: >-\n      The work-up",
        ),
    )


def _surgery() -> Iterator[Seed]:
    yield refuted(
        "surgery widened to what grows worse despite care",
        "surgery-only-if",
        (
            "- {if: surgical-criterion, then: surgery-option-again}",
            "- {if: {any: [surgical-criterion, severe-or-worse-despite-care]}, then: surgery-option-again}",
        ),
    )
    yield refuted("surgery not looked for after the MRI", "surgical-criteria-before-the-toxin", URGENT_AGAIN)


def _rehabilitation() -> Iterator[Seed]:
    with_exception = f"      - {{if: {SPASTIC}, then: keep-up}}\n      - {{else: rehabilitation}}\n"
    yield refuted(
        "spasticity sent home without rehabilitation",
        "rehabilitation-without-surgical-criterion agent-is-prescribed",
        (CANCER_OR_NOT, CANCER_OR_NOT.replace("      - {else: rehabilitation}\n", with_exception)),
    )
    operated = decision(
        "operated",
        "Is it for the surgeon?",
        "if: {all: [surgical-criterion, {fact: time-course, is-not: chronic}]}, then: keep-up",
        "else: rehabilitation",
    )
    yield refuted(
        "rehabilitation left out after cancer where surgery is an option",
        "rehabilitation-after-head-and-neck-cancer",
        (
            "    then: rehabilitation\n    note: The source does not say what a positive",
            "    then: operated\n    note: The source does not say what a positive",
        ),
        node(operated),
    )
    yield refuted(
        "the cancer not asked for where surgery is an option",
        "dystonia-looked-for",
        ("    then: head-and-neck-cancer\n    because: [S30]", "    then: rehabilitation\n    because: [S30]"),
    )
    yield refuted(
        "a look back after 8 weeks in place of 6",
        "response-is-looked-at",
        ("after: {min: 4 wk, max: 6 wk}", "after: {min: 4 wk, max: 8 wk}"),
    )


def _agent() -> Iterator[Seed]:
    with_exception = f"      - {{if: {SPASTIC}, then: back-to-the-physiatrist}}\n      - {{else: rehabilitation}}\n"
    yield refuted(
        "spasticity sent to the physiatrist alone",
        "agent-is-prescribed",
        (CANCER_OR_NOT, CANCER_OR_NOT.replace("      - {else: rehabilitation}\n", with_exception)),
    )
    yield refuted(
        "the agent and rehabilitation in the wrong order",
        "agent-is-an-adjunct",
        ("      - {else: rehabilitation}\n", "      - {else: nerve-stabilizing-drug}\n"),
        (
            "    then: rehabilitation\n    note: The source does not say what a positive",
            "    then: nerve-stabilizing-drug\n    note: The source does not say what a positive",
        ),
        (TO_THE_DRUG, "    then: chronic-spasm\n\n"),
        ("can take none of them.\n    then: chronic-spasm\n", "can take none of them.\n    then: rehabilitation\n"),
    )
    another = (
        "  another-agent:\n    type: recommendation\n    label: Another agent\n    recommend:\n"
        f"      - {{for: {{exactly-one: [pregabalin, gabapentin, duloxetine]}}, {GRADES}, course: {{max: 12 wk}}, because: [S03]}}\n"
        "    then: follow-up\n"
    )
    yield refuted(
        "another agent at each look back",
        "one-agent-only",
        (AGAIN, AGAIN.replace("else: follow-up", "else: another-agent")),
        node(another),
    )
    yield refuted(
        "a choice of one agent widened to one or more",
        "one-agent-only",
        ("{exactly-one: [pregabalin,", "{one-or-more: [pregabalin,"),
    )


def _relaxant() -> Iterator[Seed]:
    limit = "relaxant-three-weeks-in-all"
    short = "        course: {max: 3 wk}\n"
    yield refuted("a course of 4 weeks in place of 3", limit, (short, short.replace("3", "4")))
    yield refuted("a course with a min alone", limit, (short, short.replace("max: 3", "min: 2")))
    yield refuted("a relaxant without a course", limit, (short, ""))
    yield refuted(
        "a loop that comes back before the relaxant",
        limit,
        (AGAIN, AGAIN.replace("else: follow-up", "else: relaxant-indication")),
    )
    trauma = "{all: [{fact: time-course, is: acute}, major-trauma, {not: neurological-spasticity}]}"
    only = "relaxant-only-when-indicated"
    yield refuted(
        "the relaxant widened to acute spasm after trauma",
        only,
        (RELAXANT, RELAXANT.replace("muscle-relaxant-indicated", f"{{any: [muscle-relaxant-indicated, {trauma}]}}")),
    )
    acute = "{all: [{fact: time-course, is: acute}, {not: neurological-spasticity}]}"
    yield refuted(
        "a part of the indication forgotten", only, (RELAXANT, RELAXANT.replace("muscle-relaxant-indicated", acute))
    )
    yield refuted(
        "an exception lost from the indication, and from the drug",
        "no-relaxant-for-neurological-spasticity",
        (NOT_SPASTIC, ""),
        (
            "    contraindicated:\n      when: neurological-spasticity\n      because: [S20]\n      note: >-\n",
            "    note: >-\n",
        ),
    )


def _toxin() -> Iterator[Seed]:
    after_cancer = (
        "{any: [refractory, {all: [head-and-neck-cancer-treatment, {fact: rehabilitation-response, is: none}]}]}"
    )
    yield refuted(
        "the toxin after cancer when rehabilitation alone has failed",
        "toxin-only-when-refractory",
        (AGAIN, AGAIN.replace("{if: refractory", f"{{if: {after_cancer}")),
    )
    yield refuted(
        "rehabilitation put off until the look back",
        "agent-is-an-adjunct toxin-after-rehabilitation",
        (FIRST_ADVICE, ""),
        (
            "      - for: {all: [monitor-at-eye-level, chair-height-set, long-postures-avoided]}\n",
            f"      - {PHYSIATRIST}\n      - for: {{all: [monitor-at-eye-level, chair-height-set, long-postures-avoided]}}\n",
        ),
        ("      - for: botulinum-toxin-referral\n", f"      - {PHYSIATRIST}\n      - for: botulinum-toxin-referral\n"),
    )
    yield refuted(
        "no agent for a spasticity that is not acute",
        "agent-is-prescribed toxin-after-agent",
        (TO_THE_DRUG, "    then: agent-wanted\n\n"),
        node(
            decision(
                "agent-wanted",
                "Is an agent wanted?",
                "if: {all: [neurological-spasticity, {fact: time-course, is: neither}]}, then: chronic-spasm",
                "else: nerve-stabilizing-drug",
            )
        ),
    )


def _collar() -> Iterator[Seed]:
    painful = (
        "      - {if: {all: [{fact: time-course, is: neither}, painful-musculoskeletal-condition]}, then: collar}\n"
    )
    yield refuted(
        "a collar for a painful spasm that is not chronic",
        "no-collar-ever",
        (UNRELAXED, painful + UNRELAXED),
        node(
            "  collar:\n    type: recommendation\n    label: A collar\n"
            f"    recommend: [{{for: cervical-collar, {GRADES}, because: [S24]}}]\n    then: follow-up\n"
        ),
    )
    yield refuted(
        "a collar for an acute and painful spasm",
        "no-collar-ever",
        (
            "    then: follow-up\n\n  # Looking back",
            f"      - {{for: cervical-collar, {GRADES}, because: [S24]}}\n    then: follow-up\n\n  # Looking back",
        ),
    )
    yield refuted(
        "the question for a chronic spasm skipped after surgery",
        "collar-advised-against",
        (
            f"- {{for: {{at-most-one: [spine-surgery-referral]}}, {GRADES}, because: [S27, S28, S29]}}\n    then: chronic-spasm-again\n",
            f"- {{for: {{at-most-one: [spine-surgery-referral]}}, {GRADES}, because: [S27, S28, S29]}}\n    then: response\n",
        ),
    )
