"""The units that UCUM defines, but for the customary ones: what one of each is, in other units.

Source: the Unified Code for Units of Measure, version 2.2 (https://ucum.org/ucum), case-sensitive codes.
Each definition is `value unit`, the value a decimal, the unit a UCUM term; a test compares each with UCUM's own table.

Two departures, both on the side of refusing a conversion that cannot be meant:
`mol` is a dimension of its own (UCUM makes it a bare number: then cells per litre could be compared with mmol/L);
a unit on a logarithmic or other curved scale is commensurable only with itself (its conversion would not be exact).
"""

from __future__ import annotations

from collections.abc import Mapping

ITSELF = ""
"""The definition of a unit that no other defines: commensurable only with itself and its own multiples."""

PREFIXES: Mapping[str, str] = {
    "Y": "1e24", "Z": "1e21", "E": "1e18", "P": "1e15", "T": "1e12", "G": "1e9", "M": "1e6", "k": "1e3",
    "h": "1e2", "da": "1e1", "d": "1e-1", "c": "1e-2", "m": "1e-3", "u": "1e-6", "n": "1e-9", "p": "1e-12",
    "f": "1e-15", "a": "1e-18", "z": "1e-21", "y": "1e-24",
    "Ki": "1024", "Mi": "1048576", "Gi": "1073741824", "Ti": "1099511627776",
}  # fmt: skip

_BASE = ("m", "s", "g", "rad", "K", "C", "cd", "mol")
_LEVELS = ("Np", "B", "B[SPL]", "B[V]", "B[mV]", "B[uV]", "B[10.nV]", "B[W]", "B[kW]")
_CURVED = ("[pH]", "[p'diop]", "%[slope]", "[hp'_X]", "[hp'_C]", "[hp'_M]", "[hp'_Q]", "[m/s2/Hz^(1/2)]", "bit_s")
_ARBITRARY = (
    "[arb'U]", "[USP'U]", "[GPL'U]", "[MPL'U]", "[APL'U]", "[beth'U]", "[anti'Xa'U]", "[todd'U]", "[dye'U]",
    "[smgy'U]", "[bdsk'U]", "[ka'U]", "[knk'U]", "[mclg'U]", "[tb'U]", "[CCID_50]", "[TCID_50]", "[EID_50]",
    "[PFU]", "[FFU]", "[CFU]", "[IR]", "[BAU]", "[AU]", "[Amb'a'1'U]", "[PNU]", "[Lf]", "[D'ag'U]", "[FEU]",
    "[ELU]", "[EU]", "[hp_X]", "[hp_C]", "[hp_M]", "[hp_Q]", "[kp_X]", "[kp_C]", "[kp_M]", "[kp_Q]",
)  # fmt: skip

ZERO_POINTS: Mapping[str, str] = {"Cel": "273.15 K", "[degF]": "2298.35 K/9", "[degRe]": "273.15 K"}
"""Where the zero of a temperature scale stands; how large its degree is, the tables below say."""

METRIC: Mapping[str, str] = {
    **dict.fromkeys((*_BASE, *_LEVELS, "[iU]"), ITSELF),
    "[IU]": "1 [iU]",
    # International System
    "sr": "1 rad2",
    "Hz": "1 s-1",
    "N": "1 kg.m/s2",
    "Pa": "1 N/m2",
    "J": "1 N.m",
    "W": "1 J/s",
    "A": "1 C/s",
    "V": "1 J/C",
    "F": "1 C/V",
    "Ohm": "1 V/A",
    "S": "1 Ohm-1",
    "Wb": "1 V.s",
    "Cel": "1 K",
    "T": "1 Wb/m2",
    "H": "1 Wb/A",
    "lm": "1 cd.sr",
    "lx": "1 lm/m2",
    "Bq": "1 s-1",
    "Gy": "1 J/kg",
    "Sv": "1 J/kg",
    # used with it
    "l": "1 dm3",
    "L": "1 l",
    "ar": "100 m2",
    "st": "1 m3",
    "t": "1000 kg",
    "bar": "100000 Pa",
    "u": "1.66053906660e-24 g",
    "eV": "1 [e].V",
    "pc": "3.085678e16 m",
    # clinical chemistry
    "eq": "1 mol",
    "osm": "1 mol",
    "kat": "1 mol/s",
    "U": "1 umol/min",
    "g%": "1 g/dl",
    "m[H2O]": "9.80665 kPa",
    "m[Hg]": "133.3220 kPa",
    "cal": "1 cal_th",
    "cal_th": "4.184 J",
    "cal_IT": "4.1868 J",
    "cal_m": "4.19002 J",
    "cal_[15]": "4.18580 J",
    "cal_[20]": "4.18190 J",
    # constants of nature
    "[c]": "299792458 m/s",
    "[h]": "6.62607015e-34 J.s",
    "[k]": "1.380649e-23 J/K",
    "[eps_0]": "8.854187817e-12 F/m",
    "[mu_0]": "4 [pi].10*-7.N/A2",
    "[e]": "1.602176634e-19 C",
    "[m_e]": "9.1093837139e-31 kg",
    "[m_p]": "1.67262192595e-27 kg",
    "[G]": "6.67430e-11 m3.kg-1.s-2",
    "[g]": "9.80665 m/s2",
    "[ly]": "1 [c].a_j",
    "gf": "1 g.[g]",
    # centimetre, gram, second
    "Ky": "1 cm-1",
    "Gal": "1 cm/s2",
    "dyn": "1 g.cm/s2",
    "erg": "1 dyn.cm",
    "P": "1 dyn.s/cm2",
    "Bi": "10 A",
    "St": "1 cm2/s",
    "Mx": "1e-8 Wb",
    "G": "1e-4 T",
    "Oe": "250 /[pi].A/m",
    "Gb": "1 Oe.cm",
    "sb": "1 cd/cm2",
    "Lmb": "1 cd/cm2/[pi]",
    "ph": "1e-4 lx",
    "Ci": "37e9 Bq",
    "R": "2.58e-4 C/kg",
    "RAD": "100 erg/g",
    "REM": "1 RAD",
    # the rest
    "tex": "1 g/km",
    "mho": "1 S",
    "bit": "1 1",
    "By": "8 bit",
    "Bd": "1 /s",
}
"""Units that take a prefix."""

PLAIN: Mapping[str, str] = {
    **dict.fromkeys((*_CURVED, *_ARBITRARY), ITSELF),
    # numbers
    "10*": "10 1",
    "10^": "10 1",
    "[pi]": "3.1415926535897932384626433832795028841971693993751058209749445923 1",
    "%": "0.01 1",
    "[ppth]": "1e-3 1",
    "[ppm]": "1e-6 1",
    "[ppb]": "1e-9 1",
    "[pptr]": "1e-12 1",
    # angles
    "deg": "2 [pi].rad/360",
    "gon": "0.9 deg",
    "'": "1 deg/60",
    "''": "1 '/60",
    "circ": "2 [pi].rad",
    "sph": "4 [pi].sr",
    # times: a year is the Julian one unless it says otherwise
    "min": "60 s",
    "h": "60 min",
    "d": "24 h",
    "wk": "7 d",
    "mo": "1 mo_j",
    "mo_j": "1 a_j/12",
    "mo_g": "1 a_g/12",
    "mo_s": "29.53059 d",
    "a": "1 a_j",
    "a_j": "365.25 d",
    "a_g": "365.2425 d",
    "a_t": "365.24219 d",
    # clinical
    "[drp]": "1 ml/20",
    "[Ch]": "1 mm/3",
    "[diop]": "1 /m",
    "[MET]": "3.5 mL/min/kg",
    "[PRU]": "1 mm[Hg].s/ml",
    "[wood'U]": "1 mm[Hg].min/L",
    "[HPF]": "1 1",
    "[LPF]": "100 1",
    "[hnsf'U]": "1 1",
    "[NTU]": "1 1",
    "[FNU]": "1 1",
    "[S]": "1 10*-13.s",
    "[mesh_i]": "1 /[in_i]",
    # temperature and heat
    "[degF]": "5 K/9",
    "[degR]": "5 K/9",
    "[degRe]": "5 K/4",
    "[Cal]": "1 kcal_th",
    "[Btu]": "1 [Btu_th]",
    "[Btu_th]": "1.054350 kJ",
    "[Btu_IT]": "1.05505585262 kJ",
    "[Btu_m]": "1.05587 kJ",
    "[Btu_39]": "1.05967 kJ",
    "[Btu_59]": "1.05480 kJ",
    "[Btu_60]": "1.05468 kJ",
    # pressure and force
    "atm": "101325 Pa",
    "att": "1 kgf/cm2",
    "[psi]": "1 [lbf_av]/[in_i]2",
    "[in_i'H2O]": "1 m[H2O].[in_i]/m",
    "[in_i'Hg]": "1 m[Hg].[in_i]/m",
    "[lbf_av]": "1 [lb_av].[g]",
    "[HP]": "550 [ft_i].[lbf_av]/s",
    # the rest
    "Ao": "0.1 nm",
    "AU": "149597.870691 Mm",
    "b": "100 fm2",
    "[den]": "1 g/9/km",
    "[car_m]": "0.2 g",
    "[car_Au]": "1 /24",
}
"""Units that take no prefix."""
