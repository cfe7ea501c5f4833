"""Reading TOML: a text and its data, or one line that says why not."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from guidelint.config.layer import ConfigError

TOML_ERROR = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


def shown(path: Path) -> str:
    """A path as the user would write it: relative to the current folder if it lies in it."""
    relative = os.path.relpath(path)
    return Path(path if relative.startswith("..") else relative).as_posix()


def text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(f"{shown(path)}: this is not encoded as UTF-8") from None
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        reason = "there is no such file" if missing else f"the file cannot be read ({error.strerror})"
        raise ConfigError(f"{shown(path)}: {reason}") from None


def parse(text: str, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        hit = TOML_ERROR.fullmatch(str(error))
        place = f":{hit['line']}:{hit['column']}" if hit and hit["line"] else ""
        what = hit["what"] if hit else "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ConfigError(f"{shown(path)}{place}: this is no TOML: {what[:1].lower()}{what[1:]}") from None
