# SPDX-License-Identifier: EUPL-1.2
"""Dutch account numbers from before IBAN (until 2014), which older files still hold.

Source: Betaalvereniging Nederland (IBAN migration). Bank: nine or ten digits, often 99.99.99.999,
11-proef with weights 9 to 1; giro: up to seven digits without check.
Fictitious: rekening 12.34.56.789, rek.nr. 123456789, giro 1234567. Public giro numbers such as
'giro 555' are too short to count.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser, labelled
from casebase.vocabulary import Kind

_LABEL = r"(?:(?:bank|giro|post)?rek(?:ening)?\.?[ -]?(?:nummer|nr)?|giro(?:nummer|nr)?|bankrek(?:ening)?)"
_DIGITS = r"(?<![\w€])\d(?:[ .]?\d){4,9}(?!\w|[.,-]?\d|,-|\s?(?:euro|eur|%))"


class AccountNumberRecogniser(DutchPatternRecogniser):
    """Five to ten digits behind 'rekening' or 'giro', and the classic 99.99.99.999."""

    kind: ClassVar[Kind] = Kind.IBAN
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("labelled", labelled(_LABEL + r"\b", _DIGITS, fillers=2), 0.7),
        Pattern("classic", r"(?<![\w.,€])\d{2}\.\d{2}\.\d{2}\.\d{3}(?![\w]|[.,]\d)", 0.6),
    )
