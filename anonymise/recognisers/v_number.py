# SPDX-License-Identifier: EUPL-1.2
"""V-number, the number of a foreign national in the aliens administration (vreemdelingennummer).

Legal source: art. 107 Vreemdelingenwet 2000 (Basisvoorziening Vreemdelingen); printed on residence
documents. Eight to ten digits, no check digit is published.
Fictitious: V-nummer 2604917738, v-nr. 282.114.0937, vnr 277 802 4415.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import LABELLED, DutchPatternRecogniser, labelled
from casebase.vocabulary import Kind

_LABEL = r"v[-. ]?(?:nummer|num|nrs?|no)\b|vreemdelingen-?(?:nummer|nr)\b"


class VNumberRecogniser(DutchPatternRecogniser):
    """Digits behind the label; without it ten digits in the grouping that these numbers have."""

    kind: ClassVar[Kind] = Kind.V_NUMBER
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("labelled", labelled(_LABEL, r"(?<!\w)\d(?:[ .-]?[\dOo]){6,10}(?!\w)", fillers=4), LABELLED),
        Pattern(
            "grouped", r"(?<![\w.,/€+-])(?<!€ )2\d{2}([ .])(?:\d{3}\1\d{4}|\d{4}\1\d{3})(?!\w|[.,/-]\d)", 0.5
        ),
    )
    context_words: ClassVar[tuple[str, ...]] = (
        "vreemdeling",
        "ind",
        "v-nummer",
        "v-nr",
        "verblijfsvergunning",
    )
