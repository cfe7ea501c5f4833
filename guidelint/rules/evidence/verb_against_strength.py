"""a verb that says more, or less, than the strength of the recommendation

## What it does

Finds words that bind (`must`, `shall`, `mandatory`, `always`) in the label or the description of a conditional
recommendation, and words that leave it open (`may`, `might`, `consider`) in those of a strong one. The words of a node
are judged where all its recommendations have the same strength. Only English is judged, and only where a verb is about
whether to give the advice: not `must not`, not side clauses, not `must be taken with food`, not notes.

## Why it can harm a patient

People act on the verb that they read. Advice that was meant as a choice is then forced on everyone, or a duty is
taken for a choice.

## Example

```yaml
nodes:
  wait:
    type: recommendation
    label: Everyone must rest at home # finding: GL508
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
```

## Mended

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
```

## How to fix

Word it as strongly as it is meant, or correct `strength`.

## Source

GRADE: strong recommendations are worded with *recommend* or *should*, conditional ones with *suggest* or *might*.
Lomotan and others, How should we write guideline recommendations, Qual Saf Health Care 2010: *must* is read as the
highest degree of obligation, *may* as the lowest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guidelint.diagnostic import Confidence, Finding, Severity, at_value
from guidelint.model import Advice, Entry, Guideline, Recommendation, Strength
from guidelint.phrases import binding_word, is_english, optional_word
from guidelint.rule import rule

Find = Callable[..., str | None]

AGAINST: dict[Strength | None, tuple[Find, str]] = {
    Strength.CONDITIONAL: (binding_word, "binds, but the recommendation is conditional"),
    Strength.STRONG: (optional_word, "leaves it open, but the recommendation is strong"),
}


@rule(Guideline, code="GL508", severity=Severity.WARNING, confidence=Confidence.MEDIUM)
def verb_against_strength(guideline: Guideline) -> Iterator[Finding]:
    if not is_english(guideline.metadata.language):
        return
    for node in guideline.recommendations():
        for entry, advice in _texts(node):
            find, words = AGAINST.get(advice.strength, (None, ""))
            if find is None:
                continue
            for key, text in (("label", entry.label), ("description", entry.description)):
                word = find(text, is_label=key == "label") if text else None
                if word:
                    yield Finding(
                        f"`{word.lower()}` {words}",
                        at_value((*entry.route, key)),
                        "word it as strongly as it is meant, or correct `strength`",
                        related=(at_value((*advice.route, "strength"), "the strength of the recommendation"),),
                    )


def _texts(node: Recommendation) -> Iterator[tuple[Entry, Advice]]:
    """The entries whose words are judged, each with advice that has the strength to judge them by."""
    if len({advice.strength for advice in node.advice}) == 1:
        yield node, node.advice[0]
    yield from ((advice, advice) for advice in node.advice)
