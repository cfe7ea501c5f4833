"""Advice with everything that a reviewer weighs: strength, certainty, course, options, grounds, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guidelint.diagrams.boxes import URGENCY_MARKS
from guidelint.diagrams.page.grounds import grounds
from guidelint.diagrams.page.markup import Markup, element, joined, paragraph, said
from guidelint.model import (
    Advice,
    Certainty,
    Contraindication,
    Direction,
    Guideline,
    Intervention,
    NotStated,
    QuantityInterval,
    Strength,
)
from guidelint.wording import advice_in_words, condition_in_words, interval_in_words

Grade = Strength | Certainty


def advice_item(advice: Advice, guideline: Guideline) -> Markup:
    is_against = advice.direction is Direction.AGAINST
    mark = "⊘ " if is_against else URGENCY_MARKS[advice.urgency] if advice.urgency else ""
    label = f"{advice.label}: " if advice.label else ""
    return element(
        "li",
        element("p", f"{mark}{label}{advice_in_words(advice, guideline)}", class_="what", dir="auto"),
        facts_list(_grades(advice)),
        _options(advice, guideline),
        paragraph(advice.description),
        paragraph(advice.rationale, "rationale"),
        grounds(guideline, advice.because),
        note(advice.note),
        class_="advice against" if is_against else "advice",
    )


def facts_list(pairs: Iterable[tuple[str, str | None]]) -> Markup | None:
    """Names and values, without those that have none."""
    rows = [element("div", element("dt", name), element("dd", value)) for name, value in pairs if value]
    return element("dl", *rows) if rows else None


def note(words: str | None) -> Markup | None:
    """What an author says to the reviewer."""
    if not words:
        return None
    return element("p", element("strong", "Note"), " ", said(words), class_="note", role="note")


def _grades(advice: Advice) -> Iterator[tuple[str, str | None]]:
    yield "Strength", _grade(advice.strength)
    yield "Certainty", _grade(advice.certainty)
    yield "Urgency", advice.urgency.value.capitalize() if advice.urgency else None
    yield "Course", _course(advice.course)
    yield "Dose", interval_in_words(advice.dose) if advice.dose else None
    yield "Every", interval_in_words(advice.every) if advice.every else None


def _grade(grade: Grade | None) -> str:
    return grade.value.replace("-", " ").capitalize() if grade else "Missing"


def _course(course: QuantityInterval | NotStated | None) -> str | None:
    if isinstance(course, NotStated):
        return "Not stated by the source"
    return interval_in_words(course) if course else None


def _options(advice: Advice, guideline: Guideline) -> Markup | None:
    """What the interventions are, where there is more to say of them than their names."""
    members = {name for option in advice.options for name in guideline.members(option)}
    found = [_option(item, guideline) for item in guideline.interventions.values() if item.id in members]
    items = [item for item in found if item is not None]
    return element("ul", *items, class_="options") if items else None


def _option(item: Intervention, guideline: Guideline) -> Markup | None:
    if not item.description and not item.contraindications:
        return None
    limits = (_contraindication(each, guideline) for each in item.contraindications)
    about = f": {item.description}" if item.description else None
    return element("li", said(item.name), about and said(about), *limits)


def _contraindication(entry: Contraindication, guideline: Guideline) -> Markup:
    words = condition_in_words(entry.when, guideline)
    return joined(
        (element("span", "Contraindicated when: ", said(words), class_="limit"), grounds(guideline, entry.because))
    )
