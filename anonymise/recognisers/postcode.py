# SPDX-License-Identifier: EUPL-1.2
"""Dutch postcodes: with the house number they point to one address.

Source: PostNL postcode system, Basisregistratie Adressen en Gebouwen: 1000-9999, then two capitals
that are never SA, SD or SS. Fictitious: 2526 JG, 1852PP, 'Kerkpad 6, 8857 bn'.
Look-alikes that stay: '2021 en', '2022 WW', '1500 EU', year and benefit in capitals.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import LABELLED, DutchPatternRecogniser, labelled, one_of
from casebase.vocabulary import Kind

_BEFORE = r"(?<![\w.€-])(?<!€ )"
_DIGITS = r"[1-9]\d{3}"
_ODD_DIGITS = r"[1-9](?:\d{3}|\d \d{2}|\d{2} \d)"
_ODD_JOINT = r"[ \u00a0]{0,2}[.,_/–-]?[ \u00a0]{0,2}"
_ODD_LETTERS = r"[A-Za-z][. ]?[A-Za-z](?!\w)"
"""How a postcode is written where a word or a house number tells that it is one: '2526-JG', '25 26 j.g.'."""

_NOT_IN_USE = frozenset({"SA", "SD", "SS"})
_ABBREVIATIONS = frozenset(
    "WW ZW PW TW AO AV VA AD BV NV WG KL MW IV EU BR PM PJ NL BW KM KG".split()  # noqa: SIM905
)
_SMALL_WORD = one_of("nu en is in op de te om of af al na et we ze je")
_NO_LETTERS = rf"(?i:{_SMALL_WORD}|{one_of('eu pm pj km kg kb mb cm ml bv nv ww zw pw tw')})"
_NO_POSTCODE = one_of("nu zo er ik ze uw ja ga mw nr st ca zn ha bij jr wk ma di wo do vr za va az")
_MEASURE = one_of("pk hz kw lb ft cc mg gr cl dl pp rs bd fl wh dm sr kj mv ah tm ld db nd")
"""What is counted, in short: behind a number no end of a postcode, as ``_NO_LETTERS``, ``_NO_POSTCODE``."""

_NO_ADDITION = one_of("jan feb mrt apr mei jun jul aug sep okt nov dec eur pct")
"""What stands behind a number and is no addition to a house number."""

_IN_NO_WORD = re.compile(r"\d{4}[.-](?=[a-z]?[qxz])[b-df-hj-np-tv-z]{2}")
"""Joined letters that no abbreviation behind a year has: '1964-xz'."""

_YEARS = range(1900, 2100)
_NOT_BEHIND_A_YEAR = frozenset(
    {"joined", "lower case, apart", "behind a preposition of place", "digits behind a label"}
)
"""Rules by which four digits that may be a year are no postcode."""

_NOT_WITH_ABBREVIATIONS = frozenset({"capitals", "glued", "joined"})
"""Rules by which a year or round number with an abbreviation apart is no postcode: '2022 WW', '1500 EU'."""


class PostcodeRecogniser(DutchPatternRecogniser):
    """Four digits and two capitals; in lower case only behind a house number or label."""

    kind: ClassVar[Kind] = Kind.POSTCODE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("capitals", _BEFORE + _DIGITS + r"[ \u00a0]{0,2}[A-Z]{2}(?![\w]|-\w)", 0.8),
        Pattern(
            "labelled",
            labelled(
                r"postcodes?|pc\b|pcd|postc\.?|postcode ?[+&] ?(?:huisnr|huisnummer|hnr)\.?",
                rf"(?:NL ?-? ?)?(?:{_ODD_DIGITS}{_ODD_JOINT}(?!{_SMALL_WORD}(?!\w)){_ODD_LETTERS}"
                rf"|{_DIGITS}(?!\w))",
                fillers=2,
            ),
            LABELLED,
        ),
        Pattern(
            "behind a word for living",
            labelled(
                "woont|woonde|wonende?|woonachtig|wnd|verhuisd naar|adres",
                rf"{_DIGITS}[ .-]?(?!{_SMALL_WORD}(?!\w)|{_NO_POSTCODE}(?!\w))[a-z]{{2}}(?!\w)",
                fillers=1,
            ),
            0.6,
        ),
        Pattern("joined", rf"{_BEFORE}(?:NL-)?(?P<value>{_DIGITS}[-–._][A-Z]{{2}})(?![\w-]|\.\w)", 0.6),
        Pattern("of the Netherlands", rf"(?<!\w)NL[ -](?P<value>{_DIGITS} ?[A-Z]{{2}})(?!\w)", 0.8),
        Pattern(
            "behind house number",
            rf"[a-z][.,]?\s\d{{1,5}}(?:[ /-]?(?!{_NO_ADDITION}\b)[\w]{{1,3}})?[\s,;/(-]{{1,3}}"
            rf"(?<![/-]\d[/-])(?<![/-]\d\d[/-])(?P<value>{_DIGITS}{_ODD_JOINT}(?!{_NO_LETTERS}(?!\w))"
            r"(?:[A-Za-z]{2}|[A-Z][. ]{1,2}[A-Z]))(?!\w)",
            0.7,
        ),
        Pattern("glued", rf"{_BEFORE}{_DIGITS}(?!{_NO_LETTERS}(?!\w))[A-Za-z]{{2}}(?![\w]|-\w)", 0.5),
        Pattern(
            "lower case",
            rf"{_BEFORE}{_DIGITS} ?(?!(?i:{_NO_LETTERS}|{_NO_POSTCODE})(?!\w))[a-z]{{2}}(?![\w]|-\w)",
            0.2,
        ),
        Pattern(
            "lower case, apart",
            rf"{_BEFORE}(?<!formulier )(?<!model )(?<!nr )(?<!nr. )(?<!art )(?<!artikel )(?<!\d )"
            rf"(?P<value>{_DIGITS}(?:  ?|[-.])?(?!(?i:{_NO_LETTERS}|{_NO_POSTCODE}|{_MEASURE})(?!\w))"
            r"[a-z]{2})"
            r"(?![\w/]|[-.'’]\w)",
            0.5,
        ),
        Pattern(
            "behind a preposition of place",
            rf"(?<!\w)(?:[Ii]n|[Tt]e|[Nn]aar|[Uu]it|[Aa]zc|AZC) "
            rf"(?P<value>{_DIGITS} ?(?!{_SMALL_WORD}(?!\w))[a-z]{{2}})"
            r"(?![\w/]|[-’']\w)",
            0.55,
        ),
        Pattern(
            "digits behind a label",
            labelled(r"postcode", rf"{_DIGITS}(?!\w|[.,]\d)", fillers=6),
            0.6,
        ),
        Pattern("mixed case", _BEFORE + _DIGITS + r" ?(?:[A-Z][a-z]|[a-z][A-Z])(?![\w]|-\w)", 0.2),
    )
    context_words: ClassVar[tuple[str, ...]] = ("postcode", "adres", "woont", "wonend", "wonende")

    def validate(self, value: str, rule: str) -> float | None:
        """No letters that are never given out, and no year or amount with an abbreviation."""
        plain = re.sub(r"[^\dA-Z]", "", value.upper().removeprefix("NL"))
        digits, letters = plain[:4], plain[4:]
        if letters in _NOT_IN_USE:
            return 0
        is_year = int(digits) in _YEARS
        if rule in _NOT_BEHIND_A_YEAR and is_year:
            return None if _IN_NO_WORD.fullmatch(value) else 0
        abbreviated = letters in _ABBREVIATIONS and len(value) > len(plain)
        counted = is_year or digits.endswith("0")
        return 0 if rule in _NOT_WITH_ABBREVIATIONS and abbreviated and counted else None
