"""Check digits of the code systems: what the last digit must be, given the ones before it."""

from __future__ import annotations

_PERMUTATION = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)
_INVERSE = (0, 4, 3, 2, 1, 5, 6, 7, 8, 9)


def verhoeff(digits: str) -> str:
    """Source: J. Verhoeff, Error detecting decimal codes, 1969; SNOMED CT release file specification, 5.6."""
    check = 0
    for place, digit in enumerate(reversed(digits), start=1):
        permuted = int(digit)
        for _ in range(place % 8):
            permuted = _PERMUTATION[permuted]
        check = _dihedral(check, permuted)
    return str(_INVERSE[check])


def mod_10(text: str) -> str:
    """The check digit of LOINC, defined for capital letters too (the L and A of an answer code).

    Source: LOINC Users' Guide, Calculating Mod 10 Check Digits. On digits alone it is that of Luhn.
    """
    total = 0
    for place, character in enumerate(reversed(text)):
        value = ord(character) - ord("0")
        total += value if place % 2 else 2 * value - value // 5 * 9
    return str(-total % 10)


def _dihedral(a: int, b: int) -> int:
    """The product of two symmetries of a pentagon; 0 to 4 are its rotations, 5 to 9 its reflections."""
    turned = (a - b if a >= 5 else a + b) % 5
    return turned + 5 * ((a >= 5) != (b >= 5))
