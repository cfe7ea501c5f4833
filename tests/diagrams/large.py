"""A guideline as large as one likes: complaints one after another, each with its own way, loops and emergencies."""

from __future__ import annotations

from typing import Any

from guidelint.model import Guideline, build_guideline

COMPLAINTS = ("Neck pain", "Headache", "Dizziness", "Arm pain", "Weakness", "Jaw pain", "Fever", "Sleep")
NODES_EACH = 8


def large_guideline(nodes: int, *, sections: bool = False) -> Guideline:
    """Of at least so many nodes; with `sections`, each complaint is a section of its own."""
    return build_guideline(large_data(nodes, sections=sections))


def large_data(nodes: int, *, sections: bool = False) -> dict[str, Any]:
    count = -(-(nodes - 2) // NODES_EACH)
    steps: dict[str, Any] = {}
    for number in range(1, count + 1):
        own = _complaint(number, f"ask-{number + 1}" if number < count else "done")
        steps |= {name: {**node, **({"section": f"part-{number}"} if sections else {})} for name, node in own.items()}
    title = {f"part-{number}": {"label": _name(number)} for number in range(1, count + 1)}
    return {
        "format": "guidelint/1",
        "id": "large",
        "title": "Everything that can hurt",
        "version": "1.0.0",
        "status": "draft",
        "facts": {name: {"label": name.title(), "type": "boolean", "default": False} for name in ("pain", "flag")}
        | {"better": {"label": "Better", "type": "boolean", "observed": "each-visit"}},
        "interventions": {
            "pill": {"label": "Paracetamol", "kind": "medication"},
            "ward": {"label": "Emergency department", "kind": "referral"},
        },
        "sections": title if sections else {},
        "start": "ask-1",
        "nodes": {
            **steps,
            "emergency": _advice("Emergency department", "ward"),
            "done": _advice("Nothing else", "pill"),
        },
    }


def _name(number: int) -> str:
    complaint = COMPLAINTS[number % len(COMPLAINTS)]
    return f"{complaint} {number}"


def _advice(label: str, intervention: str, then: str | None = None) -> dict[str, Any]:
    node = {"type": "recommendation", "label": label, "recommend": [{"for": intervention, "course": {"max": "5 d"}}]}
    return {**node, "then": then} if then else node


def _ask(label: str, yes: str, no: str, condition: str = "pain") -> dict[str, Any]:
    return {"type": "decision", "label": label, "branches": [{"if": condition, "then": yes}, {"else": no}]}


def _complaint(number: int, following: str) -> dict[str, Any]:
    name = _name(number)
    return {
        f"ask-{number}": _ask(f"{name}: is it there?", f"flag-{number}", following),
        f"flag-{number}": _ask(f"{name}: is there a red flag?", "emergency", f"grade-{number}", "flag"),
        f"grade-{number}": _ask(f"{name}: is it severe?", f"strong-{number}", f"mild-{number}"),
        f"strong-{number}": _advice(f"{name}: treat for five days", "pill", f"look-{number}"),
        f"mild-{number}": _advice(f"{name}: treat when needed", "pill", f"look-{number}"),
        f"look-{number}": {
            "type": "follow-up",
            "after": {"min": "2 wk", "max": "4 wk"},
            "observe": ["better"],
            "at-most": 2,
            "then": f"better-{number}",
            "otherwise": f"refer-{number}",
        },
        f"better-{number}": _ask(f"{name}: is it better?", following, f"grade-{number}", "better"),
        f"refer-{number}": _advice(f"{name}: refer to a specialist", "ward"),
    }
