# SPDX-License-Identifier: EUPL-1.2
"""Make the files of data/sample from the marked gold cases in tests/gold.

All people, numbers and firms in them are invented. The marks come off, and the cases are
put in the forms that offices use: a register in Excel (most cases), case forms in Word,
letters with a form in PDF, mails, and a CSV export of another body. Same input, same bytes.

    python data/making/make_sample.py
"""

import csv
import io
import json
import re
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from docx_forms import write_form
from fixed_zip import freeze
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from pdf_letters import write_letter

SAMPLE = Path(__file__).parents[1] / "sample"
GOLD = Path(__file__).parents[2] / "tests" / "gold"
_MARK = re.compile(r"\[\[\w+\|(.*?)\]\]", re.S)
_FIRST_MARK = {kind: re.compile(rf"\[\[{kind}\|(.*?)\]\]", re.S) for kind in ("PERSON", "BSN", "CITY")}

HEADINGS = {
    "case_id": "Casusnummer",
    "title": "Titel",
    "maatwerkplaats": "Maatwerkplaats",
    "received_on": "Datum ontvangst",
    "closed_on": "Datum afgesloten",
    "submitter_role": "Functie inbrenger",
    "submitter_unit": "Onderdeel",
    "submitter_organisation": "Organisatie inbrenger",
    "organisations_involved": "Betrokken organisaties",
    "regulations": "Wet- en regelgeving",
    "nature": "Aard",
    "level": "Niveau",
    "principles": "Beginselen",
    "situation": "Situatie",
    "gut_feeling": "Buikpijn",
    "tried_before": "Eerder geprobeerd",
    "legal_perspective": "Juridisch perspectief",
    "legal_rating": "Oordeel juridisch",
    "financial_perspective": "Financieel-economisch perspectief",
    "financial_rating": "Oordeel financieel",
    "social_perspective": "Maatschappelijk perspectief",
    "social_rating": "Oordeel maatschappelijk",
    "meanwhile": "In de tussentijd",
    "decision": "Besluit",
    "reasoning": "Afweging",
    "outcome": "Uitkomst",
    "deviates_from_rules": "Afwijking van regels",
    "lessons": "Geleerde lessen",
}
Row = dict[str, str]


def main() -> None:
    """Write all sample files, each case in exactly one of them."""
    marked = sorted(_gold_cases(), key=lambda case: case["case_id"])
    municipal = [c for c in marked if c["submitter_organisation"] == "gemeente"][:20]
    rest = [c for c in marked if c not in municipal]
    forms, letters, mails = rest[5::25][:10], rest[9::45][:5], rest[17::80][:3]
    apart = {c["case_id"] for c in forms + letters + mails}
    write_register(
        [_row(c) for c in rest if c["case_id"] not in apart], SAMPLE / "register-maatwerkplaatsen.xlsx"
    )
    write_export(municipal, SAMPLE / "export-gemeenten.csv")
    for number, case in enumerate(forms):
        write_form(
            _headed(_row(case)),
            number,
            SAMPLE / "formulieren" / f"afhandelingsformulier-{case['case_id']}.docx",
        )
    for case in letters:
        write_letter(_headed(_row(case)), SAMPLE / "brieven" / f"brief-{case['case_id']}.pdf")
    for case in mails:
        write_mail(_headed(_row(case)), SAMPLE / "mail" / f"casus-{case['case_id']}.eml")


def write_register(rows: list[Row], path: Path) -> None:
    """An Excel register: title row, Dutch headings, real dates, one hidden sheet with old notes."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Casussen"
    sheet.append(["Register maatwerkplaatsen (verzonnen voorbeelddata)"])
    sheet.append([])
    sheet.append(list(HEADINGS.values()))
    for row in rows:
        sheet.append([_cell(name, row[name]) for name in HEADINGS])
    _style(sheet)
    hidden = book.create_sheet("oud")
    hidden.sheet_state = "hidden"
    hidden.append(["Casusnummer", "Naam", "Opmerking"])
    hidden.append(["OUD-1", "Verzonnen Persoon", "niet meer gebruiken"])
    book.properties.creator = "Maatwerkplaats"
    book.properties.created = book.properties.modified = datetime(2026, 1, 5, 9, 0, tzinfo=UTC).replace(
        tzinfo=None
    )
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(freeze(buffer.getvalue()))


def write_export(cases: list[dict[str, Any]], path: Path) -> None:
    """A CSV export of another body: semicolons, cp1252, Dutch dates, columns with personal data."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([*HEADINGS.values(), "Naam cliënt", "BSN", "Woonplaats"])
    for case in cases:
        row = _row(case) | {name: _dutch_date(case.get(name)) for name in ("received_on", "closed_on")}
        known = [_first(kind, case) for kind in ("PERSON", "BSN", "CITY")]
        writer.writerow([*(row[name] for name in HEADINGS), *known])
    path.write_bytes(text.getvalue().encode("cp1252"))


def write_mail(fields: list[tuple[str, str]], path: Path) -> None:
    """A mail in which a colleague sends a closed case."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Maatwerkplaats <maatwerkplaats@voorbeeld.example>"
    mail["To"] = "Databank <databank@voorbeeld.example>"
    mail["Subject"] = "Afgesloten casus voor de databank"
    mail["Date"] = "Mon, 05 Jan 2026 09:00:00 +0000"
    body = "\n\n".join(f"{heading}: {value}" for heading, value in fields)
    mail.set_content(
        f"Hallo,\n\nHierbij een afgesloten casus voor de databank.\n\n{body}\n", cte="quoted-printable"
    )
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(mail.as_bytes())


def _gold_cases() -> list[dict[str, Any]]:
    files = (GOLD / "dev.jsonl", GOLD / "test.jsonl")
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def _row(case: dict[str, Any]) -> Row:
    plain = {name: _plain(case.get(name)) for name in HEADINGS if not name.endswith("_rating")}
    for field in ("legal", "financial", "social"):
        perspective = case.get(f"{field}_perspective") or {}
        plain[f"{field}_perspective"] = _plain(perspective.get("text"))
        plain[f"{field}_rating"] = _plain(perspective.get("rating"))
    return plain


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return "; ".join(_plain(item) for item in value)
    return _MARK.sub(r"\1", str(value))


def _headed(row: Row) -> list[tuple[str, str]]:
    return [(heading, row[name]) for name, heading in HEADINGS.items() if row[name]]


def _first(kind: str, case: dict[str, Any]) -> str:
    found = _FIRST_MARK[kind].search(json.dumps(case, ensure_ascii=False))
    return found.group(1) if found else ""


def _cell(name: str, value: str) -> object:
    return date.fromisoformat(value) if name.endswith("_on") and value else value or None


def _dutch_date(value: object) -> str:
    return date.fromisoformat(str(value)).strftime("%d-%m-%Y") if value else ""


def _style(sheet: Any) -> None:
    sheet["A1"].font = Font(bold=True, size=14)
    for cell in sheet[3]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1A5A8A")
        sheet.column_dimensions[cell.column_letter].width = 22
    for row in sheet.iter_rows(min_row=4):
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if cell.is_date:
                cell.number_format = "DD-MM-YYYY"
    sheet.freeze_panes = "B4"


if __name__ == "__main__":
    main()
