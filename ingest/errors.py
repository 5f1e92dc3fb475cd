# SPDX-License-Identifier: EUPL-1.2
"""Why a file cannot be read: one sentence per reason, with what to do about it."""

from enum import StrEnum

from casebase.bilingual import Bilingual, DatabankError


class Refusal(StrEnum):
    """Why a whole file is refused."""

    MISSING = "missing"
    FOLDER = "folder"
    LINK = "link"
    NOT_A_FILE = "not a file"
    NO_ACCESS = "no access"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    UNKNOWN_KIND = "unknown kind"
    OLD_OFFICE = "old office"
    OUTLOOK = "outlook"
    OTHER_OFFICE = "other office"
    WRONG_CONTENT = "wrong content"
    PASSWORD = "password"  # noqa: S105 - the reason, not a secret
    BROKEN = "broken"
    INFLATED = "inflated"
    TOO_MANY_PARTS = "too many parts"
    FOREIGN_XML = "foreign xml"
    TOO_MANY_ROWS = "too many rows"
    TOO_MANY_COLUMNS = "too many columns"
    TOO_MANY_PAGES = "too many pages"
    NO_TEXT_LAYER = "no text layer"
    NO_COLUMNS = "no columns"
    NO_LABELS = "no labels"
    FORM_IN_ATTACHMENT = "form in attachment"
    ENCODING = "encoding"
    NOT_ONE_PER_LINE = "not one per line"
    TOO_SLOW = "too slow"
    TOO_MUCH_MEMORY = "too much memory"
    CRASHED = "crashed"


_SENTENCES: dict[Refusal, Bilingual] = {
    Refusal.MISSING: Bilingual(
        "Het bestand {file} bestaat niet (meer). Controleer de naam en de map.",
        "The file {file} does not exist (any more). Check the name and the folder.",
    ),
    Refusal.FOLDER: Bilingual(
        "{file} is een map, geen bestand. Geef de naam van een bestand.",
        "{file} is a folder, not a file. Give the name of a file.",
    ),
    Refusal.LINK: Bilingual(
        "{file} is een snelkoppeling. Geef het bestand zelf, niet de snelkoppeling.",
        "{file} is a link. Give the file itself, not the link.",
    ),
    Refusal.NOT_A_FILE: Bilingual(
        "{file} is geen gewoon bestand. Geef een bestand dat op schijf staat.",
        "{file} is not an ordinary file. Give a file that is stored on disk.",
    ),
    Refusal.NO_ACCESS: Bilingual(
        "U hebt geen leesrechten op {file}. Vraag de beheerder van de map om toegang.",
        "You may not read {file}. Ask the owner of the folder for access.",
    ),
    Refusal.EMPTY: Bilingual(
        "Het bestand {file} is leeg. Controleer of het goed is opgeslagen.",
        "The file {file} is empty. Check whether it was saved properly.",
    ),
    Refusal.TOO_LARGE: Bilingual(
        "Het bestand {file} is groter dan {limit} MB. Splits het in kleinere bestanden.",
        "The file {file} is larger than {limit} MB. Split it into smaller files.",
    ),
    Refusal.UNKNOWN_KIND: Bilingual(
        "Dit soort bestand kan niet worden gelezen: {file}. Gebruik xlsx, csv, jsonl, docx, pdf of eml.",
        "This kind of file cannot be read: {file}. Use xlsx, csv, jsonl, docx, pdf or eml.",
    ),
    Refusal.OLD_OFFICE: Bilingual(
        "{file} heeft een oud Office-formaat. Open het in Word of Excel en sla het op als docx of xlsx.",
        "{file} has an old Office format. Open it in Word or Excel and save it as docx or xlsx.",
    ),
    Refusal.OUTLOOK: Bilingual(
        "{file} is een Outlook-bericht (msg). Sla het bericht op als eml, of kopieer het formulier naar een"
        " docx.",
        "{file} is an Outlook message (msg). Save the message as eml, or copy the form into a docx.",
    ),
    Refusal.OTHER_OFFICE: Bilingual(
        "{file} heeft een formaat dat niet wordt gelezen. Sla het op als docx of xlsx.",
        "{file} has a format that is not read. Save it as docx or xlsx.",
    ),
    Refusal.WRONG_CONTENT: Bilingual(
        "De inhoud van {file} past niet bij de bestandsnaam. Open het in het programma waarmee het is "
        "gemaakt en sla het opnieuw op.",
        "The content of {file} does not match its name. Open it in the program that made it and save it "
        "again.",
    ),
    Refusal.PASSWORD: Bilingual(
        "{file} is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw.",
        "{file} is protected with a password. Remove the password and try again.",
    ),
    Refusal.BROKEN: Bilingual(
        "{file} is beschadigd en kan niet worden gelezen. Open het in het programma waarmee het is gemaakt "
        "en sla het opnieuw op.",
        "{file} is damaged and cannot be read. Open it in the program that made it and save it again.",
    ),
    Refusal.INFLATED: Bilingual(
        "{file} wordt na uitpakken te groot en is niet gelezen. Controleer of u de afzender vertrouwt; haal"
        " grote afbeeldingen en bijlagen eruit en sla het opnieuw op.",
        "{file} becomes too large when unpacked and was not read. Check whether you trust the sender; take "
        "out large pictures and attachments and save it again.",
    ),
    Refusal.TOO_MANY_PARTS: Bilingual(
        "{file} bestaat uit meer dan {limit} onderdelen en is niet gelezen. Splits het in kleinere "
        "bestanden.",
        "{file} consists of more than {limit} parts and was not read. Split it into smaller files.",
    ),
    Refusal.FOREIGN_XML: Bilingual(
        "{file} bevat opdrachten die niet in een Word- of Excel-bestand horen en is niet gelezen. Open het "
        "in Word of Excel en sla het opnieuw op.",
        "{file} holds instructions that do not belong in a Word or Excel file and was not read. Open it in "
        "Word or Excel and save it again.",
    ),
    Refusal.TOO_MANY_ROWS: Bilingual(
        "{file} heeft meer dan {limit} rijen. Splits het in kleinere bestanden.",
        "{file} has more than {limit} rows. Split it into smaller files.",
    ),
    Refusal.TOO_MANY_COLUMNS: Bilingual(
        "{file} heeft waarden voorbij kolom {limit}. Haal weg wat niet bij het register hoort.",
        "{file} has values beyond column {limit}. Take out what does not belong to the register.",
    ),
    Refusal.TOO_MANY_PAGES: Bilingual(
        "{file} heeft meer dan {limit} bladzijden. Splits het in kleinere bestanden.",
        "{file} has more than {limit} pages. Split it into smaller files.",
    ),
    Refusal.NO_TEXT_LAYER: Bilingual(
        "{file} heeft geen tekstlaag (scan). Maak er met tekstherkenning (OCR) een doorzoekbare pdf van of "
        "neem de tekst over in een docx.",
        "{file} has no text layer (a scan). Make it searchable with text recognition (OCR) or copy the text"
        " into a docx.",
    ),
    Refusal.NO_COLUMNS: Bilingual(
        "In {file} zijn geen kolomkoppen gevonden. Zet boven de kolommen namen als Zaaknummer, Titel en "
        "Situatie.",
        "No column headings were found in {file}. Put names such as Zaaknummer, Titel and Situatie above "
        "the columns.",
    ),
    Refusal.NO_LABELS: Bilingual(
        "In {file} zijn geen kopjes van het formulier gevonden. Gebruik kopjes als Zaaknummer, Situatie en "
        "Besluit.",
        "No labels of the form were found in {file}. Use labels such as Zaaknummer, Situatie and Besluit.",
    ),
    Refusal.FORM_IN_ATTACHMENT: Bilingual(
        "In de mail {file} staan geen kopjes van het formulier, wel een bijlage. Sla de bijlage apart op en "
        "lees die in.",
        "The mail {file} holds no labels of the form, but it has an attachment. Save the attachment and read "
        "that.",
    ),
    Refusal.ENCODING: Bilingual(
        "De tekens in {file} zijn niet te herkennen. Sla het bestand op als csv in UTF-8.",
        "The characters in {file} cannot be recognised. Save the file as csv in UTF-8.",
    ),
    Refusal.NOT_ONE_PER_LINE: Bilingual(
        "In {file} staat niet één casus per regel. Zet elke casus op een eigen regel tussen accolades.",
        "{file} does not hold one case per line. Put each case on its own line between braces.",
    ),
    Refusal.TOO_SLOW: Bilingual(
        "Het lezen van {file} duurde te lang en is gestopt. Controleer of u de afzender vertrouwt; splits "
        "het bestand of sla het opnieuw op.",
        "Reading {file} took too long and was stopped. Check whether you trust the sender; split the file "
        "or save it again.",
    ),
    Refusal.TOO_MUCH_MEMORY: Bilingual(
        "Het lezen van {file} kostte te veel geheugen en is gestopt. Controleer of u de afzender vertrouwt;"
        " splits het bestand of sla het opnieuw op.",
        "Reading {file} took too much memory and was stopped. Check whether you trust the sender; split the"
        " file or save it again.",
    ),
    Refusal.CRASHED: Bilingual(
        "Het lezen van {file} is onverwacht gestopt. Open het in het programma waarmee het is gemaakt en "
        "sla het opnieuw op.",
        "Reading {file} stopped unexpectedly. Open it in the program that made it and save it again.",
    ),
}


class RefusedContentError(Exception):
    """Raised by a reader that does not know the name of the file; never holds any of its text."""

    def __init__(self, reason: Refusal, limit: int = 0) -> None:
        self.reason = reason
        self.limit = limit
        super().__init__(reason.value)


class UnreadableFileError(DatabankError):
    """A file that cannot be read: what is wrong, which file, and what to do."""

    def __init__(self, reason: Refusal, file: str, limit: int = 0) -> None:
        self.reason = reason
        self.file = printable(file)
        sentence = _SENTENCES[reason]
        super().__init__(
            sentence.nl.format(file=self.file, limit=f"{limit:,}".replace(",", ".")),
            sentence.en.format(file=self.file, limit=f"{limit:,}"),
        )


class ReaderStartError(DatabankError):
    """The process that reads files cannot start: a fault of the installation, not of a file."""

    def __init__(self) -> None:
        super().__init__(
            "De leesomgeving voor bestanden kan niet starten. Voer 'databank doctor' uit.",
            "The process that reads files cannot start. Run 'databank doctor'.",
        )


def printable(name: str) -> str:
    """A file name that can be shown: no line ends, terminal codes or half characters."""
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in name
    )
