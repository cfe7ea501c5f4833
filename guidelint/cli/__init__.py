"""The command line: one command a file."""

from guidelint.cli.main import main

__all__ = ["main"]
