"""What a shell is told that may stand where the cursor is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from guidelint.config import Rules


def files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files and folders, which the shell itself knows."""
    return [CompletionItem(incomplete, type="file")]


def rules(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return rules_beginning(incomplete, ctx)


def cases(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The cases of the guideline that is named before; none where it cannot be read."""
    from guidelint.document import read_document

    file = ctx.params.get("file") or next(iter(ctx.args), "")  # an option without its value leaves arguments unread
    try:
        with open(file, "rb") as stream:
            data = read_document(stream.read(), "").data
    except (OSError, ValueError):
        return []
    found = data.get("cases") if isinstance(data, dict) else None
    return [CompletionItem(name) for name in found or () if str(name).startswith(incomplete)]


def rules_beginning(word: str, ctx: click.Context) -> list[CompletionItem]:
    """Codes, until somebody begins to write a name."""
    known = _known_rules(ctx)
    by_code = [CompletionItem(rule.code, help=rule.summary) for rule in known if rule.code.startswith(word.upper())]
    return by_code or [CompletionItem(rule.name, help=rule.summary) for rule in known if rule.name.startswith(word)]


def _known_rules(ctx: click.Context) -> Rules:
    """With those of plugins that are configured here; our own alone where the configuration cannot be used."""
    from guidelint.cli.settings import lookup_for
    from guidelint.config import ConfigError
    from guidelint.rules import RULES

    file, is_isolated = ctx.params.get("config_file"), bool(ctx.params.get("isolated"))
    try:
        return lookup_for({}, file, is_isolated=is_isolated).of_folder(Path.cwd()).rules
    except (ConfigError, click.UsageError, OSError):
        return RULES
