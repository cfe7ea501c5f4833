"""UCUM codes: text to powers of symbols.

Source: the syntax rules of UCUM 2.2. As in UCUM's own list of examples, an annotation may follow a number or a closing
parenthesis too; a leading `/` may stand inside parentheses.

The patterns of this package are text: `re` compiles and keeps them at their first use, which makes the import cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_CODE = 200

_PIECE = (
    r"(?P<annotation>\{[!-z|~]*\})"
    r"|(?P<symbol>(?P<base>10[*^]|(?:[A-Za-z_%']|\[[!-Z\\^-z|~]+\])+)(?P<exponent>[-+]?[0-9]{1,2})?)"
    r"|(?P<number>[0-9]+)"
    r"|(?P<open>\()|(?P<close>\))|(?P<times>\.)|(?P<over>/)"
)


Power = tuple[str, int]
"""A symbol (prefix and all), or a whole number in digits; and its exponent."""

# What may follow what: (state, kind of token) -> next state.
_START, _WANTED, _COMPLETE = "start", "wanted", "complete"
_NEXT = {
    **{(state, kind): _COMPLETE for state in (_START, _WANTED) for kind in ("symbol", "number", "annotation")},
    **{(state, "open"): _START for state in (_START, _WANTED)},
    (_START, "over"): _WANTED,
    (_COMPLETE, "annotation"): _COMPLETE,
    (_COMPLETE, "close"): _COMPLETE,
    (_COMPLETE, "times"): _WANTED,
    (_COMPLETE, "over"): _WANTED,
}


def powers(code: str) -> tuple[Power, ...] | None:
    """The code without its parentheses and annotations; None where it breaks the grammar. Symbols are not looked up."""
    if len(code) > LONGEST_CODE:
        return None
    tokens = list(re.finditer(_PIECE, code))
    if "".join(token.group() for token in tokens) != code or not _in_order(tokens):
        return None
    return tuple(_flattened(tokens))


def _in_order(tokens: list[re.Match[str]]) -> bool:
    state: str | None = _START
    depth = 0
    for token in tokens:
        kind = str(token.lastgroup)
        state = _NEXT.get((str(state), kind))
        depth += (kind == "open") - (kind == "close")
        if state is None or depth < 0:
            return False
    return state == _COMPLETE and depth == 0


def _flattened(tokens: list[re.Match[str]]) -> Iterator[Power]:
    outer: list[int] = []
    group = sign = 1
    for token in tokens:
        match token.lastgroup:
            case "open":
                outer.append(group)
                group, sign = group * sign, 1
            case "close":
                group, sign = outer.pop(), 1
            case "times" | "over":
                sign = -1 if token.lastgroup == "over" else 1
            case "symbol":
                yield token["base"], group * sign * int(token["exponent"] or 1)
            case "number":
                yield token["number"], group * sign
