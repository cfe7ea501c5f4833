"""What people write for a unit where UCUM writes something else."""

from __future__ import annotations

import re

from guidelint.quantity.conversion import is_unit

# Only where one unit can be meant. Left out on purpose: `C` and `F` (valid: coulomb, farad), `m` (metre, not minute).
_MEANT = {
    "s": ("sec", "secs", "second", "seconds"),
    "min": ("mins", "minute", "minutes"),
    "h": ("hr", "hrs", "hour", "hours"),
    "d": ("day", "days"),
    "wk": ("w", "wks", "week", "weeks"),
    "mo": ("mth", "mths", "mos", "month", "months"),
    "a": ("y", "yr", "yrs", "year", "years"),
    "g": ("gm", "gms", "gram", "grams"),
    "kg": ("kgs", "Kg", "KG"),
    "mg": ("mgs",),
    "ug": ("mcg", "µg", "μg"),
    "umol": ("µmol", "μmol"),
    "uL": ("µL", "μL", "µl", "μl"),
    "mL": ("cc", "mls"),
    "meq": ("mEq",),
    "mosm": ("mOsm",),
    "mm[Hg]": ("mmHg",),
    "cm[H2O]": ("cmH2O",),
    "Cel": ("°C", "℃", "degC"),
    "[degF]": ("°F", "℉", "degF"),
    "[iU]": ("IU", "iU"),
    "m[iU]": ("mIU",),
    "u[iU]": ("uIU", "µIU", "μIU"),
    "k[iU]": ("kIU",),
    "[in_i]": ("in", "inch", "inches"),
    "[ft_i]": ("feet", "foot"),
    "[lb_av]": ("lb", "lbs", "pound", "pounds"),
    "[oz_av]": ("oz", "ounce", "ounces"),
    "%": ("percent", "per cent"),
    "[drp]": ("drop", "drops"),
    "{1.73_m2}": ("1.73m2", "1.73m²", "1.73_m2"),
    "m2": ("m²", "m^2"),
    "m3": ("m³", "m^3"),
    "10*3": ("10³", "10e3"),
    "10*6": ("10⁶", "10e6"),
    "10*9": ("10⁹", "10e9"),
    "10*12": ("10¹²", "10e12"),
}


def meant_unit(code: str) -> str | None:
    """The UCUM code that is meant by one that is not UCUM (`mmHg`: `mm[Hg]`); None where that would be a guess."""
    if is_unit(code):
        return None
    meant = {spelling: unit for unit, spellings in _MEANT.items() for spelling in spellings}
    corrected = meant.get(code) or "".join(meant.get(part, part) for part in re.split(r"(1\.73_?m[2²]|[./()])", code))
    return corrected if corrected != code and is_unit(corrected) else None
