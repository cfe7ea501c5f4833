"""What a page carries in fewer characters: nothing is left out but what only those read who work on its files."""

from __future__ import annotations

import re

REMARK = re.compile(r"^ */\*.*?\*/", re.MULTILINE | re.DOTALL)
"""For those who read the files of a style or a script: each begins a line."""

QUOTED = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\\n])*`)""")
STYLE_SIGN = re.compile(r"\s*([{};,>]|:(?=\s))\s*|\s+(?=!)")
SCRIPT_SIGN = re.compile(r" ?([=<>*%{}(),;:?&|!\[\]]) ?")
"""Around these, spaces say nothing. Not so around + and -, of which two may follow each other."""

HARD_TO_PART = re.compile(r"/|`.*`.*`|^[^`]*`[^`]*$")
"""A line of a script with a slash may hold a pattern, and one with other than two backticks a text within a text."""

BETWEEN = re.compile(r">\n<(?!text)")
"""Elements of which the second is no line of text: lines are words that stand apart."""

ARROW_ID = re.compile(r'(<g class="edge[^"]*") data-id="e\d+"(?= data-source=)')

ATTRIBUTE = re.compile(r' ([a-zA-Z-]+)="([A-Za-z0-9_#.:-]+)"(/?)')


def squeezed_style(css: str) -> str:
    parts = QUOTED.split(_without_remarks(css))
    parts[::2] = (STYLE_SIGN.sub(lambda found: found[1] or "", part) for part in parts[::2])
    return "".join(parts).replace(";}", "}")


def squeezed_script(js: str) -> str:
    """A line stays a line but where its end says nothing: after what begins a block, and after a semicolon or comma."""
    lines = map(_squeezed_line, _without_remarks(js).split("\n"))
    return "".join(line if line.endswith(("{", ";", ",")) else f"{line}\n" for line in lines).rstrip("\n")


def squeezed_picture(svg: str) -> str:
    """As HTML reads it: values without spaces need no quotes, and between shapes there is nothing to be read. Our own
    numbers of arrows are left out, which a page knows by their ends.

    No text of an author has a quotation mark or a bracket in it: they are escaped.
    """
    told = ARROW_ID.sub(r"\1", BETWEEN.sub("><", svg))
    return ATTRIBUTE.sub(lambda found: f" {found[1]}={found[2]}{found[3] and ' /'}", told)


def _without_remarks(text: str) -> str:
    lines = (line.strip() for line in REMARK.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def _squeezed_line(line: str) -> str:
    if HARD_TO_PART.search(line):
        return line
    parts = QUOTED.split(line)
    parts[::2] = (SCRIPT_SIGN.sub(r"\1", part) for part in parts[::2])
    return "".join(parts)
