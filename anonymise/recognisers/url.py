# SPDX-License-Identifier: EUPL-1.2
"""Web addresses and names on social media.

Source: RFC 3986 for the form; the top-level domains that Dutch people use. Fictitious:
www.rieksopreis.example/patagonie, beerlicht.nl/agenda, facebook.com/berend.klusjes, insta: @roosvw.
Sites of public bodies say nothing about a person and stay.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser, labelled, one_of
from casebase.vocabulary import Kind

_PATH = r"(?:[/?#:][^\s<>\"'“”‘’()\[\]{}|]{0,300})?"
_HOST = r"\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){0,5}"
_PLAIN = r"(?:nl|com|org|net|eu|info|amsterdam|frl|online|shop|blog|site|app|nu|tv|example)"
_OTHER = r"(?:be|de|uk|pl|fr|es|it|io|me|co|tr|ro|bg|hu|pt|ua)"
_MEDIA = one_of(
    "facebook fb insta(?:gram)? linked-?in twitter tik-?tok snapchat snap youtube telegram x threads bluesky"
)
_PUBLIC_BODY = one_of(
    """uwv werk svb belastingdienst toeslagen duo hetcak cak ciz cjib coa ind rdw kvk kadaster overheid
    rijksoverheid rechtspraak raadvanstate nationaleombudsman digid mijnoverheid politie
    juridischloket nibud vng stimulansz cbs rivm inlichtingenbureau divosa"""
)
_PUBLIC = re.compile(
    rf"(?i)(?:https?://)?(?:[\w-]{{1,63}}\.){{0,4}}{_PUBLIC_BODY}\.(?:nl|com|org)(?![\w-]|\.\w)"
)


class UrlRecogniser(DutchPatternRecogniser):
    """Full and bare web addresses, profiles and handles."""

    kind: ClassVar[Kind] = Kind.URL
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("scheme", rf"(?<!\w)(?i:https?|ftp)://{_HOST}{_PATH}", 0.95),
        Pattern("www", rf"(?<![\w@.])(?i:www)\.{_HOST}{_PATH}", 0.95),
        Pattern("bare", rf"(?<![\w@./-])(?:\w[\w-]{{0,62}}\.){{1,4}}{_PLAIN}\b(?![@\w-]|\.\w){_PATH}", 0.8),
        Pattern(
            "bare with path", rf"(?<![\w@./-])(?:\w[\w-]{{1,62}}\.){{1,4}}{_OTHER}/[^\s<>\"'()]{{1,300}}", 0.7
        ),
        Pattern("profile", rf"(?<![\w@./-])(?i:{_MEDIA}(?:\.com|\.nl)?)/[^\s<>\"'(),;]{{2,200}}", 0.9),
        Pattern("handle", r"(?<![\w@./+-])@[A-Za-z_][\w.]{1,29}\b(?![@])", 0.8),
        Pattern(
            "labelled",
            labelled(
                _MEDIA + r"(?:[ -]?(?:account|profiel|pagina|naam))?\b", r"[\w.]*[_.\d][\w.]*\w", fillers=0
            ),
            0.5,
        ),
    )

    def validate(self, value: str, rule: str) -> float | None:
        """Sites of public bodies and numbers stay."""
        if _PUBLIC.match(value) or value.replace(".", "").isdigit():
            return 0
        return None
