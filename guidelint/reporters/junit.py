"""The report as JUnit XML: a suite for each file, a case for each finding, and a passing one where there is none."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from guidelint.diagnostic import Diagnostic
from guidelint.reporters.in_words import details, exact_sentence
from guidelint.reporters.left_out import left_out
from guidelint.reporters.report import Report, Unjudged
from guidelint.reporters.style import safe

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML document can hold, not even escaped."""

Case = tuple[str, int | None, Element | None]
"""Its name, its line, and what kept it from passing."""


def junit(report: Report) -> str:
    """A finding fails where it is at or above the fail level; below it passes, with what it says as its output."""
    suites = Element("testsuites", name="guidelint")
    for path, cases in sorted(_cases_by_file(report).items()):
        _suite(suites, path, cases)
    _settings(suites, report)
    _count(suites)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _cases_by_file(report: Report) -> dict[str, list[Case]]:
    """A file without findings, if it was judged, is a case that passes: a run with nothing in it looks like no run."""
    cases: dict[str, list[Case]] = {file.path: [] for file in report.files}
    for left in report.not_judged:
        cases.setdefault(left.path, []).append(("not judged", None, _left(left)))
    for item in report.diagnostics:
        cases[item.path].append((_name(item), item.range.start.line, _finding(item, report)))
    silent = {file.path for file in report.files} - {item.path for item in report.diagnostics}
    for path in silent - {left.path for left in report.not_judged if not left.is_intended}:
        cases[path].append(("no findings", None, None))
    for item, by in report.findings_set_aside:
        cases[item.path].append((_name(item), item.range.start.line, _outcome("skipped", f"set aside: {by.reason}")))
    for file in report.files:
        for item in file.baselined:
            cases[item.path].append((_name(item), item.range.start.line, _outcome("skipped", "in the baseline")))
    return cases


def _suite(suites: Element, path: str, cases: list[Case]) -> None:
    suite = SubElement(suites, "testsuite", name=xml(path))
    for name, line, outcome in cases:
        case = SubElement(suite, "testcase", name=xml(name), classname=xml(path), file=xml(path))
        if line is not None:
            case.set("line", str(line))
        if outcome is not None:
            case.append(outcome)
    _count(suite)


def _settings(suites: Element, report: Report) -> None:
    """A suite without cases, as only suites have properties: what is left out did neither fail nor pass."""
    properties = [(part.what, item) for part in left_out(report) for item in part.items]
    if properties:
        suite = SubElement(suites, "testsuite", name="settings")
        parent = SubElement(suite, "properties")
        for what, item in properties:
            SubElement(parent, "property", name=xml(what), value=xml(item))
        _count(suite)


def _count(element: Element) -> None:
    for name, tag in COUNTED.items():
        element.set(name, str(sum(1 for _ in element.iter(tag))))


COUNTED = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}


def _name(item: Diagnostic) -> str:
    return f"{item.code} {item.name} at {item.range.start.line}:{item.range.start.column}"


def _finding(item: Diagnostic, report: Report) -> Element:
    said = "\n".join(safe(line) for line in (exact_sentence(item), *details(item), report.see(item.code)))
    if item.severity < report.fail_level:
        return _with_text(Element("system-out"), said)
    return _with_text(_outcome("failure", item.message, item.severity.word), said)


def _left(left: Unjudged) -> Element:
    return _outcome("skipped" if left.is_explained else "error", left.words, "not-judged")


def _outcome(tag: str, message: str, type: str | None = None) -> Element:
    return Element(tag, {"message": xml(message), **({"type": type} if type else {})})


def _with_text(element: Element, text: str) -> Element:
    element.text = xml(text)
    return element


def xml(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)
