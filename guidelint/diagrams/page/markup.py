"""HTML from text: the one place where anything is escaped.

Every `str` is text that somebody may have written to do harm; only a `Markup` is HTML already, and only this file and
`shell.py` make one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import quote, urlsplit

from guidelint.diagrams.text import shown
from guidelint.model import Reference

VOID = frozenset({"br", "input", "link", "meta"})
OPEN = frozenset({"dd", "dt", "li", "td", "th", "tr"})
"""These end by themselves where the next one begins or what holds them ends."""

BARE = re.compile(r"[A-Za-z0-9_#.:-]+")
"""A value that needs no quotes."""

AUTHORED = re.compile(
    r'<(?:bdi|a href=#[a-z][^ >]*(?=>)|[a-z0-9]+(?: [a-z-]+(?:=(?:"[^"]*"|[^" >]+))?)*? dir=auto)(?=[ >])'
)
"""The beginning of an element that holds an author's words: a link to a step has no more than its address."""

SCHEMES = frozenset({"http", "https", "mailto"})


class Markup(str):
    """HTML that is safe to be put into a page."""

    __slots__ = ()


Child = str | None
"""Text, or HTML that is made already; None is left out."""


def element(tag: str, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """`class_` is written `class`, `aria_label` is `aria-label`; an attribute that is None or False is left out."""
    opening = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in VOID:
        return Markup(f"<{tag}{opening}>")
    return Markup(f"<{tag}{opening}>{joined(children)}{'' if tag in OPEN else f'</{tag}>'}")


def joined(children: Iterable[Child], between: str = "") -> Markup:
    return Markup(text(between).join(text(child) for child in children if child is not None))


def text(child: str) -> Markup:
    """A character that is unfit for a page, or that turns the order of letters around, is shown as U+FFFD."""
    return child if isinstance(child, Markup) else Markup(escape(shown(child), quote=False))


def said(words: str, **attributes: str | None) -> Markup:
    """Words of an author within a line of ours, whichever way their script runs."""
    return element("bdi", words, **attributes)


def in_language(markup: Markup, language: str | None) -> Markup:
    """The same, with the language of the authors said of all their words; the page itself is in English."""
    if language in (None, "en"):
        return markup
    return Markup(AUTHORED.sub(lambda found: f"{found[0]}{_attribute('lang', language)}", markup))


def paragraph(words: str | None, class_: str | None = None) -> Markup | None:
    """A text of an author, if there is one."""
    return element("p", words, class_=class_, dir="auto") if words else None


def step_link(id: str, words: str) -> Markup:
    """To a step of the guideline, whose id is that of its article and begins with a small letter; the style of the page
    knows that its words may run either way."""
    return element("a", words, href=f"#{id}")


def outside_link(reference: Reference) -> str | None:
    """Where a reference can be looked up: by its DOI, its PMID or an address with a harmless scheme."""
    if reference.doi:
        return f"https://doi.org/{quote(reference.doi, safe='/:;().-_')}"
    if reference.pmid and reference.pmid.isascii() and reference.pmid.isdigit():
        return f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"
    return reference.url if reference.url and is_harmless(reference.url) else None


def is_harmless(url: str) -> bool:
    """Whether an address has a scheme that runs nothing."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and url.isprintable() and " " not in url


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    key = name.removesuffix("_").replace("_", "-")
    words = shown(str(value))
    if value is True:
        return f" {key}"
    return f" {key}={words}" if BARE.fullmatch(words) else f' {key}="{escape(words, quote=True)}"'
