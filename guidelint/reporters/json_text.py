"""Content → JSON, laid out in one way for every format that is JSON."""

from __future__ import annotations

import json
from typing import Any


def json_text(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
