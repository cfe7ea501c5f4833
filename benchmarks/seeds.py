"""The seeds: one defect each, as an edit of the neck-spasm guideline and the place that must be named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seed:
    """Replaces `old`, which stands once in the text, by `new`; `«` in `new` marks the place and is taken out.

    `raw` replaces the whole content; `crashes` is the code of a rule that is made to fail.
    """

    code: str
    what: str
    old: str = ""
    new: str = ""
    raw: bytes | None = None
    crashes: str | None = None
    everywhere: bool = False

    def sow(self, text: str) -> tuple[bytes, int | None]:
        """The content with the defect, and the offset of its place."""
        if self.raw is not None:
            return self.raw, 0
        if not self.old:
            return text.encode(), 0
        assert text.count(self.old) == 1, f"{self.what}: {text.count(self.old)} places"
        start = text.index(self.old)
        mark = self.new.find("«")
        content = text.replace(self.old, self.new.replace("«", ""))
        return content.encode("utf-8", "surrogateescape"), start + mark if mark >= 0 else None


NODE = "  # Where it leads ---"


def _node(text: str) -> str:
    return f"{text}\n\n{NODE}"


SEEDS: tuple[Seed, ...] = (
    # GL0: the text
    Seed("GL001", "a quote that is not closed", "title: Treatment of neck spasm", 'title: «"Treatment of neck spasm'),
    Seed("GL001", "a bracket that is not closed", "audience: [physicians,", "audience: «[[physicians,"),
    Seed("GL001", "a tab for indentation", "  S08:\n    says", "  S08:\n«\tsays"),
    Seed("GL001", "a second colon in a text", "label: Looking back}", "label: Looking «: back}"),
    Seed("GL002", "a fact defined twice", "  major-trauma: {", "  fever: {label: Heat, type: boolean}\n  «major-trauma: {"),
)
