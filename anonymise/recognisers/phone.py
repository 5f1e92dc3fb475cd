# SPDX-License-Identifier: EUPL-1.2
"""Telephone numbers as people in the Netherlands write them.

Source: Nummerplan telefoon- en ISDN-diensten (art. 4.1 Telecommunicatiewet): ten digits with the
leading zero: 06 + 8, area code of three digits + 7 or of four + 6, 085/088 + 7; abroad +31 or 0031
without that zero. 0800 and 0900 numbers are those of services, not of people.
Fictitious: 06-41820977, 06 - 5550 8123, 0113-448 219, 070 426 75 40, +31 (0)6 12 34 56 78.

The phonenumbers library (Google's libphonenumber) decides whether a spelling is a number that
exists; one that does not is still masked, with less certainty, or for sure behind a label.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import LABELLED, DutchPatternRecogniser, labelled
from casebase.vocabulary import Kind

_GAP = r"[ .\-–]{0,3}"
_BEFORE = r"(?<![\w€+-])(?<!\d[.,])"
_AFTER = r"(?!\w|[-.,]\d)"
_LABEL = (
    r"(?:tel(?:efoon)?|mob(?:iel)?|gsm|telefonisch|belt?|bellen|gebeld|bereikbaar|whats?app|06)"
    r"(?:[ -]?(?:nummer|nr|no))?s?"
)
_SHORT = r"(?<![\w€])\d(?:[ .-]{0,2}\d){5,11}(?!\w|[.,-]\d|\s?(?:euro|eur\b|,-))"


class PhoneRecogniser(DutchPatternRecogniser):
    """Ten digits from a zero, +31 and 0031 in all spacings, foreign numbers, anything behind a label."""

    kind: ClassVar[Kind] = Kind.PHONE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("national", rf"{_BEFORE}\(?0(?:[ )\-–.]{{0,3}}\d){{9}}{_AFTER}", 0.6),
        Pattern("area code with slash", rf"{_BEFORE}0\d{{1,3}} ?/ ?\d(?:{_GAP}\d){{5,7}}{_AFTER}", 0.6),
        Pattern(
            "country code", rf"(?<![\w+])(?:\+|00){_GAP}31{_GAP}(?:\(0\))?(?:{_GAP}\d){{9,10}}(?!\w)", 0.9
        ),
        Pattern("foreign", r"(?<![\w+])(?:\+|00)[1-9]\d{0,2}(?:[ .\-/()]{0,2}\d){7,12}(?!\w)", 0.5),
        Pattern("labelled", labelled(_LABEL, _SHORT, fillers=2), LABELLED),
    )

    def validate(self, value: str, rule: str) -> float | None:
        """Surer where the number exists; no number where the count of digits is wrong."""
        digits = sum(sign.isdigit() for sign in value)
        if rule == "area code with slash" and digits != _NATIONAL_LENGTH:
            return 0
        if value.startswith(_SERVICES) or _DATE.match(value):
            return 0
        return None if rule == "labelled" or not _exists(value) else LABELLED


_DATE = re.compile(r"\d{1,2}([-/.])\d{1,2}\1(?:19|20)?\d\d$|(?:19|20)\d\d-\d\d-\d\d$")
_NATIONAL_LENGTH = 10
_SERVICES = ("0800", "0900", "0906", "0909", "1400", "14 0")


def _exists(value: str) -> bool:
    from phonenumbers import NumberParseException, is_valid_number, parse

    try:
        return bool(is_valid_number(parse(value, "NL")))
    except NumberParseException:
        return False
