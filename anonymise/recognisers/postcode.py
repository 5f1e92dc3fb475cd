# SPDX-License-Identifier: EUPL-1.2
"""Dutch postcodes: with the house number they point to one address.

Source: PostNL postcode system, Basisregistratie Adressen en Gebouwen: 1000-9999, then two capitals
that are never SA, SD or SS. Fictitious: 2526 JG, 1852PP, 'Kerkpad 6, 8857 bn'.
Look-alikes that stay: '2021 en', '2022 WW', '1500 EU', year and benefit in capitals.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import LABELLED, DutchPatternRecogniser, labelled, one_of
from casebase.vocabulary import Kind

_BEFORE = r"(?<![\w.€-])(?<!€ )"
_DIGITS = r"[1-9]\d{3}"
_NOT_IN_USE = frozenset({"SA", "SD", "SS"})
_ABBREVIATIONS = frozenset(
    "WW ZW PW TW AO AV VA AD BV NV WG KL MW IV EU BR PM PJ NL BW KM KG".split()  # noqa: SIM905
)
_SMALL_WORD = one_of("en is in op de te om of af al na et we ze je")
_NO_LETTERS = rf"(?i:{_SMALL_WORD}|{one_of('eu pm pj km kg kb mb cm ml bv nv ww zw pw tw')})"
_UNIT = one_of("jan feb mrt apr mei jun jul aug sep okt nov dec eur pct")
_NO_POSTCODE = one_of("nu zo er ik ze uw ja ga mw nr st ca zn ha bij jr wk ma di wo do vr za va az")
_LAST_YEAR = 2100
_FIRST_YEAR = 1900


class PostcodeRecogniser(DutchPatternRecogniser):
    """Four digits and two capitals; in lower case only behind a house number or label."""

    kind: ClassVar[Kind] = Kind.POSTCODE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("capitals", _BEFORE + _DIGITS + r"[ \u00a0]{0,2}[A-Z]{2}(?![\w]|-\w)", 0.8),
        Pattern(
            "labelled",
            labelled(r"postcode|pc\b|postc\.", _DIGITS + r"(?: ?[A-Za-z]{2})?(?!\w)", fillers=2),
            LABELLED,
        ),
        Pattern(
            "behind house number",
            rf"[a-z][.,]?\s\d{{1,5}}(?:[ /-]?(?!{_UNIT}\b)[\w]{{1,3}})?[\s,;/(-]{{1,3}}"
            rf"(?P<value>{_DIGITS}[ .-]?(?!{_NO_LETTERS}(?!\w))[A-Za-z]{{2}})(?!\w)",
            0.7,
        ),
        Pattern("glued", rf"{_BEFORE}{_DIGITS}(?!{_NO_LETTERS}(?!\w))[A-Za-z]{{2}}(?![\w]|-\w)", 0.5),
        Pattern(
            "lower case",
            rf"{_BEFORE}{_DIGITS} ?(?!(?i:{_NO_LETTERS}|{_NO_POSTCODE})(?!\w))[a-z]{{2}}(?![\w]|-\w)",
            0.2,
        ),
        Pattern("mixed case", _BEFORE + _DIGITS + r" ?(?:[A-Z][a-z]|[a-z][A-Z])(?![\w]|-\w)", 0.2),
    )
    context_words: ClassVar[tuple[str, ...]] = ("postcode", "adres", "woont", "wonend", "wonende")

    def validate(self, value: str, rule: str) -> float | None:
        """No letters that are never given out, and no year or amount with an abbreviation."""
        digits, letters = value[:4], value[4:].strip().upper()
        if letters in _NOT_IN_USE:
            return 0
        spaced = len(value) > len(digits) + len(letters)
        looks_like_year = _FIRST_YEAR <= int(digits) < _LAST_YEAR or digits.endswith("0")
        if rule in {"capitals", "glued"} and letters in _ABBREVIATIONS and spaced and looks_like_year:
            return 0
        return None
