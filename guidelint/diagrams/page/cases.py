"""The cases: patients with a known answer, and where they are led."""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.cases import CaseWalk, case_in_words
from guidelint.diagrams.page.advice import facts_list, note
from guidelint.diagrams.page.claims import walk_link
from guidelint.diagrams.page.findings import findings_list
from guidelint.diagrams.page.markup import Markup, element, joined, said, step_link
from guidelint.diagrams.page.review import Review
from guidelint.model import Guideline, Recommendation, Selector
from guidelint.walk import Astray, Ended, Gap, Overlap, Question
from guidelint.wording import advice_in_words, selector_in_words


def case_id(case: str) -> str:
    return f"Case-{case}"


def cases_section(review: Review) -> Markup:
    if not review.walks:
        why = (
            "There are no cases."
            if review.report.sound
            else "No patient can be walked, for the errors in the guideline."
        )
        return element("section", element("h3", "Cases"), element("p", why, class_="meta"), id="Cases")
    rows = (_case(each, review) for each in review.walks)
    lead = element("p", _total(review), class_="lead")
    return element("section", element("h3", "Cases"), lead, element("ul", *rows, class_="cases"), id="Cases")


def _total(review: Review) -> str:
    reached = sum(node in review.cases_through for node in review.guideline.nodes)
    cases = "1 case passes" if len(review.walks) == 1 else f"{len(review.walks):,} cases pass"
    passed = f"{reached:,} of {_steps(len(review.guideline.nodes))}"
    return f"{cases} {passed}; {broken_off(review)}." if review.broken_walks else f"{cases} {passed}."


def broken_off(review: Review) -> str:
    """How many cases there are of whom the guideline does not say to the end what to do."""
    count = review.broken_walks
    return f"{count:,} {'breaks' if count == 1 else 'break'} off before the end"


def _case(each: CaseWalk, review: Review) -> Markup:
    case, guideline = each.case, review.guideline
    found = review.findings_on(case)
    patient = ", ".join(f"{label}: {value}" for label, value in case_in_words(case, guideline))
    way = (step_link(node, guideline.nodes[node].name) if node in guideline.nodes else node for node in each.way)
    return element(
        "li",
        element("p", element("strong", said(case.name)), " ", walk_link(case_id(case.id)), class_="claim-title"),
        facts_list(
            [("Patient", patient or "as by default"), *_expected(each, guideline), ("Ends", _ending(each, review))]
        ),
        element("details", element("summary", _steps(len(each.way))), element("p", joined(way, " → "), class_="way")),
        note(case.note),
        findings_list(found, review, has_place=False),
        id=case_id(case.id),
        data_marks=True,
    )


def _steps(count: int) -> str:
    return f"{count:,} step{'' if count == 1 else 's'}"


def _expected(each: CaseWalk, guideline: Guideline) -> Iterator[tuple[str, str | None]]:
    case = each.case
    yield "Expected end", _end_name(case.ends, guideline) if case.ends else None
    yield "Expected advice", _names(case.recommends, guideline)
    yield "Advised against", _names(case.advises_against, guideline)
    yield "Never", _names(case.never, guideline)


def _end_name(id: str, guideline: Guideline) -> str:
    """The label of a node; of a recommendation that has none, what it advises."""
    node = guideline.nodes.get(id)
    if isinstance(node, Recommendation) and not node.label:
        return "; ".join(advice_in_words(advice, guideline) for advice in node.advice)
    return node.name if node else id


def _names(selectors: tuple[Selector, ...], guideline: Guideline) -> str:
    return "; ".join(selector_in_words(selector, guideline) for selector in selectors)


def _ending(each: CaseWalk, review: Review) -> str:
    ending = each.walk.ending
    name = _end_name(ending.node, review.guideline)
    match ending:
        case Ended():
            return name
        case Gap():
            return f"In a gap: no branch of “{name}” matches"
        case Overlap():
            return f"In an overlap: several branches of “{name}” match"
        case Question():
            return f"Open: “{name}” asks for {', '.join(review.guideline.label(fact) for fact in ending.facts)}"
        case Astray():
            return f"Astray at “{name}”"
