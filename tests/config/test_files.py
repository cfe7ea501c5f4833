"""Configuration files: which one is found, what it says on which line, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidelint.config import ConfigError, Layer, Lookup
from guidelint.config.files import read_layer
from guidelint.config.toml_lines import lines_of
from guidelint.rules import RULES

PYPROJECT = """\
[project]
name = "x"
list = [
  "[tool.guidelint]",
]

[tool.guidelint]
select = [
  "GL1",  # definitions
  "GL2",
]
severity = {GL101 = "warning", "GL102" = "off"}
docs-base = "https://example.org"

[tool.guidelint.per-file-ignores]
"a/*" = ["GL1"]

[tool.other]
fail-level = 1
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lookup() -> Lookup:
    return Lookup(RULES, Layer(Path.cwd()))


def written(name: str, text: str | bytes) -> Path:
    path = Path.cwd() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_every_key_and_item_has_its_line() -> None:
    assert lines_of(PYPROJECT, ("tool", "guidelint")) == {
        (): 7,
        ("select",): 8,
        ("select", 0): 9,
        ("select", 1): 10,
        ("severity",): 12,
        ("severity", "GL101"): 12,
        ("severity", "GL102"): 12,
        ("docs-base",): 13,
        ("per-file-ignores",): 15,
        ("per-file-ignores", "a/*"): 16,
        ("per-file-ignores", "a/*", 0): 16,
    }


def test_a_text_over_several_lines_holds_no_keys() -> None:
    assert lines_of('a = """\nb = 1\n[c]\n"""\nd.e = 2\n') == {("a",): 1, ("d",): 5, ("d", "e"): 5}


def test_a_file_is_a_layer_with_origins() -> None:
    layer = read_layer(written("pyproject.toml", PYPROJECT))
    assert [(item.value, item.origin) for item in layer.items("select")] == [
        ("GL1", "pyproject.toml:9"),
        ("GL2", "pyproject.toml:10"),
    ]
    assert [(item.value, item.origin) for item in layer.items("severity")] == [
        (("GL101", "warning"), "pyproject.toml:12"),
        (("GL102", "off"), "pyproject.toml:12"),
    ]
    assert layer.given["docs-base"].value == "https://example.org"
    assert layer.given["per-file-ignores"].origin == "pyproject.toml:15"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, None),
        ({"guidelint.toml": ""}, "guidelint.toml"),
        ({"pyproject.toml": "[tool.guidelint]\n"}, "pyproject.toml"),
        ({"pyproject.toml": "tool.guidelint.strict = true\n"}, "pyproject.toml"),
        ({"pyproject.toml": "[project]\ndependencies = ['guidelint']\n"}, None),
        ({"pyproject.toml": "this is no TOML"}, None),
        ({"guidelint.toml": "", "pyproject.toml": "[tool.guidelint]\n"}, "guidelint.toml"),
        ({"guidelint.toml": "", "a/pyproject.toml": "[tool.guidelint]\n"}, "a/pyproject.toml"),
        ({"guidelint.toml": "", "a/pyproject.toml": "[tool.ruff]\n"}, "guidelint.toml"),
        ({"guidelint.toml": "", "a/b/guidelint.toml": ""}, "a/b/guidelint.toml"),
        ({"a/b/c/guidelint.toml": "", "z/guidelint.toml": ""}, None),
    ],
)
def test_the_nearest_configuration_is_the_one(files: dict[str, str], found: str | None) -> None:
    for name, text in files.items():
        written(name, text)
    settings = lookup().of_file("a/b/fever.yaml")
    assert settings.file == (None if found is None else Path.cwd() / found)


def test_each_file_has_its_own_configuration() -> None:
    written("guidelint.toml", "fail-level = 'error'")
    written("a/guidelint.toml", "strict = true")
    both = lookup()
    assert both.of_file("fever.yaml").value("fail-level") == "error"
    assert both.of_file("a/fever.yaml").value("fail-level") == "warning"
    assert both.of_file("a/b/fever.yaml") is both.of_file("a/fever.yaml")


def test_one_configuration_or_none_for_everything() -> None:
    written("a/guidelint.toml", "strict = true")
    other = written("other.toml", "max-bytes = 3")
    asked = Layer(Path.cwd())
    assert Lookup(RULES, asked, other).of_file("a/fever.yaml").file == other
    assert Lookup(RULES, asked, other).of_file("a/fever.yaml").value("max-bytes") == 3
    assert Lookup(RULES, asked, is_isolated=True).of_file("a/fever.yaml").file is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = ['GL2']", ":1: `selct`: did you mean `select`?"),
        ("\nfail_level = 'error'", ":2: `fail_level`: did you mean `fail-level`?"),
        ("fail-level = 'warn'", ":1: `fail-level`: did you mean `warning`?"),
        ("fail-level = 1", ':1: `fail-level`: write "error", "warning" or "info"'),
        ("select = 'GL2'", ':1: `select`: write a list of rules, such as ["GL2", "undefined-name"]'),
        (
            "select = [\n'GL2',\n3]",
            ':3: `select`: write the code, the beginning of a code or the name of a rule, such as "GL2"',
        ),
        ("[severity]\nGL2 = 'low'", ':2: `severity.GL2`: write "error", "warning", "info" or "off"'),
        ("severity = 3", ':1: `severity`: write a table of rules and levels, such as {GL504 = "error"}'),
        ("time-limit = inf", ":1: `time-limit`: write a number of seconds from 0 on, such as 60"),
        ("time-limit = -1", ":1: `time-limit`: write a number of seconds from 0 on, such as 60"),
        ("max-bytes = true", ":1: `max-bytes`: write a number of bytes from 1 on, such as 5000000"),
        ("proofs = 1", ":1: `proofs`: write true or false"),
        ("paths = []", ':1: `paths`: write a list of files and folders, such as ["guidelines"]'),
        ("docs-base = 2026-01-01", ':1: `docs-base`: write an address, such as "https://example.org/guidelint"'),
        ("exclude = ['']", ':1: `exclude`: write a glob, such as "drafts/"'),
        ("x\n", ":1:2: this is no TOML: expected '=' after a key in a key/value pair"),
        ("x = [", ": this is no TOML: invalid value"),
        ("x = 1\nx = 2", ": this is no TOML: cannot overwrite a value"),
        ("x = " + "[" * 5000, ": this is no TOML: it is nested too deeply"),
        (b"\xff", ": this is not encoded as UTF-8"),
    ],
)
def test_what_cannot_stand_there_is_refused_in_one_line(text: str | bytes, message: str) -> None:
    with pytest.raises(ConfigError) as refused:
        read_layer(written("guidelint.toml", text))
    assert str(refused.value) == f"guidelint.toml{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select = ['GL2',\n'GL2O1']", ":2: there is no rule `GL2O1`: did you mean `GL201`?"),
        (
            "severity.unreachable-nod = 'off'",
            ":1: there is no rule `unreachable-nod`: did you mean `unreachable-node`?",
        ),
        (
            "per-file-ignores = {x = ['xyz']}",
            ":1: there is no rule `xyz`: see `guidelint rules` for all of them",
        ),
    ],
)
def test_a_rule_that_does_not_exist_is_refused(text: str, message: str) -> None:
    written("guidelint.toml", text)
    with pytest.raises(ConfigError) as refused:
        lookup().of_file("fever.yaml")
    assert str(refused.value) == f"guidelint.toml{message}"


def test_a_named_file_without_the_table() -> None:
    with pytest.raises(ConfigError, match=r"^pyproject\.toml: there is no table `\[tool\.guidelint\]`$"):
        read_layer(written("pyproject.toml", "[project]\n"))
    with pytest.raises(ConfigError, match=r"^pyproject\.toml: `tool\.guidelint` is no table$"):
        read_layer(written("pyproject.toml", "[tool]\nguidelint = 3\n"))
    with pytest.raises(ConfigError, match=r"^gone\.toml: there is no such file$"):
        read_layer(Path.cwd() / "gone.toml")


def test_a_folder_under_our_name_is_not_passed_over() -> None:
    (Path.cwd() / "guidelint.toml").mkdir()
    with pytest.raises(ConfigError, match=r"^guidelint\.toml: the file cannot be read \("):
        lookup().of_file("fever.yaml")


def test_a_pyproject_that_may_be_ours_and_is_broken_is_not_passed_over() -> None:
    written("pyproject.toml", "[tool.guidelint]\nselect = \n")
    with pytest.raises(ConfigError, match=r"^pyproject\.toml:2:10: this is no TOML: "):
        lookup().of_file("fever.yaml")
