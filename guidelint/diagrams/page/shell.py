"""The page around it all: one file that loads nothing, and runs nothing but what its policy names by hash."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from guidelint.diagrams.page.dark import dark_picture
from guidelint.diagrams.page.markup import Markup, element
from guidelint.diagrams.page.paint import paint
from guidelint.diagrams.page.squeezed import squeezed_script, squeezed_style
from guidelint.model import Metadata

STYLES = ("ground", "text", "picture", "walk", "print")
SCRIPTS = (
    *("exact", "truth", "conditions", "reasons", "valuation", "walker", "reading"),
    *(
        "dom",
        "words",
        "picture",
        "zoom",
        "sheets",
        "panes",
        "steps",
        "keys",
        "search",
        "marks",
        "questions",
        "patient",
        "walk-view",
        "start",
    ),
)

ISLAND = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def whole_page(metadata: Metadata, body: Markup, data: dict[str, Any]) -> str:
    style = squeezed_style(f"{_assets('style', STYLES, 'css')}\n{dark_picture()}\n{paint()}")
    early, script = (squeezed_script(_assets("script", names, "js")) for names in (("early",), SCRIPTS))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style, early, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("link", rel="icon", href="data:,"),
        element("title", f"{metadata.title} · review"),
        _raw("script", early),
        _raw("style", style),
    )
    island = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace").decode()
    scripts = Markup(f'<script type="application/json" id="Data">{island.translate(ISLAND)}</script>')
    whole = element("html", head, element("body", body, scripts, _raw("script", script)), lang="en")
    return f"<!DOCTYPE html>\n{whole}\n"


def _assets(folder: str, names: tuple[str, ...], ending: str) -> str:
    here = files(__package__) / folder
    return "\n".join((here / f"{name}.{ending}").read_text("utf-8") for name in names)


def _raw(tag: str, content: str) -> Markup:
    """Our own style or script, which a page reads as it stands."""
    return Markup(f"<{tag}>{content}</{tag}>")


def _policy(style: str, *scripts: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
