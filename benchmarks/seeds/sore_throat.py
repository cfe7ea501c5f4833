"""Edits of the sore-throat guideline that several seeds share."""

from __future__ import annotations

from seeds.seed import Edit

LOW = "      - {if: {fact: centor, at-most: 1}, then: self-care}\n"
MIDDLE = "      - {if: {fact: centor, at-least: 2, below: 4}, then: test}\n"
HIGH = "      - {if: {fact: centor, at-least: 4}, then: treat}\n"
ALLERGY = "      - {if: penicillin-allergy, then: gravity}\n"
UNKNOWN = "      - {if: {unknown: penicillin-allergy}, then: give-macrolide}\n"
NO_ALLERGY = "      - {else: give-penicillin}\n"
ANAPHYLAXIS = "      - {if: anaphylaxis, then: give-macrolide}\n"
NO_ANAPHYLAXIS = "      - {else: give-cefalexin}\n"
NEGATIVE = "      - {if: {fact: antigen-test, is: negative}, then: self-care}\n"
TREAT = f"    branches:\n{ALLERGY}"
ASSUMPTION = "  - {if: anaphylaxis, then: penicillin-allergy}\n"
MACROLIDE = (
    "{for: macrolide, strength: conditional, certainty: moderate, course: {min: 5 d, max: 10 d}, because: [S2, S7]}\n"
)
PICKS = "      - for: {exactly-one: [ibuprofen, paracetamol]}\n"
STRONG = "        strength: strong\n        certainty: high\n"
BESIDE_THE_MACROLIDE = f"because: [S2, S7]}}\n{PICKS}{STRONG}        course: {{max: 5 d}}\n"
END_OF_THE_MACROLIDE = "        because: [S8]\n    then: look-again\n\n  look-again:\n"
AFTER_PENICILLIN = "    then: look-again\n\n  give-cefalexin:\n"
END_OF_NODES = "\nconstraints:\n"
END_OF_INTERVENTIONS = "\nstart: red-flags\n"
START = "start: red-flags\nnodes:\n"


def beside_the_macrolide(picks: str, course: str = "course: {max: 5 d}") -> Edit:
    """Another analgesic, or another course of it, beside the macrolide."""
    return (
        BESIDE_THE_MACROLIDE,
        f"because: [S2, S7]}}\n      - for: {picks}\n{STRONG}" + (f"        {course}\n" if course else ""),
    )


def node(text: str) -> Edit:
    """A further node at the end of the graph."""
    return (END_OF_NODES, f"\n{text}{END_OF_NODES}")


def intervention(text: str) -> Edit:
    return (END_OF_INTERVENTIONS, f"  {text}\n{END_OF_INTERVENTIONS}")


def asked_after_penicillin(condition: str, then: str = "look-again", otherwise: str = "refer-now") -> Edit:
    """A further decision between the penicillin and the follow-up."""
    decision = (
        "  old-enough:\n    type: decision\n    label: Old enough to wait?\n"
        f"    branches: [{{if: {condition}, then: {then}}}, {{else: {otherwise}}}]\n"
    )
    return (AFTER_PENICILLIN, f"    then: old-enough\n\n{decision}\n  give-cefalexin:\n")


def ringing_up(follow_up: str, *further: str) -> tuple[Edit, Edit]:
    """A call before the score is made, of those who are 75 or older."""
    decision = (
        "  how-old:\n    type: decision\n    label: Is it somebody of 75 or older?\n"
        "    branches: [{if: {fact: age, at-least: 75}, then: ring-up}, {else: score}]\n"
    )
    call = f"  ring-up:\n    type: follow-up\n    label: Ring up the next day\n    after: {{max: 1 d}}\n{follow_up}"
    return ("- {else: score}", "- {else: how-old}"), node("\n".join((decision, call, *further)))


def first_of_all(advice: str) -> tuple[Edit, Edit]:
    """Advice before anything is asked."""
    text = (
        "  first-relief:\n    type: recommendation\n    label: Relief before anything else\n"
        f"    recommend: [{advice}]\n    then: red-flags\n"
    )
    return (START, "start: first-relief\nnodes:\n"), node(text)
