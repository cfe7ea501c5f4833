"""PyYAML's parser in Python, for where its C one is missing, brought to read what the C one (libyaml 0.2.5) reads.

On its own it refuses tabs that YAML allows, breaks texts in brackets at a `?` (`{label: Any fever?}`), and lets
characters pass that are none.
"""

# mypy: disable-error-code=no-untyped-call
# (the types of PyYAML leave its scanner out)

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote_to_bytes

from yaml import SafeLoader
from yaml.parser import ParserError
from yaml.scanner import ScannerError
from yaml.tokens import FlowEntryToken, FlowMappingEndToken, FlowSequenceEndToken, ScalarToken, TagToken, ValueToken

BLANK = " \t"
BREAK = "\r\n"
END = "\0"

PLAIN = re.compile(r"(?:[^ \t\r\n\0:]|:(?![ \t\r\n\0]))*+")
PLAIN_IN_BRACKETS = re.compile(r"(?:[^ \t\r\n\0:,\[\]{}]|:(?![ \t\r\n\0,?\[\]{}]))*+")
DOCUMENT_MARK = re.compile(r"(?:---|\.\.\.)(?=[ \t\r\n\0])")
HEADER = re.compile(r"[-+][1-9]?|[1-9][-+]?|")
HANDLE = re.compile(r"![-\w]*!", re.ASCII)
TRAIL = "%[89abAB][0-9a-fA-F]"
OCTETS = rf"%[0-7][0-9a-fA-F]|%[cdCD][0-9a-fA-F]{TRAIL}|%[eE][0-9a-fA-F](?:{TRAIL}){{2}}|%[fF][0-7](?:{TRAIL}){{3}}"
TAG_CHARACTERS = re.compile(rf"(?:[-\w;/?:@&=+$.!~*'()]|{OCTETS})*+", re.ASCII)
VERBATIM_CHARACTERS = re.compile(rf"(?:[-\w;/?:@&=+$.!~*'(),\[\]]|{OCTETS})*+", re.ASCII)
ORDINARY = re.compile(r"[^'\"\\ \t\r\n\0]*+")
ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")


class PureParser(SafeLoader):
    """Only `get_event` is meant to be used."""

    def parse_node(self, block: bool = False, indentless_sequence: bool = False) -> Any:
        try:
            event = super().parse_node(block, indentless_sequence)
        except ParserError:
            self.peek_token()  # what cannot be scanned comes before what cannot be parsed
            raise
        unquote_to_bytes(getattr(event, "tag", None) or "").decode("utf-8")
        return event

    def process_empty_scalar(self, mark: Any) -> Any:
        if self.check_token(FlowEntryToken, FlowMappingEndToken, FlowSequenceEndToken) or (
            self.flow_level and self.check_token(ValueToken)
        ):
            mark = self.peek_token().start_mark
        return super().process_empty_scalar(mark)

    def parse_flow_sequence_entry_mapping_key(self) -> Any:
        """libyaml swallows what follows a `?` without a key (`[?, a]`)."""
        self.get_token()
        if self.check_token(ValueToken, FlowEntryToken, FlowSequenceEndToken):
            mark = self.get_token().end_mark
            self.state = self.parse_flow_sequence_entry_mapping_value
            return super().process_empty_scalar(mark)
        self.states.append(self.parse_flow_sequence_entry_mapping_value)
        return self.parse_flow_node()

    def fetch_stream_end(self) -> None:
        self.line += 1
        self.column = 0
        self.stale_possible_simple_keys()
        super().fetch_stream_end()

    def scan_to_next_token(self) -> None:
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                self._skip_comment()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_directive(self) -> Any:
        start = self.get_mark()
        token = super().scan_directive()
        if token.name not in ("YAML", "TAG"):
            raise ScannerError("while scanning a directive", start, "found unknown directive name", self.get_mark())
        return token

    def scan_plain(self) -> ScalarToken:
        start = end = self.get_mark()
        chunks: list[str] = []
        between, breaks = "", 0
        plain = PLAIN_IN_BRACKETS if self.flow_level else PLAIN
        while not (self.peek() == "#" or (self.column == 0 and DOCUMENT_MARK.match(self.buffer, self.pointer))):
            chunk = self._take(plain)
            if chunk:
                chunks += (between, chunk)
                end, breaks = self.get_mark(), 0
            if self.flow_level and self.peek() == ":" and self.peek(1) in ",?[]{}":
                raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
            if self.peek() not in BLANK + BREAK:
                break
            between, breaks = self._scan_between(start)
            if not self.flow_level and self.column < self.indent + 1:
                break
        if breaks:
            self.allow_simple_key = True
        return ScalarToken("".join(chunks), True, start, end)

    def _scan_between(self, start: Any) -> tuple[str, int]:
        """The white space inside a plain text as it is folded, and how many lines end in it."""
        first, breaks = self.pointer, 0
        while self.peek() in BLANK + BREAK:
            if self.peek() in BREAK:
                self.scan_line_break()
                breaks += 1
            elif self.peek() == "\t" and breaks and self.column < self.indent + 1:
                problem = "found a tab character that violates indentation"
                raise ScannerError("while scanning a plain scalar", start, problem, self.get_mark())
            else:
                self.forward()
        if not breaks:
            return self.buffer[first : self.pointer], 0
        return " " if breaks == 1 else "\n" * (breaks - 1), breaks

    def scan_block_scalar_indicators(self, start: Any) -> tuple[bool | None, int | None]:
        self._block = start
        header = self._take(HEADER)
        increment = header.strip("+-")
        return "+" in header if header != increment else None, int(increment) if increment else None

    def scan_block_scalar_ignored_line(self, start: Any) -> None:
        while self.peek() in BLANK:
            self.forward()
        if self.peek() == "#":
            self._skip_comment()
        if self.peek() not in BREAK + END:
            raise ScannerError(
                "while scanning a block scalar", start, "expected a comment or a line break", self.get_mark()
            )
        self.scan_line_break()

    def scan_block_scalar_indentation(self) -> Any:
        found = super().scan_block_scalar_indentation()
        self._refuse_tab()
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._refuse_tab()
        return found

    def _refuse_tab(self) -> None:
        if self.peek() == "\t":
            problem = "found a tab character where an indentation space is expected"
            raise ScannerError("while scanning a block scalar", self._block, problem, self.get_mark())

    def scan_tag(self) -> TagToken:
        start = self.get_mark()
        handle: str | None = self._take(HANDLE)
        if self.prefix(2) == "!<" and not handle:
            self.forward(2)
            handle, suffix = None, self._take(VERBATIM_CHARACTERS)
            ends = bool(suffix) and self.peek() == ">"
            self.forward()
        elif handle:
            suffix = self._take(TAG_CHARACTERS)
            ends = bool(suffix)
        else:
            self.forward()
            handle, suffix, ends = "!", self._take(TAG_CHARACTERS), True
            if not suffix:
                handle, suffix = None, "!"
        if not ends or not self._ends_tag():
            raise ScannerError("while scanning a tag", start, "this is no tag", self.get_mark())
        return TagToken((handle, suffix), start, self.get_mark())

    def _ends_tag(self) -> bool:
        return self.peek() in BLANK + BREAK + END or bool(self.flow_level and self.peek() == ",")

    def scan_flow_scalar_non_spaces(self, double: bool, start: Any) -> list[str]:
        chunks = []
        while True:
            chunks.append(self._take(ORDINARY))
            character = self.peek()
            if not double and self.prefix(2) == "''":
                chunks.append("'")
                self.forward(2)
            elif character == ("'" if double else '"') or (character == "\\" and not double):
                chunks.append(character)
                self.forward()
            elif character == "\\":
                chunks += self._scan_escape(start)
            else:
                return chunks

    def _scan_escape(self, start: Any) -> list[str]:
        following = self.peek(1)
        if following in BREAK:
            self.forward()
            self.scan_line_break()
            return list(self.scan_flow_scalar_breaks(True, start))
        if following in self.ESCAPE_REPLACEMENTS:
            self.forward(2)
            return [self.ESCAPE_REPLACEMENTS[following]]
        mark, escape = self.get_mark(), self._take(ESCAPE)
        code = int(escape[2:], 16) if escape else -1
        if not 0 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            raise ScannerError("while scanning a quoted scalar", start, "found an escape that stands for nothing", mark)
        return [chr(code)]

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.buffer, self.pointer)
        text = found[0] if found else ""
        self.forward(len(text))
        return text

    def _skip_comment(self) -> None:
        while self.peek() not in BREAK + END:
            self.forward()
