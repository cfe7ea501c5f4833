"""Whatever a configuration says: it is used, or refused in one line."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as some

from guidelint.config import DEFAULTS, ConfigError, Layer, Lookup
from guidelint.rules import RULES

WORDS = some.sampled_from(
    ["GL2", "all", "off", "error", "drafts/", "!x", "[", "\\", "", "*", "**/", "é", "https://x.y"]
)
NUMBERS = some.sampled_from(["0", "-1", "1.5", "inf", "nan", "1e400", "9" * 40, "2026-01-01", "10:00:00", "true"])
SCALARS = WORDS.map(json.dumps) | NUMBERS
VALUES = some.recursive(
    SCALARS,
    lambda inner: (
        some.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | some.dictionaries(WORDS.map(json.dumps), inner, max_size=2).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        )
    ),
    max_leaves=5,
)
KEYS = some.sampled_from([*DEFAULTS, "select", "selct", '"a b"', "severity.GL2", "per-file-ignores.x"])


@given(some.lists(some.tuples(KEYS, VALUES), max_size=3))
@example([("exclude", '["["]'), ("per-file-ignores", '{"!" = ["all"]}')])
@example([("exclude", '["!", "\\\\", "/"]')])
def test_it_is_used_or_refused_in_one_line(entries: list[tuple[str, Any]]) -> None:
    text = "".join(f"{key} = {value}\n" for key, value in entries)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "guidelint.toml").write_text(text, encoding="utf-8")
        try:
            settings = Lookup(RULES, Layer(folder)).of_folder(folder)
            settings.choices_for(folder / "x" / "fever.yaml")
            settings.excluded_by(folder / "x" / "fever.yaml", folder)
        except ConfigError as error:
            refused = str(error)
        else:
            refused = "guidelint.toml"
    assert re.search("guidelint.toml", refused)
    assert len(refused.splitlines()) == 1
