# SPDX-License-Identifier: EUPL-1.2
"""E-mail addresses, also spelled to fool machines.

Source: RFC 5321 and 6531 (letters outside ASCII may stand before the @), kept looser: what people
paste is often broken. Fictitious: m.degraaf@werkpost-voorbeeld.nl, José@post.example,
jan (at) voorbeeld punt nl, jan@voorbeeld .nl.

Also the general address of a firm goes, since many firms are one person.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser, labelled
from casebase.vocabulary import Kind

_LOCAL = r"[\w.+'’&%~-]{1,64}"
_DOMAIN = r"\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){1,5}"


class EmailRecogniser(DutchPatternRecogniser):
    """Addresses with an @, with a blank around it, or with the word 'at' or 'apenstaartje'."""

    kind: ClassVar[Kind] = Kind.EMAIL
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("address", rf"(?<![\w.+-]){_LOCAL}@{_DOMAIN}", 1.0),
        Pattern(
            "blanks", rf"(?<![\w.+-]){_LOCAL} ?@ ?\w[\w-]{{0,62}} ?\. ?(?:nl|com|org|net|eu|be|de)\b", 0.9
        ),
        Pattern(
            "words",
            rf"(?<![\w.+-]){_LOCAL}(?: ?[(\[{{<] ?(?i:at) ?[)\]}}>] ?| (?i:at|apenstaartje) )\w[\w-]{{1,62}}"
            r" ?(?:[(\[{]?(?i:punt|dot)[)\]}]?|\.) ?(?:nl|com|org|net|eu|be|de)\b",
            0.85,
        ),
        Pattern(
            "labelled",
            labelled(r"e-?mail(?:adres)?|mail(?:adres)?", rf"{_LOCAL}@\w[\w.-]{{0,62}}", fillers=2),
            0.95,
        ),
    )
