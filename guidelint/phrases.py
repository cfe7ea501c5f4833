"""Phrases in labels and descriptions: how binding a text is, what it leaves to its reader. English only.

A modal verb says something of advice only in a main clause: of "warn that it must be tapered" or "if it may be given"
nothing is said here. A label is searched as a whole; a description, which may go on to other things, only where it
begins, and only for verbs that ask *whether* something is done (`must be offered`), not *how* (`must be tapered`).

The patterns are text: `re` compiles and keeps them at their first use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WEIGHED = r"considered(?=$|[.,;:!?)]| (?:if|when|where|and|or|but)\b)"  # but not: considered safe
_DONE = (
    "be (?:given|offered|prescribed|ordered|performed|started|used|added|tried|recommended|advised|suggested"
    f"|referred|treated|admitted|done|{_WEIGHED})"
)
_DO = "give|offer|prescribe|order|perform|start|use|add|try|recommend|advise|refer|treat|admit|send|test|measure|check"
_HOW = "with|within|by|over|after|before|in|at|on|under|through|via|as|until|for|slowly|orally|intravenously"
_NOT_HOW = rf"\b(?! (?:{_HOW})\b)"
_SUBJECT = (
    "(?:(?:it|this|we|you|people|everyone|(?:(?:the|this|all|every|each) )?"
    "(?:patient|person|adult|child|clinician|physician|doctor)s?) )?"
)
_NOT_NEGATED = r"(?! (?:not|never|no)\b)"
_DEEP = (
    r"\b(?:that|which|who|whom|whose|what|whether|if|unless|when|whenever|where|wherever|because|since|as|while|until"
    r"|although|though|so|how|why|no|not|never|nobody|none|nothing|neither|nor|without|cannot)\b|n['’]t\b|[\"“„«]"
)
"""Words after which a verb stands in another clause, or means its opposite; and quotation marks."""

_SETTLED = r"(?!.*\b(?:excluded|confirmed|established|proven|present|absent)$)"  # but not: consider sepsis excluded
_CONSIDER = rf"^(?P<consider>consider) (?!that\b|how\b|why\b|whether\b|if\b){_SETTLED}"
_CONSIDERED = rf"(?:can|could|should) be (?P<considered>{_WEIGHED})"

_ALSO_DONE = (
    "assessed|avoided|checked|examined|excluded|looked|measured|monitored|obtained|reassessed|repeated|reviewed"
    "|ruled|screened|stopped"
)
_NOT_A_STATE = rf"(?! be (?!{_DONE.removeprefix('be ')}|(?:{_ALSO_DONE})\b))"  # but not: must be painless

BINDING_LABEL = (
    rf"\b(?P<modal>must|shall)\b(?!-){_NOT_NEGATED}{_NOT_A_STATE}"
    r"|(?:\b(?:is|are) |^)(?P<adjective>mandatory|obligatory|compulsory)\b(?! reporting)"
    rf"|^(?P<adverb>always) (?:{_DO})\b"
)
BINDING_START = (
    rf"^{_SUBJECT}(?:(?P<modal>must|shall) (?:always )?(?:{_DONE}|receive|undergo){_NOT_HOW}"
    rf"|(?:(?:is|are) )?(?P<adjective>mandatory|obligatory|compulsory)\b|(?P<adverb>always) (?:{_DO}){_NOT_HOW})"
)
OPTIONAL_LABEL = rf"\b(?P<modal>may|might) (?:also )?(?:{_DONE}|receive|try){_NOT_HOW}|{_CONSIDERED}|{_CONSIDER}"
OPTIONAL_START = (
    rf"^{_SUBJECT}(?:(?P<modal>may|might) (?:also )?(?:{_DONE}|receive|try){_NOT_HOW}"
    rf"|{_CONSIDERED}{_NOT_HOW})|{_CONSIDER}"
)

VAGUE_ENDS = ("needed", "required", "appropriate", "necessary", "indicated", "feasible", "warranted", "possible")
"""One of which stands in every vague phrase: to look for them first is many times quicker."""

VAGUE = (
    r"(?<![\w-])(?<!not )(?<!than )(?P<vague>(?:if|as|when|whenever|where|wherever) (?:(?:clinically|medically) )?"
    r"(?:(?P<dosing>needed|required)|appropriate|necessary|indicated|feasible|warranted|(?<!as )possible))"
    r"(?= ?(?:$|[.,;:!?)\]…]|[–—-] )| (?:and|or|then|but)\b)"
)
"""Only where nothing follows that says when: `as needed for pain` and `as indicated in the table` are clear."""


def is_english(language: str | None) -> bool:
    """Whether a guideline is in English, as far as it says."""
    return language is None or language.strip().lower().startswith("en")


def binding_word(text: str, *, is_label: bool) -> str | None:
    """The word with which a text makes advice binding, such as `must`."""
    return _modality(BINDING_LABEL, _sentences(text)) if is_label else _modality(BINDING_START, _sentences(text)[:1])


def optional_word(text: str, *, is_label: bool) -> str | None:
    """The word with which a text leaves advice open, such as `may`."""
    return _modality(OPTIONAL_LABEL, _sentences(text)) if is_label else _modality(OPTIONAL_START, _sentences(text)[:1])


def vague_phrase(text: str, *, is_of_patient: bool) -> str | None:
    """A phrase that leaves a decision to the reader; of a patient, `as needed` is how something is taken."""
    if not may_be_vague([text]):
        return None
    for found in re.finditer(VAGUE, one_line(text), re.IGNORECASE):
        if not (is_of_patient and found["dosing"]):
            return found["vague"]
    return None


def may_be_vague(texts: Iterable[str | None]) -> bool:
    """Whether any of these texts may hold a vague phrase; asked of many at once, it takes hardly any time."""
    lower = "\n".join(text for text in texts if text).lower()
    return any(end in lower for end in VAGUE_ENDS)


def one_line(text: str) -> str:
    """A text as it is quoted in a sentence: on one line, without a full stop at its end."""
    return " ".join(text.split()).removesuffix(".")


def _modality(pattern: str, sentences: Iterable[str]) -> str | None:
    for sentence in sentences:
        found = None if sentence.endswith("?") else re.search(pattern, sentence, re.IGNORECASE)
        if found is not None and not re.search(_DEEP, sentence[: found.start()], re.IGNORECASE):
            return next(word for word in found.groupdict().values() if word)
    return None


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;:!?]) ", one_line(text))
