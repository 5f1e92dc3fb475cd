# SPDX-License-Identifier: EUPL-1.2
"""BSN, the citizen service number (burgerservicenummer, until 2007 sofi-nummer).

Legal source: Wet algemene bepalingen burgerservicenummer; processing is bound to a legal ground
(art. 46 UAVG, art. 87 GDPR). Format and check: nine digits, a leading zero is often left out;
9·a + 8·b + … + 2·h - 1·i divides by 11 (Logisch Ontwerp BSN). One in eleven random numbers passes.
Fictitious, from the official test series: 999900407, 9999.00.481, 999 900 444, 99990o407 (o for zero).

A number behind the label is masked also where it fails the check: a typing error is still the
number of someone.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import LABELLED, DutchPatternRecogniser, labelled, passes_eleven_test
from casebase.vocabulary import Kind

_LABEL = r"(?:b\.?s\.?n|sofi|burgerservice|sociaal[ -]?fiscaal)(?:[-/ ]{0,2}(?:nummer|num|nrs?|no|bsn)){0,3}+"
_LOOSE = r"(?<![\w-])[\dOo](?:[ ./_-]{0,3}[\dOoIl]){6,9}(?<=[\dOo])(?!\w|[.,-]\d)"
_BEFORE = r"(?<![\w.,/€+-])(?<!€ )"
_AFTER = r"(?!\w|[.,/-]\d)"
_DOUBTFUL = 0.45
_UNCHECKED = frozenset({"labelled", "letter for zero"})


class BsnRecogniser(DutchPatternRecogniser):
    """Eight or nine digits behind the label; without it nine digits that pass the 11-proef."""

    kind: ClassVar[Kind] = Kind.BSN
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern(
            "labelled",
            labelled(
                _LABEL, _LOOSE, fillers=5, between=r"(?:\s?(?:\d?x\b|\([A-Za-z ]{2,30}\))[a-z ]{0,14})?"
            ),
            LABELLED,
        ),
        Pattern("run into a word", r"(?i:(?<![\w-])bsn) ?:? ?(?P<value>\d{9})(?=[a-z])", LABELLED),
        Pattern("glued", _BEFORE + r"\d{9}" + _AFTER, 0.75),
        Pattern("loose", r"(?<![\w.,/€+-])(?<!\d )(?<!€ )\d(?:[ .-]?\d){8}(?!\w|[ .,/-]\d)", 0.5),
        Pattern("letter for zero", _BEFORE + r"(?=\d*[Oo])(?:\d[\dOo]{7}[\dOo])(?!\w)", 0.5),
        Pattern("3-3-3", _BEFORE + r"\d{3}([ .-])\d{3}\1\d{3}" + _AFTER, 0.5),
        Pattern("4-2-3", _BEFORE + r"\d{4}([ .-])\d{2}\1\d{3}" + _AFTER, 0.6),
        Pattern("3-2-2-2", _BEFORE + r"\d{3}([ .-])\d{2}\1\d{2}\1\d{2}" + _AFTER, 0.6),
    )
    context_words: ClassVar[tuple[str, ...]] = ("bsn", "sofi", "sofinummer", "burgerservicenummer")

    def validate(self, value: str, rule: str) -> float | None:
        """Without label a number that fails the 11-proef is doubtful, glued together it may be anything."""
        if rule in _UNCHECKED or passes_eleven_test(re.sub(r"\D", "", value)):
            return None
        return 0 if rule in {"glued", "loose"} else _DOUBTFUL
