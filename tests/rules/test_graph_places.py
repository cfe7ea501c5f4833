"""Where exactly each rule on the graph points, and in which words.

Each row is a fragment in which the one place is set in «», the code, the message, the help, and the texts and notes of
the related places.
"""

from __future__ import annotations

import re

import pytest

from guidelint.diagnostic import Diagnostic, Range
from tests.rules.examples import run

MARK = re.compile("«([^»]*)»")
Row = tuple[str, str, str, str, list[str]]

TREAT = """\
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
"""

DEAD_END: Row = (
    """\
nodes:
  «look-again»:
    type: follow-up
    after: 3 d
    observe: [improved]
    at-most: 2
    otherwise: refer
""",
    "GL202",
    "a way ends here without a recommendation: ask → treat → look-again",
    "add `then`, with the node that the way goes on to",
    [],
)
NO_BRANCHES: Row = (
    """\
nodes:
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: wait}
      - {else: how-bad}
  how-bad:
    type: decision
    label: How bad is it?
    branches: «[]»
""",
    "GL202",
    "a way ends here without a recommendation: ask → treat → look-again → better → how-bad",
    "give the decision its branches",
    [],
)
MISSPELT_START: Row = (
    "start: «askk»\n",
    "GL203",
    "`askk` is no node of this guideline",
    "did you mean `ask`?",
    [],
)
MISSPELT_ELSE: Row = (
    """\
nodes:
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: wait}
      - {else: «reefer»}
""",
    "GL203",
    "`reefer` is no node of this guideline",
    "did you mean `refer`?",
    [],
)
UNLIKE_ANY: Row = (
    f"nodes:\n{TREAT}    then: «somewhere»\n",
    "GL203",
    "`somewhere` is no node of this guideline",
    "define it, or take one of `ask`, `treat`, `look-again`, `better`, `wait`, `refer`",
    [],
)
BACK_TO_THE_START: Row = (
    f"nodes:\n{TREAT}    then: «ask»\n",
    "GL204",
    "this way leads back to where it came from with no follow-up in between: ask → treat → ask",
    "lead it on to another node, or let it pass a follow-up with `at-most` and `otherwise`",
    ["ask: 1 of 2", "treat: 2 of 2"],
)
TO_ITSELF: Row = (
    f"nodes:\n{TREAT}    then: «treat»\n",
    "GL204",
    "this way leads back to where it came from with no follow-up in between: treat → treat",
    "lead it on to another node, or let it pass a follow-up with `at-most` and `otherwise`",
    ["treat: 1 of 1"],
)
THE_SHORTEST_CIRCLE: Row = (
    """\
nodes:
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: long}
      - {if: {all: [{not: improved}, fever]}, then: short}
      - {else: refer}
  long:
    type: decision
    label: How long?
    branches:
      - {if: fever, then: wait}
      - {else: short}
  short:
    type: decision
    label: How short?
    branches:
      - {if: fever, then: wait}
      - {else: «better»}
""",
    "GL204",
    "this way leads back to where it came from with no follow-up in between: better → short → better",
    "lead it on to another node, or let it pass a follow-up with `at-most` and `otherwise`",
    ["better: 1 of 2", "short: 2 of 2"],
)
NO_BOUND: Row = (
    """\
nodes:
  look-again:
    type: follow-up
    after: 3 d
    observe: [improved]
    then: «better»
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: wait}
      - {else: treat}
""",
    "GL205",
    (
        "this way comes back here without end, since the follow-up has no `at-most`:"
        " look-again → better → treat → look-again"
    ),
    "add `at-most`, and `otherwise` with the node that comes after that many visits",
    ["look-again: 1 of 3", "better: 2 of 3", "treat: 3 of 3"],
)
OVER_OTHERWISE: Row = (
    """\
nodes:
  look-again:
    type: follow-up
    after: 3 d
    observe: [improved]
    at-most: 1
    then: better
    otherwise: «treat»
""",
    "GL205",
    "this `otherwise` leads back here, where no visit is left to be passed: look-again → treat → look-again",
    "lead `otherwise` to a node from which no way comes back",
    ["look-again: 1 of 2", "treat: 2 of 2"],
)
ONE_BRANCH: Row = (
    """\
nodes:
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: wait}
      - {else: what-now}
  «what-now»:
    type: decision
    label: What now?
    branches:
      - {else: refer}
""",
    "GL206",
    "the decision has one branch only, to `refer`",
    "add the branches that are missing, such as `- {else: …}`, or take the decision out if it asks nothing",
    [],
)
ALL_TO_ONE: Row = (
    """\
nodes:
  «ask»:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {else: treat}
""",
    "GL206",
    "every branch of the decision leads to `treat`",
    "lead the branches to different nodes, or take the decision out",
    ["treat: leads to the same node", "treat: leads to the same node"],
)
ELSE_FIRST: Row = (
    """\
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {«else»: wait}
      - {if: fever, then: treat}
""",
    "GL207",
    "other branches stand behind this `else`",
    "move it to the end of the branches",
    ["{if: fever, then: treat}: stands behind it"],
)
TWO_ELSES: Row = (
    """\
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {else: wait}
      - label: Nobody
        «else»: refer
""",
    "GL208",
    "the decision has an `else` already",
    "keep one `else`, and give this branch a condition with `if` and `then`",
    ["else: the first `else`"],
)
SWAB = """\
facts:
  influenza: {label: Influenza in the swab, type: boolean, default: false, known: maybe, obtained-by: swab}
interventions:
  swab: {label: Nasal swab, kind: laboratory}
"""
TOO_EARLY: Row = (
    SWAB
    + """\
nodes:
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: {all: [improved, {fact: «influenza», is: false}]}, then: wait}
      - {else: refer}
""",
    "GL209",
    (
        '`influenza` "Influenza in the swab" is read before `swab` "Nasal swab" is surely recommended,'
        " on the way ask → treat → look-again → better"
    ),
    "recommend `swab` on every way to this decision, whatever is picked, or decide on something else",
    ["swab: known only after this"],
)
WHETHER_UNKNOWN: Row = (
    SWAB
    + """\
nodes:
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: {any: [improved, {unknown: «influenza»}]}, then: wait}
      - {else: refer}
""",
    "GL209",
    (
        '`influenza` "Influenza in the swab" is read before `swab` "Nasal swab" is surely recommended,'
        " on the way ask → treat → look-again → better"
    ),
    "recommend `swab` on every way to this decision, whatever is picked, or decide on something else",
    ["swab: known only after this"],
)
THROUGH_A_CRITERION: Row = (
    SWAB
    + """\
criteria:
  viral: {label: Viral, any: [influenza]}
nodes:
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: {all: [improved, {not: «viral»}]}, then: wait}
      - {else: refer}
""",
    "GL209",
    (
        '`viral` reads `influenza` "Influenza in the swab" before `swab` "Nasal swab" is surely recommended,'
        " on the way ask → treat → look-again → better"
    ),
    "recommend `swab` on every way to this decision, whatever is picked, or decide on something else",
    ["swab: known only after this"],
)
NOBODY_LOOKS: Row = (
    """\
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
      - for: {exactly-one: [rest, {class: «analgesic»}]}
        strength: conditional
        certainty: low
        course: {max: 5 d}
        because: [S1]
""",
    "GL210",
    "no follow-up comes after this treatment: any analgesic",
    "lead the way on to a follow-up, or set this aside with the reason why none is needed",
    [],
)
NAMES = [f"sign-{index}" for index in range(1, 11)]
WIDE: Row = (
    "facts:\n"
    + "".join(f"  {name}: {{label: {name.capitalize()}, type: boolean, default: false}}\n" for name in NAMES)
    + f"""\
nodes:
  «ask»:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {{if: {{any: [fever, {", ".join(NAMES)}]}}, then: treat}}
      - {{else: wait}}
""",
    "GL211",
    "the decision is on 11 facts, criteria and scores at once, more than 10",
    "gather some of them in a criterion or a score, or ask in several decisions",
    [],
)
ROWS = {name.lower().replace("_", " "): row for name, row in list(globals().items()) if isinstance(row, tuple)}


@pytest.mark.parametrize(("fragment", "code", "message", "help", "related"), ROWS.values(), ids=ROWS.keys())
def test_place_and_words(fragment: str, code: str, message: str, help: str, related: list[str]) -> None:
    report = run(MARK.sub(r"\1", fragment))
    assert [item.code for item in report.diagnostics] == [code]
    (item,) = report.diagnostics
    assert marked_line(item, report.document.text) == next(line for line in fragment.splitlines() if "«" in line)
    assert (item.message, item.help) == (message, help)
    assert [f"{text_at(place.range, report.document.text)}: {place.message}" for place in item.related] == related


def marked_line(item: Diagnostic, text: str) -> str:
    """The line of a finding with its place in «», by its lines and columns; the line stands in the text once."""
    lines = text.splitlines()
    assert item.range.start.line == item.range.end.line
    line = lines[item.range.start.line - 1]
    assert lines.count(line) == 1
    start, end = item.range.start.column - 1, item.range.end.column - 1
    return f"{line[:start]}«{line[start:end]}»{line[end:]}"


def text_at(place: Range, text: str) -> str:
    return text.splitlines()[place.start.line - 1][place.start.column - 1 : place.end.column - 1]
