"""JUnit XML, read by a program that reads it for a living."""

from __future__ import annotations

from hypothesis import given
from junitparser import JUnitXml, TestCase, TestSuite

from guidelint.config import Weakened
from guidelint.diagnostic import Severity
from guidelint.linter import NotJudged
from guidelint.reporters import Report, Unreadable, render
from guidelint.reporters.junit import NOT_XML
from tests.reporters.reports import ANY_TEXT, file_report, finding, report, set_aside

Case = tuple[str, str, list[str], str | None]


def suites(content: Report) -> list[TestSuite]:
    found = JUnitXml.fromstring(render("junit", content).encode())
    assert found.tests == sum(len(list(suite)) for suite in found)
    return list(found)


def case(item: TestCase) -> Case:
    """Its name, its file, what kept it from passing, and the message of that."""
    outcomes = [type(result).__name__ for result in item.result]
    return item.name, item.classname, outcomes, item.result[0].message if item.result else None


def cases(content: Report) -> list[Case]:
    return [case(item) for suite in suites(content) for item in suite]


def test_a_clean_file_is_a_case_that_passes() -> None:
    assert render("junit", report(file_report())) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="guidelint" tests="1" failures="0" errors="0" skipped="0">\n'
        '  <testsuite name="a.yaml" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase name="no findings" classname="a.yaml" file="a.yaml" />\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_a_finding_fails_with_what_is_said_of_it() -> None:
    (suite,) = suites(report(file_report(finding(patient=(("Fever", "yes"),)))))
    (found,) = suite
    assert case(found) == ("GL301 gap at 3:3", "a.yaml", ["Failure"], "this is wrong")
    (failure,) = found.result
    assert (failure.type, failure.text) == (
        "error",
        "this is wrong\npatient: Fever\nhelp: mend it\nsee: guidelint explain GL301",
    )


def test_below_the_fail_level_a_finding_is_output_of_a_case_that_passes() -> None:
    item = finding(severity=Severity.WARNING)
    assert cases(report(file_report(item))) == [("GL301 gap at 3:3", "a.yaml", ["Failure"], "this is wrong")]
    ((suite,)) = suites(report(file_report(item), fail_level=Severity.ERROR))
    (found,) = suite
    assert case(found) == ("GL301 gap at 3:3", "a.yaml", [], None)
    assert found.system_out.startswith("this is wrong\nhelp: mend it")


def test_files_set_asides_and_what_is_not_judged() -> None:
    left = [NotJudged(("GL301",), "the rule crashed"), NotJudged(("GL302",), "not asked for", is_intended=True)]
    aside = file_report(path="b.yaml", aside=[(finding(path="b.yaml"), set_aside("known & agreed"))])
    gone = Unreadable("gone.yaml", "there is no such file")
    assert cases(report(aside, file_report(not_judged=left), unreadable=[gone])) == [
        ("not judged", "a.yaml", ["Error"], "GL301: the rule crashed"),
        ("not judged", "a.yaml", ["Skipped"], "GL302: not asked for"),
        ("no findings", "b.yaml", [], None),
        ("GL301 gap at 3:3", "b.yaml", ["Skipped"], "set aside: known & agreed"),
        ("not judged", "gone.yaml", ["Error"], "there is no such file"),
    ]


def test_what_the_configuration_leaves_out_are_properties_and_no_cases() -> None:
    weakened = (Weakened("guidelint.toml", ("GL301", "GL302"), ("GL401",)),)
    content = report(file_report(), excluded=("drafts/<a>.yaml",), weakened=weakened)
    assert cases(content) == [("no findings", "a.yaml", [], None)]
    _, settings = suites(content)
    properties = settings.properties()  # type: ignore[no-untyped-call]  # as junitparser leaves it
    assert [(each.name, each.value) for each in properties] == [
        ("not read, since they are excluded", "drafts/<a>.yaml"),
        ("rules on errors switched off by guidelint.toml", "GL301"),
        ("rules on errors switched off by guidelint.toml", "GL302"),
        ("rules on errors made milder by guidelint.toml", "GL401"),
    ]


def test_a_file_that_is_clean_as_far_as_was_asked_for_passes() -> None:
    left = NotJudged(("GL302",), "not asked for", is_intended=True)
    outcomes = [outcome for _, _, outcome, _ in cases(report(file_report(not_judged=[left])))]
    assert outcomes == [["Skipped"], []]


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_is_read_back(message: str, path: str) -> None:
    (found,) = cases(report(file_report(finding(message, path=path), path=path)))
    assert found[1] == NOT_XML.sub("\ufffd", path)
    assert found[3] == NOT_XML.sub("\ufffd", message)


def test_what_a_baseline_knows_is_skipped() -> None:
    assert cases(report(file_report(baselined=[finding()]))) == [
        ("no findings", "a.yaml", [], None),
        ("GL301 gap at 3:3", "a.yaml", ["Skipped"], "in the baseline"),
    ]
