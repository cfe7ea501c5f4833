"""The parts of a guideline, frozen, each with the route that leads to it in the document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from guidelint.condition import Condition, ValueOrNot
from guidelint.diagnostic import Route
from guidelint.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Code:
    """A concept in a code system, such as SNOMED CT or ATC."""

    system: str
    code: str
    display: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What any part of a guideline may carry; `because` names statements and references."""

    id: str
    route: Route
    label: str | None = None
    description: str | None = None
    note: str | None = None
    because: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()

    @property
    def name(self) -> str:
        """The label, or the id where there is none."""
        return self.label or self.id


@dataclass(frozen=True, slots=True)
class QuantityInterval:
    """From `low` to `high`, both included; one of them may be open."""

    low: Quantity | None
    high: Quantity | None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(end for end in (self.low, self.high) if end is not None)


class NotStated(Enum):
    """The source gives no length for a course."""

    NOT_STATED = "not-stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Entry):
    title: str | None
    year: int | None
    doi: str | None
    pmid: str | None
    url: str | None
    unresolved: str | None
    defect: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Entry):
    """What the source says, in the encoder's words."""

    says: str
    cites: tuple[str, ...]
    defect: str | None


class FactType(Enum):
    BOOLEAN = "boolean"
    CHOICE = "choice"
    INTEGER = "integer"
    DECIMAL = "decimal"

    @property
    def is_numeric(self) -> bool:
        return self in (FactType.INTEGER, FactType.DECIMAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceValue(Entry):
    """A value of a choice that is written as an entry of its own, with grounds or codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Entry):
    """What can be known of a patient. `low` and `high` bound a number, both included, in `unit`."""

    type: FactType
    values: tuple[tuple[str, str], ...]
    unit: str | None
    low: int | Fraction | None
    high: int | Fraction | None
    default: ValueOrNot | None
    is_observed: bool
    may_be_unknown: bool
    obtained_by: str | None
    value_entries: tuple[ChoiceValue, ...] = ()

    def value_label(self, value: str) -> str:
        return dict(self.values).get(value, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption(Entry):
    """What always holds: `condition` alone, or `condition` implying `consequence`."""

    condition: Condition
    consequence: Condition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreMember(Entry):
    points: int
    condition: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Entry):
    members: tuple[ScoreMember, ...]

    @property
    def least(self) -> int:
        """The sum, where only those hold that take points away."""
        return sum(min(member.points, 0) for member in self.members)

    @property
    def most(self) -> int:
        """The sum, where only those hold that give points."""
        return sum(max(member.points, 0) for member in self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Entry):
    condition: Condition
    is_red_flag: bool


class Kind(Enum):
    MEDICATION = "medication"
    PROCEDURE = "procedure"
    DEVICE = "device"
    REFERRAL = "referral"
    IMAGING = "imaging"
    LABORATORY = "laboratory"
    ASSESSMENT = "assessment"
    THERAPY = "therapy"
    EXERCISE = "exercise"
    EDUCATION = "education"

    @property
    def is_treatment(self) -> bool:
        return self in TREATMENTS


TREATMENTS = frozenset({Kind.MEDICATION, Kind.PROCEDURE, Kind.DEVICE, Kind.THERAPY, Kind.EXERCISE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contraindication(Entry):
    when: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention(Entry):
    kind: Kind
    classes: tuple[str, ...]
    contraindications: tuple[Contraindication, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Entry):
    """A named part of a large guideline."""


class SelectorKind(Enum):
    INTERVENTION = "intervention"
    CLASS = "class"
    KIND = "kind"

    __hash__ = object.__hash__
    """That of an Enum is written in Python, and every selector is looked up by its kind."""


@dataclass(frozen=True, slots=True)
class Selector:
    """One intervention by its id, every one of a class, or every one of a kind."""

    by: SelectorKind
    name: str
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Entry):
    """A patient with a known answer. `visits[i]` holds what is observed at the i-th follow-up passed."""

    patient: tuple[tuple[str, ValueOrNot], ...]
    visits: tuple[tuple[tuple[str, ValueOrNot], ...], ...]
    ends: str | None
    recommends: tuple[Selector, ...]
    never: tuple[Selector, ...]
    advises_against: tuple[Selector, ...]


@dataclass(frozen=True, slots=True)
class Waiver:
    """One finding set aside in the data; `at` is a dotted route, None for the whole guideline."""

    rule: str
    at: str | None
    reason: str | None
    by: str | None
    until: str | None
    route: Route
