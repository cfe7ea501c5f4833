"""Edits of the neck-spasm guideline that several seeds share."""

from __future__ import annotations

from seeds.seed import Edit

END_OF_NODES = "\n\n\n# ---------------------------------------------------------------------------------------------------------------------------------\n# What must hold for every patient"
END_OF_FACTS = "\nassumptions:\n"
END_OF_INTERVENTIONS = "  # The parts of rehabilitation\n"
START_OF_CASES = "cases:\n"
START_OF_CONSTRAINTS = "constraints:\n"
GRADES = "strength: not-graded, certainty: not-graded"
DYSTONIA = "{for: secondary-dystonia-assessment, strength: not-graded, certainty: not-graded, because: [S23, S31, S32]}"
SURGERY = "- {if: surgical-criterion, then: surgery-option}\n"
CANCER = "- {if: head-and-neck-cancer-treatment, then: dystonia-assessment}"


def node(text: str) -> Edit:
    """A further node at the end of the graph."""
    return (END_OF_NODES, f"\n{text}{END_OF_NODES}")


def asked_in_between(key: str, branches: str) -> Edit:
    """A further decision on the way from rehabilitation to the drug, in the place of the edge between them."""
    decision = f"{key}\n    type: decision\n    label: Is there a fever?\n    branches: {branches}\n"
    return ("    then: nerve-stabilizing-drug\n\n", f"    then: one-way\n\n{decision}\n")


def fact(text: str) -> Edit:
    return (END_OF_FACTS, f"  {text}\n{END_OF_FACTS}")


def intervention(text: str) -> Edit:
    return (END_OF_INTERVENTIONS, f"  {text}\n{END_OF_INTERVENTIONS}")


def constraint(text: str) -> Edit:
    return (START_OF_CONSTRAINTS, f"{START_OF_CONSTRAINTS}  {text}\n")


def case(text: str) -> Edit:
    return (START_OF_CASES, f"{START_OF_CASES}  {text}\n")


AGAIN = "    branches:\n      - {if: refractory, then: toxin-referral}\n      - {if: {fact: rehabilitation-response, is: good}, then: keep-up}\n      - {else: follow-up}\n"
CANCER_OR_NOT = f"    branches:\n      {CANCER}\n      - {{else: rehabilitation}}\n"
ACUTE = "    all:\n      - {fact: time-course, is: acute}\n"
PAINFUL = "Painful musculoskeletal condition with the spasm, type: boolean, default: false, "
NOT_SPASTIC = "      - {not: neurological-spasticity}\n"
RELAXANT = "- {if: muscle-relaxant-indicated, then: short-relaxant}\n"
CHRONIC = "{if: {fact: time-course, is: chronic}, then: no-collar}\n"
TO_THE_DRUG = "    then: nerve-stabilizing-drug\n\n"
LAST_RED_FLAG = "      - severe-or-worse-despite-care\n    because: [S04"
END_OF_THE_RELAXANT = "          or beside a gabapentinoid asks for a second look.\n"
PAIN = fact("pain: {label: Pain, type: integer, range: [0, 10], default: 2}")
DURATION = fact("duration: {label: Time since it began, type: decimal, unit: wk, range: [0, 520], default: 1}")
MORE_BREAKS = node(
    "  more-breaks:\n    type: recommendation\n    label: More breaks\n"
    f"    recommend: [{{for: regular-breaks, {GRADES}, because: [S15]}}]\n    then: nerve-stabilizing-drug\n"
)


def either(first: str, second: str) -> Edit:
    """A decision between the drug at once and more breaks before it."""
    ways = f"[{{if: {first}, then: nerve-stabilizing-drug}}, {{if: {second}, then: more-breaks}}]"
    return asked_in_between("  one-way:", ways)


def asked(condition: str) -> Edit:
    """The same, with all others sent to more breaks."""
    ways = f"[{{if: {condition}, then: nerve-stabilizing-drug}}, {{else: more-breaks}}]"
    return asked_in_between("  one-way:", ways)
