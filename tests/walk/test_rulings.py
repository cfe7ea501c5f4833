"""What the rulings of the format say of walks, each on a guideline that shows it."""

from __future__ import annotations

import pytest

from tests.walk.walking import told, walk_case

ENDS = """\
  end:
    type: recommendation
    recommend: [{for: rest}]
  hospital:
    type: recommendation
    recommend: [{for: hospital}]
interventions:
  rest: {label: Rest, kind: education}
  hospital: {label: Hospital, kind: referral}
  pill: {label: Pill, kind: medication}
"""

ELSE = f"""\
facts:
  allergy: {{label: Allergy, type: boolean, known: maybe}}
  fever: {{label: Fever, type: boolean}}
start: ask
nodes:
  ask:
    type: decision
    label: Allergy or fever?
    branches:
      - {{if: allergy, then: hospital}}
      - {{if: {{all: [fever, {{not: allergy}}]}}, then: hospital}}
      - {{else: end}}
{ENDS}"""


@pytest.mark.parametrize(
    ("patient", "walk"),
    [
        ("{allergy: true, fever: true}", ["1 ask branch 0 (allergy: yes)", "1 hospital", "ended in hospital"]),
        (
            "{allergy: false, fever: true}",
            ["1 ask branch 1 (fever: yes, allergy: no)", "1 hospital", "ended in hospital"],
        ),
        ("{allergy: false, fever: false}", ["1 ask branch 2 (allergy: no, fever: no)", "1 end", "ended in end"]),
        # unknown, and nothing surely true: no branch, not even else
        ("{allergy: unknown, fever: true}", ["1 ask", "gap in ask"]),
        ("{allergy: unknown, fever: false}", ["1 ask", "gap in ask"]),
        # what is missing, and no more than that
        ("{fever: false}", ["1 ask", "ask asks for allergy"]),
        ("{allergy: false}", ["1 ask", "ask asks for fever"]),
        ("{}", ["1 ask", "ask asks for allergy, fever"]),
        # with an allergy, fever changes nothing; nor does it when the allergy is unknown
        ("{allergy: true}", ["1 ask branch 0 (allergy: yes)", "1 hospital", "ended in hospital"]),
        ("{allergy: unknown}", ["1 ask", "gap in ask"]),
    ],
)
def test_else_and_unknown(patient: str, walk: list[str]) -> None:
    """Ruling 1."""
    assert told(walk_case(ELSE, patient)) == walk


UNKNOWN_BRANCH = f"""\
facts:
  allergy: {{label: Allergy, type: boolean, known: maybe}}
start: ask
nodes:
  ask:
    type: decision
    label: Allergy?
    branches:
      - {{if: allergy, then: hospital}}
      - {{if: {{unknown: allergy}}, then: hospital}}
      - {{else: end}}
{ENDS}"""


@pytest.mark.parametrize(
    ("patient", "walk"),
    [
        # one branch is unknown, another surely true: that one is taken
        ("{allergy: unknown}", ["1 ask branch 1 (allergy: unknown)", "1 hospital", "ended in hospital"]),
        ("{allergy: false}", ["1 ask branch 2 (allergy: no)", "1 end", "ended in end"]),
        ("{}", ["1 ask", "ask asks for allergy"]),
    ],
)
def test_a_branch_for_the_unknown(patient: str, walk: list[str]) -> None:
    assert told(walk_case(UNKNOWN_BRANCH, patient)) == walk


OVERLAP = f"""\
facts:
  age: {{label: Age, type: integer, range: [0, 120]}}
  fever: {{label: Fever, type: boolean}}
start: ask
nodes:
  ask:
    type: decision
    label: How old?
    branches:
      - {{if: {{fact: age, below: 18}}, then: end}}
      - {{if: {{fact: age, below: 3}}, then: hospital}}
      - {{if: {{all: [fever, {{fact: age, above: 17, below: 65}}]}}, then: hospital}}
{ENDS}"""


@pytest.mark.parametrize(
    ("patient", "walk"),
    [
        ("{age: 2, fever: false}", ["1 ask", "overlap in ask of 0, 1"]),
        # two branches surely match: what a third asks for does not matter any more
        ("{age: 2}", ["1 ask", "overlap in ask of 0, 1"]),
        ("{age: 17}", ["1 ask branch 0 (age: 17)", "1 end", "ended in end"]),
        ("{age: 18, fever: true}", ["1 ask branch 2 (fever: yes, age: 18)", "1 hospital", "ended in hospital"]),
        ("{age: 18, fever: false}", ["1 ask", "gap in ask"]),
        ("{age: 65}", ["1 ask", "gap in ask"]),
        ("{fever: true}", ["1 ask", "ask asks for age"]),
        ("{}", ["1 ask", "ask asks for age, fever"]),
    ],
)
def test_overlaps_and_gaps_end_the_walk(patient: str, walk: list[str]) -> None:
    """Ruling 7."""
    assert told(walk_case(OVERLAP, patient)) == walk


SCORE = f"""\
facts:
  a: {{label: A, type: boolean, known: maybe}}
  b: {{label: B, type: boolean}}
  c: {{label: C, type: boolean}}
scores:
  risk: {{label: Risk, add: [{{points: 2, if: a}}, {{points: 1, if: b}}, {{points: -1, if: c}}]}}
criteria:
  high: {{label: High, fact: risk, at-least: 2}}
start: ask
nodes:
  ask:
    type: decision
    label: What risk?
    branches:
      - {{if: high, then: hospital}}
      - {{if: {{fact: risk, at-most: 1}}, then: end}}
{ENDS}"""


@pytest.mark.parametrize(
    ("patient", "walk"),
    [
        ("{a: true, b: true, c: true}", ["1 ask branch 0 (a: yes, b: yes)", "1 hospital", "ended in hospital"]),
        ("{a: true, b: false, c: true}", ["1 ask branch 1 (b: no, c: yes)", "1 end", "ended in end"]),
        ("{a: false, b: false, c: false}", ["1 ask branch 1 (a: no)", "1 end", "ended in end"]),
        # unknown: from 1 to 3
        ("{a: unknown, b: true, c: false}", ["1 ask", "gap in ask"]),
        # unknown: from -1 to 1, on one side of every limit
        ("{a: unknown, b: false, c: true}", ["1 ask branch 1 (b: no, c: yes)", "1 end", "ended in end"]),
        # not given, and of no consequence: 2 or 3
        ("{a: true, c: false}", ["1 ask branch 0 (a: yes, c: no)", "1 hospital", "ended in hospital"]),
        ("{a: true, b: false}", ["1 ask", "ask asks for c"]),
        ("{b: true}", ["1 ask", "ask asks for a, c"]),
    ],
)
def test_scores_with_unknown_members(patient: str, walk: list[str]) -> None:
    """Rulings 3 and 13."""
    assert told(walk_case(SCORE, patient)) == walk


LOOP = f"""\
facts:
  better: {{label: Better, type: boolean, observed: each-visit}}
  worse: {{label: Worse, type: boolean, default: false, observed: each-visit}}
  lasting: {{label: Lasting, type: boolean, observed: each-visit}}
start: ask
nodes:
  ask:
    type: decision
    label: Better?
    branches:
      - {{if: better, then: end}}
      - {{else: pill}}
  pill:
    type: recommendation
    recommend: [{{for: pill}}]
    then: look
  look:
    type: follow-up
    after: 1 wk
    observe: [better, worse]
    at-most: 2
    then: worse
    otherwise: last
  worse:
    type: decision
    label: Worse?
    branches:
      - {{if: worse, then: hospital}}
      - {{else: ask}}
  last:
    type: decision
    label: Lasting, and no better?
    branches:
      - {{if: {{all: [lasting, {{not: better}}]}}, then: hospital}}
      - {{else: end}}
{ENDS}"""


def test_arrivals_beyond_the_bound_go_otherwise_in_the_current_visit() -> None:
    """Rulings 4 to 6: the third arrival starts no visit and observes nothing; what is not observed stays as it was."""
    walked = walk_case(LOOP, "{better: false, lasting: true}", "{better: false}", "{better: false}", "{better: true}")
    assert told(walked) == [
        "1 ask branch 1 (better: no)",
        "1 pill then",
        "2 look then",
        "2 worse branch 1 (worse: no)",
        "2 ask branch 1 (better: no)",
        "2 pill then",
        "3 look then",
        "3 worse branch 1 (worse: no)",
        "3 ask branch 1 (better: no)",
        "3 pill then",
        "3 look otherwise",
        "3 last branch 0 (lasting: yes, better: no)",
        "3 hospital",
        "ended in hospital",
    ]
    assert [(item.node, item.visit) for item in walked.advice] == [
        ("pill", 1),
        ("pill", 2),
        ("pill", 3),
        ("hospital", 3),
    ]
    assert [dict(visit) for visit in walked.visits] == [{"better": False, "worse": False, "lasting": True}] * 3


def test_an_observed_fact_that_is_left_out_takes_its_default_and_not_its_old_value() -> None:
    """Ruling 15: `worse` was true in the first visit, and nobody says so in the second."""
    walked = walk_case(LOOP, "{better: false, worse: true}", "{better: true}")
    assert told(walked)[2:5] == ["2 look then", "2 worse branch 1 (worse: no)", "2 ask branch 0 (better: yes)"]
    assert told(walked)[-1] == "ended in end"


def test_an_observed_fact_that_is_left_out_and_has_no_default_is_missing() -> None:
    """Ruling 15: GL602 speaks where the walk asks."""
    walked = walk_case(LOOP, "{better: false}", "{worse: false}")
    assert told(walked)[-2:] == ["2 ask", "ask asks for better"]


def test_visits_that_are_not_given_at_all_are_missing_too() -> None:
    assert told(walk_case(LOOP, "{better: false}"))[-2:] == ["2 ask", "ask asks for better"]


def test_a_fact_has_the_value_of_the_first_visit_until_it_is_observed() -> None:
    """Ruling 4: `lasting` is observed nowhere here, whatever the visits say of it."""
    visits = ["{better: false, lasting: false}"] * 2
    assert "3 last branch 0 (lasting: yes, better: no)" in told(
        walk_case(LOOP, "{better: false, lasting: true}", *visits)
    )


def test_observed_as_unknown() -> None:
    text = LOOP.replace("type: boolean, observed", "type: boolean, known: maybe, observed")
    assert told(walk_case(text, "{better: false}", "{better: unknown}"))[-2:] == ["2 ask", "gap in ask"]


COUNTED_ONCE = f"""\
facts:
  fever: {{label: Fever, type: boolean, default: false, observed: each-visit}}
start: outer
nodes:
  outer:
    type: follow-up
    after: 1 mo
    at-most: 2
    then: inner
    otherwise: end
  inner:
    type: follow-up
    after: 1 wk
    observe: [fever]
    at-most: 3
    then: ask
    otherwise: outer
  ask:
    type: decision
    label: Fever?
    branches:
      - {{if: fever, then: inner}}
      - {{else: outer}}
{ENDS}"""


def test_the_count_is_never_reset() -> None:
    """Ruling 5: the inner follow-up is passed three times in all, not three times in each round of the outer one."""
    walked = walk_case(COUNTED_ONCE, "{}", "{}", "{fever: true}", "{fever: false}", "{}", "{fever: true}")
    assert [
        (step.node, step.way.value if step.way else "", step.visit) for step in walked.steps if step.node != "ask"
    ] == [
        ("outer", "then", 2),
        ("inner", "then", 3),
        ("inner", "then", 4),
        ("outer", "then", 5),
        ("inner", "then", 6),
        ("inner", "otherwise", 6),
        ("outer", "otherwise", 6),
        ("end", "", 6),
    ]


EXACT = f"""\
facts:
  dose: {{label: Dose, type: decimal, unit: mg, range: [0, 10]}}
  weeks: {{label: Weeks, type: integer, unit: wk, range: [0, 52]}}
start: ask
nodes:
  ask:
    type: decision
    label: How much, how long?
    branches:
      - {{if: {{fact: dose, above: 0.3}}, then: hospital}}
      - {{if: {{fact: dose, at-most: 0.3}}, then: more}}
  more:
    type: decision
    label: How long?
    branches:
      - {{if: {{fact: weeks, above: 1.5}}, then: hospital}}
      - {{if: {{fact: weeks, at-most: "10.5 d"}}, then: end}}
{ENDS}"""


@pytest.mark.parametrize(
    ("patient", "last"),
    [
        ("{dose: 0.3000000000000000000001}", "1 ask branch 0 (dose: 3000000000000000000001/10000000000000000000000)"),
        ("{dose: 300 ug, weeks: 1}", "1 more branch 1 (weeks: 1)"),
        ("{dose: 0.3, weeks: 2}", "1 more branch 0 (weeks: 2)"),
        ("{dose: 0.30, weeks: 14 d}", "1 more branch 0 (weeks: 2)"),
    ],
)
def test_numbers_are_exact(patient: str, last: str) -> None:
    """Ruling 14."""
    assert told(walk_case(EXACT, patient))[-3] == last


ASKED = f"""\
facts:
  age: {{label: Age, type: integer, range: [0, 120]}}
  fever: {{label: Fever, type: boolean, default: false}}
  cough: {{label: Cough, type: boolean}}
  smoker: {{label: Smoker, type: boolean}}
criteria:
  frail: {{label: Frail, any: [{{fact: age, at-least: 80}}, {{all: [cough, smoker]}}]}}
start: first
nodes:
  first:
    type: decision
    label: Frail?
    branches:
      - {{if: frail, then: hospital}}
      - {{if: {{not: frail}}, then: second}}
  second:
    type: decision
    label: Fever, or a smoker?
    branches:
      - {{if: {{any: [fever, smoker]}}, then: hospital}}
      - {{else: end}}
{ENDS}"""


@pytest.mark.parametrize(
    ("patient", "walk"),
    [
        ("{}", ["1 first", "first asks for age, cough, smoker"]),
        ("{cough: false}", ["1 first", "first asks for age"]),
        ("{cough: true}", ["1 first", "first asks for age, smoker"]),
        ("{age: 80}", ["1 first branch 0 (age: 80)", "1 hospital", "ended in hospital"]),
        (
            "{age: 79, cough: false}",
            ["1 first branch 1 (age: 79, cough: no)", "1 second", "second asks for smoker"],
        ),
        (
            "{age: 79, cough: false, fever: true}",
            [
                "1 first branch 1 (age: 79, cough: no)",
                "1 second branch 0 (fever: yes)",
                "1 hospital",
                "ended in hospital",
            ],
        ),
    ],
)
def test_a_walk_asks_for_what_it_needs_where_it_needs_it(patient: str, walk: list[str]) -> None:
    assert told(walk_case(ASKED, patient)) == walk


def branches(*rows: str) -> str:
    listed = "".join(f"      - {row}\n" for row in rows)
    facts = "  a: {label: A, type: boolean, known: maybe}\n  b: {label: B, type: boolean}\n"
    head = f"facts:\n{facts}start: ask\nnodes:\n  ask:\n    type: decision\n    label: Which?\n    branches:\n"
    return f"{head}{listed}{ENDS}"


@pytest.mark.parametrize(
    ("rows", "patient", "last"),
    [
        # b can only make the first branch false or unknown: it is not asked for, unless `else` hangs on it
        (["{if: {all: [a, b]}, then: end}", "{if: {unknown: a}, then: hospital}"], "{a: unknown}", "ended in hospital"),
        (["{if: {all: [a, b]}, then: end}"], "{a: unknown}", "gap in ask"),
        (["{if: {all: [a, b]}, then: end}", "{else: hospital}"], "{a: unknown}", "ask asks for b"),
        # another branch is unknown already, so `else` is out of the question
        (["{if: {all: [a, b]}, then: end}", "{if: a, then: end}", "{else: hospital}"], "{a: unknown}", "gap in ask"),
        (["{if: b, then: end}", "{if: a, then: end}", "{else: hospital}"], "{a: unknown}", "ask asks for b"),
        # in a sound graph there is one `else`; two of them overlap
        (["{if: b, then: end}", "{else: end}", "{else: hospital}"], "{b: false}", "overlap in ask of 1, 2"),
        (["{if: b, then: end}", "{else: end}", "{else: hospital}"], "{b: true}", "ended in end"),
        (["{else: end}"], "{}", "ended in end"),
        (["{else: end}", "{if: b, then: hospital}"], "{b: true}", "ended in hospital"),
    ],
)
def test_who_matches(rows: list[str], patient: str, last: str) -> None:
    assert told(walk_case(branches(*rows), patient))[-1] == last


BROKEN = {
    "an undefined start": ("start: nowhere", ["astray at nowhere"]),
    "an undefined target": ("{if: a, then: nowhere}", ["1 ask branch 0 (a: yes)", "astray at nowhere"]),
    "a circle": ("{if: a, then: ask}", ["1 ask branch 0 (a: yes)", "astray at ask"]),
}


@pytest.mark.parametrize(("change", "walk"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_graph_leads_astray(change: str, walk: list[str]) -> None:
    text = branches("{if: a, then: end}", "{if: b, then: end}")
    old = "start: ask" if change.startswith("start") else "{if: a, then: end}"
    assert told(walk_case(text.replace(old, change), "{a: true, b: false}")) == walk


@pytest.mark.parametrize(
    ("follow_up", "walk"),
    [
        ("{type: follow-up, after: 1 d}", ["1 look", "astray at look"]),
        ("{type: follow-up, after: 1 d, then: look}", ["2 look then", "astray at look"]),
        (
            "{type: follow-up, after: 1 d, at-most: 1, then: look, otherwise: look}",
            ["2 look then", "2 look otherwise", "astray at look"],
        ),
        (
            "{type: follow-up, after: 1 d, at-most: 1, then: look, otherwise: end}",
            ["2 look then", "2 look otherwise", "2 end", "ended in end"],
        ),
        ("{type: follow-up, after: 1 d, at-most: 1, otherwise: end}", ["1 look", "astray at look"]),
    ],
)
def test_follow_ups_without_an_end(follow_up: str, walk: list[str]) -> None:
    assert told(walk_case(f"start: look\nnodes:\n  look: {follow_up}\n{ENDS}", "{}")) == walk
