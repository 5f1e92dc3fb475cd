# SPDX-License-Identifier: EUPL-1.2
"""Exact dates: with place and matter they single a person out (WP29 Opinion 05/2014, singling out).

Forms: ISO 8601, day-month-year in figures, day and name of the month with or without the year, in
words. Fictitious: 17 december 2020, 2-3-2020, 16 dec, vrijdag 9 april 2021, 14 op 15 juli, drie mei.
A month or a year alone is no exact date, and dates of laws and published case law stay
('Wet van 10 november 2005', 'CRvB 12 maart 2020, ECLI:…').
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser, one_of
from anonymise.recognisers.date_forms import BEFORE, DAY, FIGURES, MONTH, MONTH_NUMBER, WORDS, YEAR
from casebase.vocabulary import Kind

_DAY_IN_WORDS = one_of(
    """eerste tweede derde vierde vijfde zesde zevende achtste negende tiende twee drie vier vijf zes
    zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien
    twintig eenentwintig tweeëntwintig drieëntwintig vierentwintig vijfentwintig zesentwintig
    zevenentwintig achtentwintig negenentwintig dertig eenendertig"""
)
_WEEKDAY = one_of("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
_SHORT_WEEKDAY = one_of("ma di wo do vr za zo")
_ANNOUNCED = one_of(r"dd d\.d\. per datum gebeld dagtekening gedateerd")
_SURELY_A_DATE = one_of(r"op dd d\.d\. datum sinds vanaf gebeld mail brief ma di wo do vr za zo tot")
_TOWARDS = one_of("op tot vanaf sinds per uiterlijk")
_LATE_DAY = r"(?:1[3-9]|2\d|3[01])"
_HOLIDAY = one_of(
    r"""(?:eerste|tweede|1e|2e)\s(?:kerst|paas|pinkster)dag oudejaarsdag oudejaarsavond nieuwjaarsdag
    koningsdag kerstavond hemelvaartsdag pakjesavond"""
)
_CUE = one_of(
    r"""op per dd d\.d\. datum vanaf tot t/m tm sinds gebeld notitie telefoonnotitie gesprek gronden
    brief mail ontvangen verzonden ingediend getekend ingangsdatum zitting belde van ingekomen
    uiterlijk v[oó][oó]r eindigde afspraak ma di wo do vr za zo deadline termijn in en ziek binnen
    melding bezoek spreekuur einde start dateert gedateerd dagtekening overleden begonnen gestart
    t\.e\.m\. sedert geboekt betaald gestort gesproken geappt besproken besluit beslissing mails brieven
    ziekmelding"""
)
_NOT_COUNTED = r"(?! ?" + one_of(
    r"weken wkn wk dagen dgn jaar jr maanden mnd uur u\b x\b keer % procent euro personen deel daags m\b km"
) + ")"  # fmt: skip
_NO_PART = "".join(
    rf"(?<!{word} )" for word in ("groep", "klas", r"art\.", "artikel", "lid", "score", "fase")
)
_TO = r"(?: ?[-–/,+&] ?| op | en | of | t/m | tm | tot | tot en met )"
_NTH = rf"{DAY}(?:ste|de|e)?"
_SIGN = r"(?=[,;:)]|\.\s|\.?$)"
_DAY_AND_MONTH = rf"(?P<value>{DAY}[-/]{MONTH_NUMBER})"
_STRICTLY_BEFORE = r"(?<![\w.,/€-])"
_NO_MORE = rf"(?![\w%]|[/.,-]\d){_NOT_COUNTED}"


class DateRecogniser(DutchPatternRecogniser):
    """A day in a month; day and month in figures only behind a word that announces a date."""

    kind: ClassVar[Kind] = Kind.DATE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("figures", FIGURES, 0.85),
        Pattern("words", WORDS, 0.85),
        Pattern(
            "several days",
            rf"{BEFORE}{_NTH}(?:{_TO}(?:de )?{_NTH}){{1,5}} {MONTH}(?:[ ,]{{1,2}}{YEAR})?(?!\w)",
            0.85,
        ),
        Pattern("several days in figures", rf"{BEFORE}{DAY}(?:[-/]{MONTH_NUMBER})?{_TO}{FIGURES}", 0.85),
        Pattern("holiday", rf"(?<!\w)(?i:{_HOLIDAY}) {YEAR}(?![\w-])", 0.6),
        Pattern("day in words", rf"(?<!\w)(?i:{_DAY_IN_WORDS}) {MONTH}(?: {YEAR})?(?!\w)", 0.7),
        Pattern("month first", rf"(?<!\w){MONTH} {DAY}(?:ste|de|e)?,? (?:19|20)\d\d(?!\w)", 0.6),
        Pattern("behind a cue", rf"\b(?i:{_CUE}|{_WEEKDAY})[:,]? {_DAY_AND_MONTH}{_NO_MORE}", 0.6),
        Pattern(
            "dotted",
            rf"(?<!\w)(?i:{_ANNOUNCED}):? (?P<value>{DAY}\.{MONTH_NUMBER}|\d{{6}})(?!\w|[.,/-]\d)",
            0.5,
        ),
        Pattern(
            "glued",
            rf"(?<!\w)(?i:{_ANNOUNCED}):? "
            r"(?P<value>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)(?!\w)",
            0.7,
        ),
        Pattern("two in figures", rf"(?<!\w)tussen {_DAY_AND_MONTH}(?= en {DAY}[-/]{MONTH_NUMBER})", 0.6),
        Pattern("before a time", rf"{_STRICTLY_BEFORE}{_DAY_AND_MONTH}(?=:|, ?\d{{1,2}}[.:]\d\d)", 0.5),
        Pattern("on a line", rf"^[-–*•> ]{{0,4}}{_DAY_AND_MONTH}{_NO_MORE}", 0.5),
        Pattern("before a sign", rf"{_STRICTLY_BEFORE}{_NO_PART}{_DAY_AND_MONTH}{_SIGN}", 0.45),
        Pattern(
            "before a weekday",
            rf"{_STRICTLY_BEFORE}{_DAY_AND_MONTH}(?= ?\((?:{_SHORT_WEEKDAY}|{_WEEKDAY})\b)",
            0.6,
        ),
        Pattern(
            "fraction that is a day", rf"\b(?i:{_SURELY_A_DATE}):? (?P<value>[1-3]/[2-4]){_NO_MORE}", 0.6
        ),
        Pattern(
            "nth",
            rf"(?<!\w)(?i:{_TOWARDS}) de (?P<value>{DAY}(?:ste|de|e))"
            r"(?=[,;:)]|\.\s|\.?$| (?:jl|dezer|van de maand|om|en|was|is|nog|al)\b)",
            0.45,
        ),
        Pattern(
            "day above twelve",
            rf"{_STRICTLY_BEFORE}{_NO_PART}(?P<value>(?:{_LATE_DAY}|0\d)[-/]{MONTH_NUMBER}){_NO_MORE}",
            0.45,
        ),
        Pattern(
            "dotted behind a cue",
            r"\b(?i:dd|d\.d\.|datum|sinds|vanaf|op):? "
            rf"(?P<value>{DAY}\.{MONTH_NUMBER}){_NO_MORE}(?! ?(?:uur|u)\b)",
            0.5,
        ),
        Pattern("weekday and day", rf"(?<!\w)(?P<value>(?i:{_WEEKDAY}) (?:de )?{_NTH}){_SIGN}", 0.45),
        Pattern("time stamp", rf"{BEFORE}\d{{8}}(?=[T_]\d{{4}})", 0.5),
    )

    def validate(self, value: str, rule: str) -> float | None:
        """'24/7' and fractions are no dates."""
        return 0 if value in _NO_DATES and rule != _FRACTION else None

    def stays(self, text: str, start: int, end: int) -> bool:
        """Dates of laws and published case law."""
        before = text[max(0, start - _REACH) : start]
        return bool(_LAW_BEFORE.search(before) or _LAW_BEHIND.match(text, end))


_FRACTION = "fraction that is a day"
_NO_DATES = frozenset(["24/7", "1/2", "1/3", "2/3", "1/4", "3/4"])
_LAW_BEFORE = re.compile(r"(?:\b[Ww]et|\bRegeling|\bVerordening|\bRichtlijn)(?: \w+){0,2} van (?:de )?$")
_LAW_BEHIND = re.compile(r"[,;)]? ?\(?(?:Stb|Stcrt|Trb|ECLI|LJN|houdende|PbEU)")
_REACH = 40
