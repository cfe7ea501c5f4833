"""`guidelint completion`: what a shell has to know to complete a command line."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

EPILOG = """\b
Examples:
  echo 'eval "$(guidelint completion bash)"' >> ~/.bashrc
  echo 'eval "$(guidelint completion zsh)"' >> ~/.zshrc
  guidelint completion fish > ~/.config/fish/completions/guidelint.fish

In zsh, the line has to stand below `autoload -Uz compinit && compinit`."""


@click.command("completion", epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script by which a shell completes commands, options, rules, cases and files."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"click knows no completion for {shell}")
    script = kind(ctx.find_root().command, {}, "guidelint", "_GUIDELINT_COMPLETE").source()
    # click's script for fish cuts off what is completed at its first comma, and rules may be a list
    click.echo(script.replace('string split ","', 'string split --max 1 ","'))
