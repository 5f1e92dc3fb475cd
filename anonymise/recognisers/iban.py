# SPDX-License-Identifier: EUPL-1.2
"""IBAN, the international bank account number.

Source: ISO 13616 and the SWIFT IBAN registry (lengths per country); check: the number with its first
four signs moved to the end and letters counted as A=10 … Z=35 leaves 1 on division by 97
(ISO 7064 mod 97-10). Dutch form: NL, two check digits, four letters of the bank, ten digits.
Fictitious: NL25 INGB 8905 2439 41, nl87.rabo.2422.5631.10, DE81 3701 0000 0914 4420 77.

A Dutch number that fails the check is masked as well: a typing error still points to an account.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser
from casebase.vocabulary import Kind

_LENGTHS = {
    15: "NO",
    16: "BE",
    18: "DK FI FO GL",
    19: "MK SI",
    20: "AT BA EE LT LU XK",
    21: "CH HR LI LV",
    22: "BG DE GB GE IE ME RS",
    23: "GI",
    24: "AD CZ ES MD RO SE SK TN",
    25: "PT",
    26: "IS TR",
    27: "FR GR IT MC SM",
    28: "AL AZ CY HU LB PL MA",
    29: "UA",
    31: "MT",
}
_SEPARATOR = r"[ .\-]{0,2}"
_DUTCH = r"(?<!\w)(?i:nl)" + _SEPARATOR + r"\d{2}" + _SEPARATOR + rf"(?:[A-Za-z]{_SEPARATOR}){{4}}"


def _foreign(countries: str, length: int) -> Pattern:
    codes = "|".join(countries.split())
    tail = rf"(?:{_SEPARATOR}[A-Z0-9]){{{length - 4}}}"
    return Pattern("foreign", rf"(?<!\w)(?i:(?:{codes})[ ]?\d{{2}}{tail})(?!\w)", 0.5)


class IbanRecogniser(DutchPatternRecogniser):
    """Dutch and foreign account numbers, glued, spaced, dotted, in capitals or not."""

    kind: ClassVar[Kind] = Kind.IBAN
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("Dutch", _DUTCH + rf"(?:[\dOo]{_SEPARATOR}){{9,10}}(?<=[\dOo])(?!\w)", 0.9),
        Pattern("half masked", r"(?<!\w)(?i:nl)\d{2} ?[A-Z]{4}[ .]?[xX*•.]{2,8}[ .]?\d{2,4}(?!\w)", 0.8),
        *(_foreign(countries, length) for length, countries in _LENGTHS.items()),
    )

    def validate(self, value: str, rule: str) -> float | None:
        """A right check makes certain; a foreign number that fails it counts only in capitals."""
        number = re.sub(r"[ .\-]", "", value).upper()
        if rule != "half masked" and passes_mod_97(number):
            return 1.0
        return 0 if rule == "foreign" and not value.isupper() else None


def passes_mod_97(number: str) -> bool:
    """The check of ISO 7064 over an account number without spaces, in capitals."""
    moved = number[4:] + number[:4]
    return (
        moved.isascii() and moved.isalnum() and int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1
    )
