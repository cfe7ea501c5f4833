"""`guidelint init`: a guideline to begin with, and what checks it from then on."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from string import Template
from typing import Any

import click

from guidelint import __version__
from guidelint.cli.options import no_empty_path
from guidelint.cli.output import why_not_written

FOLDER = "guidelines"
TEMPLATES = Path(__file__).parents[1] / "templates"
CI = {"github": ".github/workflows/guidelint.yml", "gitlab": ".gitlab-ci.yml"}

EPILOG = """\b
Examples:
  guidelint init
  guidelint init --title "Acute low back pain" --ci gitlab --yes
  guidelint init --yes --ci none --no-pre-commit ../back-pain

Nothing that is there already is written over. Exit codes: 0 all that is needed is there, 2 something could not be
written."""


@click.command("init", epilog=EPILOG)
@click.argument("folder", default=".", metavar="[FOLDER]", callback=no_empty_path)
@click.option("--title", help="The title of the guideline.  [default: A new guideline]")
@click.option("--ci", type=click.Choice([*CI, "none"]), help="Which CI file to write.  [default: what is there]")
@click.option("--pre-commit/--no-pre-commit", default=True, help="Whether to write a pre-commit configuration.")
@click.option(
    "--requirement",
    help="What pip installs to get guidelint, for colleagues and CI.  [default: as it was installed here]",
)
@click.option("--yes", "-y", is_flag=True, help="Ask nothing, and take the defaults.")
def command(
    folder: str, title: str | None, ci: str | None, pre_commit: bool, requirement: str | None, yes: bool
) -> None:
    """Begin a guideline that passes `guidelint check`, with a pre-commit hook and a file for CI.

    FOLDER is the root of a project; the current one where none is named.
    """
    root = Path(folder)
    title = title or _ask("Title of the guideline", "A new guideline", yes)
    ci = ci or _ask("CI", "gitlab" if (root / CI["gitlab"]).exists() else "github", yes, click.Choice([*CI, "none"]))
    texts = _texts(title, requirement or installed_requirement())
    guideline = f"{FOLDER}/{_id(title)}.yaml"
    wanted = {guideline: "guideline.yaml"}
    wanted |= {".pre-commit-config.yaml": "pre-commit.yaml"} if pre_commit else {}
    wanted |= {CI[ci]: f"{ci}.yml"} if ci in CI else {}
    done = [_write(root / name, texts[template]) for name, template in wanted.items()]
    if not all(done):
        sys.exit(2)
    for line in _next_steps(folder, guideline, pre_commit=pre_commit):
        click.echo(line)


def _ask(question: str, default: str, is_silent: bool, choice: click.ParamType[Any] | None = None) -> str:
    return default if is_silent else str(click.prompt(question, default=default, type=choice, err=True))


def _id(title: str) -> str:
    from guidelint.schema.meant import as_id

    return as_id(title.lower()[:60]) or "guideline"


def _texts(title: str, requirement: str) -> Mapping[str, str]:
    today = date.today()
    values = {
        "id": _id(title),
        "title": json.dumps(title, ensure_ascii=False),
        "date": today.isoformat(),
        "year": today.year,
        "folder": FOLDER,
        "requirement": requirement.replace("'", "''"),
    }
    return {path.name: Template(path.read_text("utf-8")).substitute(values) for path in sorted(TEMPLATES.iterdir())}


def _write(path: Path, text: str) -> bool:
    """Whether the file is there now; one that was there before stays as it is."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except (OSError, ValueError) as error:
        if isinstance(error, FileExistsError) and path.is_file():
            _compare(path, text)
            return True
        click.echo(f"{path.as_posix()}: {why_not_written(error)}", err=True)
        return False
    click.echo(f"wrote {path.as_posix()}")
    return True


def _compare(path: Path, text: str) -> None:
    """Of a file that was there before: what has to be added to it by hand, if it is one for several tools."""
    if path.parent.name == FOLDER or path.read_bytes() == text.encode():
        click.echo(f"kept {path.as_posix()}, which is there already")
        return
    click.echo(f"kept {path.as_posix()}, which is there already; see that it says this, too:\n")
    click.echo("".join(f"    {line}" if line.strip() else line for line in text.splitlines(keepends=True)))


def _next_steps(folder: str, guideline: str, *, pre_commit: bool) -> list[str]:
    steps = [f"cd {shlex.quote(folder)}"] if folder != "." else []
    steps += [f"guidelint check {FOLDER}/", f"guidelint walk {guideline} --ask"]
    steps += ["pre-commit install"] if pre_commit else []
    return ["", "Next:", *(f"  {step}" for step in steps)]


def installed_requirement() -> str:
    """What pip would have to be told to install this guidelint once more."""
    from importlib.metadata import distribution

    return requirement_from(distribution("guidelint").read_text("direct_url.json"))


def requirement_from(direct_url: str | None) -> str:
    """By what pip has noted of where a package came from (PEP 610); nothing where it came from an index."""
    if not direct_url:
        return f"guidelint=={__version__}"
    origin = json.loads(direct_url)
    vcs = origin.get("vcs_info")
    return f"guidelint @ {vcs['vcs']}+{origin['url']}@{vcs['commit_id']}" if vcs else f"guidelint @ {origin['url']}"
