"""A baseline as a file: what is written, and what is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelint.baseline import BaselineError, Entry, baseline_text, read_baseline

ONE = Entry("nodes.wait.recommend.for", "GL506", "warning", "0123456789abcdef")
OTHER = Entry("nodes.ask", "GL206", "warning", "fedcba9876543210")
NAMES = {"GL506": "missing-strength"}
TEXT = """\
{
  "version": 1,
  "files": {
    "a.yaml": [
      {"rule": "GL206", "severity": "warning", "at": "nodes.ask", "content": "fedcba9876543210", "count": 2},
      {"rule": "GL506", "name": "missing-strength", "severity": "warning", "at": "nodes.wait.recommend.for", \
"content": "0123456789abcdef", "count": 1}
    ],
    "b/é.yaml": [
      {"rule": "GL206", "severity": "warning", "at": "nodes.ask", "content": "fedcba9876543210", "count": 1}
    ]
  }
}
"""
FILES = {"b/é.yaml": {OTHER: 1}, "a.yaml": {ONE: 1, OTHER: 2}, "empty.yaml": {}, "none.yaml": {ONE: 0}}


def test_it_is_sorted_and_has_a_line_for_each_entry() -> None:
    assert baseline_text(FILES, NAMES) == TEXT
    assert baseline_text(dict(reversed(FILES.items())), NAMES) == TEXT
    assert baseline_text({}, NAMES) == '{\n  "version": 1,\n  "files": {}\n}\n'


def test_it_is_read_as_it_was_written() -> None:
    assert read_baseline(TEXT.encode()) == {"a.yaml": {ONE: 1, OTHER: 2}, "b/é.yaml": {OTHER: 1}}
    assert read_baseline(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()) == read_baseline(TEXT.encode())


def test_entries_that_a_merge_left_twice_are_counted_together() -> None:
    line = next(line for line in TEXT.splitlines() if "GL506" in line)
    merged = read_baseline(TEXT.replace(f"{line}\n", f"{line},\n{line}\n").encode())
    assert merged["a.yaml"] == {ONE: 2, OTHER: 2}


ENTRY = '{"rule": "GL506", "severity": "warning", "at": "", "content": "0", "count": 1}'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is no JSON, or cut off, at line 1, column 1"),
        (TEXT[:200].encode(), "it is no JSON, or cut off, at line 6, column 33"),
        (b"<<<<<<< HEAD\n{}", "it is no JSON, or cut off, at line 1, column 1"),
        (b"\xff\xfe{", "it is not encoded as UTF-8"),
        (b"[" * 100_000, "it is no JSON that can be read"),
        (b'{"version": ' + b"1" * 10_000 + b"}", "it is no JSON that can be read"),
        (b"[]", "it has no `version`"),
        (b"{}", "it has no `version`"),
        (b'{"version": 2, "files": {}}', "it is not of version 1, the only one that this guidelint reads"),
        (b'{"version": true, "files": {}}', "it is not of version 1, the only one that this guidelint reads"),
        (b'{"version": 1}', "it has no `files`"),
        (b'{"version": 1, "files": []}', "it has no `files`"),
        (b'{"version": 1, "files": {"a.yaml": {}}}', '`files` has no list for "a.yaml"'),
        (b'{"version": 1, "files": {"a.yaml": [1]}}', 'entry 1 of "a.yaml" is none'),
        (b'{"version": 1, "files": {"a\\u001b[31m": [1]}}', 'entry 1 of "a\\u001b[31m" is none'),
        *(
            (f'{{"version": 1, "files": {{"a.yaml": [{ENTRY}, {entry}]}}}}'.encode(), 'entry 2 of "a.yaml" is none')
            for entry in (
                ENTRY.replace('"at": "", ', ""),
                ENTRY.replace('"GL506"', "506"),
                ENTRY.replace("warning", "fatal"),
                ENTRY.replace('"count": 1', '"count": 0'),
                ENTRY.replace('"count": 1', '"count": true'),
                ENTRY.replace('"count": 1', '"count": 1.5'),
                ENTRY.replace(', "count": 1', ""),
            )
        ),
    ],
)
def test_what_is_no_baseline_is_refused_in_a_few_words(content: bytes, why: str) -> None:
    with pytest.raises(BaselineError) as refused:
        read_baseline(content)
    assert str(refused.value) == why


@given(st.binary() | st.integers(0, len(TEXT)).map(lambda end: TEXT[:end].encode()))
def test_nothing_else_is_ever_raised(content: bytes) -> None:
    with suppress(BaselineError):
        read_baseline(content)


PATHS = st.text(st.characters(exclude_categories=()), min_size=1)
ENTRIES = st.builds(Entry, st.text(), st.text(), st.sampled_from(["info", "warning", "error"]), st.text())


@given(st.dictionaries(PATHS, st.dictionaries(ENTRIES, st.integers(1, 9), min_size=1), max_size=3))
def test_whatever_is_written_is_read_again(files: dict[str, dict[Entry, int]]) -> None:
    assert read_baseline(baseline_text(files, {}).encode()) == files
