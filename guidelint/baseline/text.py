"""A baseline as a file: JSON with one line for each entry, so that edits of it can be read and merged."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from guidelint.baseline.entries import Counts, Entry, frozen
from guidelint.diagnostic import Severity

VERSION = 1

Files = Mapping[str, Counts]
"""By the path of each file, from the folder of the baseline on."""

TEXTS = ("rule", "severity", "at", "content")
LEVELS = frozenset(level.word for level in Severity)


class BaselineError(Exception):
    """The text is no baseline, and why, in a few words."""


def baseline_text(files: Files, names: Mapping[str, str]) -> str:
    """The same bytes for the same entries. `names` are those of the rules, for whoever reads it."""
    blocks = [_block(path, files[path], names) for path in sorted(files) if frozen(files[path])]
    inside = "{\n" + ",\n".join(blocks) + "\n  }" if blocks else "{}"
    return f'{{\n  "version": {VERSION},\n  "files": {inside}\n}}\n'


def _block(path: str, counts: Counts, names: Mapping[str, str]) -> str:
    lines = ",\n".join(f"      {_line(entry, count, names)}" for entry, count in frozen(counts))
    return f"    {_quoted(path)}: [\n{lines}\n    ]"


def _quoted(path: str) -> str:
    """Readable, unless it is a name that is no text."""
    return json.dumps(path, ensure_ascii=not path.isprintable())


def _line(entry: Entry, count: int, names: Mapping[str, str]) -> str:
    name = {"name": names[entry.rule]} if entry.rule in names else {}
    rest = {"severity": entry.severity, "at": entry.at, "content": entry.content, "count": count}
    return json.dumps({"rule": entry.rule, **name, **rest})


def read_baseline(content: bytes) -> Files:
    """Raises BaselineError."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BaselineError("it is not encoded as UTF-8") from None
    except json.JSONDecodeError as error:
        raise BaselineError(f"it is no JSON, or cut off, at line {error.lineno}, column {error.colno}") from None
    except (ValueError, RecursionError):
        raise BaselineError("it is no JSON that can be read") from None
    if not isinstance(data, dict) or "version" not in data:
        raise BaselineError("it has no `version`")
    if data["version"] != VERSION or isinstance(data["version"], bool):
        raise BaselineError(f"it is not of version {VERSION}, the only one that this guidelint reads")
    files = data.get("files")
    if not isinstance(files, dict):
        raise BaselineError("it has no `files`")
    return {path: _counts(path, entries) for path, entries in files.items()}


def _counts(path: str, entries: Any) -> Counts:
    if not isinstance(entries, list):
        raise BaselineError(f"`files` has no list for {json.dumps(path)}")
    counts: Counter[Entry] = Counter()
    for number, entry in enumerate(entries, 1):
        if not _is_entry(entry):
            raise BaselineError(f"entry {number} of {json.dumps(path)} is none")
        counts[Entry(entry["at"], entry["rule"], entry["severity"], entry["content"])] += entry["count"]
    return counts


def _is_entry(data: Any) -> bool:
    if not isinstance(data, dict) or not all(isinstance(data.get(key), str) for key in TEXTS):
        return False
    count = data.get("count")
    return type(count) is int and count > 0 and data["severity"] in LEVELS
