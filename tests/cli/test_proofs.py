"""Proofs from outside: `guidelint prove`, and what `check` does with proofs."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.runner import guidelint
from tests.rules.examples import SCAFFOLD, whole

GAP = SCAFFOLD.replace("      - {else: wait}\n", "")
TIMES = re.compile(r" \([\d.]+ ms(?:, [\d,]+ places?)?\)")

LOOP = whole(
    """\
nodes:
  treat:
    type: recommendation
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: look-again
  look-again:
    type: follow-up
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
constraints:
  short: {total: {recommend: paracetamol}, at-most: 10 d, because: [S1]}
  shown-to-a-doctor: {before: {recommend: hospital}, comes: {node: ask}, because: [S1]}
"""
)


def prove(text: str, *options: str) -> tuple[int, str]:
    ran = guidelint("prove", "-", *options, stdin=text.encode())
    assert ran.err == ""
    return ran.code, TIMES.sub("", ran.out)


def test_everything_proved() -> None:
    assert prove(SCAFFOLD) == (
        0,
        (
            'proved       decision `ask` "Is there a fever?"\n'
            'proved       decision `better` "Has it improved?"\n'
            "2 claims: 2 proved\n"
        ),
    )


def test_what_is_refuted_comes_with_a_patient_and_the_walk() -> None:
    code, out = prove(LOOP)
    assert code == 1
    assert out.splitlines()[2:] == [
        "refuted      constraint `short`",
        "    patient: Fever, no Improved at visit 2, no Improved at visit 3",
        "    walk: ask → treat → look-again → better → treat → look-again → better → treat",
        "proved       constraint `shown-to-a-doctor`",
        "4 claims: 3 proved, 1 refuted",
    ]


def test_a_gap_is_told_from_an_overlap() -> None:
    assert "    no branch matches this patient\n    patient: no Fever\n    walk: ask\n" in prove(GAP)[1]
    twice = SCAFFOLD.replace("      - {else: refer}\n", "      - {if: {any: [improved, fever]}, then: refer}\n")
    assert "    branches 1 and 2 match this patient\n    patient: Fever, Improved at visit 2\n" in prove(twice)[1]


def test_a_proof_names_what_it_rests_on() -> None:
    text = whole(
        """\
facts:
  fever: {label: Fever, type: boolean, default: false}
  improved: {label: Improved, type: boolean, default: false, observed: each-visit}
  infant: {label: Infant, type: boolean, default: false}
assumptions:
  - {if: infant, then: fever}
constraints:
  infants-never-rest: {never: {recommend: rest}, when: {all: [infant, {not: improved}]}, because: [S1]}
  all-advised: {always: {recommend: [rest, hospital]}, because: [S1]}
"""
    )
    lines = prove(text, "--explain-proof")[1].splitlines()
    assert lines[1] == "    rests on: its own branches alone"
    at = lines.index("proved       constraint `infants-never-rest`")
    assert lines[at + 1] == ("    rests on: ask branch 2; better branch 1; the assumption: if Infant, then Fever")
    at = lines.index("proved       constraint `all-advised`")
    assert lines[at + 1] == "    rests on: the graph alone"


def test_what_is_not_decided_is_never_a_pass() -> None:
    code, out = prove(LOOP, "--time-limit-total", "0")
    assert code == 1
    assert out.count("not decided  ") == 4
    assert "4 claims: 0 proved, 4 not decided" in out
    assert guidelint("prove", "-", "--time-limit-total", "0", "--strict", stdin=LOOP.encode()).code == 2


@pytest.mark.parametrize(("command", "option"), [("check", "--time-limit"), ("prove", "--time-limit-total")])
@pytest.mark.parametrize("value", ["nan", "inf", "-1", "1e999", "soon", ""])
def test_a_time_limit_is_a_number_of_seconds(command: str, option: str, value: str) -> None:
    ran = guidelint(command, "-", f"{option}={value}", stdin=SCAFFOLD.encode())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == (
        f"Error: Invalid value for '{option}': `{value}` is no number of seconds: write one from 0 on, such as 600"
    )


NO_CLAIM = f"""\
{SCAFFOLD.partition("facts:")[0]}
interventions:
  rest: {{label: Advice to rest, kind: education}}
start: wait
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {{for: rest, strength: conditional, certainty: low, because: [S1]}}
"""
NOTHING = "nothing to prove: there is no decision, no constraint and no contraindication\n"


def test_no_claim_is_not_all_claims_proved() -> None:
    assert prove(NO_CLAIM) == (3, NOTHING)
    ran = guidelint("check", "-", stdin=NO_CLAIM.encode())
    assert (ran.code, ran.out) == (0, f"1 file checked: no findings\n{NOTHING}")


ADVISED = "constraints:\n  advised: {always: {recommend: [rest, hospital]}, because: [S1]}\n"
ON_BROKEN_WALKS = "1 constraint (`advised`) on walks that break off at `ask`"


@pytest.mark.parametrize(
    "gap",
    [
        GAP,
        SCAFFOLD.replace("label: Fever, type: boolean, default: false", "label: Fever, type: boolean, known: maybe"),
    ],
    ids=["gap", "gap-when-unknown"],
)
def test_what_is_owed_is_not_judged_where_a_walk_breaks_off(gap: str) -> None:
    code, out = prove(gap + ADVISED)
    assert code == 1
    assert "proved       constraint `advised`\n    not judged on walks that break off at `ask`\n" in out
    code, report = check(gap + ADVISED)
    assert (code, [left["reason"] for left in report["not_judged"]]) == (1, [ON_BROKEN_WALKS])


def test_it_is_said_of_a_gap_that_is_set_aside_too() -> None:
    agreed = GAP.replace("  ask:\n", "  ask: # guidelint: ignore[GL301, GL206] agreed\n")
    code, report = check(agreed + ADVISED)
    assert (code, report["diagnostics"], report["set_aside"]) == (0, [], 2)
    assert [left["reason"] for left in report["not_judged"]] == [ON_BROKEN_WALKS]


def test_nothing_is_said_where_every_walk_is_complete_or_nothing_is_owed() -> None:
    first = "constraints:\n  asked: {before: {recommend: hospital}, comes: {node: ask}, because: [S1]}\n"
    assert "not judged" not in prove(SCAFFOLD + ADVISED)[1]
    assert "not judged" not in prove(GAP + first)[1]
    assert check(SCAFFOLD + ADVISED)[1]["not_judged"] == []


FLAWED = (
    SCAFFOLD
    + """\
constraints:
  none-cut: {never: {recommend: {kind: procedure}}, because: [S1]}
  advised: {always: {recommend: [rest, hospital]}, because: [S1]}
  typo: {only: {recommend: rest}, when: fevr, because: [S1]}
cases:
  typing: {patient: {fever: true}, expect: {ends: wat}}
  failing: {patient: {fever: true}, expect: {ends: wait}}
"""
)


def test_what_no_walk_rests_on_is_left_out_alone() -> None:
    code, report = check(FLAWED)
    assert (code, [item["code"] for item in report["diagnostics"]]) == (1, ["GL102", "GL102", "GL102", "GL601"])
    assert report["not_judged"] == [
        {
            "path": "<stdin>",
            "codes": [],
            "reason": "2 constraints (`none-cut`, `typo`) and 1 case (`typing`), for the errors there",
        }
    ]
    assert report["established"][0]["constraints"] == {"of": 3, "proved": 1, "undecided": 2}


def test_prove_lists_what_is_left_out_and_is_not_clean() -> None:
    ran = guidelint("prove", "-", stdin=FLAWED.encode())
    assert (ran.code, TIMES.sub("", ran.out).splitlines()[2:]) == (
        2,
        [
            "proved       constraint `advised`",
            "not judged   constraint `none-cut`, for the errors there",
            "not judged   constraint `typo`, for the errors there",
            "5 claims: 3 proved, 2 not judged",
        ],
    )
    assert ran.err == "note: proved with 3 errors in it: see `guidelint check`\n"


def test_what_is_left_out_is_not_clean_when_its_error_is_set_aside() -> None:
    waived = "waivers:\n  - {rule: GL102, at: constraints.none-cut, reason: none yet}\n"
    code, report = check(SCAFFOLD + "constraints:\n  none-cut: {never: {recommend: {kind: procedure}}}\n" + waived)
    assert (code, report["diagnostics"], report["set_aside"]) == (2, [], 1)


def test_an_error_that_is_set_aside_is_not_proved_past() -> None:
    text = SCAFFOLD.replace("{if: fever, then: treat}", "{if: fevr, then: treat} # guidelint: ignore[GL102] later")
    ran = guidelint("prove", "-", stdin=text.encode())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("nothing proved: mend the errors that are set aside first\n")


@pytest.mark.parametrize("text", ["a: [", SCAFFOLD.replace("then: treat", "then: tread")])
def test_a_guideline_with_errors_is_not_proved(text: str) -> None:
    ran = guidelint("prove", "-", stdin=text.encode())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("nothing proved: mend these errors first\n")


def check(text: str, *options: str) -> tuple[int, Any]:
    ran = guidelint("check", "-", "--format", "json", *options, stdin=text.encode())
    return ran.code, json.loads(ran.out)


def test_check_counts_what_was_established() -> None:
    code, report = check(LOOP)
    assert code == 1
    assert report["established"] == [
        {
            "path": "<stdin>",
            "decisions": {"of": 2, "proved": 2, "undecided": 0},
            "constraints": {"of": 2, "proved": 1, "undecided": 0},
            "contraindications": {"of": 0, "proved": 0, "undecided": 0},
            "branches": 4,
            "ways": 4,
            "patients": 4,
        }
    ]
    (finding,) = report["diagnostics"]
    assert finding["code"] == "GL401"
    assert finding["patient"] == {"Fever": "yes", "Improved at visit 2": "no", "Improved at visit 3": "no"}


def test_check_without_proofs_says_so_and_passes() -> None:
    code, report = check(LOOP, "--no-proofs")
    assert (code, report["diagnostics"], report["established"]) == (0, [], [])
    (left,) = report["not_judged"]
    assert left["reason"] == "proofs were not asked for"
    assert {"GL301", "GL315", "GL401", "GL407"} <= set(left["codes"])
    assert {"GL404", "GL601"}.isdisjoint(left["codes"])


SHADOWED = whole(
    """\
facts:
  fever: {label: Fever, type: boolean, default: false}
  improved: {label: Improved, type: boolean, default: false, observed: each-visit}
  chills: {label: Chills, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {if: {all: [fever, chills]}, then: wait}
      - {else: wait}
constraints:
  no-rest: {never: {recommend: rest}, when: {all: [chills, fever, {not: improved}]}, because: [S1]}
cases:
  feverish: {patient: {fever: true, chills: true}, expect: {ends: wait}}
"""
)
INNER = "      - {if: {all: [fever, chills]}, then: wait}\n"


def found(report: Any) -> list[tuple[str, str]]:
    return [(item["code"], item["severity"]) for item in report["diagnostics"]]


def test_what_follows_only_from_a_finding_is_muted_as_long_as_that_is_shown() -> None:
    code, report = check(SHADOWED)
    assert (code, found(report), report["muted"], report["set_aside"]) == (1, [("GL308", "error")], 2, 0)


@pytest.mark.parametrize(
    ("text", "options", "set_aside"),
    [
        (SHADOWED.replace(INNER, f"      # guidelint: ignore[GL308] agreed\n{INNER}"), (), 1),
        (f"{SHADOWED}waivers:\n  - {{rule: GL308, at: nodes.ask, reason: agreed}}\n", (), 1),
        (SHADOWED, ("--ignore", "GL308"), 0),
        (SHADOWED, ("--select", "GL401,GL601"), 0),
    ],
    ids=["comment", "waiver", "ignored", "not-selected"],
)
def test_what_nobody_sees_hides_nothing(text: str, options: tuple[str, ...], set_aside: int) -> None:
    code, report = check(text, *options)
    assert (code, found(report)) == (1, [("GL401", "error"), ("GL601", "error")])
    assert (report["muted"], report["set_aside"]) == (0, set_aside)


def test_a_warning_hides_no_error() -> None:
    """That a branch is true of everybody (GL306) is one thing, that it leads others astray is a worse one (GL308)."""
    always = "{any: [fever, {not: fever}]}"
    code, report = check(
        SCAFFOLD.replace(
            "{if: fever, then: treat}", f"{{if: fever, then: wait}}\n      - {{if: {always}, then: treat}}"
        ).replace("      - {else: wait}\n", "")
    )
    assert (code, found(report)) == (1, [("GL308", "error"), ("GL306", "warning")])


def test_not_decided_is_a_finding_and_under_strict_not_judged() -> None:
    code, report = check(SCAFFOLD, "--time-limit-total", "0")
    assert (code, {item["code"] for item in report["diagnostics"]}) == (1, {"GL315"})
    assert report["established"][0]["decisions"] == {"of": 2, "proved": 0, "undecided": 2}
    assert check(SCAFFOLD, "--time-limit-total", "0", "--strict")[0] == 2
    assert check(SCAFFOLD, "--strict")[0] == 0


def long_guideline(decisions: int) -> str:
    facts = "".join(f"  n{n}: {{label: N{n}, type: integer, range: [0, 1000], default: 0}}\n" for n in range(30))
    nodes = "".join(
        f"  d{n}:\n    type: decision\n    label: D{n}\n    branches:\n"
        f"      - {{if: {{fact: n{n % 30}, above: {n % 97}}}, then: d{n + 1}}}\n"
        f"      - {{if: {{fact: n{n % 30}, at-most: {n % 97}}}, then: d{n + 2 - (n == decisions - 1)}}}\n"
        for n in range(decisions)
    )
    end = f"  d{decisions}: {{type: recommendation, recommend: [{{for: rest, because: [S1]}}]}}\n"
    head, _, rest = SCAFFOLD.partition("facts:\n")
    interventions = rest[rest.index("interventions:") : rest.index("start:")]
    return f"{head}facts:\n{facts}\n{interventions}start: d0\nnodes:\n{nodes}{end}"


def test_interrupted_it_prints_what_is_settled(tmp_path: Path) -> None:
    """Stopped as soon as the first line is there: thousands are still to come."""
    file = tmp_path / "long.yaml"
    file.write_text(long_guideline(4000), encoding="utf-8")
    command = [sys.executable, "-m", "guidelint", "prove", "--time-limit-total", "600", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        first = run.stdout.readline()
        run.send_signal(signal.SIGINT)
        rest, err = run.communicate(timeout=60)
    assert first.startswith("proved       decision `d0`")
    assert run.returncode == 130
    assert re.fullmatch(r"stopped: \d+ of 4000 settled\n", err)
    assert "claims:" not in rest


def test_check_interrupted_prints_what_was_found(tmp_path: Path) -> None:
    """Signals come to a process of its own; a rule that is stopped is listed as not judged."""
    file = tmp_path / "long.yaml"
    file.write_text(long_guideline(4000).replace("license: CC-BY-4.0\n", ""), encoding="utf-8")
    command = [sys.executable, "-c", STOPPED_IN_PROOFS, "check", "--format", "json", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    report = json.loads(done.stdout)
    assert done.returncode == 2
    assert "GL112" in {item["code"] for item in report["diagnostics"]}
    assert {item["reason"] for item in report["not_judged"]} == {"it was stopped before the end"}
    assert report["established"] == []


STOPPED_IN_PROOFS = """
import os, signal
from guidelint.logic import Logic
prove = Logic.exhaustive
def stop(self, decision, *more):
    os.kill(os.getpid(), signal.SIGINT)
    return prove(self, decision, *more)
Logic.exhaustive = stop
from guidelint.cli import main
main()
"""


def test_the_same_bytes_for_any_order_of_hashes() -> None:
    """Sets of names are ordered differently in each of the runs."""
    text = LOOP.replace("{else: treat}", "{if: fever, then: treat}").encode()
    runs = {guidelint("check", "-", stdin=text, env={"PYTHONHASHSEED": seed}).out for seed in ("0", "1", "2")}
    assert len(runs) == 1
    assert "GL401" in runs.pop()
