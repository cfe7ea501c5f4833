"""SARIF: exact results, and a log that its public validator accepts where that is installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from guidelint import __version__
from guidelint.config import Weakened
from guidelint.diagnostic import Fix, Patch, Position, Range, RelatedPlace, Severity, Span, TextEdit
from guidelint.linter import NotJudged, Options, lint
from guidelint.reporters import Report, Unreadable, render
from guidelint.reporters.report import BaselineTold
from guidelint.reporters.sarif.places import uri
from guidelint.rules import RULES
from tests.reporters.reports import ANY_TEXT, HOSTILE, TODAY, encodable, file_report, finding, report, set_aside
from tests.rules.examples import SCAFFOLD
from tests.tools import sarif_multitool

REGION = {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 6}


def run(content: Report) -> dict[str, Any]:
    log = json.loads(render("sarif", content))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    found: dict[str, Any] = log["runs"][0]
    return found


def test_a_clean_run_has_its_results_which_are_none() -> None:
    found = run(report(file_report()))
    driver = found["tool"].pop("driver")
    assert found == {
        "tool": {},
        "automationDetails": {"id": "guidelint/"},
        "invocations": [
            {"executionSuccessful": True, "toolConfigurationNotifications": [], "toolExecutionNotifications": []}
        ],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [],
    }
    rules = driver.pop("rules")
    assert driver == {
        "name": "guidelint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": f"pkg:generic/guidelint@{__version__}",
    }
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert not any("helpUri" in rule for rule in rules)


def test_every_rule_says_all_that_is_known_of_it() -> None:
    driver = run(report(docs_base="https://our.example/docs/"))["tool"]["driver"]
    assert driver["informationUri"] == "https://our.example/docs/"
    rules = {rule["id"]: rule for rule in driver["rules"]}
    for rule in rules.values():
        assert all(0 < len(rule[key]["text"]) <= 1024 for key in ("shortDescription", "fullDescription"))
        assert "## How to fix" in rule["help"]["markdown"]
        assert rule["helpUri"] == f"https://our.example/docs/rules/{rule['id']}.md"
    told = {key: rules["GL110"][key] for key in ("name", "shortDescription", "defaultConfiguration", "properties")}
    assert told == {
        "name": "review-overdue",
        "shortDescription": {"text": "a guideline that should have been reviewed by now"},
        "defaultConfiguration": {"level": "warning", "enabled": False},
        "properties": {
            "precision": "very-high",
            "problem.severity": "warning",
            "tags": ["clinical-guideline", "definitions"],
        },
    }


def test_a_result_with_patient_walk_and_fix() -> None:
    item = finding(
        route=("nodes", "ask"),
        node="ask",
        node_label="Is it hot?",
        patient=(("Fever", "yes"),),
        region=("Fever or Cough",),
        walk=("ask", "…", "treat"),
        related=(RelatedPlace(Range(Position(4, 3), Position(4, 8)), "recommended here", ("nodes", "treat")),),
        patch=Patch(Fix((), "add a branch"), (TextEdit(Span(0, 6), "text"),)),
    )
    place = {"artifactLocation": {"uri": "a.yaml"}, "region": REGION}
    treat = {
        "artifactLocation": {"uri": "a.yaml"},
        "region": {"startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 8},
    }
    (found,) = run(report(file_report(item)))["results"]
    assert found == {
        "ruleId": "GL301",
        "ruleIndex": [rule.code for rule in RULES].index("GL301"),
        "level": "error",
        "message": {
            "text": 'node `ask` "Is it hot?": this is wrong\npatient: Fever\nregion: Fever or Cough\n'
            "walk: ask → … → treat\nhelp: mend it"
        },
        "locations": [{"physicalLocation": place, "logicalLocations": [{"fullyQualifiedName": "nodes.ask"}]}],
        "relatedLocations": [{"physicalLocation": treat, "message": {"text": "recommended here"}}],
        "codeFlows": [
            {
                "threadFlows": [
                    {
                        "locations": [
                            {"location": {"physicalLocation": place, "message": {"text": "ask: Is it hot?"}}},
                            {"location": {"physicalLocation": treat, "message": {"text": "treat: Treat"}}},
                        ]
                    }
                ]
            }
        ],
        "fixes": [
            {
                "description": {"text": "add a branch"},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": "a.yaml"},
                        "replacements": [
                            {
                                "deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 7},
                                "insertedContent": {"text": "text"},
                            }
                        ],
                    }
                ],
            }
        ],
        "partialFingerprints": {"guidelint/v1": "0123"},
        "suppressions": [],
        "properties": {
            "confidence": "high",
            "node": "ask",
            "patient": ["Fever"],
            "region": ["Fever or Cough"],
            "walk": ["ask", "…", "treat"],
        },
    }


def test_levels() -> None:
    items = [finding(severity=severity) for severity in Severity]
    assert [found["level"] for found in run(report(file_report(*items)))["results"]] == ["note", "warning", "error"]


def test_what_a_baseline_knows_is_suppressed_from_outside() -> None:
    results = run(report(file_report(finding("wrong"), baselined=[finding("known", fingerprint="4567")])))["results"]
    assert [(found["message"]["text"].partition("\n")[0], found["suppressions"]) for found in results] == [
        ("known", [{"kind": "external", "status": "accepted", "justification": "it is in the baseline"}]),
        ("wrong", []),
    ]


def test_files_that_only_a_baseline_knows_are_told() -> None:
    told = run(report(file_report(), baselines=(BaselineTold("b.json", ("old.yaml",)), BaselineTold("c.json"))))
    assert told["invocations"][0]["toolExecutionNotifications"] == [
        {"level": "error", "message": {"text": "b.json knows of files that are gone: old.yaml"}}
    ]


def test_what_is_set_aside_is_a_suppressed_result_with_its_reason() -> None:
    aside = [(finding("agreed", fingerprint="4567"), set_aside("agreed by all"))]
    results = run(report(file_report(finding("wrong"), aside=aside)))["results"]
    assert [(found["message"]["text"], found["suppressions"]) for found in results] == [
        (
            "agreed\nhelp: mend it",
            [
                {
                    "kind": "inSource",
                    "status": "accepted",
                    "justification": "agreed by all",
                    "location": {
                        "physicalLocation": {
                            "artifactLocation": {"uri": "a.yaml"},
                            "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 7},
                        }
                    },
                }
            ],
        ),
        ("wrong\nhelp: mend it", []),
    ]


def test_what_is_not_judged_is_told_and_the_run_is_no_success() -> None:
    left = [NotJudged(("GL301", "GL302"), "it stopped"), NotJudged(("GL303",), "not asked for", is_intended=True)]
    assert run(report(file_report(not_judged=left)))["invocations"] == [
        {
            "executionSuccessful": False,
            "toolConfigurationNotifications": [],
            "toolExecutionNotifications": [
                {
                    "level": level,
                    "message": {"text": text},
                    "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.yaml"}}}],
                }
                for level, text in [
                    ("error", "not judged: GL301, GL302: it stopped"),
                    ("note", "not judged: GL303: not asked for"),
                ]
            ],
        }
    ]


def test_what_was_meant_not_to_be_judged_is_a_success() -> None:
    left = [NotJudged(("GL303",), "not asked for", is_intended=True)]
    assert run(report(file_report(not_judged=left)))["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("guideline/neck spasm.yaml", "guideline/neck%20spasm.yaml"),
        ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
        ("käse/50%.yaml", "k%C3%A4se/50%25.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("/home/a b.yaml", "file:///home/a%20b.yaml"),
        ("C:/Users/a b/x.yaml", "file:///C:/Users/a%20b/x.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("half\ud83d.yaml", "half%3F.yaml"),
    ],
)
def test_addresses_of_files(path: str, expected: str) -> None:
    assert uri(path) == expected


def unescaped(text: str) -> str:
    return re.sub(r"\\\[(?=[^\[\]]*\]\()", "[", text)


def test_a_link_in_a_message_is_a_text() -> None:
    (found,) = run(report(file_report(finding("see [this](https://b.example) [1] (2)"))))["results"]
    assert found["message"]["text"] == "see \\[this](https://b.example) [1] (2)\nhelp: mend it"


@given(ANY_TEXT)
def test_any_text_is_read_back(text: str) -> None:
    log = json.loads(render("sarif", report(file_report(finding(text.replace("\\", "/"), path=text), path=text))))
    (found,) = log["runs"][0]["results"]
    assert unescaped(found["message"]["text"]) == encodable(text.replace("\\", "/")) + "\nhelp: mend it"
    assert re.fullmatch(r"[!-~]*", found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])


LEFT_OUT = report(
    file_report(),
    excluded=("drafts/a.yaml", "drafts/[b](c).yaml"),
    weakened=(Weakened("guidelint.toml", ("GL301", "GL302"), ()), Weakened("b/guidelint.toml", (), ("GL401",))),
)


def test_what_the_configuration_leaves_out_is_said() -> None:
    (invocation,) = run(LEFT_OUT)["invocations"]
    assert invocation["executionSuccessful"] is True
    said = [(item["level"], item["message"]["text"]) for item in invocation["toolConfigurationNotifications"]]
    assert said == [
        ("note", r"not read, since they are excluded: drafts/a.yaml, drafts/\[b](c).yaml"),
        ("note", "rules on errors switched off by guidelint.toml: GL301, GL302"),
        ("note", "rules on errors made milder by b/guidelint.toml: GL401"),
    ]


# With the public validator -------------------------------------------------------------------------------------------

ALL = Options(frozenset(rule.code for rule in RULES), TODAY)


def judged(text: str) -> Report:
    return report(lint(text.encode(), "guideline/a b.yaml", RULES, ALL))


def many_kinds() -> Report:
    hostile = [finding(text, path=text, fingerprint=str(number)) for number, text in enumerate(HOSTILE)]
    files = [file_report(item, path=item.path) for item in hostile]
    aside = file_report(path="b.yaml", aside=[(finding(path="b.yaml"), set_aside(text)) for text in HOSTILE])
    return report(*files, aside, unreadable=[Unreadable("gone.yaml", "there is no such file")])


@pytest.mark.parametrize(
    "content",
    [
        report(),
        judged(SCAFFOLD),
        judged(SCAFFOLD.replace("{else: wait}", "{if: fever, then: wait}")),
        judged(SCAFFOLD.replace("{else: wait}", "{if: fever, then: wait} # guidelint: ignore[GL303] agreed")),
        judged(SCAFFOLD.replace("fever", "fevr", 3)),
        judged("a: ["),
        judged(""),
        many_kinds(),
        LEFT_OUT,
        report(file_report(finding()), docs_base="https://our.example/docs"),
    ],
    ids=range(10),
)
def test_the_validator_has_nothing_to_say(content: Report, tmp_path: Path) -> None:
    path = tmp_path / "a.sarif"
    path.write_text(render("sarif", content), encoding="utf-8")
    command = [sarif_multitool(), "validate", str(path), "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert "Analysis completed successfully" in done.stdout
    assert re.findall(r": (?:error|warning) .*", done.stdout) == []
