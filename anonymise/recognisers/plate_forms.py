# SPDX-License-Identifier: EUPL-1.2
"""How licence plates are built, as patterns: the fourteen Dutch sidecodes and the plates of other countries.

Source: RDW (sidecodes 1 to 14; letters without vowels since 1978), and for other countries the forms that
their registration offices give out (Vienna Convention on Road Traffic 1968, annex 2: letters and digits).
In a form ``A`` is a letter, ``9`` a digit, ``Y`` no year and ``-`` the sign between groups.
"""

import re

SIDECODES = (
    "AA-99-99", "99-99-AA", "99-AA-99", "AA-99-AA", "AA-AA-99", "99-AA-AA", "99-AAA-9",
    "9-AAA-99", "AA-999-A", "A-999-AA", "AAA-99-A", "A-99-AAA", "9-AA-999", "999-AA-9",
)  # fmt: skip

UNMISTAKABLE = tuple(
    code for code in SIDECODES if code not in ("AA-99-99", "99-99-AA", "AA-AA-99", "99-AA-AA")
)
"""Sidecodes that are no postcode, year or word with a number when the hyphens are left out."""

ANY_LETTER = "[A-Za-z]"
CAPITAL = "[A-Z]"
SMALL = "[a-z]"
SMALL_CONSONANT = "[b-df-hj-np-tv-xz]"
"""Of which hardly a word or abbreviation beside a number is made: 'kx482t', not '29juli', '67lid1'."""

GERMAN_DISTRICTS = (
    "(?:AC|AUR|BI|BN|BO|BOR|BOT|CLP|COE|DEL|DN|DO|DU|EL|EMD|ESW|GE|GT|GV|HAM|HB|HER|HH|HS|KLE|KR|LER|"
    "ME|MG|MH|MS|MYK|NE|NOH|OB|OL|OS|RE|RS|SG|ST|SU|TR|VEC|VIE|WES|WHV|WTM)"
)
"""What plates begin with near the Dutch border and in the large cities of the west (Kraftfahrt-Bundesamt)."""

_FOREIGN = (
    "A{1,3}[ -]A{1,2}[ -]?9{2,4}[EeHh]?",  # Germany
    "A{2}[ -]?A{2}[ -]9{3}",  # Hungary
    "9[ -]?A{3}[ -]?9{3}",  # Belgium
    "A{1,2}[ -]?Y9{4}[ -]?A{1,2}",  # Bulgaria, Ukraine, Croatia
    "A{1,2}[ -]?9{3}[ -]?A{2,3}",  # France, Italy, Austria, Slovakia, Croatia, Bucharest
    "A{1,2}-Y9{4,5} ?A?",  # Austria, Latvia
    "A{1,2}-9{3} ?A{1,2}",  # Austria
    "A{2}9{2} ?A{3}|A{1,2}[ -]9{2}[ -]A{3}",  # Great Britain, Romania
    "A{2,3}[ -]Y9{4,5}A{0,2}",  # Poland, Greece, Luxembourg
    "A{2,3}[ -]Y9[9A]{3,4}|A{2,3}9{2}[9A]{1,2}A",  # Poland
    "A{3}[ -]9{2}[9A]",  # Sweden, Lithuania, Belgium before 2010, Hungary before 2022
    "A{2}[ -]9{2}[ -]9{2,3}",  # Denmark, Suriname, Switzerland
    "A{2} 9{5,6}",  # Switzerland, Poland
    "Y9{4}[ -]?A{3}",  # Spain
    "9{3} A{2} 9{2}",  # France before 2009
    "9{1,2} A{1,3} 9{2,4}|9{2}A{1,3}9{3,4}",  # Türkiye
    "9A[9A][ -]Y9{4}|9A{2}9[ -]Y9{4}",  # Czechia
)


def sidecode(
    separator: str, letter: str, codes: tuple[str, ...] = SIDECODES, *, not_behind: str = "./€-"
) -> str:
    """A Dutch plate that is no part of something longer; none of ``not_behind`` stands right before it."""
    return rf"(?<![\w{not_behind}]){_shapes(separator, letter, codes)}(?![\w/]|-\w)"


def sidecode_in_haste() -> str:
    """A Dutch plate in capitals with hyphens; small letters may stick to it: 'kentekenAB-12-CDen'."""
    return rf"(?<![A-Z\d_/€-])(?<![A-Z\d]\.){_shapes('-', CAPITAL, SIDECODES)}(?![A-Z\d_/]|-\w)"


def foreign(letter: str) -> str:
    """A plate of another country, with blanks or hyphens where these belong."""
    signs = {"A": letter, "9": r"\d", "[9A]": rf"[\d{letter[1:-1]}]", "Y": "(?!19|20)"}
    shapes = re.sub(r"\[9A\]|[A9Y]", lambda sign: signs[sign[0]], "|".join(_FOREIGN))
    return rf"(?<!\w)(?:{shapes})(?!\w|[.,]\d|[ -]\d)"


def _shapes(separator: str, letter: str, codes: tuple[str, ...]) -> str:
    signs = {"A": letter, "9": r"\d", "-": separator}
    return "(?:" + "|".join("".join(signs[sign] for sign in code) for code in codes) + ")"
