# SPDX-License-Identifier: EUPL-1.2
"""Exact dates: with place and matter they single a person out (WP29 Opinion 05/2014, singling out).

Forms: ISO 8601, day-month-year in figures, day and name of the month with or without the year, in
words. Fictitious: 17 december 2020, 2-3-2020, 16 dec, vrijdag 9 april 2021, 14 op 15 juli, drie mei.
A month or a year alone is no exact date, and dates of laws and published case law stay
('Wet van 10 november 2005', 'CRvB 12 maart 2020, ECLI:…').
"""

import re
from typing import ClassVar

from anonymise.presidio import NlpArtifacts, Pattern, RecognizerResult
from anonymise.recognisers.base import DutchPatternRecogniser
from anonymise.recognisers.date_forms import BEFORE, DAY, FIGURES, MONTH, MONTH_NUMBER, WORDS, YEAR
from casebase.vocabulary import Kind

_DAY_WORDS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig", "eenentwintig",
    "tweeëntwintig", "drieëntwintig", "vierentwintig", "vijfentwintig", "zesentwintig", "zevenentwintig",
    "achtentwintig", "negenentwintig", "dertig", "eenendertig",
)  # fmt: skip
_NOT_COUNTED = r"(?! ?(?:weken|wkn|wk|dagen|dgn|jaar|jr|maanden|mnd|uur|u\b|x\b|keer|%|procent|euro|personen|deel|daags|m\b|km))"
_CUE = (
    r"(?i:op|per|dd|d\.d\.|datum|vanaf|tot|t/m|tm|sinds|gebeld|notitie|telefoonnotitie|gesprek|gronden|brief|mail|"
    r"ontvangen|verzonden|ingediend|getekend|ingangsdatum|zitting|belde|van|ingekomen|uiterlijk|v[oó][oó]r|eindigde|afspraak|zaterdag|zondag|maandag|"
    r"dinsdag|woensdag|donderdag|vrijdag|ma|di|wo|do|vr|za|zo|deadline|termijn|in|ziek|binnen|melding|bezoek|spreekuur|einde|start)"
)


class DateRecogniser(DutchPatternRecogniser):
    """A day in a month; day and month in figures only behind a word that announces a date."""

    kind: ClassVar[Kind] = Kind.DATE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("figures", FIGURES, 0.85),
        Pattern("words", WORDS, 0.85),
        Pattern(
            "two days",
            rf"{BEFORE}{DAY}(?:(?: ?[-–/,+&] ?| op | en | of | t/m | tm | tot | tot en met ){DAY}){{1,5}} {MONTH}(?:[ ,]{{1,2}}{YEAR})?(?!\w)",
            0.85,
        ),
        Pattern("day in words", rf"(?<!\w)(?i:{'|'.join(_DAY_WORDS)}) {MONTH}(?: {YEAR})?(?!\w)", 0.7),
        Pattern("month first", rf"(?<!\w){MONTH} {DAY}(?:ste|de|e)?,? (?:19|20)\d\d(?!\w)", 0.6),
        Pattern(
            "behind a cue",
            rf"\b{_CUE}[:,]? (?P<value>{DAY}[-/]{MONTH_NUMBER})(?![\w%]|[/.,-]\d){_NOT_COUNTED}",
            0.6,
        ),
        Pattern(
            "before a colon",
            rf"(?<![\w.,/€-])(?P<value>{DAY}[-/]{MONTH_NUMBER})(?=:|, ?\d{{1,2}}[.:]\d\d)",
            0.5,
        ),
        Pattern(
            "on a line",
            rf"^[-–*•> ]{{0,4}}(?P<value>{DAY}[-/]{MONTH_NUMBER})(?![\w%]|[/.,-]\d){_NOT_COUNTED}",
            0.5,
        ),
        Pattern(
            "before a sign",
            rf"(?<![\w.,/€-])(?<!groep )(?<!klas )(?<!art\. )(?<!artikel )(?<!lid )(?<!score )(?P<value>{DAY}[-/]{MONTH_NUMBER})(?=[,;:)]|\.\s|\.?$)",
            0.45,
        ),
        Pattern(
            "weekday and day",
            rf"(?<!\w)(?P<value>(?i:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag) (?:de )?{DAY}(?:e|ste)?)(?=[,;:)]|\.\s|\.?$)",
            0.45,
        ),
        Pattern("day and time", r"(?<![\w.,/€-])\d{8}(?=[T_]\d{4})", 0.5),
    )

    def analyze(
        self,
        text: str,
        entities: list[str],
        nlp_artifacts: NlpArtifacts | None = None,
        regex_flags: int | None = None,
    ) -> list[RecognizerResult]:
        """All dates but those of laws and published case law."""
        found = super().analyze(text, entities, nlp_artifacts, regex_flags)
        return [result for result in found if not _is_of_a_law(text, result)]

    def validate(self, value: str, rule: str) -> float | None:
        """'24/7' is no date."""
        return 0 if value in {"24/7", "1/2", "1/3", "2/3", "1/4", "3/4"} else None


_LAW_BEFORE = re.compile(r"(?:\b[Ww]et|\bRegeling|\bVerordening|\bRichtlijn)(?: \w+){0,2} van (?:de )?$")
_LAW_BEHIND = re.compile(r"[,;)]? ?\(?(?:Stb|Stcrt|Trb|ECLI|LJN|houdende|PbEU)")
_REACH = 40


def _is_of_a_law(text: str, result: RecognizerResult) -> bool:
    before = text[max(0, result.start - _REACH) : result.start]
    return bool(_LAW_BEFORE.search(before) or _LAW_BEHIND.match(text, result.end))
