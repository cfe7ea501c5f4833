"""The options that say what a configuration file can say too; `settings.py` makes settings of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from guidelint.caching.place import VARIABLE
from guidelint.cli.completing import files
from guidelint.cli.options import Address, Seconds
from guidelint.cli.rule_options import LEVELS, FileIgnores, RuleLevel, RuleList

Option = Callable[[Callable[..., Any]], Callable[..., Any]]

FILE_OPTIONS: Sequence[Option] = (
    click.option(
        "--config",
        "config_file",
        metavar="FILE",
        shell_complete=files,
        help="Settings from this file, and from no other.",
    ),
    click.option("--isolated", is_flag=True, help="No settings from any file."),
)
RULE_OPTIONS: Sequence[Option] = (
    click.option(
        "--select",
        type=RuleList(),
        multiple=True,
        metavar="RULES",
        help="Only these rules: codes, beginnings of codes (GL2) or names; `all` for every one.",
    ),
    click.option("--extend-select", type=RuleList(), multiple=True, metavar="RULES", help="These rules in addition."),
    click.option("--ignore", type=RuleList(), multiple=True, metavar="RULES", help="All rules but these."),
    click.option(
        "--severity",
        type=RuleLevel(),
        multiple=True,
        metavar="RULE=LEVEL",
        help="How heavily a rule weighs: error, warning, info or off.",
    ),
    click.option(
        "--per-file-ignores",
        type=FileIgnores(),
        multiple=True,
        metavar="GLOB:RULES",
        help="All rules but these, in some files.",
    ),
    click.option(
        "--profile", type=click.Choice(["recommended", "all"]), help="The rules to begin with.  [default: recommended]"
    ),
)
EXCLUDE_OPTIONS: Sequence[Option] = (
    click.option(
        "--exclude", multiple=True, metavar="GLOB", help="Not to be read in folders, in place of what is configured."
    ),
    click.option("--extend-exclude", multiple=True, metavar="GLOB", help="Not to be read in folders either."),
)
FORCE_OPTION: Option = click.option(
    "--force-exclude/--no-force-exclude", default=False, help="Leave out what is excluded, even if it is named here."
)
DOCS_OPTION: Option = click.option(
    "--docs-base", type=Address(), metavar="ADDRESS", help="Where the pages of the rules are, for links to them."
)
CACHE_DIR_OPTION: Option = click.option(
    "--cache-dir",
    metavar="FOLDER",
    shell_complete=files,
    callback=lambda _ctx, _param, value: value or None,
    help=f"Where to keep what is found; {VARIABLE} says it too.  [default: guidelint, among the caches of the user]",
)
LIMIT_OPTIONS: Sequence[Option] = (
    click.option(
        "--baseline", metavar="FILE", shell_complete=files, help="What was found before, and is not told again."
    ),
    click.option(
        "--fail-level",
        type=click.Choice(LEVELS),
        help="The least severity that makes the exit code 1.  [default: warning]",
    ),
    DOCS_OPTION,
    click.option("--max-bytes", type=click.IntRange(1), help="The largest file that is read.  [default: 64000000]"),
    click.option(
        "--proofs/--no-proofs", default=None, help="Prove claims for every patient; or not, and the report says so."
    ),
)
CACHE_OPTION: Option = click.option(
    "--cache/--no-cache",
    "is_cached",
    default=True,
    help="Keep what is found in files, and use it while they are the same.",
)
TIME_OPTIONS: Sequence[Option] = (
    click.option(
        "--time-limit",
        type=Seconds(),
        metavar="SECONDS",
        help="How long one question may take to be proved.  [default: 10]",
    ),
    click.option(
        "--time-limit-total",
        type=Seconds(),
        metavar="SECONDS",
        help="How long all proofs of one file may take.  [default: 60]",
    ),
)
PROOF_OPTIONS: Sequence[Option] = (
    *TIME_OPTIONS,
    click.option(
        "--strict/--no-strict", default=None, help="Exit with 2 where a proof came to no decision in its time."
    ),
)
ALL_OPTIONS = (*FILE_OPTIONS, *RULE_OPTIONS, *EXCLUDE_OPTIONS, *LIMIT_OPTIONS, *PROOF_OPTIONS, CACHE_DIR_OPTION)
