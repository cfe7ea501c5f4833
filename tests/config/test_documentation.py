"""docs/configuration.md explains every key, with an example that can be used."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from guidelint.cli.setting_options import ALL_OPTIONS
from guidelint.cli.settings import OWN_KEYS
from guidelint.config import ConfigError, Layer, Lookup
from guidelint.rules import RULES
from guidelint.schema import schema_text

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### `(\S+)`\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_every_key_has_its_section() -> None:
    assert sorted(SECTIONS) == sorted(json.loads(schema_text("config.schema.json"))["properties"])


@pytest.mark.parametrize("key", SECTIONS)
def test_every_section_has_an_example_and_its_option(key: str) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", SECTIONS[key], re.DOTALL)
    assert list(tomllib.loads(example)) == [key]
    assert (f"`--{key}" in SECTIONS[key]) == (key in OWN_KEYS)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_can_be_used(example: str, tmp_path: Path) -> None:
    (tmp_path / "guidelint.toml").write_text(example, encoding="utf-8")
    if "plugins" in example:
        with pytest.raises(ConfigError, match=r":1: the plugin `acme-rules` is not installed where guidelint is$"):
            Lookup(RULES, Layer(tmp_path)).of_folder(tmp_path)
        return
    settings = Lookup(RULES, Layer(tmp_path)).of_folder(tmp_path)
    assert {key for key in tomllib.loads(example) if settings.items(key)} == set(tomllib.loads(example))


def test_every_key_with_an_option_is_offered() -> None:
    assert len(ALL_OPTIONS) == len(OWN_KEYS) + len(["--config", "--isolated"])
