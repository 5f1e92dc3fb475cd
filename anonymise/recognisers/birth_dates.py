# SPDX-License-Identifier: EUPL-1.2
"""Dates and years of birth.

With sex and town a date of birth singles most people out (recital 26 GDPR; Sweeney 2000). Told from
other dates by a word or sign for birth before them, or by standing behind a name in brackets or
between commas with a year long enough ago. Fictitious: geb. 22-08-1976, geboren te Urk op 30 mei 1964,
* 1958, 'Klaas Zandvoort (30 november 1966, …'.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import LABELLED, DutchPatternRecogniser, one_of
from anonymise.recognisers.date_forms import FIGURES, WORDS
from casebase.vocabulary import Kind

_BIRTH = one_of(
    r"geboren geboortedatum geboortedat geb\.?datum geb\.?dat geb gebdat g\.d dob verjaardag jarig"
)
_LABEL = rf"(?:(?<!\w)(?i:{_BIRTH})\b\.?|[°*])"
_WORD = one_of(r"te in op is was na \d\d\sweken d\.d\. datum [A-ZÀ-Þ][\w-]{1,20}")
_FILLERS = rf"(?:[\s.:;=,()]{{0,4}}+\b{_WORD}\b){{0,5}}[\s.:;=,(]{{0,4}}+"
_DATE = rf"(?:{FIGURES}|{WORDS})"
_OLDEST, _YOUNGEST = 1900, 2012


class BirthDateRecogniser(DutchPatternRecogniser):
    """A date behind a word for birth, or behind a name with a year that fits."""

    kind: ClassVar[Kind] = Kind.BIRTHDATE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("labelled", rf"{_LABEL}{_FILLERS}(?P<value>{_DATE})", LABELLED),
        Pattern(
            "year",
            r"(?<!\w)(?i:geboren|geb\.?|geboortejaar)(?: (?:in|uit|te [A-Z][\w-]{1,20} in))?:? "
            r"(?P<value>(?:19|20)\d\d)(?![\w-])",
            0.8,
        ),
        Pattern(
            "year in brackets",
            r"(?<!\w)(?i:cl|kl|cli[eë]nte?|klant|mw|mevr|mevrouw|dhr|meneer|man|vrouw|betrokkene)\.? ?"
            r"\((?:[mv][,/ ]{1,2})?(?P<value>19[2-9]\d|200\d)(?=[,;)])",
            0.6,
        ),
        Pattern("behind a name", rf"[A-ZÀ-Þ][\w'’-]{{1,30}} ?(?:\(|, )(?P<value>{_DATE})(?=[,;)])", 0.86),
    )

    def validate(self, value: str, rule: str) -> float | None:
        """Behind a name only a year in which a client can be born."""
        if rule != "behind a name":
            return None
        year = re.search(r"(?:19|20)\d\d", value)
        return None if year and _OLDEST <= int(year[0]) <= _YOUNGEST else 0
