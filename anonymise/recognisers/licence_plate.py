# SPDX-License-Identifier: EUPL-1.2
"""Licence plates of cars, vans, mopeds, Dutch and foreign.

Source: RDW, art. 40 Wegenverkeerswet 1994 and the Kentekenreglement; the forms stand in ``plate_forms.py``.
There is no check digit.
Fictitious: XZ-412-R, 87-BSH-2, VRZ-38-K, BX-ZH-41; without hyphens only behind a word such as 'kenteken'.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import LABELLED, DutchPatternRecogniser, labelled, one_of
from anonymise.recognisers.plate_forms import (
    ANY_LETTER,
    CAPITAL,
    GERMAN_DISTRICTS,
    SMALL,
    SMALL_CONSONANT,
    UNMISTAKABLE,
    foreign,
    sidecode,
    sidecode_in_haste,
)
from casebase.vocabulary import Kind

_ABBREVIATIONS = frozenset(
    "WW ZW PW TW BZ WB LH DL SZ VV BB KW RB AO CV WIA WAO WGA IVA WTL PGB SMZ ESF EG EEG".split()  # noqa: SIM905
)
_CAPITAL_UNITS = frozenset("KM KG CC PK EU EUR UUR PM MND JAN MEI OKT".split())  # noqa: SIM905
_UNITS = _CAPITAL_UNITS | frozenset(
    """MIN DGN WKN JR JRS KWH MM CM L U X M J K P S ST NR ART LID VAN MET PER VOOR DIE DAT EN DE HET TE
    IN OP IS OM AF NA TOT OF AL UIT BIJ DAG A B C D E""".split()  # noqa: SIM905
)
"""What stands between numbers and is no letters of a plate in lower case."""

_LETTERS_OF_MANY_PLATES = 2
_ENGINES = frozenset("CDI TDI HDI TSI GTI CDTI DCI SW JTD CRDI TFSI HP".split())  # noqa: SIM905

_SMALL_WORDS = frozenset("WAS HAD ZOU IK HIJ ZIJ ZE WE ER HEB".split())  # noqa: SIM905

_NO_PLATE = {
    "bare": _ABBREVIATIONS | _CAPITAL_UNITS | _ENGINES,
    "foreign, bare": _ABBREVIATIONS | _CAPITAL_UNITS,
    "foreign, labelled, lower case": _UNITS | _SMALL_WORDS,
    "foreign, behind a vehicle": _CAPITAL_UNITS | _ENGINES,
    "foreign, behind a vehicle, lower case": _ABBREVIATIONS | _UNITS,
    "behind a vehicle, spaced": _CAPITAL_UNITS | _ENGINES,
    "behind a vehicle, lower case": _ABBREVIATIONS | _UNITS,
    "dashes, lower case": _ABBREVIATIONS | _UNITS,
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
    + "|"
    + one_of(
        """rdw apk mrb vrijwaring vrijwaringsbewijs wegenbelasting motorrijtuigenbelasting tenaamstelling
        overgeschreven parkeerbon parkeerboete parkeervergunning verkeersboete snelheidsboete boetes? beslag
        slagboom uitrijkaart bijtelling rijdt reed rijden gereden"""
    )
)
"""Vehicles, makes, and what is done with vehicles."""

_PLATE = (
    "(?:[a-z]{1,3}-)?kentekens?|kentekennummers?|kentekenn?rs?|kentekenpla(?:at|ten)|kent|knt|kt?kn|ktk|kt|"
    "nummer(?:bord|pla)(?:en|at|ten)?|plaat"
)
_ODD = r"(?: ?[.,_/–—-]{1,2} ?| {1,3})?"
"""Between the groups of a plate that a label announces: '12 - AB - 34', '12/AB/34', '12AB34'."""

_ANY_DUTCH = sidecode(_ODD, ANY_LETTER, not_behind="")
_LETTER_BY_LETTER = (
    r"(?=(?:[^\d\n]{0,12}\d){2})(?=(?:[^A-Za-z\n]{0,12}[A-Za-z]){2})"
    r"(?:[A-Za-z\d][ .-]{1,3}){5}[A-Za-z\d](?!\w)"
)
_FOREIGN = (
    r"[a-z]{1,3}-[a-z]{1,2} \d{2,4}(?!\w)"
    r"|(?=[A-Z0-9 -]*\d)[A-Z0-9]{1,4}[ -][A-Z0-9]{1,5}(?:[ -][A-Z0-9]{1,5})?(?!\w)"
)
_FOREIGN_GLUED = (
    r"(?=[A-Za-z]{0,7}\d[A-Za-z]{0,7}\d)(?=\d{0,7}[A-Za-z]\d{0,7}[A-Za-z])[A-Za-z\d]{6,8}(?!\w|[.,-]\w)"
)
_FOREIGN_BARE = (
    r"(?<![\w.-])(?:\d-[A-Z]{3}-\d{3}|[A-Z]{2} (?!19|20)\d{4} [A-Z]{2}|[A-Z]{2}\d{2} [A-Z]{3}"
    rf"|[A-Z]{{2}} \d{{3}} [A-Z]{{2}}|{GERMAN_DISTRICTS}[ -][A-Z]{{1,2}}[ -](?!19|20)\d{{1,4}}"
    r"|[BCDEFGKLNOPRSTWZ][A-Z]{1,2} (?=\w{4,5}\b)(?!0|19|20)\d{2,4}[A-Z][A-Z\d]?)(?![\w/]|-\w|[.,]\d| \d)"
)
"""Belgium, Ukraine, Bulgaria, Britain, France, Germany, Poland: shapes that hardly anything else has."""

_BEFORE_THIS = (
    r"[:(\s]{0,3}+(?:(?=[^\n]{0,6}\d)[A-Za-z\d][A-Za-z\d ./_–-]{4,12}"
    r"(?:, ?| en | & | / )(?:(?:een )?[A-Z][a-z]{3,12} )?)"
)
"""Another plate before this one: 'kentekens CB 8152 XH, LPA 9914 en Pools WGM 55TR'."""

_WORD_OF_MAKE = r"(?:[A-Za-zÀ-ÿ]?[a-zà-ÿ]{1,15}+|[A-Z]\d|(?:19|20)\d\d|[A-Z]{1,2}(?=:))"
_MAKE_AND_MODEL = rf"(?:\s{{0,3}}+\b{_WORD_OF_MAKE}\b(?![/_&-])[.,:]?+){{0,5}}?"
"""Between a vehicle and its plate, as few as will do: 'auto, een blauwe Renault Clio uit 2009, AB-12-CD'."""

_CODE_BEFORE = re.compile(
    r"(?<!\w)"
    + one_of(
        r"""formulier form code \w{2,9}-?code kamer spreekkamer zaal ruimte lokaal klas groep niveau functie
        artikel art\. art bijlage stuk dossierdeel productie map versie regeling werkinstructie protocol
        routekaart kostenplaats afdeling team locker sleutel unit verdieping etage lift norm richtlijn trede
        schaal maat huisnummer rubriek traject"""
    )
    + "(?:nummer|nr\\.?)?[ :]{1,2}$",
    re.IGNORECASE,
)
"""What is numbered as plates are."""

_REACH = 24


def _behind(cue: str, value: str) -> str:
    return labelled(cue, value, 0, between=_MAKE_AND_MODEL)


def _tells_a_measure(letters: set[str], measures: frozenset[str]) -> bool:
    """Single letters beside others are of a plate ('zb 645 s'); alone they are not ('12 x 3')."""
    return letters <= measures or any(len(group) > 1 for group in letters & measures)


class LicencePlateRecogniser(DutchPatternRecogniser):
    """Dutch plates in a clear form; other spellings and countries behind a word for a vehicle."""

    kind: ClassVar[Kind] = Kind.LICENSE_PLATE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("hyphens", sidecode_in_haste(), 0.75),
        Pattern("hyphens, lower case", sidecode("-", SMALL), 0.6),
        Pattern("labelled", labelled(_PLATE, _ANY_DUTCH, 4), LABELLED),
        Pattern("labelled, letter by letter", labelled(_PLATE, _LETTER_BY_LETTER, 3), LABELLED),
        Pattern("dashes", sidecode("(?:[–—‑]| [-–—] )", CAPITAL), 0.7),
        Pattern("dashes, lower case", sidecode("(?:[–—‑]| [-–—] )", SMALL), 0.6),
        Pattern("behind a vehicle", _behind(_VEHICLE, sidecode("[._/–—-]?", ANY_LETTER)), 0.8),
        Pattern("behind a vehicle, spaced", _behind(_VEHICLE, sidecode("(?: | [-–—] )", CAPITAL)), 0.7),
        Pattern("behind a vehicle, lower case", _behind(_VEHICLE, sidecode("(?: | [-–—] )", SMALL)), 0.6),
        Pattern("foreign", labelled(_PLATE, _FOREIGN, 3), 0.8),
        Pattern("foreign, labelled, lower case", labelled(_PLATE, foreign(SMALL), 3), 0.7),
        *(
            Pattern(f"further {place}", labelled(_PLATE, value, 3, between=_BEFORE_THIS * place), 0.7)
            for place in (1, 2)
            for value in (_ANY_DUTCH, rf"(?:{_FOREIGN}|{_FOREIGN_GLUED})")
        ),
        Pattern("foreign, glued", labelled(_PLATE, _FOREIGN_GLUED, 3), 0.8),
        Pattern("foreign, glued, behind a vehicle", _behind(_VEHICLE, _FOREIGN_GLUED), 0.6),
        Pattern("foreign, bare", _FOREIGN_BARE, 0.6),
        Pattern("bare, spaced", sidecode(" ", CAPITAL), 0.5),
        Pattern("bare, joined", sidecode("[._/]", CAPITAL) + r"(?![.,]\d)", 0.6),
        Pattern("bare, joined, lower case", sidecode("[._]", SMALL_CONSONANT), 0.5),
        Pattern("bare, glued", sidecode("", CAPITAL), 0.2),
        Pattern("bare, unmistakable", sidecode("", CAPITAL, UNMISTAKABLE), 0.5),
        Pattern("bare, unmistakable, lower case", sidecode("", SMALL_CONSONANT, UNMISTAKABLE), 0.45),
        Pattern("foreign, behind a vehicle", _behind(_VEHICLE, foreign(CAPITAL)), 0.6),
        Pattern("foreign, behind a vehicle, lower case", _behind(_VEHICLE, foreign(SMALL_CONSONANT)), 0.6),
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
            numbered = len(law) > _LETTERS_OF_MANY_PLATES or rest.replace("-", "").isdigit()
            return 0 if law in _ABBREVIATIONS and numbered else None
        letters = set(re.findall("[A-Z]+", value.upper()))
        forbidden = (none for name, none in _NO_PLATE.items() if rule.startswith(name))
        return 0 if any(_tells_a_measure(letters, none) for none in forbidden) else None

    def stays(self, text: str, start: int, end: int) -> bool:
        """Codes of forms, rooms, functions."""
        return _CODE_BEFORE.search(text[max(0, start - _REACH) : start]) is not None
