# SPDX-License-Identifier: EUPL-1.2
"""What was left out or went wrong, in counted sentences that never quote a file."""

from casebase.bilingual import Bilingual

DOCUMENT_PROPERTIES = Bilingual(
    "de eigenschappen van het bestand (auteur, laatst gewijzigd door) zijn niet overgenomen",
    "the properties of the file (author, last changed by) were left out",
)
HEADERS_AND_FOOTERS = Bilingual(
    "kop- en voetteksten zijn niet overgenomen",
    "headers and footers were left out",
)
MAIL_HEADERS = Bilingual(
    "afzender, ontvangers, datum en onderwerp van de mail zijn niet overgenomen",
    "sender, recipients, date and subject of the mail were left out",
)
SIGNATURE = Bilingual(
    "de ondertekening is niet overgenomen",
    "the signature was left out",
)
MIXED_ENCODING = Bilingual(
    "sommige tekens zijn beschadigd; controleer letters met accenten",
    "some characters are damaged; check letters with accents",
)

_COUNTED: dict[str, tuple[str, str, str, str]] = {
    "comments": (
        "1 opmerking is overgeslagen",
        "{n} opmerkingen zijn overgeslagen",
        "1 comment was skipped",
        "{n} comments were skipped",
    ),
    "deletions": (
        "1 verwijdering die nog als wijziging zichtbaar was, is weggelaten",
        "{n} verwijderingen die nog als wijziging zichtbaar waren, zijn weggelaten",
        "1 tracked deletion was dropped",
        "{n} tracked deletions were dropped",
    ),
    "hidden text": (
        "1 stuk verborgen tekst is overgeslagen",
        "{n} stukken verborgen tekst zijn overgeslagen",
        "1 piece of hidden text was skipped",
        "{n} pieces of hidden text were skipped",
    ),
    "hidden sheets": (
        "1 verborgen werkblad is overgeslagen; maak het zichtbaar als het mee moet",
        "{n} verborgen werkbladen zijn overgeslagen; maak ze zichtbaar als ze mee moeten",
        "1 hidden sheet was skipped; unhide it if it must be read",
        "{n} hidden sheets were skipped; unhide them if they must be read",
    ),
    "hidden rows": (
        "1 verborgen rij is overgeslagen; maak de rij zichtbaar als die mee moet",
        "{n} verborgen rijen zijn overgeslagen; maak ze zichtbaar als ze mee moeten",
        "1 hidden row was skipped; unhide it if it must be read",
        "{n} hidden rows were skipped; unhide them if they must be read",
    ),
    "hidden columns": (
        "1 verborgen kolom is overgeslagen; maak de kolom zichtbaar als die mee moet",
        "{n} verborgen kolommen zijn overgeslagen; maak ze zichtbaar als ze mee moeten",
        "1 hidden column was skipped; unhide it if it must be read",
        "{n} hidden columns were skipped; unhide them if they must be read",
    ),
    "annotations": (
        "1 aantekening in de pdf is overgeslagen",
        "{n} aantekeningen in de pdf zijn overgeslagen",
        "1 annotation in the pdf was skipped",
        "{n} annotations in the pdf were skipped",
    ),
    "attachments": (
        "1 bijlage is niet gelezen",
        "{n} bijlagen zijn niet gelezen",
        "1 attachment was not read",
        "{n} attachments were not read",
    ),
    "pictures": (
        "1 afbeelding is niet gelezen",
        "{n} afbeeldingen zijn niet gelezen",
        "1 picture was not read",
        "{n} pictures were not read",
    ),
    "notes": (
        "1 voet- of eindnoot is niet gelezen",
        "{n} voet- of eindnoten zijn niet gelezen",
        "1 footnote or endnote was not read",
        "{n} footnotes or endnotes were not read",
    ),
    "formulas": (
        "1 formule heeft geen bewaarde uitkomst en is leeg gelaten; open het bestand in Excel en sla het op",
        "{n} formules hebben geen bewaarde uitkomst en zijn leeg gelaten; open het bestand in Excel en sla "
        "het op",
        "1 formula has no saved result and was left empty; open the file in Excel and save it",
        "{n} formulas have no saved result and were left empty; open the file in Excel and save it",
    ),
    "cell errors": (
        "1 cel bevat een foutmelding van Excel en is leeg gelaten",
        "{n} cellen bevatten een foutmelding van Excel en zijn leeg gelaten",
        "1 cell holds an Excel error and was left empty",
        "{n} cells hold an Excel error and were left empty",
    ),
    "sheets without headings": (
        "1 werkblad zonder bekende kolomkoppen is overgeslagen",
        "{n} werkbladen zonder bekende kolomkoppen zijn overgeslagen",
        "1 sheet without known column headings was skipped",
        "{n} sheets without known column headings were skipped",
    ),
    "characters outside": (
        "1 teken tekst staat buiten de kopjes en is niet overgenomen",
        "{n} tekens tekst staan buiten de kopjes en zijn niet overgenomen",
        "1 character of text stands outside the labels and was left out",
        "{n} characters of text stand outside the labels and were left out",
    ),
    "quoted lines": (
        "1 regel uit een eerder bericht in de mail is niet overgenomen",
        "{n} regels uit eerdere berichten in de mail zijn niet overgenomen",
        "1 line of an earlier message in the mail was left out",
        "{n} lines of earlier messages in the mail were left out",
    ),
    "pages without text": (
        "1 bladzijde heeft geen tekstlaag (scan) en is niet gelezen",
        "{n} bladzijden hebben geen tekstlaag (scan) en zijn niet gelezen",
        "1 page has no text layer (a scan) and was not read",
        "{n} pages have no text layer (scans) and were not read",
    ),
}


def counted(what: str, n: int) -> tuple[Bilingual, ...]:
    """The sentence for so many of something, in a tuple that is empty where there are none."""
    if n <= 0:
        return ()
    one_nl, more_nl, one_en, more_en = _COUNTED[what]
    return (Bilingual(one_nl, one_en) if n == 1 else Bilingual(more_nl.format(n=n), more_en.format(n=n)),)


def comments(n: int, authors: int) -> tuple[Bilingual, ...]:
    """The sentence for so many comments, with the number of people who wrote them where it is known."""
    if not n or not authors:
        return counted("comments", n)
    verb_nl, verb_en = ("is", "was") if n == 1 else ("zijn", "were")
    nl = f"{n} opmerking{'en' if n > 1 else ''} van {authors} auteur{'s' if authors > 1 else ''}"
    en = f"{n} comment{'s' if n > 1 else ''} by {authors} author{'s' if authors > 1 else ''}"
    return (Bilingual(f"{nl} {verb_nl} overgeslagen", f"{en} {verb_en} skipped"),)


_OUTSIDE_IS_NORMAL = 250
"""A title, an address and a salutation stand outside the labels of every form (characters)."""


def outside(characters: int) -> tuple[Bilingual, ...]:
    """A warning where more text than a title and salutation stands outside the labels."""
    return counted("characters outside", characters) if characters > _OUTSIDE_IS_NORMAL else ()


def ragged_row(cells: int, headings: int) -> Bilingual:
    """Why a row with another number of cells than headings cannot be trusted."""
    return Bilingual(
        f"de rij heeft {cells} kolommen en de kopregel {headings}; zet tekst met regeleinden of "
        "scheidingstekens tussen aanhalingstekens, of sla het bestand op als xlsx",
        f"the row has {cells} columns and the headings {headings}; put text with line ends or separators "
        "between quotation marks, or save the file as xlsx",
    )


OPEN_QUOTE = Bilingual(
    "een aanhalingsteken wordt niet gesloten, waardoor de rest van het bestand in één cel terechtkwam; "
    "sluit het of sla het bestand op als xlsx",
    "a quotation mark is not closed, so that the rest of the file ended up in one cell; "
    "close it or save the file as xlsx",
)
BROKEN_LINE = Bilingual(
    "de regel is geen geldige JSON; controleer accolades, aanhalingstekens en komma's",
    "the line is not valid JSON; check braces, quotation marks and commas",
)
NOT_AN_OBJECT = Bilingual(
    "de regel bevat geen casus tussen accolades",
    "the line does not hold a case between braces",
)
