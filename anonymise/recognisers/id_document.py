# SPDX-License-Identifier: EUPL-1.2
"""Numbers of passports, identity cards, driving licences and residence documents.

Sources: Paspoortwet and RvIG (Dutch passport and identity card: nine signs, first letter by type,
then a letter, six signs without the letter O, a digit at the end); driving licence: ten digits
(Reglement rijbewijzen, RDW); residence document: two letters and seven signs (IND). Foreign documents
have other forms (Polish identity card: three letters, six digits), so a label decides.
Fictitious: paspoort NWP4L8R61, rijbewijs 5928104473, verblijfsdocument IM9K41Z70, ID-kaart CGP 481907.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import ANY_CASE, LABELLED, DutchPatternRecogniser, labelled
from casebase.vocabulary import Kind

_LABEL = (
    r"(?:reis)?pas(?:poort|je)?(?:nummer|nr)?|id(?:[- ]?(?:kaart|bewijs|nummer|nr|document))?\b|"
    r"identiteits(?:kaart|bewijs|document)|rijbewijs(?:nummer|nr)?|verblijfs?(?:doc(?:ument)?|kaart|pas|vergunning|titel)|"
    r"vergunning|legitimatie(?:bewijs)?|documenten|document(?:nummer|nr|no)?|doc\.?nr|doc\b|dow[oó]d|vluchtelingenpaspoort|"
    r"vreemdelingen(?:document|paspoort)|w-document"
)
_LETTERS_AND_DIGITS = r"(?=[A-Z0-9]*\d[A-Z0-9]*\d)[A-Z][A-Z0-9]{6,10}"
_SPACED = r"[A-Z]{1,3}[ -]?\d{2,3}[ .]?\d{2,4}[ .]?\d{0,3}"
_GROUPS = r"[A-Z0-9]{2,9}(?=(?: ?[A-Z]{0,3}\d)+)(?: [A-Z0-9]{2,9}){1,2}"
_DIGITS = r"(?<!\w)\d(?:[ .]?\d){7,9}"
_SMALL = r"[a-z]{1,3} ?\d{6,8}|(?=[a-z]*\d[a-z]*\d[a-z]*\d)[a-z][a-z0-9]{7,9}"
_VALUE = rf"(?<!\w)(?:{_LETTERS_AND_DIGITS}|{_SPACED}|{_GROUPS}|{_SMALL}|{_DIGITS})(?<=[A-Za-z0-9])(?!\w|-\w)"


class IdDocumentRecogniser(DutchPatternRecogniser):
    """A number behind the name of a document, and the unmistakable forms anywhere."""

    kind: ClassVar[Kind] = Kind.ID_DOCUMENT
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("labelled", labelled(_LABEL, _VALUE, fillers=8), LABELLED),
        Pattern("labelled, behind a name", labelled(_LABEL, _VALUE, fillers=4, letters=ANY_CASE), 0.9),
        Pattern(
            "Dutch", r"(?<![\w/-])(?=[A-Z]{2}[A-Z\d]*\d[A-Z\d]*\d)[A-Z]{2}[A-NP-Z\d]{6}\d(?![\w/]|-\w)", 0.6
        ),
        Pattern("mixed", r"(?<![\w/-])[A-Z]{2}(?=[A-Z\d]*\d[A-Z])[A-Z\d]{5,6}\d{1,2}(?![\w/]|-\w)", 0.5),
        Pattern(
            "two letters", r"(?<![\w/-])(?!EU|EG|NL|NR|ZK)[A-Z]{2} \d{3} \d{3}(?![\w/]|[-.,]\d| \d)", 0.45
        ),
        Pattern("three letters", r"(?<![\w/-])[A-Z]{3} ?\d{3} ?\d{3}(?![\w/]|[-.,]\d)", 0.25),
    )
    context_words: ClassVar[tuple[str, ...]] = (
        "paspoort",
        "id",
        "id-kaart",
        "kaart",
        "identiteit",
        "document",
        "rijbewijs",
        "dowód",
    )
