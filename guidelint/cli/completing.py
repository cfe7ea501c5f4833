"""What a shell is told that may stand where the cursor is."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem


def files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files and folders, which the shell itself knows."""
    return [CompletionItem(incomplete, type="file")]


def rules(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return rules_beginning(incomplete)


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


def rules_beginning(word: str) -> list[CompletionItem]:
    """Codes, until somebody begins to write a name."""
    from guidelint.rules import RULES

    codes: Iterable[tuple[str, str]] = ((rule.code, rule.summary) for rule in RULES)
    names: Iterable[tuple[str, str]] = ((rule.name, rule.summary) for rule in RULES)
    by_code = [CompletionItem(code, help=help) for code, help in codes if code.startswith(word.upper())]
    return by_code or [CompletionItem(name, help=help) for name, help in names if name.startswith(word)]
