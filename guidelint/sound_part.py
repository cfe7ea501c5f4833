"""What errors leave of a guideline to be walked and proved.

Nobody walks through a constraint, a contraindication or a case: one with an error in it is left out, which is said, and
everything else is judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guidelint.diagnostic import Route
from guidelint.logic import ClaimKind, Established
from guidelint.model import Case, Constraint, Contraindication, Entry, Guideline, Intervention
from guidelint.wording import counted, listed

CLAIMS: Mapping[type[Entry], ClaimKind] = {
    Constraint: ClaimKind.CONSTRAINT,
    Contraindication: ClaimKind.CONTRAINDICATION,
}


@dataclass(frozen=True, slots=True)
class SoundPart:
    """A guideline without the entries that are `left_out`, since there are errors in them."""

    guideline: Guideline
    left_out: tuple[Entry, ...] = ()

    def left_out_in_words(self) -> str:
        """`1 constraint (x) and 2 cases (y, z)`; nothing where nothing is left out."""
        kinds = ((Constraint, "constraint"), (Contraindication, "contraindication"), (Case, "case"))
        names = {word: [_name(item) for item in self.left_out if isinstance(item, of)] for of, word in kinds}
        return listed([counted(word, found) for word, found in names.items() if found], "and")

    def claims_left_out(self) -> Iterator[tuple[ClaimKind, str]]:
        for item in self.left_out:
            yield from ((kind, _name(item)) for of, kind in CLAIMS.items() if isinstance(item, of))

    def of_all(self, established: Established) -> Established:
        """With the claims counted that are left out: those that there are, and are not decided."""
        kinds = [kind for kind, _ in self.claims_left_out()]
        parts = {
            kind: replace(part, of=part.of + kinds.count(kind), undecided=part.undecided + kinds.count(kind))
            for kind, part in established.parts.items()
        }
        return replace(established, parts=parts)


def sound_part(guideline: Guideline, errors: Iterable[Route]) -> SoundPart | None:
    """None where an error lies in what patients are walked through."""
    separable = {entry.route: entry for entry in _separable(guideline)}
    flawed: set[Route] = set()
    for route in errors:
        if not is_for_readers(route):
            behind = (separable.get(route[:end]) for end in range(len(route) + 1))
            entry = next((entry for entry in behind if entry is not None), None)
            if entry is None:
                return None
            flawed.add(entry.route)
    left_out = tuple(entry for route, entry in separable.items() if route in flawed)
    return SoundPart(_without(guideline, flawed), left_out) if left_out else SoundPart(guideline)


def _separable(guideline: Guideline) -> Iterator[Entry]:
    for intervention in guideline.interventions.values():
        yield from intervention.contraindications
    yield from (*guideline.constraints.values(), *guideline.cases.values())


def is_for_readers(route: Route) -> bool:
    """Whether it leads to the name of a ground or of a section, which no patient's way depends on."""
    match route:
        case (*_, "because" | "cites", int()) | ("nodes", _, "section"):
            return True
    return False


def _without(guideline: Guideline, flawed: Collection[Route]) -> Guideline:
    return replace(
        guideline,
        interventions={name: _spared(item, flawed) for name, item in guideline.interventions.items()},
        constraints={name: item for name, item in guideline.constraints.items() if item.route not in flawed},
        cases={name: item for name, item in guideline.cases.items() if item.route not in flawed},
    )


def _spared(intervention: Intervention, flawed: Collection[Route]) -> Intervention:
    left = tuple(item for item in intervention.contraindications if item.route not in flawed)
    return replace(intervention, contraindications=left)


def _name(entry: Entry) -> str:
    return str(entry.route[1])
