"""What the schema says to people: one mistake, one finding, at the characters themselves, with a help that mends it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from guidelint.diagnostic import Finding
from guidelint.document import Document, read_document
from guidelint.schema import judge_shape, schema_text
from tests.rules.examples import whole

ENTRY = re.compile(r"^=== (?P<title>.+)\n(?P<fragment>(?s:.+?))\n> (?P<message>.+)\n> (?P<help>.+)$", re.MULTILINE)
MACHINERY = re.compile(
    r"(?i:\b(schema|json|instance|propert|additional|required|pattern|enum|array|object|string|dict|regex|invalid|const\b))"
    r"|\b(None|NoneType|True|False|Decimal|str|int|float)\b"
)
NAMED_BY_THE_FORMAT = re.compile(r"`[^`]*`")
TO_BE_WRITTEN = re.compile(
    r"(?:did you mean|write|take the quotes away:|put a space after the colon:) `(?P<text>[^`]+)`"
)
MENDED_BY_MORE = {
    "a type that there is not",
    "least and greatest in place of a range",
    "author for authors",
    "a criterion with if",
    "a branch in short",
    "a fact as a key of a condition",
    "a fact with its comparison inside",
}
"""Where the help's words do not stand in place of the marked ones alone, or a second mistake comes to light."""


@dataclass(frozen=True)
class Mistake:
    title: str
    fragment: str
    message: str
    help: str

    @property
    def text(self) -> str:
        return whole(re.sub("[«»]", "", self.fragment))

    @property
    def marked(self) -> str:
        return self.fragment.split("«")[1].split("»")[0]

    @property
    def position(self) -> tuple[int, int]:
        """The line in the whole guideline, and the column, of the first marked character."""
        lines = self.fragment.split("\n")
        index = next(index for index, line in enumerate(lines) if "«" in line)
        found = [
            number for number, line in enumerate(self.text.split("\n"), 1) if line == re.sub("[«»]", "", lines[index])
        ]
        assert len(found) == 1
        return found[0], lines[index].index("«") + 1


MISTAKES = [
    Mistake(**found.groupdict())
    for found in ENTRY.finditer((Path(__file__).parent / "mistakes.txt").read_text(encoding="utf-8"))
]


def findings(text: str) -> tuple[Document, tuple[Finding, ...]]:
    document = read_document(text.encode())
    assert document.is_readable
    return document, judge_shape(document).findings


def test_the_table_is_read_to_its_end() -> None:
    text = (Path(__file__).parent / "mistakes.txt").read_text(encoding="utf-8")
    assert [mistake.title for mistake in MISTAKES] == re.findall(r"^=== (.+)$", text, re.MULTILINE)
    assert len({mistake.title for mistake in MISTAKES}) == len(MISTAKES) > 200


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.title)
def test_one_mistake_is_one_finding(mistake: Mistake) -> None:
    document, found = findings(mistake.text)
    assert [(finding.message, finding.help) for finding in found] == [(mistake.message, mistake.help)]
    span = document.span(found[0].place)
    assert (document.position(span.start), document.text[slice(*span)]) == (mistake.position, mistake.marked)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.title)
def test_speaks_as_people_do(mistake: Mistake) -> None:
    for sentence in (mistake.message, mistake.help):
        assert not sentence[0].isupper()
        assert not sentence.endswith((".", ":", " "))
        assert not MACHINERY.search(NAMED_BY_THE_FORMAT.sub("", sentence))
    assert len(mistake.message) <= 200


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.title)
def test_what_the_help_says_to_write_mends(mistake: Mistake) -> None:
    told = TO_BE_WRITTEN.match(mistake.help)
    if told is None or mistake.title in MENDED_BY_MORE:
        return
    document, found = findings(mistake.text)
    start, end = document.span(found[0].place)
    _, left = findings(document.text[:start] + told["text"] + document.text[end:])
    assert left == ()


SCHEMA = json.loads(schema_text())
WITH_EXAMPLES = [
    (f"{section}.{name}", {"$defs": SCHEMA["$defs"], **schema})
    for section, schemas in (("properties", SCHEMA["properties"]), ("$defs", SCHEMA["$defs"]))
    for name, schema in schemas.items()
    if "examples" in schema
]


@pytest.mark.parametrize(("name", "schema"), WITH_EXAMPLES, ids=[name for name, _ in WITH_EXAMPLES])
def test_the_examples_of_the_schema_are_sound(name: str, schema: dict[str, Any]) -> None:
    judge = jsonschema_rs.validator_for(schema, validate_formats=True)
    assert [example for example in schema["examples"] if not judge.is_valid(example)] == []
