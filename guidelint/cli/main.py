"""The command line: commands are imported when they are called, and nothing ends in a traceback."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

import click

from guidelint import __version__
from guidelint.cli.entry import leave_stopped
from guidelint.cli.streams import InputClosed, NotWritten, ReaderLeft

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "check": "Lint guidelines and say what is wrong with them.",
    "prove": "Prove every decision, constraint and contraindication.",
    "explain": "Show the page of a rule.",
    "rules": "List all rules.",
    "walk": "Walk one patient through a guideline.",
    "diagram": "Draw a guideline: SVG, PNG, PDF, a page for its review, Mermaid or DOT.",
    "config": "Show the settings in force, and where each of them comes from.",
    "files": "List the files that would be read.",
    "init": "Begin a guideline, with a pre-commit hook and a file for CI.",
    "completion": "Print the completion script for a shell.",
    "schema": "Print the JSON Schema of the format.",
}

EPILOG = """\b
Examples:
  guidelint check guideline/
  guidelint explain GL201
  guidelint walk guideline/neck-spasm.yaml --case refractory-at-first-look

Exit codes: 0 nothing at or above the fail level, 1 findings, 2 could not judge, 3 nothing to check, 130 stopped
(2 where that is `check`), 141 whoever was reading left before the end."""


class LazyGroup(click.Group):
    """Knows its commands by name and imports the one that is called: start-up is what an editor waits for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"guidelint.cli.{cmd_name}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Without importing every command for its help."""
        from click.shell_completion import CompletionItem

        own = [CompletionItem(name, help=help) for name, help in COMMANDS.items() if name.startswith(incomplete)]
        return own + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from guidelint.suggestion import closest, did_you_mean, listing

            suggestion = closest(args[0], COMMANDS)
            hint = did_you_mean(suggestion) if suggestion else f"the commands are {listing(COMMANDS)}"
            ctx.fail(f"there is no command `{args[0]}`: {hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="guidelint", message="%(prog)s %(version)s")
def command_line() -> None:
    """A linter for clinical guidelines kept as data.

    guidelint reads decision graphs written in YAML and finds the mistakes that could harm a decision about a patient.
    """


def run() -> int:
    """The exit code; everything that is to be said has been written by then. Raises ReaderLeft and NotWritten."""
    try:
        command_line.main(standalone_mode=False)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except click.exceptions.Exit as end:
        return int(end.exit_code)
    except click.ClickException as error:
        error.show()
        return int(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return leave_stopped()
    except (ReaderLeft, NotWritten):
        raise
    except InputClosed as error:
        click.echo(f"Error: {error}", err=True)
        return 2
    except Exception as error:
        return _own_defect(error)
    return 0


def _own_defect(error: Exception) -> int:
    """The last guard: what fails here is guidelint, and a user is told so in one line."""
    if os.environ.get("GUIDELINT_DEBUG"):
        raise error
    what = " ".join(f"{type(error).__name__}: {error}".split())
    click.echo(f"guidelint itself failed ({what}): nothing was judged; GUIDELINT_DEBUG=1 shows where", err=True)
    return 2
