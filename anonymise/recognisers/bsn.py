# SPDX-License-Identifier: EUPL-1.2
"""BSN, the citizen service number (burgerservicenummer, until 2007 sofi-nummer).

Legal source: Wet algemene bepalingen burgerservicenummer; use is bound to a legal ground (art. 46
UAVG, art. 87 GDPR). Format and check: nine digits, a leading zero often left out; 9·a + 8·b + … +
2·h - 1·i divides by 11 (Logisch Ontwerp BSN). One in eleven random numbers passes too.
Fictitious (official test series): 999900407, 9999.00.481, 999 900 407, 99990040o (an o for a zero).

A number behind the label is masked also where it fails the check: a typing error is still the
number of someone.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import LABELLED, DutchPatternRecogniser, passes_eleven_test
from casebase.vocabulary import Kind

_LABEL = r"(?i:\b(?:(?:bsn|sofi|burgerservice|sociaal[ -]?fiscaal)(?:[-/ ]{0,2}(?:nummer|num|nr|no|bsn))*)\b)"
_FILLER = r"(?:[ \t\n]+(?:\d?x|[a-zé]{2,12})){0,5}"
_BETWEEN = rf"[ \t]*[.:;=,#(-]*{_FILLER}[ \t\n]*[.:;=(\"'-]*[ \t\n]*"
_DIGIT = r"[\dOo]"
_VALUE = rf"(?P<value>(?<![\w.,-])\d(?:[ .\-]{{0,3}}{_DIGIT}){{7,8}})(?![\w]|[.,-]\d)"


class BsnRecogniser(DutchPatternRecogniser):
    """Nine digits behind the label, or anywhere when they pass the 11-proef."""

    kind: ClassVar[Kind] = Kind.BSN
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("labelled", _LABEL + _BETWEEN + _VALUE, LABELLED),
        Pattern("glued", r"(?<![\w.,/€-])\d{9}(?![\w]|[.,/-]\d)", 0.75),
        Pattern("grouped", r"(?<![\w.,/€-])\d{3}([ .])\d{3}\1\d{3}(?![\w]|[ .,/-]\d)", 0.5),
        Pattern("grouped 4-2-3", r"(?<![\w.,/€-])\d{4}([ .])\d{2}\1\d{3}(?![\w]|[ .,/-]\d)", 0.7),
        Pattern("grouped 3-2-2-2", r"(?<![\w.,/€-])\d{3}([ .])\d{2}\1\d{2}\1\d{2}(?![\w]|[ .,/-]\d)", 0.7),
    )
    context_words: ClassVar[tuple[str, ...]] = ("bsn", "sofi", "sofinummer", "burgerservicenummer", "persoon")

    def validate(self, value: str, rule: str) -> float | None:
        """Only a labelled number may fail the 11-proef."""
        if rule == "labelled":
            return None
        return None if passes_eleven_test(re.sub(r"\D", "", value)) else 0
