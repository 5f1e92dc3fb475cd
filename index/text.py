# SPDX-License-Identifier: EUPL-1.2
"""Text as encoders and word indexes should read it."""

import re

_WITHOUT_NUMBER = (
    "BSN|IBAN|TELEFOON|E-MAIL|ADRES|POSTCODE|ZAAKNUMMER|KENTEKEN|DOCUMENTNUMMER|V-NUMMER|WEBADRES"
    "|NATIONALITEIT|PERSOON|PLAATS|ORGANISATIE|DATUM|GEBOORTEDATUM|LEEFTIJD"
    "|CLIËNT|PARTNER|EX-PARTNER|HUISARTS|WERKGEVER|SCHOOL|ZORGVERLENER|BEDRIJF"
)
_DETAIL = r"(?:: [^\[\]\n]{1,40})?"

# A genitive may follow a placeholder: "[PERSOON-1]s moeder".
_PLACEHOLDER = re.compile(
    rf"\[(?:(?:[A-ZË]+(?:-[A-Z]+)*-\d+|{_WITHOUT_NUMBER}){_DETAIL}|geboren [^\[\]\n]{{1,24}})\](?:['’]?s\b)?"
)


def without_placeholders(text: str) -> str:
    """The text with every placeholder of the anonymiser replaced by one space.

    Two cases are not alike because both hold a ``[PERSOON-1]``, so placeholders carry no meaning in
    search. Square brackets that people type themselves (``[WIA]``) stay.
    """
    return _PLACEHOLDER.sub(" ", text)


def blank_placeholders(text: str) -> str:
    """The same with as many spaces as the placeholder was long, so that every word keeps its place."""
    return _PLACEHOLDER.sub(lambda match: " " * len(match.group()), text)


def well_formed(text: str) -> str:
    """The text as valid Unicode: surrogate pairs joined, each lone surrogate replaced by U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
