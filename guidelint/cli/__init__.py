"""The command line: one command a file."""

from guidelint.cli.entry import main

__all__ = ["main"]
