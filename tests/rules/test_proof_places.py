"""Where exactly the rules on conditions, advice and constraints point, in which words, and with which patient and walk.

Each row is a fragment in which the one place is set in «», then the code, the message, the texts and notes of the
related places, the patient and the walk.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from guidelint.diagnostic import Diagnostic
from guidelint.linter import FileReport
from guidelint.logic import Answer, Logic, NotDecided, states
from guidelint.logic.solver import Gates, OutOfTime
from tests.rules.examples import run
from tests.rules.test_graph_places import MARK, marked_line, text_at


class Row(NamedTuple):
    fragment: str
    code: str
    message: str
    related: list[str]
    patient: str = ""
    walk: str = ""


def treat(*items: str, then: str = "look-again") -> str:
    lines = "".join(f"      - {item}\n" for item in items)
    return f"""\
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
{lines}    then: {then}
"""


def advice(target: str, rest: str = "course: {max: 5 d}, ", direction: str = "for") -> str:
    return f"{{{direction}: {target}, strength: strong, certainty: high, {rest}because: [S1]}}"


def asking(condition: str) -> str:
    return f"""\
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {{if: {condition}, then: treat}}
      - {{else: wait}}
"""


PARACETAMOL = advice("paracetamol")
IBUPROFEN = "interventions:\n  ibuprofen: {label: Ibuprofen, kind: medication, class: analgesic}\n"
TEMPERATURE = "facts:\n  temperature: {label: Temperature, type: decimal, unit: Cel, range: [34, 43]}\n"
LIVER_FAILURE = """\
facts:
  liver-failure: {label: Liver failure, type: boolean, default: false, known: maybe}
interventions:
  paracetamol:
    label: Paracetamol
    kind: medication
    class: analgesic
    contraindicated: {when: liver-failure, because: [S1]}
"""
LOOP = """\
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved]
    at-most: 2
    then: better
    otherwise: refer
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: wait}
      - {else: treat}
"""
THREE_ROUNDS = "ask treat look-again better treat look-again better treat"
NOT_BETTER = "Fever: yes, Improved at visit 2: no, Improved at visit 3: no"

ROWS = {
    "a criterion that is always true": Row(
        f"{TEMPERATURE}criteria:\n  hot: {{label: Hot, fact: temperature, at-least: «34»}}\n"
        + asking("{all: [fever, hot]}"),
        "GL306",
        'criterion `hot` "Hot" is true of every patient',
        ["[34, 43]: all of this range passes"],
    ),
    "a branch that is always taken": Row(
        f"{TEMPERATURE}assumptions:\n  - {{fact: temperature, at-least: 38}}\n"
        + asking("«{any: [fever, {fact: temperature, above: 37}]}»"),
        "GL306",
        "the condition of this branch is true of every patient whom the assumptions allow",
        ["{fact: temperature, at-least: 38}: without this it would not be so"],
    ),
    "one of two assumptions": Row(
        f"{TEMPERATURE}assumptions:\n  - {{if: fever, then: {{fact: temperature, at-least: 38}}}}\n"
        "  - {fact: temperature, at-least: 35}\n" + asking("«{all: [fever, {fact: temperature, below: 37}]}»"),
        "GL307",
        "the condition of this branch is true of no patient whom the assumptions allow",
        ["{if: fever, then: {fact: temperature, at-least: 38}}: without this it would not be so"],
    ),
    "two of three parts": Row(
        TEMPERATURE
        + asking("«{all: [fever, {fact: temperature, below: 36}, improved, {fact: temperature, above: 39}]}»"),
        "GL307",
        "the condition of this branch is true of no patient",
        [
            "{fact: temperature, below: 36}: nobody meets these parts together",
            "{fact: temperature, above: 39}: nobody meets these parts together",
        ],
    ),
    "a score member that never counts": Row(
        TEMPERATURE
        + "scores:\n  heat:\n    label: Heat\n    add:\n      - {points: 1, if: fever}\n"
        + "      - {points: 2, if: «{all: [{fact: temperature, below: 36}, {fact: temperature, above: 39}]}»}\n"
        + asking("{fact: heat, is: 1}"),
        "GL307",
        'this condition of score `heat` "Heat" is true of no patient',
        [],
    ),
    "the when of a constraint": Row(
        "constraints:\n  none: {never: {recommend: hospital}, when: «{all: [fever, {not: fever}]}», because: [S1]}\n",
        "GL307",
        "this `when` is true of no patient",
        [],
    ),
    "a part of all": Row(
        TEMPERATURE + asking("{all: [fever, «{fact: temperature, above: 38}», {fact: temperature, at-least: 39}]}"),
        "GL309",
        "this part of `all` changes nothing: whoever meets another part meets it too",
        ["{fact: temperature, at-least: 39}: this part implies it"],
    ),
    "a part of any": Row(
        TEMPERATURE + asking("{any: [fever, «{all: [fever, {fact: temperature, above: 38}]}»]}"),
        "GL309",
        "this part of `any` changes nothing: whoever meets it meets another part too",
        ["fever: it implies this part"],
    ),
    "a part that two others imply": Row(
        TEMPERATURE
        + asking(
            "{any: [fever, {fact: temperature, below: 36}, {fact: temperature, at-least: 38},"
            " «{all: [{fact: temperature, below: 40}, {not: {fact: temperature, at-least: 36, below: 38}}]}»]}"
        ),
        "GL309",
        "this part of `any` changes nothing: whoever meets it meets one of the other parts too",
        [],
    ),
    "assumptions": Row(
        "«assumptions»:\n  - {any: [fever, improved]}\n  - {not: fever}\n"
        "  - {not: improved}\n  - {not: {all: [fever, improved]}}\n",
        "GL311",
        "no patient meets all of these assumptions, so that nothing can be proved",
        [
            "{any: [fever, improved]}: without this one there would be patients",
            "{not: fever}: without this one there would be patients",
            "{not: improved}: without this one there would be patients",
        ],
    ),
    "for and against": Row(
        "nodes:\n" + treat(PARACETAMOL, advice("«{class: analgesic}»", "", "against")),
        "GL312",
        '`paracetamol` "Paracetamol" is both recommended and advised against in one visit',
        ["paracetamol: recommended here"],
        "Fever: yes",
        "ask treat",
    ),
    "for and against under some picks": Row(
        "nodes:\n" + treat(advice("{any: [paracetamol, rest]}"), advice("«paracetamol»", "", "against")),
        "GL312",
        '`paracetamol` "Paracetamol" is both recommended and advised against in one visit, under some picks',
        ["{any: [paracetamol, rest]}: recommended here"],
        "Fever: yes",
        "ask treat",
    ),
    "courses in a loop": Row(
        "nodes:\n"
        + treat(PARACETAMOL)
        + LOOP
        + "constraints:\n  «few»: {total: {recommend: paracetamol}, at-most: 2 wk, because: [S1]}\n",
        "GL401",
        "courses of Paracetamol add up to 15 days, more than the 2 weeks allowed",
        ["paracetamol: recommended here 3 times, for at most 5 days"],
        NOT_BETTER,
        THREE_ROUNDS,
    ),
    "never": Row(
        "constraints:\n  «none»: {never: {recommend: hospital}, when: {not: improved}, because: [S1]}\n",
        "GL401",
        "Hospital is recommended, which must never be (when: no Improved)",
        ["hospital: recommended here"],
        "Fever: yes, Improved at visit 2: no",
        "ask treat look-again better refer",
    ),
    "always": Row(
        "constraints:\n  «owed»: {always: {recommend: hospital}, when: fever, because: [S1]}\n",
        "GL401",
        "Hospital must always be recommended (when: Fever), but is so nowhere on this walk",
        ["wait: the walk ends here"],
        "Fever: yes, Improved at visit 2: yes",
        "ask treat look-again better wait",
    ),
    "always, of the only member of a class": Row(
        "constraints:\n  «owed»: {always: {recommend: paracetamol}, when: fever, because: [S1]}\n"
        "nodes:\n  treat:\n    type: recommendation\n    label: Treat the fever\n    recommend:\n"
        "      - {for: {class: analgesic}, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}\n"
        "    then: look-again\n",
        "GL401",
        "Paracetamol must always be recommended (when: Fever), but is nowhere surely so",
        ["{class: analgesic}: this does not surely give it", "refer: the walk ends here"],
        "Fever: yes",
        "ask treat look-again better refer",
    ),
    "only": Row(
        "constraints:\n  «few»: {only: {recommend: paracetamol}, when: improved, because: [S1]}\n",
        "GL401",
        "Paracetamol is recommended, which is allowed only when: Improved",
        ["paracetamol: recommended here"],
        "Fever: yes, Improved: no",
        "ask treat",
    ),
    "before": Row(
        "constraints:\n  «first»: {before: {recommend: hospital}, comes: {recommend: rest}, because: [S1]}\n",
        "GL401",
        "Hospital is recommended before Advice to rest, which must come first",
        ["hospital: recommended here"],
        "Fever: yes, Improved at visit 2: no",
        "ask treat look-again better refer",
    ),
    "after": Row(
        "constraints:\n"
        "  «then»: {after: {recommend: paracetamol}, follows: {node: better}, within: 4 d, because: [S1]}\n",
        "GL401",
        'Paracetamol is recommended, but is followed by node `better` "Has it improved?" only after up to 5 days, not'
        " within 4 days",
        ["paracetamol: recommended here", "5 d: too much time has gone by after this"],
        "Fever: yes",
        "ask treat look-again better refer",
    ),
    "together": Row(
        "nodes:\n"
        + treat(advice("rest", ""), PARACETAMOL)
        + "constraints:\n"
        + "  «apart»: {together: [{recommend: paracetamol}, {recommend: rest}], never: true, because: [S1]}\n",
        "GL401",
        "Paracetamol and Advice to rest come together in one visit, which must never be",
        ["paracetamol: recommended here", "rest: recommended here"],
        "Fever: yes",
        "ask treat",
    ),
    "a constraint on nothing": Row(
        f"{IBUPROFEN}constraints:\n  few: {{total: {{recommend: «ibuprofen»}}, at-most: 3 d, because: [S1]}}\n",
        "GL402",
        "no node recommends Ibuprofen, so that the constraint has nothing to hold of",
        [],
    ),
    "a contraindication": Row(
        f"{LIVER_FAILURE}nodes:\n{treat(advice('{exactly-one: [rest, «paracetamol»]}'))}",
        "GL403",
        '`paracetamol` "Paracetamol" may be recommended although contraindicated: Liver failure',
        ["liver-failure: contraindicated here"],
        "Fever: yes, Liver failure: yes",
        "ask treat",
    ),
    "one class twice": Row(
        f"{IBUPROFEN}nodes:\n{treat(PARACETAMOL, advice('«ibuprofen»'))}",
        "GL405",
        '`paracetamol` "Paracetamol" and `ibuprofen` "Ibuprofen" may be given in one visit, of class `analgesic`',
        ["paracetamol: recommended here"],
        "Fever: yes",
        "ask treat",
    ),
    "a bare dose": Row(
        "nodes:\n" + treat(advice("paracetamol", "course: {max: 5 d}, dose: {min: 500 mg, max: «1000»}, ")),
        "GL406",
        "the dose 1000 has no unit",
        [],
    ),
    "a treatment first": Row(
        "criteria:\n  emergency: {label: Emergency, red-flag: true, all: [improved, fever], because: [S1]}\n"
        f"nodes:\n{treat(advice('«paracetamol»'), then='danger')}"
        "  danger:\n    type: decision\n    label: Is it dangerous?\n    because: [S1]\n    branches:\n"
        "      - {if: emergency, then: refer}\n      - {else: look-again}\n",
        "GL407",
        "Paracetamol is given before any decision on a red flag",
        ["emergency: a red flag"],
        "Fever: yes, Improved: yes",
        "ask treat",
    ),
    "a treatment before the rest of a red flag": Row(
        "criteria:\n  emergency: {label: Emergency, red-flag: true, all: [fever, improved], because: [S1]}\n"
        f"nodes:\n{treat(advice('«paracetamol»'))}",
        "GL407",
        "Paracetamol is given before red flags, which no decision asks for in full",
        ["emergency: a red flag"],
        "Fever: yes, Improved: yes",
        "ask treat",
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_place_words_patient_and_walk(row: Row) -> None:
    report = run(MARK.sub(r"\1", row.fragment))
    (item,) = [item for item in report.diagnostics if item.code == row.code]
    text = report.document.text
    assert marked_line(item, text) == next(line for line in row.fragment.splitlines() if "«" in line)
    assert item.message == row.message
    assert [f"{text_at(place.range, text)}: {place.message}" for place in item.related] == row.related
    assert ", ".join(f"{label}: {value}" for label, value in item.patient) == row.patient
    assert " ".join(item.walk) == row.walk


TOTAL = "constraints:\n  few: {total: {recommend: paracetamol}, at-most: %s, because: [S1]}\n"
NO_MAX = "  look-again:\n    type: follow-up\n    label: Look again\n    after: {min: 3 d}\n    then: better\n"
AFTER = "constraints:\n  then: {after: {recommend: paracetamol}, follows: {node: %s}, within: %s, because: [S1]}\n"
HELPS = {
    "courses that are too long": (
        TOTAL % "3 d",
        "shorten the courses, let nobody come to this advice so often, or correct the constraint",
    ),
    "a course without a limit": (
        "nodes:\n" + treat(advice("paracetamol", "course: not-stated, ")) + TOTAL % "3 d",
        "give each course a `max`, or correct the constraint",
    ),
    "too often": (
        "nodes:\n" + treat(PARACETAMOL) + LOOP + TOTAL % "1",
        "let nobody come to this advice so often, or correct the constraint",
    ),
    "too late": (
        AFTER % ("look-again", "4 d"),
        "let less time go by before it, or correct the constraint",
    ),
    "never": (
        AFTER % ("wait", "1 wk"),
        "lead every way on from this advice to what has to follow, in time, or correct the constraint",
    ),
}


@pytest.mark.parametrize(("fragment", "help"), HELPS.values(), ids=HELPS.keys())
def test_what_mends_a_violated_constraint(fragment: str, help: str) -> None:
    assert [item.help for item in run(fragment).diagnostics if item.code == "GL401"] == [help]


def test_where_too_much_time_goes_by() -> None:
    report = run("nodes:\n" + NO_MAX + AFTER % ("better", "4 d"))
    (item,) = [item for item in report.diagnostics if item.code == "GL401"]
    assert item.message.endswith("only after a time without a limit, not within 4 days")
    assert [text_at(place.range, report.document.text) for place in item.related] == ["paracetamol", "{min: 3 d}"]


def undecided(fragment: str, monkeypatch: pytest.MonkeyPatch) -> FileReport:
    def runs_out(gates: Gates, assumed: object) -> bool:
        raise OutOfTime

    monkeypatch.setattr(Gates, "is_possible", runs_out)
    return run(fragment)


def not_decided(report: FileReport) -> list[Diagnostic]:
    return [item for item in report.diagnostics if item.code == "GL315"]


def test_what_is_not_decided_is_said_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    report = undecided(
        f"{LIVER_FAILURE}{asking('{all: [fever, {not: liver-failure}]}')}"
        "constraints:\n  owed: {never: {recommend: hospital}, when: fever, because: [S1]}\n",
        monkeypatch,
    )
    said = [(text_at(item.range, report.document.text), item.message) for item in not_decided(report)]
    assert ("owed", "whether this constraint holds could not be decided in time") in said
    assert ("ask", f"whether every patient of whom something is unknown {FINDS} could not be decided in time") in said
    what = 'whether `paracetamol` "Paracetamol" is never given where this holds could not be decided in time'
    assert ("liver-failure", what) in said
    assert {item.help for item in not_decided(report)} == {
        "give it more time with `--time-limit` and `--time-limit-total`, or split the guideline"
    }
    assert {item.code for item in report.diagnostics} == {"GL315"}


FINDS = "finds a branch here"
KNOWN, UNKNOWN = "exhaustive", "exhaustive_when_unknown"
BOTH_ASKED = """\
facts:
  pain: {label: Pain, type: boolean, default: false}
  rash: {label: Rash, type: boolean, default: false, known: maybe}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {if: pain, then: refer}
      - {if: rash, then: wait}
"""
ASKED = {
    "all of it": ([KNOWN, UNKNOWN, "exclusive"], [], "every patient finds exactly one branch here"),
    "who is left out": ([KNOWN, UNKNOWN], ["GL303"], "every patient finds a branch here"),
    "the unknown": ([UNKNOWN], ["GL301", "GL303"], "every patient of whom something is unknown finds a branch here"),
    "the known": ([KNOWN], ["GL302", "GL303"], "every patient in whom all is known finds a branch here"),
    "two branches": (["exclusive"], ["GL301", "GL302"], "no two branches here match the same patient"),
    "each branch": (["reachable"], ["GL301", "GL302", "GL303"], "somebody takes each branch here"),
}


def undecided_at_ask(claim: str) -> Callable[..., Answer]:
    decided: Callable[..., Answer] = getattr(Logic, claim)

    def answer(logic: Logic, node: str, *branches: int) -> Answer:
        is_open = node == "ask" and (claim != "reachable" or bool(branches))
        return NotDecided("no time") if is_open else decided(logic, node, *branches)

    return answer


@pytest.mark.parametrize(("open_ones", "codes", "what"), ASKED.values(), ids=ASKED.keys())
def test_of_a_decision_only_what_is_open_is_not_decided(
    open_ones: list[str], codes: list[str], what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for claim in open_ones:
        monkeypatch.setattr(Logic, claim, undecided_at_ask(claim))
    found = run(BOTH_ASKED)
    assert [item.message for item in not_decided(found)] == [f"whether {what} could not be decided in time"]
    assert sorted({item.code for item in found.diagnostics} - {"GL315"}) == codes


def test_a_guideline_with_too_many_states_is_not_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "MOST_STATES", 1)
    report = run("")
    (item,) = not_decided(report)
    assert not report.crashes
    assert item.message.endswith("the unrolled guideline has too many states")


def test_many_undecided_decisions_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = "".join(f"  sign-{index}: {{label: Sign {index}, type: boolean, known: maybe}}\n" for index in range(60))
    nodes = "".join(
        f"  ask-{index}:\n    type: decision\n    because: [S1]\n    branches:\n"
        f"      - {{if: sign-{index}, then: refer}}\n      - {{else: {f'ask-{index + 1}' if index < 59 else 'ask'}}}\n"
        for index in range(60)
    )
    report = undecided(f"facts:\n{facts}start: ask-0\nnodes:\n{nodes}", monkeypatch)
    (item,) = not_decided(report)
    assert text_at(item.range, report.document.text) == "nodes"
    assert item.message == "61 decisions could not be decided: the time has run out"


def test_nobody_is_blamed_among_very_many_assumptions() -> None:
    rest = "".join(f"  - {{any: [fever, {{not: improved}}, {{not: fever}}]}} # {index}\n" for index in range(60))
    report = run(f"assumptions:\n  - fever\n  - {{not: fever}}\n{rest}")
    (item,) = report.diagnostics
    assert (item.code, item.related) == ("GL311", ())
