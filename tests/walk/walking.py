"""Guidelines from YAML, and walks as plain texts, for tests to be read."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

from guidelint.cases import patient_of
from guidelint.condition import NotKnown
from guidelint.document import read_document
from guidelint.graph import EdgeKind
from guidelint.model import Guideline, build_guideline
from guidelint.schema import judge_shape
from guidelint.walk import Astray, Ended, Ending, Gap, Overlap, Question, Step, Walk, walk

HEAD = "format: guidelint/1\nid: walking\ntitle: Walking\nversion: 1.0.0\nstatus: draft\n"


def guideline(text: str) -> Guideline:
    """A guideline in the shape that the schema asks for; `text` holds everything but the head."""
    document = read_document((HEAD + dedent(text)).encode(), "walking.yaml")
    assert document.is_readable, document.defects
    assert [finding.message for finding in judge_shape(document).findings] == []
    return build_guideline(document.data)


def walk_case(text: str, patient: str, *visits: str) -> Walk:
    """The walk of a patient who is written as in a case, such as `{fever: true}`."""
    rows = "".join(f"\n      - {visit}" for visit in visits)
    case = f"cases:\n  one:\n    patient: {patient}\n    visits: {rows or '[]'}\n    expect: {{ends: end}}\n"
    whole = guideline(dedent(text) + case)
    return walk(whole, patient_of(whole.cases["one"]))


def told(walked: Walk) -> list[str]:
    """A line for each step, `1 ask 0 (fever: yes)`, and one for the ending."""
    return [*map(step_told, walked.steps), ending_told(walked.ending)]


def step_told(step: Step) -> str:
    way = {
        EdgeKind.BRANCH: f" branch {step.branch}",
        EdgeKind.THEN: " then",
        EdgeKind.OTHERWISE: " otherwise",
        None: "",
    }
    reasons = ", ".join(f"{name}: {value_told(value)}" for name, value in step.because_of)
    return f"{step.visit} {step.node}{way[step.way]}" + (f" ({reasons})" if reasons else "")


def value_told(value: Any) -> str:
    if isinstance(value, NotKnown):
        return value.value
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def ending_told(ending: Ending) -> str:
    match ending:
        case Ended():
            return f"ended in {ending.node}"
        case Gap():
            return f"gap in {ending.node}"
        case Overlap():
            return f"overlap in {ending.node} of {', '.join(map(str, ending.branches))}"
        case Question():
            return f"{ending.node} asks for {', '.join(ending.facts)}"
        case Astray():
            return f"astray at {ending.node}"
