# SPDX-License-Identifier: EUPL-1.2
"""Dutch licence plates of cars, vans, mopeds.

Source: RDW, art. 40 Wegenverkeerswet 1994 and the Kentekenreglement; sidecodes 1 to 14 (six signs in
three groups of letters and digits; the newest is XXX-99-X since 2024). There is no check digit.
Fictitious: XZ-412-R, 87-BSH-2, VRZ-38-K, BX-ZH-41; without hyphens only behind a word such as 'kenteken'.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import LABELLED, DutchPatternRecogniser, labelled, one_of
from casebase.vocabulary import Kind

_SIDECODES = (
    "AA-99-99", "99-99-AA", "99-AA-99", "AA-99-AA", "AA-AA-99", "99-AA-AA", "99-AAA-9",
    "9-AAA-99", "AA-999-A", "A-999-AA", "AAA-99-A", "A-99-AAA", "9-AA-999", "999-AA-9",
)  # fmt: skip
_ABBREVIATIONS = frozenset(
    "WW ZW PW TW BZ WB LH DL SZ VV BB KW RB AO CV WIA WAO WGA IVA WTL PGB".split()  # noqa: SIM905
)
_CAPITAL_UNITS = frozenset("KM KG CC PK EU EUR UUR PM MND JAN MEI OKT".split())  # noqa: SIM905
_UNITS = _CAPITAL_UNITS | frozenset(
    """MIN DGN WKN JR JRS KWH MM CM L U X M J K P S ST NR ART LID VAN MET PER VOOR DIE DAT EN DE HET TE
    IN OP IS OM AF NA TOT OF AL UIT BIJ DAG A B C D E""".split()  # noqa: SIM905
)
"""What stands between numbers and is no letters of a plate in lower case."""

_NO_PLATE = {
    "bare": _ABBREVIATIONS | _CAPITAL_UNITS,
    "foreign, bare": _ABBREVIATIONS | _CAPITAL_UNITS,
    "foreign, behind a vehicle": _CAPITAL_UNITS,
    "behind a vehicle, lower case": _ABBREVIATIONS | _UNITS,
}
"""By the beginning of a rule's name: groups of letters that no plate found by it has."""

_POSTCODE = re.compile(r"\d{4}[A-Z]{2}")
_VEHICLE = (
    r"\w{0,12}(?:auto|wagen|bus|busje|bakkie|scooter|brommer|fiets|motor|trekker|tractor|camper|caravan|"
    r"aanhanger|oplegger|voertuig|taxi|cabrio|plaatje)|vtg|motorr|"
    + one_of(
        """audi bmw citro[eë]n dacia fiat ford golf honda hyundai kia mazda mercedes mini nissan opel peugeot
        polo renault saab seat skoda suzuki tesla toyota volkswagen volvo vw"""
    )
)
_PLATE = (
    "kentekens?|kentekennummers?|kentekenn?rs?|kentekenpla(?:at|ten)|kent|knt|kt?kn|ktk|"
    "nummer(?:bord|pla)(?:en|at|ten)?|plaat"
)
_ODD = r"(?: ?[.,_/–—-] ?| {1,3})?"
"""Between the groups of a plate that a label announces: '12 - AB - 34', '12/AB/34', '12AB34'."""

_LETTER_BY_LETTER = (
    r"(?=(?:[^\d\n]{0,12}\d){2})(?=(?:[^A-Za-z\n]{0,12}[A-Za-z]){2})"
    r"(?:[A-Za-z\d][ .-]{1,3}){5}[A-Za-z\d](?!\w)"
)


def _shape(separator: str, letter: str) -> str:
    signs = {"A": letter, "9": r"\d", "-": separator}
    shapes = ("".join(signs[sign] for sign in code) for code in _SIDECODES)
    return r"(?<![\w./€-])(?:" + "|".join(shapes) + r")(?![\w/]|-\w)"


_FOREIGN = (
    r"[a-z]{1,3}-[a-z]{1,2} \d{2,4}(?!\w)"
    r"|(?=[A-Z0-9 -]*\d)[A-Z0-9]{1,4}[ -][A-Z0-9]{1,5}(?:[ -][A-Z0-9]{1,5})?(?!\w)"
)
_BEFORE_THIS = r"[:(\s]{0,3}+(?:[A-Z\d][A-Z\d -]{4,10}(?:, ?| en | / )(?:(?:een )?[A-Z][a-z]{3,12} )?)"
"""Another plate before this one: 'kentekens CB 8152 XH, LPA 9914 en Pools WGM 55TR'."""

_FOREIGN_GLUED = (
    r"(?=[A-Za-z]{0,7}\d[A-Za-z]{0,7}\d)(?=\d{0,7}[A-Za-z]\d{0,7}[A-Za-z])[A-Za-z\d]{6,8}(?!\w|[.,-]\w)"
)
_FOREIGN_BARE = (
    r"(?<![\w.-])(?:\d-[A-Z]{3}-\d{3}|[A-Z]{2} (?!19|20)\d{4} [A-Z]{2}|[A-Z]{2}\d{2} [A-Z]{3}"
    r"|[A-Z]{2} \d{3} [A-Z]{2})(?![\w/]|-\w|[.,]\d| \d)"
)
"""Belgium, Ukraine and Bulgaria, Great Britain, France: shapes that hardly anything else has."""

_ANY_FOREIGN = rf"(?:{_FOREIGN}|{_FOREIGN_GLUED})"
_FOREIGN_WITH_LETTERS = (
    r"(?:[A-Z]{1,3}[ -]\d{2,4}[ -]?[A-Z]{1,3}|[A-Z]{1,3}[ -][A-Z]{1,2}[ -]?\d{1,4}[EH]?"
    r"|[a-z]{1,3}-[a-z]{1,2} \d{2,4}|[A-Z]{2}\d{2} [A-Z]{3}|[A-Z]{2,3} (?:\d[A-Z\d]{4}|(?!19|20)\d{4})"
    r"|[A-Z]{3}[ -]\d{3}|[A-Z]{2}[ -]\d{2}[ -]\d{2,3}|\d[A-Z]{1,2}\d? (?!19|20)\d{4}"
    r"|[A-Z]{1,2}-\d{3,5} ?[A-Z]{0,3}"
    r"|(?!19|20)\d{4}[ -][A-Z]{3}|\d{1,2} [A-Z]{1,3} \d{2,4}|\d [A-Z]{3} \d{3})(?!\w|[.,]\d|[ -]\d)"
)
"""Germany, Romania, Great Britain, Poland, Lithuania, Denmark, Czechia, Austria, Spain, Turkey, Belgium."""


class LicencePlateRecogniser(DutchPatternRecogniser):
    """The fourteen sidecodes with hyphens; other spellings behind a word for a vehicle."""

    kind: ClassVar[Kind] = Kind.LICENSE_PLATE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("hyphens", _shape("-", "[A-Z]"), 0.75),
        Pattern("hyphens, lower case", _shape("-", "[a-z]"), 0.6),
        Pattern("labelled", labelled(_PLATE, _shape(_ODD, "[A-Za-z]"), 3), LABELLED),
        Pattern("labelled, letter by letter", labelled(_PLATE, _LETTER_BY_LETTER, 3), LABELLED),
        Pattern("dashes", _shape("(?:[–—‑]| [-–—] )", "[A-Z]"), 0.7),
        Pattern("behind a vehicle", labelled(_VEHICLE, _shape("[._/–—-]?", "[A-Za-z]"), 4), 0.8),
        Pattern("behind a vehicle, spaced", labelled(_VEHICLE, _shape("(?: | [-–—] )", "[A-Z]"), 4), 0.7),
        Pattern("behind a vehicle, lower case", labelled(_VEHICLE, _shape("(?: | [-–—] )", "[a-z]"), 2), 0.6),
        Pattern("foreign", labelled(_PLATE, _FOREIGN, 3), 0.8),
        *(
            Pattern(f"further {place}", labelled(_PLATE, _ANY_FOREIGN, 3, between=_BEFORE_THIS * place), 0.7)
            for place in (1, 2)
        ),
        Pattern("foreign, glued", labelled(_PLATE, _FOREIGN_GLUED, 3), 0.8),
        Pattern("foreign, glued, behind a vehicle", labelled(_VEHICLE, _FOREIGN_GLUED, 3), 0.6),
        Pattern("foreign, bare", _FOREIGN_BARE, 0.6),
        Pattern("bare, spaced", _shape(" ", "[A-Z]"), 0.5),
        Pattern("bare, glued", _shape("", "[A-Z]"), 0.2),
        Pattern("foreign, behind a vehicle", labelled(_VEHICLE, _FOREIGN_WITH_LETTERS, 3), 0.6),
    )

    context_words: ClassVar[tuple[str, ...]] = (
        *("auto", "autos", "bus", "busje", "wagen", "bestelbus", "brommer", "scooter", "snorfiets", "motor"),
        *("aanhanger", "camper", "caravan", "voertuig", "taxi", "apk", "rijdt", "reed", "rijden", "gereden"),
        *("geparkeerd", "tenaamgesteld"),
    )

    def validate(self, value: str, rule: str) -> float | None:
        """No case number that begins with the short name of a law, no postcode, no distance or amount."""
        plain = value.upper() if rule.startswith("foreign, glued") else value
        if not rule.startswith("labelled") and _POSTCODE.fullmatch(plain):
            return 0
        if rule.startswith("hyphens"):
            law, _, rest = value.upper().partition("-")
            return 0 if law in _ABBREVIATIONS and rest.replace("-", "").isdigit() else None
        letters = set(re.findall("[A-Z]+", value.upper()))
        forbidden = (none for name, none in _NO_PLATE.items() if rule.startswith(name))
        return 0 if any(letters & none for none in forbidden) else None
