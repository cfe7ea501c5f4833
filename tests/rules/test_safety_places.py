"""Where exactly the rules on safety that read no proof point, and in which words."""

from __future__ import annotations

import pytest

from tests.rules.examples import run
from tests.rules.test_graph_places import MARK, marked_line

ADVICE = """\
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: %s, strength: strong, certainty: high, because: [S1]}
    then: look-again
"""

ROWS = {
    "no course": (
        ADVICE % "«paracetamol»",
        "warning",
        "no course is given for: Paracetamol",
        "add `course` with a `max`, or `course: not-stated` where the source gives none",
    ),
    "no course for one pick of two": (
        ADVICE % "{any: [rest, {class: «analgesic»}]}",
        "warning",
        "no course is given for: any analgesic",
        "add `course` with a `max`, or `course: not-stated` where the source gives none",
    ),
    "no max": (
        ADVICE % "paracetamol, course: «{min: 3 d}»",
        "warning",
        "the course has no `max`: Paracetamol",
        "add `max`, the longest that it may be given",
    ),
    "not stated": (
        ADVICE % "paracetamol, course: «not-stated»",
        "info",
        "the source states no course for: Paracetamol",
        "have a reviewer judge whether that is safe",
    ),
}


@pytest.mark.parametrize(("fragment", "severity", "message", "help"), ROWS.values(), ids=ROWS.keys())
def test_course_without_limit(fragment: str, severity: str, message: str, help: str) -> None:
    report = run(MARK.sub(r"\1", fragment))
    assert [item.code for item in report.diagnostics] == ["GL404"]
    (item,) = report.diagnostics
    assert marked_line(item, report.document.text) == next(line for line in fragment.splitlines() if "«" in line)
    assert (item.severity.word, item.message, item.help) == (severity, message, help)
