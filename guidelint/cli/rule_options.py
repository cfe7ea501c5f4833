"""What stands for rules on the command line: taken apart, and completed in a shell."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import CompletionItem

from guidelint.cli.completing import rules_beginning
from guidelint.diagnostic import Severity

LEVELS = [level.word for level in Severity]


class RuleList(click.ParamType[tuple[str, ...]]):
    """Codes, beginnings of codes and names with commas between them. Whether there are such rules is known only with
    the configuration, which may name plugins."""

    name = "rules"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        return tuple(part.strip() for part in value.split(","))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        before, comma, word = incomplete.rpartition(",")
        return [CompletionItem(f"{before}{comma}{item.value}", help=item.help) for item in rules_beginning(word, ctx)]


class RuleLevel(click.ParamType[tuple[str, str]]):
    """A rule and a level, as `GL201=warning`."""

    name = "level"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        from guidelint.config import OFF  # with all settings, for which a picture would have to wait

        selector, _, level = (part.strip() for part in value.partition("="))
        if level not in (*LEVELS, OFF):
            self.fail(f"`{value}` is no rule with a level: write one such as GL201=warning, or GL201=off", param, ctx)
        return RuleList().convert(selector, param, ctx)[0], level

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from guidelint.config import OFF

        rule, equals, level = incomplete.partition("=")
        if not equals:
            return [CompletionItem(f"{item.value}=", help=item.help) for item in rules_beginning(rule, ctx)]
        return [CompletionItem(f"{rule}={each}") for each in (*LEVELS, OFF) if each.startswith(level)]


class FileIgnores(click.ParamType[tuple[str, tuple[str, ...]]]):
    """A glob and rules, as `drafts/*.yaml:GL5,GL201`."""

    name = "ignores"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, tuple[str, ...]]:
        glob, _, rules = value.rpartition(":")
        if not glob:
            self.fail(f"`{value}` is no glob with rules: write one such as drafts/*.yaml:GL5,GL201", param, ctx)
        return glob, RuleList().convert(rules, param, ctx)
